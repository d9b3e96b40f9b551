"""A number format code taken apart: what kind of value it shows, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

FormatKind = Literal["general", "number", "percent", "money", "date", "moment", "clock", "duration", "nothing"]

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0", 6: "$#,##0", 7: "$#,##0.00",
    8: "$#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy-mm-dd",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "$#,##0",
    43: "#,##0.00", 44: "$#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
    **dict.fromkeys((*range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd"),
}  # fmt: skip
"""Formats that a file names by number alone; the Asian date slots are read as dates."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<digits>[0#?][0#?,.]*)'
    r"|(?P<ampm>AM/PM|A/P)|(?P<general>General)|(?P<exponent>E[+-])|(?P<clock>[ymdhs]+(?:\.0+)?)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CURRENCY = re.compile(r"[$€£¥₹₩₽₺₴₪฿₫₦]|\b(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|INR|CNY|SEK|NOK|DKK|PLN|kr|Fr)\b")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a number is shown: digits after the point, text around it, divisor for scaled thousands."""

    kind: FormatKind
    places: int = 0
    """Digits after the decimal point that are always shown."""
    optional: int = 0
    """Further digits that are shown only where they are not zero."""
    grouped: bool = False
    prefix: str = ""
    suffix: str = ""
    scale: int = 0
    """Number of trailing commas: the value is shown in thousands, millions."""
    seconds: bool = False


GENERAL = NumberFormat("general")


@lru_cache(maxsize=512)
def sections(code: str) -> tuple[NumberFormat, ...]:
    """The formats for positive, negative and zero values, as many as the code gives."""
    return tuple(_section(part) for part in _split(code)[:3])


def _split(code: str) -> list[str]:
    """The code cut at semicolons outside of quotes and escapes."""
    parts = [""]
    for token in re.findall(r'"[^"]*"|\\.|[^"\\]', code, re.DOTALL):
        if token == ";":
            parts.append("")
        else:
            parts[-1] += token
    return parts


def _section(code: str) -> NumberFormat:
    if not code:
        return NumberFormat("nothing")
    tokens = [(str(match.lastgroup), match[match.lastgroup]) for match in _TOKEN.finditer(code) if match.lastgroup]
    dated = _dated(tokens)
    return dated or _numeric(tokens)


def _dated(tokens: list[tuple[str, str]]) -> NumberFormat | None:
    """A date, a moment, a time of day or an elapsed time; None where the code has no such part."""
    letters = "".join(text.lower() for group, text in tokens if group == "clock")
    elapsed = any(group == "bracket" and _ELAPSED.fullmatch(text) for group, text in tokens)
    seconds = "s" in letters or any(group == "bracket" and text[:1] in "sS" for group, text in tokens)
    if elapsed:
        return NumberFormat("duration", seconds=seconds)
    if not letters:
        return None
    clock = "h" in letters or "s" in letters or any(group == "ampm" for group, _ in tokens)
    day = "y" in letters or "d" in letters or not clock
    return NumberFormat("moment" if day and clock else "date" if day else "clock", seconds=seconds)


def _numeric(tokens: list[tuple[str, str]]) -> NumberFormat:
    digits = "".join(text for group, text in tokens if group == "digits")
    general = any(group == "general" for group, _ in tokens)
    fraction = any(group == "exponent" or (group, text) == ("other", "/") for group, text in tokens)
    prefix, suffix = _around(tokens)
    if not digits and not general:
        if any(text == "@" for group, text in tokens if group == "other"):
            return GENERAL
        return NumberFormat("nothing", prefix=prefix.rstrip())
    percent = any((group, text) == ("other", "%") for group, text in tokens)
    kind: FormatKind = "percent" if percent else "money" if _CURRENCY.search(prefix + " " + suffix) else "number"
    if general or fraction:
        return NumberFormat("general" if kind == "number" else kind, optional=10, prefix=prefix, suffix=suffix)
    whole, _, decimals = digits.rstrip(",").partition(".")
    places = decimals.count("0")
    return NumberFormat(
        kind, places, len(decimals) - places, "," in whole, prefix, suffix, len(digits) - len(digits.rstrip(","))
    )


def _around(tokens: list[tuple[str, str]]) -> tuple[str, str]:
    """The words before and after the digits; signs and brackets of negative numbers are left out."""
    sides = ["", ""]
    after = 0
    for group, text in tokens:
        if group in ("digits", "general"):
            after = 1
        elif group in ("quoted", "escaped"):
            sides[after] += text
        elif group == "bracket" and text.startswith("$"):
            sides[after] += text[1:].partition("-")[0]
        elif group == "other" and text not in "@%/":
            sides[after] += text
    before = sides[0].strip("()-+ ")
    if before[-1:].isalpha():
        before += " "
    return before, sides[1].rstrip("()-+ ") if sides[1].strip("()-+ ") else ""
