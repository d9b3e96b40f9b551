"""Work-sample templates from job-market reports, and a rule-based score with a receipt for every point."""

__version__ = "0.1.0"
