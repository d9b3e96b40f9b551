"""What judges write besides ratings: drafts called ready, levels expected, which of two drafts is better."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from showproof.calibration.ratings import TOP
from showproof.calibration.statistics.comparisons import Comparison
from showproof.errors import UserError
from showproof.formats.limits import USUAL, Limits
from showproof.rating_files.columns import read_columns

_CALLS = {"yes": True, "no": False, "ready": True, "not ready": False, "1": True, "0": False}
_TIES = ("tie", "equal", "=")
_FIRST, _SECOND = ("first", "1", "left"), ("second", "2", "right")


def ready_calls(path: Path, drafts: Collection[str], limits: Limits = USUAL) -> dict[str, bool]:
    """Draft to whether it was called ready. Raises UserError for a line that cannot be taken."""
    found: dict[str, bool] = {}
    for line in read_columns(path, ("draft", "ready"), limits):
        draft, call = line.cells["draft"], line.cells["ready"].casefold()
        if draft not in drafts:
            raise line.refused("draft", "a draft that was rated")
        if draft in found:
            raise line.refused("draft", "each draft once")
        if call not in _CALLS:
            raise line.refused("ready", "yes, no")
        found[draft] = _CALLS[call]
    return found


def expected_levels(path: Path, scales: Sequence[str], limits: Limits = USUAL) -> dict[tuple[str, str], float]:
    """Judge and scale to the level expected. Raises UserError for a line that cannot be taken."""
    found: dict[tuple[str, str], float] = {}
    for line in read_columns(path, ("judge", "scale", "level"), limits):
        key = line.cells["judge"], line.cells["scale"]
        if not key[0]:
            raise line.refused("judge", "a name")
        if key[1] not in scales:
            raise line.refused("scale", ", ".join(scales))
        if key in found:
            raise line.refused("scale", "each scale once a judge")
        try:
            found[key] = float(line.cells["level"])
        except ValueError:
            raise line.refused("level", f"0 to {TOP}, such as 2.5") from None
        if not 0 <= found[key] <= TOP:
            raise line.refused("level", f"0 to {TOP}, such as 2.5")
    return found


def compared(paths: Sequence[Path], limits: Limits = USUAL) -> tuple[list[Comparison], int]:
    """All answers, and how many pairs have none. Raises UserError for an answer that is none."""
    found: list[Comparison] = []
    without = 0
    for path in paths:
        for line in read_columns(path, ("judge", "first", "second", "better"), limits):
            judge, first, second, said = (line.cells[name] for name in ("judge", "first", "second", "better"))
            if not judge or not first:
                raise line.refused("judge" if not judge else "first", "a name")
            if not second or first == second:
                raise line.refused("second", "another draft than the first")
            if not said:
                without += 1
                continue
            better = _better(said, first, second)
            if better is None:
                raise line.refused("better", f"{first}, {second}, tie")
            found.append(Comparison(judge, first, second, better))
    if not found and not without:
        raise UserError("no file holds a pair", remedy="name lists that `showproof calibrate pairs` made")
    return found, without


def _better(said: str, first: str, second: str) -> str | None:
    """The better one's name, nothing for a tie; None for what is no answer."""
    for names, meant in (((first,), first), ((second,), second), (_FIRST, first), (_SECOND, second), (_TIES, "")):
        if said.casefold() in [name.casefold() for name in names]:
            return meant
    return None
