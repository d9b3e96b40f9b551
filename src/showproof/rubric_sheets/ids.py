"""Ids of lines: those that people leave alone, and new ones for lines that have none yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from showproof.rubric_sheets.found import Line, Read

_PASSED_OVER = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "by", "each", "every", "for", "from", "has", "have", "how", "in", "is",
    "it", "its", "of", "on", "one", "or", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "to", "two", "was", "were", "what", "when", "where", "which", "who", "will", "with",
))  # fmt: skip
_WORDS = 3
"""Words of a text that its id is made of."""


def ids_of(read: Read, lines: Sequence[Line], given: Sequence[str], texts: Sequence[str], within: str) -> list[str]:
    """The id of each line: the one that stands there, else one from its text that no other line has.

    An id that stands there a second time is a fault; `within` says among what it must stand once.
    """
    taken: set[str] = set()
    for line, name in zip(lines, given, strict=True):
        if name in taken:
            read.fault(line.place("id"), f'"{name}" a second time', f"once {within}", "clear the cell of the new line")
        if name:
            taken.add(name)
    made = []
    for name, text in zip(given, texts, strict=True):
        made.append(name or _new(text, taken))
        taken.add(made[-1])
    return made


def _new(text: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    telling = [word for word in words if word not in _PASSED_OVER] or words or ["line"]
    name = "-".join(telling[:_WORDS])
    number = next(number for number in range(1, len(taken) + 2) if _numbered(name, number) not in taken)
    return _numbered(name, number)


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"
