"""Raters and how far they agree: ratings as data, statistics, the gate. Needs numpy (`showproof[calibrate]`)."""
