"""How decisions came about, for whoever asks later: a log that shows tampering, and a pack of all that they rest on."""
