"""Persons and the names that stand for them: stable, unlike any real one given, and still read as persons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from showproof.errors import UserError

_GIVEN = (
    "Alix", "Blair", "Corin", "Darcy", "Eden", "Fallon", "Greer", "Harley", "Indra", "Jules", "Kerry", "Lane",
    "Marlo", "Nico", "Ollie", "Perrin", "Quinby", "Remy", "Sasha", "Tatum", "Uri", "Vesper", "Wren", "Xan", "Yael",
    "Zeph",
)  # fmt: skip
_FAMILY = (
    "Alderby", "Birchall", "Cedarly", "Dogwell", "Elmhurst", "Firbank", "Gorseby", "Hazelden", "Ivymoor",
    "Juniperl", "Kelpwood", "Larchby", "Maplewin", "Nettleby", "Oakrind", "Pinehall", "Quillby", "Rowanley",
    "Sorrelby", "Thistlow", "Umberly", "Vetchley", "Willowby", "Xylander", "Yarrowby", "Zinniel",
)  # fmt: skip
"""Made up, one for each letter: a reader sees at once that Corin Cedarly is a pseudonym."""
_UNREAD = ("North", "Bridge", "West", "Street", "South", "Spring", "East", "Road")
"""Family names that the scorer takes for things, as it does Price or Bank."""
_PARTICLES = frozenset((
    "de", "del", "della", "den", "der", "di", "da", "dos", "du", "van", "von", "ten", "ter", "al", "el", "bin",
    "ibn", "la", "las", "le", "los", "of",
    "dr", "prof", "mr", "mrs", "ms", "miss", "herr", "frau",
))  # fmt: skip
_GENERIC = re.compile(
    r"(?i)^(?:microsoft office user|python-docx|openpyxl|xlsxwriter|unknown|user|admin|administrator|author|owner"
    r"|windows user|default|guest|libreoffice|google|showproof|apache poi|.*\b(?:inc|llc|ltd|gmbh)\b\.?)$"
)
"""What programs put where a person's name belongs."""


class Person(NamedTuple):
    """One person, and what stands in the copies instead."""

    name: str
    label: str
    """`Person 1`: in properties, comments and revision marks."""
    given: str
    family: str
    """In the text, where a name must stay a name."""

    @property
    def spoken(self) -> str:
        """The full name in the text."""
        return f"{self.given} {self.family}"


def plain(text: str) -> str:
    """Folded letters without marks, one for each of the text's characters, so that places stay places."""
    return "".join(_bare(sign) for sign in text)


def _bare(sign: str) -> str:
    base = unicodedata.normalize("NFKD", sign)[:1] or sign
    low = base.lower()
    return low if len(low) == 1 else sign


def parts_of(name: str) -> list[str]:
    """The parts of a name that tell persons apart: no particles, no initials, no titles."""
    words = re.findall(r"[^\W\d_][\w’'-]*", name)
    return [word for word in words if plain(word) not in _PARTICLES and len(word) > 1]


def persons(
    names: Iterable[str], taken: Collection[str], reads: Callable[[str], bool] = lambda _: True
) -> list[Person]:
    """Persons in the order given, without doubles; `taken` are folded words that no pseudonym may be.

    `reads` says whether the scorer takes a name for a person's. Where it does not, the pseudonym is one that it does
    not take for one either: the copy is to score as the draft does, for better or worse.
    """
    wanted: dict[str, str] = {}
    for name in names:
        line = " ".join(name.split())
        if parts_of(line):
            wanted.setdefault(plain(line), line)
    used = {plain(part) for name in wanted.values() for part in parts_of(name)} | set(taken)
    givens, families = _free(_GIVEN, used), _free(_FAMILY, used)
    places = cycle(_UNREAD)
    known: dict[str, str] = {}
    made = []
    for number, name in enumerate(wanted.values(), start=1):
        parts = [plain(part) for part in parts_of(name)]
        # One given name or family name of two persons stays one, so that what agrees by name still does.
        given = known.setdefault(parts[0], next(givens))
        unread = len(parts) > 1 and not reads(name)
        fresh = next(places) if unread else next(families)
        family = known.setdefault(parts[-1], fresh) if len(parts) > 1 else fresh
        made.append(Person(name, f"Person {number}", given, family))
    return made


def _free(names: Sequence[str], used: Collection[str]) -> Iterator[str]:
    """The names that are not used, then the same with an ending, without end."""
    ending = ""
    while True:
        yield from (name + ending for name in names if plain(name + ending) not in used)
        ending += "a"


def is_a_name(text: str) -> bool:
    """Whether an author's field holds a person's full name and not that of a program."""
    return len(parts_of(text)) >= 2 and not _GENERIC.match(text.strip()) and not re.search(r"[@\d]", text)


def read_roster(path: Path) -> list[str]:
    """The names of a roster: a line each, or a CSV with the column `name`, or `first` and `last`.

    Raises UserError where no name stands in it, UnreadableError where it cannot be read.
    """
    from showproof.formats.csv_rows import csv_rows
    from showproof.formats.package import read_bytes

    text = read_bytes(path).decode("utf-8-sig", errors="replace")
    head = text.partition("\n")[0].lower()
    columns = [cell.strip() for cell in re.split(r"[,;]", head)]
    if "name" in columns or {"first", "last"} <= set(columns):
        lines = list(csv_rows(text, ";" if ";" in head and "," not in head else ",", str(path)))
        rows = [dict(zip(columns, map(str.strip, row), strict=False)) for _, row in lines[1:]]
        names = [row.get("name") or f"{row.get('first', '')} {row.get('last', '')}" for row in rows]
    else:
        names = [line.strip() for line in text.splitlines() if not line.startswith("#")]
    found = [name for name in names if parts_of(name)]
    if not found:
        remedy = "write a name a line, or a CSV with the column name"
        raise UserError("no names in it", where=str(path), remedy=remedy)
    return found
