"""All that decisions rest on in one place, for whoever asks later; and for each candidate why, in plain words."""
