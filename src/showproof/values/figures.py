"""Figures and number words as exact decimals."""

import re
from decimal import Decimal

_ONES = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBER_WORDS = {
    "one": 1, **_ONES, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "dozen": 12, **_TENS,
}  # fmt: skip

WORD_NUMBER = rf"(?:(?:{'|'.join(_TENS)})-(?:one|{'|'.join(_ONES)})(?![a-z])|(?:{'|'.join(NUMBER_WORDS)})(?![a-z]))"
FIGURE = r"[0-9]++(?:[.,][0-9]++)*+"

_AMERICAN = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_CONTINENTAL = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}"
_DECIMAL_COMMA = r"(?:0|[1-9][0-9]*),[0-9]{1,2}"


def word_number(word: str) -> Decimal:
    """The number that a number word such as "twelve" or "twenty-four" names."""
    tens, _, ones = word.partition("-")
    return Decimal(NUMBER_WORDS[tens] + (NUMBER_WORDS[ones] if ones else 0))


def figure(written: str, decimal_comma: bool = False) -> Decimal | None:
    """The number that a figure writes, or None for codes such as "007", "1.4.2" and "1,1,1".

    "1,250.5" is read as in English; "1.250.000,50" has only its continental reading. `decimal_comma` also reads "12,5".
    """
    if _AMERICAN.fullmatch(written):
        return Decimal(written.replace(",", ""))
    if re.fullmatch(_CONTINENTAL, written) or (decimal_comma and re.fullmatch(_DECIMAL_COMMA, written)):
        return Decimal(written.replace(".", "").replace(",", "."))
    return None
