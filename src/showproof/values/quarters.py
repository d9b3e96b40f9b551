"""Quarters: "Q3 2026", "FY26 Q1", "2026-Q1", "1Q26". A fiscal quarter stays fiscal: "FY2026-Q1"."""

import re

from showproof.values.context import opens_line
from showproof.values.value import Passage, Value

_FULL_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_QUARTER_FIRST = (
    rf"q(?P<quarter>[1-4])(?![^\W_])(?:(?:[ /-]| of )?(?:(?P<fiscal>fy) ?'?(?:{_FULL_YEAR}|(?P<fy>[0-9]{{2}}))"
    rf"|'(?P<short>[0-9]{{2}})|(?<=[ /-]){_FULL_YEAR.replace('year', 'plain')})(?![^\W_]|[,.][0-9]))?"
)
_FISCAL_FIRST = rf"fy ?'?(?:{_FULL_YEAR}|(?P<fy>[0-9]{{2}}))(?:[ /-]|, )?q(?P<quarter>[1-4])(?![^\W_])"
_YEAR_FIRST = re.compile(
    rf"{_FULL_YEAR}[ /-]?q(?P<quarter>[1-4])(?![^\W_])|(?P<lead>[1-4])q(?:20)?(?P<short>[0-9]{{2}})(?![^\W_])"
)


def read_quarter(passage: Passage, start: int) -> Value | None:
    """Such as "Q3 2026", "Q1 FY26", "Q1"; a "Q1:" that opens a line asks a question and is none."""
    found = re.compile(_QUARTER_FIRST).match(passage.view, start)
    if found is None:
        return None
    year = found["plain"] or found["year"] or found["fy"] or found["short"]
    if not year and passage.view[found.end() : found.end() + 1] in (":", ".", ")") and opens_line(passage.view, start):
        return None
    return _value(passage, found, found["quarter"], year, found["fiscal"] is not None)


def read_fiscal_quarter(passage: Passage, start: int) -> Value | None:
    """Such as "FY26 Q1"."""
    found = re.compile(_FISCAL_FIRST).match(passage.view, start)
    return _value(passage, found, found["quarter"], found["year"] or found["fy"], True) if found else None


def read_year_quarter(passage: Passage, start: int) -> Value | None:
    """Such as "2026 Q1", "2026-Q1", "1Q26"."""
    found = _YEAR_FIRST.match(passage.view, start)
    if found is None:
        return None
    return _value(passage, found, found["quarter"] or found["lead"], found["year"] or found["short"], False)


def _value(passage: Passage, found: re.Match[str], quarter: str, year: str | None, fiscal: bool) -> Value:
    start, end = found.span()
    iso = f"Q{quarter}"
    if year:
        iso = f"{'FY' if fiscal else ''}{year if len(year) == 4 else f'20{year}'}-{iso}"
    return Value("quarter", start, end, passage.text[start:end], iso=iso)
