"""A scale of comparative judgement as text and as JSON (`showproof.scale/1`), and the list of pairs as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

import click

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.bradley_terry import BradleyTerry
from showproof.calibration.statistics.comparison_pairs import Pair
from showproof.outputs.calibration_names import SCALE_NAME
from showproof.outputs.terminal import plain, short

HEAD = ("judge", "first", "second", "better")
"""Columns of the list of pairs, and of the answers."""


def pairs_csv(pairs: Iterable[Pair]) -> str:
    """A line a pair, with room for the answer."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(HEAD)
    lines.writerows((one.judge, one.first, one.second, "") for one in pairs)
    return text.getvalue()


def has_scale(told: BradleyTerry | NotComputable) -> bool:
    """Whether there is one."""
    return not isinstance(told, NotComputable)


def scale_text(told: BradleyTerry | NotComputable, without: int) -> str:
    """All of it, with its line end."""
    return "\n".join(_lines(told, without)) + "\n"


def _lines(told: BradleyTerry | NotComputable, without: int) -> Iterator[str]:
    if isinstance(told, NotComputable):
        yield f"No scale: {told.reason}."
    else:
        yield click.style(f"{'draft':32}  {'logits':>7}  {'error':>6}  {'won':>5}  {'of':>4}  {'infit':>6}", bold=True)
        for one in sorted(told.drafts, key=lambda one: (-one.measure, one.name)):
            yield (
                f"{short(one.name, 32):32}  {one.measure:>+7.2f}  {one.error:>6.2f}  {one.wins:>5g}  "
                f"{one.comparisons:>4}  {one.infit:>6.2f}"
            )
        yield ""
        yield _reliability(told)
        for judge in told.judges:
            odd = "; at odds with the others" if judge.infit > ODD else ""
            yield f"{plain(judge.name)}: {judge.comparisons} comparisons, infit {judge.infit:.2f}{odd}"
        yield from map(plain, told.notes)
    if without:
        pairs = "1 pair has no answer and counts" if without == 1 else f"{without} pairs have no answer and count"
        yield f"{pairs} for nothing."


ODD = 1.3
"""Infit from which on a judge's choices do not go with the scale that all made."""


def _reliability(told: BradleyTerry) -> str:
    found = told.separation
    if isinstance(found, NotComputable):
        return f"Reliability is not computable: {found.reason}."
    return f"Scale separation reliability {found.reliability:.2f}; separation {found.separation:.2f}."


def scale_json(told: BradleyTerry | NotComputable, without: int, version: str) -> str:
    """One object, indented, with its line end."""
    data: dict[str, Any] = {
        "schema": SCALE_NAME,
        "tool": {"name": "showproof", "version": version},
        "without_answer": without,
    }
    if isinstance(told, NotComputable):
        data |= {"reason": told.reason, "drafts": [], "judges": [], "separation": None, "notes": []}
    else:
        apart = told.separation
        data |= {
            "reason": None,
            "drafts": [one._asdict() for one in told.drafts],
            "judges": [one._asdict() for one in told.judges],
            "separation": None if isinstance(apart, NotComputable) else apart._asdict(),
            "notes": list(told.notes),
        }
    return json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
