"""A scorecard as a page that needs nothing but itself: no script, no font, no picture from elsewhere."""
