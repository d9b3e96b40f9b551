"""Tables whose headers leave no doubt what each column is, whatever type the draft is of, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from showproof.catalog.artifact import PictureKind
from showproof.catalog.picture_check import PARTS
from showproof.model import Draft, Observation, Unit
from showproof.pictures.rows import numbered
from showproof.pictures.told import Told
from showproof.rules.calendar import Calendar

_LEAST = 2
"""Rows from which on a table is worth a picture."""
TITLES: dict[PictureKind, str] = {
    "swimlanes": "Steps, and who does them",
    "schedule": "The plan",
    "risk-grid": "Risks by likelihood and impact",
    "bands": "Measures and their limits",
    "fan": "Scenarios",
}
_OWNER = ("owner", "responsible", "assigned to", "assignee", "who", "lead", "accountable", "resource")
HEADERS: dict[PictureKind, dict[str, tuple[str, ...]]] = {
    "risk-grid": {
        "risk": ("risk", "risk description", "risk event", "event", "what could go wrong", "threat", "hazard"),
        "likelihood": ("likelihood", "probability", "likelihood score", "probability score", "lik", "prob"),
        "impact": ("impact", "severity", "consequence", "impact score", "harm"),
        "id": ("id", "risk id", "ref"),
    },
    "schedule": {
        "item": (
            "task",
            "task name",
            "milestone",
            "activity",
            "deliverable",
            "step",
            "action",
            "phase",
            "work package",
        ),
        "end": ("end", "end date", "due", "due date", "finish", "finish date", "deadline", "target date", "by when"),
        "start": ("start", "start date", "begin"),
        "length": ("duration", "length"),
        "owner": _OWNER,
        "after": ("depends on", "dependency", "dependencies", "predecessor", "predecessors", "after", "blocked by"),
        "status": ("status", "state"),
    },
    "swimlanes": {
        "step": ("step", "process step", "procedure step", "activity"),
        "actor": ("actor", "role", "performed by", "done by", "lane", *_OWNER),
        "limit": ("time limit", "within", "time", "sla"),
        "fails": ("exception", "exceptions", "if it fails"),
    },
    "bands": {
        "measure": ("metric", "kpi", "measure", "indicator", "metric name"),
        "warn": ("warn", "warn at", "warning", "amber", "yellow"),
        "act": ("act at", "act when", "red", "critical", "breach"),
        "target": ("target", "goal", "target value", "green"),
        "before": ("baseline", "before"),
        "now": ("actual", "current", "now", "latest"),
    },
    "fan": {
        "scenario": ("scenario", "case"),
        "result": ("result", "total", "forecast", "amount", "cost", "spend", "outcome"),
        "likelihood": ("likelihood", "probability"),
    },
}
"""How the columns of each kind are usually headed, in lower case."""
_WORDS = ("step", "actor", "item", "risk", "measure", "scenario")
"""Parts that are played by words: a column of bare figures under such a header only counts the rows."""
_BESIDES: dict[PictureKind, tuple[str, ...]] = {"schedule": ("start", "owner", "after", "length")}
"""Parts of which one has to be there too: days alone make no plan."""
_NEVER: dict[PictureKind, str] = {"swimlanes": "end"}
"""A part of another kind that says that a table is of that one: steps with days are a plan."""


def told_by_headers(draft: Draft, calendar: Calendar) -> Iterator[tuple[PictureKind, Told]]:
    """What each table tells for the first kind of picture that its headers fit."""
    rows = [unit for unit in draft.units if unit.kind == "row" and unit.table >= 0]
    for _, group in groupby(rows, key=lambda unit: unit.table):
        units = list(group)
        kind = next((kind for kind in HEADERS if len(units) >= _LEAST and _fits(kind, units)), None)
        if kind:
            yield kind, Told(TITLES[kind], numbered(draft, _cells(units, HEADERS[kind])), calendar)


def _head(label: str) -> str:
    """A header without what stands behind it in brackets or behind a comma."""
    return re.sub(r"\s*(?:\(.*\)\s*|,.*)$", "", label.lower()).strip(" :.")


def _fits(kind: PictureKind, units: Sequence[Unit]) -> bool:
    """Whether every needed part is played by exactly one column."""
    cells = [one for unit in units for one in unit.observations if one.label]
    heads = {_head(one.label) for one in cells}
    worded = {_head(one.label) for one in cells if not one.text.strip().isdigit()}
    parts = PARTS[kind]
    played = {role: len((worded if role in _WORDS else heads) & set(names)) for role, names in HEADERS[kind].items()}
    return (
        all(played[role] == 1 for role in parts.needed)
        and (not parts.one_of or any(played.get(role) for role in parts.one_of))
        and (kind not in _BESIDES or any(played[role] for role in _BESIDES[kind]))
        and not (kind in _NEVER and heads & set(HEADERS["schedule"][_NEVER[kind]]))
    )


def _cells(units: Sequence[Unit], words: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, Observation]]:
    """The cells of each row by the parts that they play; of two columns for one part the first."""
    for unit in units:
        cells: dict[str, Observation] = {}
        for one in unit.observations:
            role = next((role for role, names in words.items() if _head(one.label) in names), "")
            if role:
                cells.setdefault(role, one)
        yield cells
