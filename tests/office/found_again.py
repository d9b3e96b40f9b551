"""Whether answers that were written are found again, each in its field, and nothing else in any."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from random_answers import AnswerSet

from showproof.api import Scorer
from showproof.catalog.artifact import ArtifactType
from showproof.formats.open import read_file
from showproof.model import Draft
from showproof.reading.blanks import is_blank

_MARKER = re.compile(
    r"^\s*(?:[-–—*•·▪●‣◦]|\[[ xX]?\]|\(?[0-9A-Za-z]{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?|[☐☑☒])[ \t\xa0]+(?=\S)"
)


@dataclass(slots=True)
class Tally:
    """What became of the answers of some files; `faults` has one line for each that was lost or invented."""

    answers: int = 0
    found: int = 0
    lost: int = 0
    invented: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Counts another tally in."""
        self.answers += other.answers
        self.found += other.found
        self.lost += other.lost
        self.invented += other.invented
        self.faults += other.faults


def compare(
    scorer: Scorer, kind: ArtifactType, file: Path, given: AnswerSet, untouched: Draft, lost: str = ""
) -> Tally:
    """The tally of one file; what the blank template holds already (`untouched`) counts as nobody's answer.

    `lost` are characters that the programs on the way are known to drop.
    """
    given = given.without(lost)
    draft = scorer.observe(read_file(file))
    tally = Tally()
    left = [one.text for one in draft.unfilled]
    found, before = answers_in(draft), answers_in(untouched)
    for name, text in {f"{part}.{column}": text for (part, column), text in given.answers.items()}.items():
        _judge(tally, f"{file.name} {name}", text, found.pop(name, ""), left)
    for name, text in found.items():
        if text and plain(text) != plain(before.get(name, "")):
            tally.invented += 1
            tally.faults.append(f"invented {file.name} {name}: {text!r}")
    rows = rows_in(draft, kind)
    for part, wanted in given.rows.items():
        _judge_rows(tally, f"{file.name} {part}", wanted, rows.pop(part, []), left)
    for part, more in rows.items():
        if more and more != rows_in(untouched, kind).get(part):
            tally.invented += sum(map(len, more))
            tally.faults.append(f"invented {file.name} rows of {part}: {more!r}"[:300])
    return tally


def _judge_rows(
    tally: Tally, where: str, wanted: list[dict[str, str]], found: list[dict[str, str]], left: list[str]
) -> None:
    """Rows are compared in their order; a row in which nothing but placeholders stands is none."""
    full = [row for row in wanted if any(not is_blank(text) for text in row.values())]
    for number, row in enumerate(full):
        there = dict(found[number]) if number < len(found) else {}
        for column, text in row.items():
            _judge(tally, f"{where}.{number + 1}.{column}", text, there.pop(column, ""), left)
        for column, text in there.items():
            tally.invented += 1
            tally.faults.append(f"invented {where}.{number + 1}.{column}: {text!r}")
    for row in found[len(full) :]:
        tally.invented += len(row)
        tally.faults.append(f"invented {where}: {row!r}"[:300])


def _judge(tally: Tally, where: str, wanted: str, found: str, left: list[str]) -> None:
    tally.answers += 1
    if same(wanted, found, left):
        tally.found += 1
    else:
        tally.lost += 1
        tally.faults.append(f"lost {where}: wrote {wanted[:200]!r}, found {found[:200]!r}")


def same(wanted: str, found: str, left: list[str]) -> bool:
    """Whether the found text is the written one: white space, marks of list items and lines that say nothing aside.

    A placeholder that was typed is no answer; it is to be listed as unfilled, whole or line by line.
    """
    if plain(wanted) == plain(found):
        return True
    lines = [line for line in wanted.split("\n") if line.strip()]
    blank = [line for line in lines if is_blank(_unmarked(line))]
    said = [line for line in lines if line not in blank]
    if plain("\n".join(said)) != plain(found):
        return False
    unfilled = Counter(plain(text) for text in left)
    return unfilled[plain(wanted)] > 0 or all(
        unfilled[plain(line)] or not re.search(r"\w", _unmarked(line)) or plain(line) in ("n/a", "N/A")
        for line in blank
    )


def plain(text: str) -> str:
    """The words with single spaces, without the marks of list items and without soft hyphens, which nobody sees."""
    lines = text.replace("\u00ad", "").split("\n")
    return " ".join(word for line in lines for word in _unmarked(line).split())


def _unmarked(line: str) -> str:
    """The line without the mark of a list item; people and programs write two of them at times."""
    shorter = _MARKER.sub("", line)
    return line if shorter == line else _unmarked(shorter)


def answers_in(draft: Draft) -> dict[str, str]:
    """Each question's answer, its pieces on lines of their own."""
    found: dict[str, list[str]] = {}
    for answer in draft.answers:
        found.setdefault(answer.field, []).append(answer.text)
    return {name: "\n".join(text for text in texts if text) for name, texts in found.items()}


def rows_in(draft: Draft, kind: ArtifactType) -> dict[str, list[dict[str, str]]]:
    """Part id to the filled rows of its table, in their order."""
    tables = {part.id for part in kind.parts if part.table}
    asked = {f"{part.id}.{one.id}" for part in kind.parts for one in part.fields}
    rows: dict[str, list[dict[str, str]]] = {}
    for unit in draft.units:
        cells = {one.field: one.text for one in unit.observations if one.field and one.field not in asked}
        for part in {name.partition(".")[0] for name in cells} & tables:
            row = {name.partition(".")[2]: text for name, text in cells.items() if name.partition(".")[0] == part}
            rows.setdefault(part, []).append(row)
    return rows
