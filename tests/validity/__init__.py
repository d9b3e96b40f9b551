"""How far scorecards agree with reviewers who rated the same drafts: `python -m tests.validity`."""
