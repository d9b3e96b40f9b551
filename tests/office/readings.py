"""What showproof makes of a file, in a form in which two files can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from showproof.api import Scorer
from showproof.formats.open import read_file
from showproof.model import Detection, Draft

Rows = dict[str, list[dict[str, str]]]
"""Part id to its table's filled rows in their order: column id to text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as read and scored."""

    levels: dict[str, int]
    """`overall`, and each criterion and skill row by its id."""
    artifact: Detection
    role: Detection
    answers: dict[str, list[str]]
    """Every question found, as `part.field`, with its texts; '' where it is blank."""
    rows: Rows
    parts: dict[str, tuple[int, int]]
    """Part id to the answers given and asked."""


def read(scorer: Scorer, file: Path) -> Reading:
    """The file's reading."""
    card, draft = scorer.score(file), scorer.observe(read_file(file))
    answers: dict[str, list[str]] = {}
    for answer in draft.answers:
        answers.setdefault(answer.field, []).append(_plain(answer.text))
    return Reading(
        levels={"overall": card.level, **{rated.id: rated.level for rated in (*card.criteria, *card.skills)}},
        artifact=card.artifact,
        role=card.role,
        answers=answers,
        rows=_rows(draft),
        parts={part.id: (part.answered, part.asked) for part in draft.parts},
    )


def differences(before: Reading, after: Reading) -> list[str]:
    """What is not the same in both, one line each."""
    told = _unlike("level of ", before.levels, after.levels)
    told += _unlike("answer to ", before.answers, after.answers)
    told += _unlike("rows of ", before.rows, after.rows)
    told += _unlike("answered and asked in ", before.parts, after.parts)
    found = {"artifact": before.artifact, "role": before.role}
    return told + _unlike("detected ", found, {"artifact": after.artifact, "role": after.role})


def _unlike(what: str, before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    names = dict.fromkeys((*before, *after))
    return [
        f"{what}{name}: {before.get(name)} became {after.get(name)}"
        for name in names
        if before.get(name) != after.get(name)
    ]


def _rows(draft: Draft) -> Rows:
    rows: Rows = {}
    for unit in draft.units:
        cells = {one.field: _plain(one.text) for one in unit.observations if one.field}
        if unit.kind == "row" and cells:
            part = next(iter(cells)).partition(".")[0]
            rows.setdefault(part, []).append({name.partition(".")[2]: text for name, text in cells.items()})
    return rows


def _plain(text: str) -> str:
    """Words with single spaces: programs wrap lines as they like."""
    return " ".join(text.split())
