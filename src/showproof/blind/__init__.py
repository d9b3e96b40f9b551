"""Copies for fair review: persons, addresses and pictures taken out, everything that is judged left as it is."""
