"""Clock times: "08:15", "5 pm", "17:30 ET", "9-11 am", "noon"."""

import re
from typing import NamedTuple

from showproof.values.value import Passage, Value

_ZONE = (
    r"(?:utc|gmt)(?:[+-][0-9]{1,2}(?::[0-9]{2})?)?|est|edt|et|cst|cdt|ct|mst|mdt|mt|pst|pdt|pt|bst|cest|cet|eest|eet|ist"
    r"|sgt|hkt|jst|aest|aedt|z"
)
_HALF = r"[ap]\.m\.|[ap]m(?![^\W_])"
_TIME = re.compile(
    rf"(?:(?P<hour>[0-9]{{1,2}})(?::(?P<minute>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]{{1,6}})?)?(?!:?[0-9])"
    rf"(?: ?(?P<half>{_HALF}))?"
    rf"|(?:\.(?P<dotted>[0-5][0-9]))? ?(?P<marked>{_HALF}))"
    rf"(?: ?(?P<zone>{_ZONE})(?![^\W_])|(?<=:[0-9][0-9]:[0-9][0-9])(?P<offset>[+-][0-9]{{2}}:[0-9]{{2}})(?![0-9]))?"
    r"|(?P<named>noon|midnight)(?![^\W_]))"
)
_SHARED_HALF = re.compile(
    rf"(?P<from>[0-9]{{1,2}})(?: ?- ?| to )(?P<hour>[0-9]{{1,2}})(?::(?P<minute>[0-5][0-9]))? ?(?P<half>{_HALF})"
)
_NAMED = {"noon": (12, 0), "midnight": (0, 0)}


class Clock(NamedTuple):
    """A time of day on the 24-hour clock, its zone or "", and where it ends."""

    hour: int
    minute: int
    zone: str
    end: int


def read_time(passage: Passage, start: int) -> Value | None:
    """A clock time, or two that share one "am" or "pm"."""
    shared = _SHARED_HALF.match(passage.view, start)
    if shared:
        return _shared(passage, shared)
    clock = read_clock(passage, start)
    if clock is None:
        return None
    text = passage.text[start : clock.end]
    return Value("time", start, clock.end, text, unit=clock.zone, iso=f"{clock.hour:02d}:{clock.minute:02d}")


def read_clock(passage: Passage, at: int) -> Clock | None:
    """The time of day at `at`, or None when no clock shows it; zones count in capitals only."""
    found = _TIME.match(passage.view, at)
    if found is None:
        return None
    if found["named"]:
        return Clock(*_NAMED[found["named"]], "", found.end())
    half = found["half"] or found["marked"]
    hour = _hour(int(found["hour"]), half)
    if hour is None:
        return None
    end, zone = found.end(), ""
    if found["offset"]:
        zone = f"UTC{found['offset']}"
    elif found["zone"]:
        written = passage.text[found.start("zone") : found.end("zone")]
        zone = "UTC" if written == "Z" else written
        if not written.isupper():
            zone, end = "", found.start("zone") - (passage.text[found.start("zone") - 1] == " ")
    return Clock(hour, int(found["minute"] or found["dotted"] or 0), zone, end)


def _hour(hour: int, half: str | None) -> int | None:
    if half is None or hour > 12:
        return hour if hour < 24 else None
    if hour == 0:
        return None
    return hour % 12 + (12 if half.startswith("p") else 0)


def _shared(passage: Passage, found: re.Match[str]) -> Value | None:
    start, end = found.span()
    text = passage.text[start:end]
    first, last = int(found["from"]), int(found["hour"])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    opens, closes = _hour(first, found["half"]), _hour(last, found["half"])
    if opens is None or closes is None or opens >= closes:
        return Value("time", start, end, text, ambiguous=f"{text} does not say in which half of the day {first} is")
    return Value("time", start, end, text, iso=f"{opens:02d}:00/{closes:02d}:{found['minute'] or '00'}")
