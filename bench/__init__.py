"""Measurements beside floors and peers in the same run: `python -m bench` from the root of the repository."""
