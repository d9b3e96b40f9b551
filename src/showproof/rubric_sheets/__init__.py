"""Rubrics as workbooks that people edit, and back: sheets of plain tables, every edit checked with its cell."""
