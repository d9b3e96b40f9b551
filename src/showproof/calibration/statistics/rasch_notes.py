"""What was done with the ratings before and while they were fitted, in sentences for the report."""

from __future__ import annotations

from showproof.calibration.statistics.connected_subsets import Connection
from showproof.calibration.statistics.extreme_scores import Prepared
from showproof.calibration.statistics.facet_ratings import Indices
from showproof.calibration.statistics.joint_estimation import Convergence

FACETS = ("draft", "rater", "criterion")
PLURALS = ("drafts", "raters", "criteria")
SHOWN = 5
"""Names that a sentence lists before it counts the rest."""


_END = "end of the scale: left out of the estimation, then measured 0.3 of a level from it."
_FOLLOWS = {
    "lowest": f"all ratings at the lower {_END}",
    "highest": f"all ratings at the upper {_END}",
    "only": "one level only: nothing can be measured there.",
}


def notes(prepared: Prepared, connection: Connection, convergence: Convergence) -> tuple[str, ...]:
    """Everything that a reader of the measures must know, the gravest first."""
    return (
        *_convergence(convergence),
        *_subsets(prepared, connection),
        *_extremes(prepared),
        *_unused(prepared),
        *_rounded(prepared.ratings.rounded),
    )


def _convergence(convergence: Convergence) -> list[str]:
    if convergence.converged:
        return []
    return [
        f"The estimates did not settle in {convergence.iterations} rounds (the last moved one by"
        f" {convergence.largest_change:.4f} logits): read no measure from them."
        " Too few ratings, or raters who agree almost everywhere, do that."
    ]


def _subsets(prepared: Prepared, connection: Connection) -> list[str]:
    named = zip(
        PLURALS,
        (prepared.ratings.drafts, prepared.ratings.raters, prepared.ratings.criteria),
        (connection.drafts, connection.raters, connection.criteria),
        strict=True,
    )
    said = []
    for plural, names, subset in named:
        groups = _members(names, subset)
        if len(groups) > 1:
            parts = "; ".join(_listed(group) for group in groups[:SHOWN])
            more = f"; and {len(groups) - SHOWN} more" if len(groups) > SHOWN else ""
            said.append(
                f"The {plural} fall into {len(groups)} groups that share too few ratings to be compared: {parts}{more}."
                " Compare inside a group only."
            )
    return said


def _extremes(prepared: Prepared) -> list[str]:
    said = []
    for facet, plural in enumerate(PLURALS):
        for end in ("lowest", "highest", "only"):
            found = [one.element for group in prepared.rounds for one in group if one[0::2] == (facet, end)]
            names = (prepared.ratings.drafts, prepared.ratings.raters, prepared.ratings.criteria)[facet]
            if found:
                listed = _listed([names[at] for at in sorted(found)])
                which = FACETS[facet] if len(found) == 1 else plural
                said.append(f"{len(found)} {which} ({listed}) {'has' if len(found) == 1 else 'have'} {_FOLLOWS[end]}")
    return said


def _unused(prepared: Prepared) -> list[str]:
    said = []
    for at, levels in enumerate(prepared.categories.levels):
        between = [one for one in range(min(levels, default=0), max(levels, default=0)) if one not in levels]
        if between:
            where = f" on {prepared.ratings.criteria[at]}" if len(prepared.categories.levels) > 1 else ""
            named = " and ".join(str(one) for one in between)
            said.append(f"Nobody gave level {named}{where}: the levels beside it were treated as neighbours.")
    return said


def _rounded(count: int) -> list[str]:
    if not count:
        return []
    were = "1 rating between levels was" if count == 1 else f"{count} ratings between levels were"
    return [f"{were} rounded to the nearest level."]


def _members(names: tuple[str, ...], subset: Indices) -> list[list[str]]:
    numbers = range(1, int(subset.max(initial=0)) + 1)
    return [[name for name, one in zip(names, subset.tolist(), strict=True) if one == number] for number in numbers]


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
