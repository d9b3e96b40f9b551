"""Pictures of what a draft says, as SVG: each with its words, and with the data behind it as a table."""
