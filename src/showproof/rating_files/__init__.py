"""Ratings as they are handed in: filled packets, interview scorecards, CSV and JSON, joined into one study."""
