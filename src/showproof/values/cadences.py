"""How often: "every Monday", "weekly", "Mondays at 9:00", "first Monday of the month", "twice a week"."""

import re
from decimal import Decimal

from showproof.values.clock_times import Clock, read_clock
from showproof.values.figures import WORD_NUMBER, word_number
from showproof.values.recurrence import WORKING_DAYS, day_codes, days_through, rrule
from showproof.values.value import Passage, Value

WEEKDAYS = tuple(
    name + ending
    for name in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for ending in ("s", "")
)
SHORT_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ADVERB_UNITS = {
    "hourly": ("hour", 1), "daily": ("day", 1), "nightly": ("day", 1), "weekly": ("week", 1),
    "fortnightly": ("week", 2), "monthly": ("month", 1), "quarterly": ("quarter", 1), "half-yearly": ("month", 6),
    "semi-annually": ("month", 6),
    "yearly": ("year", 1), "annually": ("year", 1),
}  # fmt: skip
UNSURE_ADVERBS = {
    f"bi{hyphen}{unit}": f"could be {readings}"
    for hyphen in ("-", "")
    for unit, readings in (
        ("weekly", "twice a week or every two weeks"),
        ("monthly", "twice a month or every two months"),
        ("annually", "twice a year or every two years"),
        ("annual", "twice a year or every two years"),
    )
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}

_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?![^\W_])"
_AND_DAYS = rf"(?:(?:, and |, or |, | and | & | or |/)(?:every |each )?{_DAY}){{0,6}}"
_DAYS = rf"{_DAY}{_AND_DAYS}"
_WORKING = r"(?:weekday|business day|working day|workday|work day)"
_UNIT = r"(?:minute|hour|day|week|month|quarter|year)"
_PERIODS = {"night": "day", "morning": "day", "afternoon": "day", "evening": "day"}
_COUNT = rf"(?:[0-9]{{1,3}}|{WORD_NUMBER})"

_EVERY = (
    rf"(?:every|each) (?:(?P<skip>other|second|2nd|third|3rd) )?(?:(?P<days>{_DAYS})"
    rf"|(?P<working>{_WORKING}s?)"
    rf"|(?:(?P<count>{_COUNT})[ -])?(?P<unit>{_UNIT}|night|morning|afternoon|evening)s?)(?![\w-])"
    r"(?P<month> of (?:the|each|every) month(?![a-z]))?"
)
_ON_DAYS = rf"(?:mon|tues|wednes|thurs|fri|satur|sun)days(?![^\W_]){_AND_DAYS}"
_THROUGH = rf"(?P<first>{_DAY})(?:(?: ?- ?)|(?: to | through ))(?P<last>{_DAY})"
_OPENS_DAYS = re.compile(r",? on | \(|, ")
_ORDINAL = (
    rf"(?P<which>{'|'.join(ORDINALS)}) (?:(?P<day>{_DAY})|(?P<working>{_WORKING})|(?P<any>day))"
    r" of (?:the|each|every) month(?![a-z])"
)
_MONTH_DAY = re.compile(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)(?: day)? of (?:each|every|the) month(?![a-z])")
_TIMES = re.compile(
    rf"(?:(?P<word>once|twice)|(?P<count>{_COUNT}) ?(?:times|x))"
    rf"(?:(?: (?:an?|per|each|every) | ?/ ?)(?P<unit>{_UNIT})(?![\w-])"
    r"|[ -](?P<adverb>daily|weekly|monthly|quarterly|yearly|annually))"
)
_AT = re.compile(r",? at |,? @ ?| ")
_SKIPS = {"other": 2, "second": 2, "2nd": 2, "third": 3, "3rd": 3}


def read_every(passage: Passage, start: int) -> Value | None:
    """Such as "every Monday and Thursday", "each business day", "every two weeks", "every other Friday at 9:00"."""
    found = re.compile(_EVERY).match(passage.view, start)
    if found is None:
        return None
    skip = _SKIPS[found["skip"]] if found["skip"] else 1
    if found["month"]:
        return _day_of_month(passage, found, skip)
    if found["days"]:
        return _cadence(passage, start, found.end(), "week", skip, day_codes(re.findall(_DAY, found["days"])))
    if found["working"]:
        return _cadence(passage, start, found.end(), "week", 1, WORKING_DAYS) if skip == 1 else None
    count = _number(found["count"]) if found["count"] else skip
    unit = _PERIODS.get(found["unit"], found["unit"])
    return _cadence(passage, start, found.end(), unit, count) if count else None


def read_adverb(passage: Passage, start: int) -> Value | None:
    """Such as "weekly", "daily at 08:15", "weekly on Mondays"; "bi-weekly" says that it has two readings."""
    if passage.view[start - 1 : start] == "-":
        return None
    unsure = next((word for word in UNSURE_ADVERBS if passage.view.startswith(word, start)), "")
    if unsure:
        end = start + len(unsure)
        text = passage.text[start:end]
        return Value("cadence", start, end, text, ambiguous=f"{text} {UNSURE_ADVERBS[unsure]}")
    word = next(adverb for adverb in ADVERB_UNITS if passage.view.startswith(adverb, start))
    unit, every = ADVERB_UNITS[word]
    end = start + len(word)
    opens = _OPENS_DAYS.match(passage.view, end) if unit == "week" else None
    days = re.compile(_DAYS).match(passage.view, opens.end()) if opens else None
    if days is None:
        return _cadence(passage, start, end, unit, every)
    end = days.end() + passage.view.startswith(")", days.end())
    return _cadence(passage, start, end, unit, every, day_codes(re.findall(_DAY, days[0])))


def read_days(passage: Passage, start: int) -> Value | None:
    """Such as "Mondays and Thursdays at 9:00", "Mon-Fri", "Monday to Friday"; a single "Monday" is no cadence."""
    through = re.compile(_THROUGH).match(passage.view, start)
    days = days_through(through["first"], through["last"]) if through else ()
    if through and days:
        return _cadence(passage, start, through.end(), "week", 1, days)
    found = re.compile(_ON_DAYS).match(passage.view, start)
    if found is None:
        return None
    return _cadence(passage, start, found.end(), "week", 1, day_codes(re.findall(_DAY, found[0])))


def read_ordinal(passage: Passage, start: int) -> Value | None:
    """Such as "first Monday of the month", "last business day of each month"."""
    found = re.compile(_ORDINAL).match(passage.view, start)
    if found is None:
        return None
    which = ORDINALS[found["which"]]
    if found["day"]:
        return _cadence(passage, start, found.end(), "month", 1, (f"{which}{found['day'][:2].upper()}",))
    if found["any"]:
        return _cadence(passage, start, found.end(), "month", extra=f"BYMONTHDAY={which}")
    return _cadence(passage, start, found.end(), "month", 1, WORKING_DAYS, f"BYSETPOS={which}")


def read_month_day(passage: Passage, start: int) -> Value | None:
    """Such as "5th of each month"."""
    found = _MONTH_DAY.match(passage.view, start)
    if found is None or not 1 <= int(found["day"]) <= 31:
        return None
    return _cadence(passage, start, found.end(), "month", extra=f"BYMONTHDAY={int(found['day'])}")


def read_times(passage: Passage, start: int) -> Value | None:
    """Such as "twice a week", "3x per day", "twice daily": the rule names the period, the amount how often in it."""
    found = _TIMES.match(passage.view, start)
    if found is None:
        return None
    count = {"once": 1, "twice": 2}.get(found["word"]) or _number(found["count"])
    unit, every = ADVERB_UNITS[found["adverb"]] if found["adverb"] else (found["unit"], 1)
    amount = Decimal(count)
    text = passage.text[start : found.end()]
    return Value("cadence", start, found.end(), text, amount, amount, iso=rrule(unit, every))


def _day_of_month(passage: Passage, found: re.Match[str], which: int) -> Value | None:
    """The day that "every second Tuesday of the month" names: the second one, not every other."""
    days = day_codes(re.findall(_DAY, found["days"] or ""))
    if len(days) != 1 or found["skip"] in (None, "other"):
        return None
    return _cadence(passage, found.start(), found.end(), "month", 1, (f"{which}{days[0]}",))


def _cadence(
    passage: Passage, start: int, end: int, unit: str, every: int = 1, days: tuple[str, ...] = (), extra: str = ""
) -> Value:
    clock = _clock(passage, end)
    end = clock.end if clock else end
    iso = rrule(unit, every, days, extra, clock)
    return Value("cadence", start, end, passage.text[start:end], unit=clock.zone if clock else "", iso=iso)


def _clock(passage: Passage, at: int) -> Clock | None:
    found = _AT.match(passage.view, at)
    return read_clock(passage, found.end()) if found else None


def _number(written: str) -> int:
    return int(written) if written.isdigit() else int(word_number(written))
