"""A log that can only grow: each entry holds the digest of the one before, and a seal beside it holds the end."""
