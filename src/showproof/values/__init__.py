"""Typed values from text: amounts, dates, times and cadences with the exact place of each. No clock, no locale."""

from showproof.values.durations import minutes
from showproof.values.scan import as_date, find_values
from showproof.values.value import Kind, Value

__all__ = ["Kind", "Value", "as_date", "find_values", "minutes"]
