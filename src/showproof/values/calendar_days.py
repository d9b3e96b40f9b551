"""Days of the calendar as ISO text."""

import re
from datetime import date

MONTH_NUMBERS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_A_LEAP_YEAR = 2000

Day = tuple[int | None, int, int]


def is_day(day: Day) -> bool:
    """Whether the calendar has this (year or None, month, day)."""
    year, month, day_of_month = day
    try:
        date(_A_LEAP_YEAR if year is None else year, month, day_of_month)
    except ValueError:
        return False
    return True


def is_iso_day(text: str) -> bool:
    """Whether a text is a day of the calendar as ISO 8601 writes it: "2026-03-14"."""
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)) and is_day(
        (int(text[:4]), int(text[5:7]), int(text[8:]))
    )


def iso_day(day: Day) -> str:
    """Such as "2026-03-14", or "--03-14" without a year."""
    year, month, day_of_month = day
    return f"{iso_month(year, month)}-{day_of_month:02d}"


def iso_month(year: int | None, month: int) -> str:
    """Such as "2026-03", or "--03" without a year."""
    return f"--{month:02d}" if year is None else f"{year:04d}-{month:02d}"


def spoken(day: Day) -> str:
    """A day in words: "5 April", "14 March 2026"."""
    year, month, day_of_month = day
    return f"{day_of_month} {_MONTH_NAMES[month - 1]}" + (f" {year}" if year else "")
