"""Agreement of raters by group in the words that every output shares."""

from __future__ import annotations

from collections.abc import Iterator

from showproof.calibration.figures import Figure, NotComputable
from showproof.calibration.group_agreement import Agreed, AgreementTable
from showproof.outputs.audit_words import NONE, bounds, figure, named

HEADS = ("drafts", "ratings", "mean level", "same level", "within one", "alpha", "95 % interval")
NOTE = (
    "Alpha is Krippendorff's, ordinal, over the people's overall levels; the scorer and other programs are left out. "
    "Where people agree less on one group, their ratings say less about it."
)


def title(table: AgreementTable) -> str:
    """What a table is about."""
    return f"Agreement of raters by {' and '.join(table.by)}"


def cells(line: Agreed) -> tuple[str, ...]:
    """A line of a table, behind the group's name."""
    return (
        str(line.drafts), str(line.ratings), figure(line.mean), _share(line.exact), _share(line.adjacent),
        figure(line.alpha.figure), bounds(line.alpha.interval),
    )  # fmt: skip


def reason(line: Agreed) -> str:
    """Why a line has no alpha, or no interval; nothing where it has both."""
    for one in (line.alpha.figure, line.alpha.interval):
        if isinstance(one, NotComputable):
            return f"insufficient: {one.reason}"
    return ""


def notes(table: AgreementTable) -> Iterator[str]:
    """Who is not in a table."""
    if table.unrated:
        yield f"Nobody rated a draft of {table.unrated} of these candidates."


def name(line: Agreed) -> str:
    """The group by its labels."""
    return named(line.group)


def _share(value: Figure) -> str:
    return NONE if isinstance(value, NotComputable) else f"{value:.0%}"
