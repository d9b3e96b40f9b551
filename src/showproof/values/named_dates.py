"""Dates with a month in words: "Mar 3, 2026", "3-7 March", "01-Aug-2025", "in July"."""

import re

from showproof.values.calendar_days import MONTH_NUMBERS, Day, is_day, iso_day, iso_month
from showproof.values.context import word_before
from showproof.values.numeric_dates import date_value
from showproof.values.value import Passage, Value
from showproof.values.wordlist import words

FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")

_MONTH = f"(?P<month>{'|'.join((*FULL_MONTHS, *SHORT_MONTHS))})(?![^\\W\\d_])\\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: ?- ?(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:]))?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![^\W_]|[.,/][0-9])"
_DAY_FIRST = re.compile(rf"{_DAY}(?P<mark>[ -]| of ){_MONTH}(?:(?:,? |-){_YEAR}|-(?P<short>[0-9]{{2}})(?![\w-]))?")
_MONTH_DAY = rf"{_MONTH}(?P<mark>[ -]){_DAY}(?![^\W_]|[%/]|:[0-9]|[.,-][0-9])(?:(?:,? ?|-){_YEAR})?"
_COUNTED = re.compile(r" of (?!(?:19|20)[0-9]{2}\b)[0-9]| ?\([0-9][0-9.,]* ?%")
"""What stands behind a figure that is a count and no day: `May 31 of 200`, `June 14 (7 %)`."""
_LONGEST_MONTH = 31
_MONTH_YEAR = rf"{_MONTH}(?:,? (?:of )?|-|/){_YEAR}"

_ALWAYS_MONTHS = frozenset(FULL_MONTHS) - {"march", "april", "may", "june", "august"}
_SAYS_MONTH = words("in of since until till during early late mid next last this through")
_SAYS_MONTH_OR_PERSON = words("by from to before after between and")
_ALSO_PEOPLE = frozenset({"april", "june"})


def read_day_first(passage: Passage, start: int) -> Value | None:
    """Such as "3 March 2026", "3rd of March", "01-Aug-2025", "25-Aug"."""
    found = _DAY_FIRST.match(passage.view, start)
    if found is None or not _is_month(passage, found, certain=found["year"] is not None):
        return None
    return _days(passage, found, found["year"] or (found["short"] and f"20{found['short']}"))


def read_month_first(passage: Passage, start: int) -> Value | None:
    """Such as "Mar 3, 2026", "Aug 28", "March 3-7", "March 2026", "July"."""
    found = re.compile(_MONTH_YEAR).match(passage.view, start)
    if found and _is_month(passage, found, certain=True):
        iso = iso_month(int(found["year"]), _number(found))
        return Value("date", start, found.end(), passage.text[start : found.end()], iso=iso)
    found = re.compile(_MONTH_DAY).match(passage.view, start)
    if found is None or not _is_month(passage, found, certain=found["year"] is not None):
        return _month_alone(passage, start)
    if not found["year"] and word_before(passage.view, start) == "in":
        return _month_alone(passage, start)
    if not found["year"] and not found["last"] and found["mark"] == " " and _is_count(passage, found):
        return _month_before_count(passage, found)
    if found["mark"] == "-" and not found["year"] and not found["last"]:
        other = f"{found['month'].capitalize()} 20{found['day']}"
        return date_value(passage, start, found.end(), [(None, _number(found), int(found["day"]))], (other,))
    return _days(passage, found, found["year"])


def _days(passage: Passage, found: re.Match[str], year: str | None) -> Value:
    start, end = found.span()
    first: Day = (int(year) if year else None, _number(found), int(found["day"]))
    if found["last"] is None:
        return date_value(passage, start, end, [first])
    last: Day = (first[0], first[1], int(found["last"]))
    if not (is_day(first) and is_day(last) and first[2] < last[2]):
        text = passage.text[start:end]
        return Value("date", start, end, text, ambiguous=f"{text} is not a run of days in one month")
    return Value("date", start, end, passage.text[start:end], iso=f"{iso_day(first)}/{iso_day(last)}")


def _is_count(passage: Passage, found: re.Match[str]) -> bool:
    """Whether the figure behind a month counts something: no month has so many days, or a whole or a share follows."""
    return int(found["day"]) > _LONGEST_MONTH or _COUNTED.match(passage.view, found.end()) is not None


def _month_before_count(passage: Passage, found: re.Match[str]) -> Value:
    start, end = found.span("month")
    return Value("date", start, end, passage.text[start:end], iso=iso_month(None, _number(found)))


def _month_alone(passage: Passage, start: int) -> Value | None:
    """A full month name by itself, where it cannot be a verb, an adjective or a person."""
    name = next((month for month in FULL_MONTHS if passage.view.startswith(month, start)), "")
    end = start + len(name)
    if not name or passage.view[end : end + 1].isalnum() or not _stands_for_month(passage, name, start, end):
        return None
    iso = iso_month(None, MONTH_NUMBERS[name[:3]])
    return Value("date", start, end, passage.text[start:end], iso=iso)


def _stands_for_month(passage: Passage, name: str, start: int, end: int) -> bool:
    if name in _ALWAYS_MONTHS:
        return True
    if not passage.text[start].isupper():
        return False
    if start == 0 and end == len(passage.view):
        return True
    before = word_before(passage.view, start)
    return before in _SAYS_MONTH or (before in _SAYS_MONTH_OR_PERSON and name not in _ALSO_PEOPLE)


def _is_month(passage: Passage, found: re.Match[str], certain: bool) -> bool:
    """Whether a month is meant: "may" and "march" in small letters are verbs unless a year follows."""
    if certain or found["month"] not in ("may", "march", "mar"):
        return True
    return passage.text[found.start("month")].isupper()


def _number(found: re.Match[str]) -> int:
    return MONTH_NUMBERS[found["month"][:3]]
