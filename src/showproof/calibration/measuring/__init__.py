"""Ratings to figures: what a study of raters says, worked out with the statistics."""
