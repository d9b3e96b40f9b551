"""An answer's text as a typed cell, only where the cell then shows the same digits as the text."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from showproof.catalog.artifact import ValueType

DATE = "yyyy-mm-dd"
"""Number format of dates."""
SYMBOLS = "$€£¥₹"
"""Currency signs that stand before an amount."""
_PLAIN = ("0", "0.0", "0.00", "0.000", "#,##0", "#,##0.0", "#,##0.00", "#,##0.000")
_PERCENT = ("0%", "0.0%", "0.00%", "#,##0%")
_MONEY = tuple(f'"{symbol}"{code}' for symbol in SYMBOLS for code in ("0", "0.00", "#,##0", "#,##0.00"))
FORMATS = ("General", DATE, *_PLAIN, *_PERCENT, *_MONEY)
"""Every number format that an answer can have."""

TYPED = frozenset(("date", "number", "money", "percent", "serial"))
"""Kinds of which an answer can be a number."""
_NUMBER = re.compile(r"(-?)([$€£¥₹]?)((?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?)(%?)", re.ASCII)
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_EPOCH = date(1899, 12, 30).toordinal()
_FIRST = date(1900, 3, 1)
"""Earlier days have other numbers in Excel than in LibreOffice."""
_DIGITS = 15
"""Significant digits that a cell's number keeps."""


def typed(kind: ValueType, text: str) -> tuple[str, str] | None:
    """Number format and number of the answer, or None where it has to stay text."""
    if kind == "date":
        return _day(text)
    return _number(text) if kind in TYPED else None


def _day(text: str) -> tuple[str, str] | None:
    if not _ISO.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return (DATE, str(day.toordinal() - _EPOCH)) if day >= _FIRST else None


def _number(text: str) -> tuple[str, str] | None:
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    minus, symbol, digits, percent = found.groups()
    code = _format(symbol, digits, percent)
    amount = Decimal(minus + digits.replace(",", ""))
    if code not in FORMATS or len(amount.as_tuple().digits) > _DIGITS or (minus and not amount):
        return None
    return code, f"{amount.scaleb(-2) if percent else amount:f}"


def _format(symbol: str, digits: str, percent: str) -> str:
    _, _, decimals = digits.partition(".")
    code = "#,##0" if "," in digits else "0"
    if decimals:
        code += "." + "0" * len(decimals)
    return (f'"{symbol}"' if symbol else "") + code + percent
