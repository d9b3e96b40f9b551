"""A market report to a role file: its lines, its sections, its table, and rules for its rows."""
