"""Parts of a whole: "35/38", "19 of 30", "6 out of 412". A pair that can be a date is not decided."""

import re

from showproof.values.amounts import read_amount
from showproof.values.calendar_days import Day, is_day
from showproof.values.context import word_before
from showproof.values.figures import FIGURE, figure
from showproof.values.nouns import counted_noun
from showproof.values.numeric_dates import date_value
from showproof.values.references import is_named_before
from showproof.values.value import Passage, Value
from showproof.values.wordlist import words

_SLASH = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,3})?) ?/ ?([0-9]{1,9})(?![^\W_]|[/:-][0-9]|[.,][0-9])")
_OF = re.compile(rf"({FIGURE}) (?:out of|of) (?:the |all |every )?({FIGURE})(?![^\W_]|[%/:-]|-[a-z])")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SAYS_DATE = words("on by due until till since before after dated from")
_SAYS_RATIO = words("score scored scores rated rating passed of")


def read_of(passage: Passage, start: int) -> Value | None:
    """Such as "19 of 30", "6 out of 412 cases"."""
    found = _OF.match(passage.view, start)
    if found is None or is_named_before(passage.view, start, False):
        return None
    return _ratio(passage, found)


def read_slash(passage: Passage, start: int) -> Value | None:
    """Such as "35/38"; "05/04" and "3/5" as dates, or as values that say what they could be."""
    found = _SLASH.match(passage.view, start)
    if found is None or is_named_before(passage.view, start, False) or _is_fraction(passage, found):
        return None
    first, second = found[1], found[2]
    ratio = _ratio(passage, found)
    if len(first) > 2 or len(second) > 2:
        return ratio
    days: list[Day] = [(None, int(second), int(first)), (None, int(first), int(second))]
    if not any(map(is_day, days)) or (ratio and _reads_as_ratio(passage.view, start, found.end(), ratio)):
        return ratio
    padded = len(first) == len(second) == 2 and "0" in (first[0], second[0])
    sure = ratio is None or padded or word_before(passage.view, start) in _SAYS_DATE
    other = () if sure else (f"{first} of {second}",)
    return date_value(passage, start, found.end(), days, other)


def _ratio(passage: Passage, found: re.Match[str]) -> Value | None:
    part, whole = figure(found[1]), figure(found[2])
    if part is None or not whole or part > whole:
        return None
    noun, end = counted_noun(passage.view, found.end())
    if not noun and _YEAR.fullmatch(found[2]):
        return None
    return Value("ratio", found.start(), end, passage.text[found.start() : end], part, whole, noun)


def _is_fraction(passage: Passage, found: re.Match[str]) -> bool:
    """Whether "1/2 day" was meant, which is neither a date nor a part of a count."""
    whole = read_amount(passage, found.start(2))
    return whole is not None and whole.kind == "duration"


def _reads_as_ratio(view: str, start: int, end: int, ratio: Value) -> bool:
    return bool(ratio.unit) or view.startswith(" of ", end) or word_before(view, start) in _SAYS_RATIO
