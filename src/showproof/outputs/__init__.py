"""Renderings of a scorecard: they never decide."""
