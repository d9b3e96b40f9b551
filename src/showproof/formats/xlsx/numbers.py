"""Numbers as a person sees them in the cell: text that says money, percent, date or duration by itself."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from showproof.formats.xlsx.number_format import NumberFormat, sections

_EXACT = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_KINDS = {"percent": "percent", "money": "money", "date": "date", "moment": "date", "clock": "text", "duration": "text"}
_DAY = Decimal(86_400)
_LAST_SERIAL = 2_958_466
_LAST_DAY = date.max.toordinal()
_START_1900 = date(1899, 12, 30).toordinal()
_START_1904 = date(1904, 1, 1).toordinal()
_LONGEST = 400
"""Digits of the longest number that a worksheet can hold, written out."""


def shown_number(raw: str, code: str, *, since_1904: bool) -> tuple[str, str] | None:
    """Text and kind of a stored number under a format code; None where `raw` is no finite number.

    A value that its format does not show (`;;;`) has the text ''.
    """
    if raw.isdecimal() and raw.isascii() and len(raw) < _EXACT.prec:
        if code == "General":
            return str(int(raw)), "number"
        layout = sections(code)[0]
        if layout.kind == "date" and raw != "0":
            day = _day(int(raw), since_1904)
            return (day, "date") if day else (str(int(raw)), "number")
    value = _decimal(raw)
    if value is None:
        return None
    layout = _layout(value, code)
    if layout.kind in ("date", "moment", "clock", "duration"):
        text = _timed(value, layout, since_1904)
        return (text, _KINDS[layout.kind]) if text else (_plain(value), "number")
    if layout.kind == "nothing":
        return layout.prefix, "text"
    return _worded(value, layout), _KINDS.get(layout.kind, "number")


def shown_date(raw: str) -> tuple[str, str]:
    """Text and kind of a date stored as ISO text, with the time left out where it is midnight."""
    day, _, time = raw.strip().partition("T")
    time = time.rstrip("Z").partition(".")[0]
    clock = "" if time in ("", "00:00:00", "00:00") else time.removesuffix(":00") if time.count(":") == 2 else time
    return " ".join(part for part in (day, clock) if part), "date"


def _decimal(raw: str) -> Decimal | None:
    try:
        value = Decimal(raw.strip())
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        return None
    return _EXACT.plus(value)


def _layout(value: Decimal, code: str) -> NumberFormat:
    """The section of the code that shows this value."""
    choices = sections(code)
    if value == 0 and len(choices) > 2:
        return choices[2]
    if value < 0 and len(choices) > 1:
        return choices[1]
    return choices[0]


def _plain(value: Decimal) -> str:
    """The number written out without exponent or needless zeros."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _worded(value: Decimal, layout: NumberFormat) -> str:
    sign = "-" if value < 0 else ""
    size = abs(value).scaleb(-3 * layout.scale)
    if layout.kind == "percent":
        size = size.scaleb(2)
    digits = _plain(size) if layout.kind == "general" else _rounded(size, layout)
    if not digits.strip("0.,"):
        sign = ""
    percent = "%" if layout.kind == "percent" else ""
    return f"{sign}{layout.prefix}{digits}{percent}{layout.suffix}".strip()


def _rounded(size: Decimal, layout: NumberFormat) -> str:
    step = Decimal(1).scaleb(-(layout.places + layout.optional))
    digits = f"{size.quantize(step, context=_WIDE):f}"
    whole, point, decimals = digits.partition(".")
    if point:
        decimals = decimals[: layout.places] + decimals[layout.places :].rstrip("0")
    if layout.grouped:
        whole = f"{int(whole):,}"
    return f"{whole}.{decimals}" if decimals else whole


def _timed(value: Decimal, layout: NumberFormat, since_1904: bool) -> str:
    """ISO text of a serial date, a time of day, or hours and minutes elapsed; '' where it is out of range."""
    if abs(value) >= _LAST_SERIAL:
        return ""
    seconds = int((value * _DAY).quantize(Decimal(1), context=_WIDE))
    if layout.kind == "duration":
        return _elapsed(seconds, layout)
    if seconds < 0:
        return ""
    days, rest = divmod(seconds, 86_400)
    hours, minutes = rest // 3600, rest // 60 % 60
    clock = f"{hours:02}:{minutes:02}" + (f":{rest % 60:02}" if layout.seconds else "")
    if layout.kind == "clock":
        return clock
    day = _day(days, since_1904)
    return f"{day} {clock}" if day and layout.kind == "moment" else day


def _elapsed(seconds: int, layout: NumberFormat) -> str:
    sign, size = ("-" if seconds < 0 else ""), abs(seconds)
    return f"{sign}{size // 3600}:{size // 60 % 60:02}" + (f":{size % 60:02}" if layout.seconds else "")


def _day(days: int, since_1904: bool) -> str:
    """The calendar day of a serial number, '' where it has none.

    The calendar that starts in 1900 counts a 29 February 1900 that never was.
    """
    if days >= _LAST_SERIAL or (days < 1 and not since_1904):
        return ""
    start = _START_1904 if since_1904 else _START_1900 if days >= 60 else _START_1900 + 1
    ordinal = start + days
    return date.fromordinal(ordinal).isoformat() if ordinal <= _LAST_DAY else ""
