"""The verbs for studies of raters: packets made, ratings read back, splits put to those who settle them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from showproof.formats.limits import USUAL, Limits

if TYPE_CHECKING:
    from showproof.catalog.store import Catalog
    from showproof.rating_files.handed_in import HandedIn


def read_ratings(
    catalog: Catalog,
    paths: Sequence[Path],
    *,
    scorecards: Sequence[Path] = (),
    key: Path | None = None,
    scores: bool = False,
    any_rubric: bool = False,
    limits: Limits = USUAL,
) -> HandedIn:
    """Ratings of every kind of file as one study: `.ratings`, with `.faults`, `.notices` and `.lost` files beside them.

    Takes filled packets and interview scorecards (.xlsx), CSV, `showproof.ratings/1` and `showproof.scorecards/1`; the
    last makes showproof a rater of kind `scorer`, whichever argument names it. A fault left out exactly what it names:
    exit code 3 where a file is lost, else 1 where there are faults. Raises UnreadableError for a `key` that is none,
    UserError for packets of two studies.
    """
    from showproof.rating_files.read import read_files

    return read_files(
        catalog, paths, scorecards=scorecards, key=key, scores=scores, any_rubric=any_rubric, limits=limits
    )
