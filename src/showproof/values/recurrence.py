"""RRULE text for cadences."""

from showproof.values.clock_times import Clock

WORKING_DAYS = ("MO", "TU", "WE", "TH", "FR")
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = {
    "minute": ("MINUTELY", 1), "hour": ("HOURLY", 1), "day": ("DAILY", 1), "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1), "quarter": ("MONTHLY", 3), "year": ("YEARLY", 1),
}  # fmt: skip


def rrule(unit: str, every: int = 1, days: tuple[str, ...] = (), extra: str = "", clock: Clock | None = None) -> str:
    """An RRULE for "every `every` `unit`s", on the days and at the time given; a quarter is three months."""
    frequency, multiple = _FREQUENCIES[unit]
    interval = every * multiple
    parts = [f"FREQ={frequency}"]
    if interval != 1:
        parts.append(f"INTERVAL={interval}")
    if days:
        parts.append(f"BYDAY={','.join(days)}")
    if extra:
        parts.append(extra)
    if clock:
        parts.append(f"BYHOUR={clock.hour};BYMINUTE={clock.minute}")
    return ";".join(parts)


def day_codes(names: list[str]) -> tuple[str, ...]:
    """RRULE day codes in week order for day names as written: "Mondays", "thu"."""
    named = {name[:2].upper() for name in names}
    return tuple(code for code in _WEEK if code in named)


def days_through(first: str, last: str) -> tuple[str, ...]:
    """The day codes from one day name through another: "Mon" to "Fri"; () when the week would wrap."""
    opens, closes = _WEEK.index(first[:2].upper()), _WEEK.index(last[:2].upper())
    return _WEEK[opens : closes + 1] if opens < closes else ()
