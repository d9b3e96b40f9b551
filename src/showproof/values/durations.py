"""Units of time: how they are written, and how lengths are compared."""

from decimal import Decimal

from showproof.values.value import Value

UNITS = {
    "millisecond": ("milliseconds?", "millis", "ms", "msecs?"),
    "second": ("seconds?(?!-[a-z])", "secs?", "s"),
    "minute": ("minutes?", "mins?"),
    "hour": ("hours?", "hrs?", "h"),
    "business hour": ("(?:business|working|office)[ -]hours?",),
    "business day": (r"(?:business|working|work|trading|banking|biz)[ -]days?", "workdays?", "bds?"),
    "day": ("(?:calendar[ -])?days?", "d"),
    "week": ("weeks?", "wks?", "w"),
    "month": ("(?:calendar[ -])?months?", "mos?", "mths?"),
    "quarter": ("quarters?(?! of)", "qtrs?"),
    "year": ("years?", "yrs?", "y"),
}
GLUED_ONLY = frozenset("sdwy")

_MILLISECONDS = {
    "millisecond": 1, "second": 1_000, "minute": 60_000, "hour": 3_600_000, "day": 86_400_000, "week": 604_800_000,
}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def minutes(value: Value) -> Decimal | None:
    """The length of a duration in minutes, the longer end of a range; None when it has no fixed number of minutes.

    Days count 1440 and weeks 10080. Business days and hours, months, quarters and years give None: they compare only
    with their own unit, by `high`.
    """
    if value.kind != "duration" or value.high is None or value.unit not in _MILLISECONDS:
        return None
    return value.high * _MILLISECONDS[value.unit] / _MILLISECONDS["minute"]


def added(amount: Decimal, unit: str, more: Decimal, smaller: str) -> Decimal | None:
    """`amount` and `more` together in the smaller unit ("4h 12m" is 252 minutes); None when they do not add up."""
    for scale in (_MILLISECONDS, _MONTHS):
        if unit in scale and smaller in scale and scale[unit] > scale[smaller]:
            return amount * (scale[unit] // scale[smaller]) + more
    return None
