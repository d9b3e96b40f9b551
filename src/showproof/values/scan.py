"""One pass over a text: find where a value can begin, let the readers try, go on behind it."""

import re
from collections.abc import Callable
from datetime import date

from showproof.values.cadences import (
    ADVERB_UNITS,
    ORDINALS,
    SHORT_DAYS,
    UNSURE_ADVERBS,
    WEEKDAYS,
    read_adverb,
    read_days,
    read_every,
    read_month_day,
    read_ordinal,
    read_times,
)
from showproof.values.clock_times import read_time
from showproof.values.comparators import compare
from showproof.values.figures import NUMBER_WORDS
from showproof.values.fold import fold
from showproof.values.money import CODES, SIGNS
from showproof.values.named_dates import FULL_MONTHS, SHORT_MONTHS, read_day_first, read_month_first
from showproof.values.numeric_dates import read_numeric_date
from showproof.values.plan_dates import read_plan_date
from showproof.values.quantities import read_quantity
from showproof.values.quarters import read_fiscal_quarter, read_quarter, read_year_quarter
from showproof.values.ratios import read_of, read_slash
from showproof.values.references import code_end, continues_a_code, is_fixed_phrase
from showproof.values.spoken_lengths import read_article, read_half, read_settlement
from showproof.values.value import Passage, Value
from showproof.values.wordlist import any_of

_Reader = Callable[[Passage, int], Value | None]

_WORD_READERS: dict[str, _Reader] = {
    **dict.fromkeys(("every", "each"), read_every),
    **dict.fromkeys((*UNSURE_ADVERBS, *ADVERB_UNITS), read_adverb),
    **dict.fromkeys((*WEEKDAYS, *SHORT_DAYS), read_days),
    **dict.fromkeys(ORDINALS, read_ordinal),
    **dict.fromkeys(("once", "twice"), read_times),
    **dict.fromkeys((*FULL_MONTHS, *SHORT_MONTHS), read_month_first),
    **dict.fromkeys(("day", "days", "week", "weeks", "month", "months"), read_plan_date),
    **dict.fromkeys(("q1", "q2", "q3", "q4"), read_quarter),
    **dict.fromkeys(("an hour", "a minute", "a day", "a week", "a month", "a year"), read_article),
    **dict.fromkeys(("noon", "midnight"), read_time),
    "half": read_half,
}
_LED_READERS: dict[str, _Reader] = {"fy": read_fiscal_quarter, "t": read_settlement}
_DATE_READERS = (read_numeric_date, read_day_first, read_year_quarter)
_FIGURE_READERS = (read_time, read_slash, read_of, read_times, read_month_day)

_START = re.compile(
    r"[0-9]++(?:[.,:/-][0-9]++)*+|[$€£¥₹]|\b(?:"
    rf"{any_of((*NUMBER_WORDS, *_WORD_READERS))}(?![^\W_])|fy(?= ?'?[0-9])|t(?= ?\+)"
    rf"|{any_of(CODES)}(?= ?[0-9])|{any_of(sign for sign in SIGNS if len(sign) > 1)}|(?:https?://|www\.)\S*+)"
)
_LONGEST_FIGURE = 40
_ADDRESSES = ("http", "www.")


def find_values(text: str) -> tuple[Value, ...]:
    """Every typed value in the text, in order and without overlap; of two readings at one place the longer wins.

    Time grows with the length of the text, whatever it holds. A value never crosses a line break.
    """
    passage = fold(text)
    values: list[Value] = []
    at = floor = 0
    while (hit := _START.search(passage.view, at)) is not None:
        value = _read(passage, hit, floor)
        if value is None:
            at = max(hit.end(), code_end(passage.view, hit.start()))
        else:
            value = compare(passage, value, floor)
            values.append(value)
            at = floor = value.end
    return tuple(values)


def as_date(text: str) -> date | None:
    """The date, when the whole text is one full date with one reading."""
    stripped = text.strip()
    values = find_values(stripped) if len(stripped) <= _LONGEST_FIGURE else ()
    if len(values) != 1 or values[0].text != stripped or values[0].kind != "date" or values[0].comparator:
        return None
    iso = values[0].iso
    return date.fromisoformat(iso) if len(iso) == len("2026-03-14") else None


def _read(passage: Passage, hit: re.Match[str], floor: int) -> Value | None:
    start, word = hit.start(), hit.group()
    if word[0].isdigit():
        return _read_figure(passage, start, hit.end(), floor)
    read = _WORD_READERS.get(word) or _LED_READERS.get(word)
    if read:
        return read(passage, start)
    if word in NUMBER_WORDS:
        return read_times(passage, start) or read_quantity(passage, start, floor)
    return None if word.startswith(_ADDRESSES) else read_quantity(passage, start, floor)


def _read_figure(passage: Passage, start: int, end: int, floor: int) -> Value | None:
    if end - start > _LONGEST_FIGURE or continues_a_code(passage.view, start, floor):
        return None
    value = _first(_DATE_READERS, passage, start)
    if value or is_fixed_phrase(passage.view, start):
        return value
    return _first(_FIGURE_READERS, passage, start) or read_quantity(passage, start, floor)


def _first(readers: tuple[_Reader, ...], passage: Passage, start: int) -> Value | None:
    for read in readers:
        value = read(passage, start)
        if value is not None:
            return value
    return None
