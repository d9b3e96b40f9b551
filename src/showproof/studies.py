"""The verbs for studies of raters: packets made, ratings read back, splits put to those who settle them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from showproof.api import make_template
from showproof.errors import UserError
from showproof.formats.limits import USUAL, Limits
from showproof.scorer import Said, Scorer
from showproof.sets import blind, score_bytes

if TYPE_CHECKING:
    from showproof.batch.outcomes import Unreadable
    from showproof.blind.copies import Copy
    from showproof.catalog.store import Catalog
    from showproof.packets.anchors import Anchor, Named
    from showproof.packets.study import Blinded, Packets
    from showproof.rating_files.consensus_sheet import Settled
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


def make_packets(
    catalog: Catalog,
    paths: Sequence[Path],
    role: str,
    raters: Sequence[str],
    *,
    overlap: int = 0,
    seed: int,
    names: Iterable[str] = (),
    anchors: Path | None = None,
    paper: str = "letter",
    limits: Limits = USUAL,
) -> tuple[Packets | None, list[Unreadable]]:
    """(the files of a study, what could not be read): no files where anything could not, since that changes them all.

    `overlap` is how many raters a draft has, 0 for all; `names` are taken out of the copies with the authors that the
    files name; `anchors` is a CSV of file, level and why, besides which showproof's own examples serve. Raises
    UserError for an unknown role, a signed draft, the same draft twice and raters that cannot be connected.
    """
    from showproof.packets.anchors import LEVELS, own_examples, read_anchors
    from showproof.packets.study import packets

    asked = catalog.role(role)
    chosen = read_anchors(anchors, limits) if anchors else ()
    people, copies, failed = blind(catalog, [*paths, *(one.path for one in chosen)], names, limits=limits)
    if failed:
        return None, failed
    by_path = {one.path: one for one in copies}
    named = {one.level: _anchor(one, by_path[one.path]) for one in chosen}
    scorer = Scorer(catalog, limits)
    drafts = list(_drafts(scorer, [one for one in copies if one.path not in {two.path for two in chosen}], role))
    if not drafts:
        raise UserError(
            "no drafts to rate", where=", ".join(map(str, paths)), remedy="name the drafts, or their folder"
        )
    make = partial(_example, catalog)
    judge = partial(score_bytes, scorer)
    left = [level for level in LEVELS if level not in named]
    own = own_examples(catalog, role, [one.artifact for one in drafts if one.artifact], left, make, judge)
    # The examples are scored only where nothing else stands in the way of a study.
    ready = chain(named.values(), own)
    made = packets(
        catalog, asked, drafts, raters, overlap=overlap, seed=seed, anchors=ready, people=people, paper=paper
    )
    return made, []


def _example(catalog: Catalog, artifact: str, quality: str) -> bytes:
    return make_template(catalog, artifact, example=quality)


def _anchor(one: Named, copy: Copy) -> Anchor:
    from showproof.packets.anchors import Anchor

    return Anchor(one.level, "chosen by the organiser", "", one.why, one.path.suffix, copy.data, str(one.path))


def _drafts(scorer: Scorer, copies: Sequence[Copy], role: str) -> Iterator[Blinded]:
    """The drafts of a study with their types."""
    from showproof.packets.study import Blinded

    for one in copies:
        kind = scorer.read(one.path, Said(role)).draft.artifact.value
        sha256 = hashlib.sha256(one.path.read_bytes()).hexdigest()
        yield Blinded(str(one.path), sha256, kind, one.path.suffix, one.data, one.left)


def adjudication_sheet(found: HandedIn, *, apart: int = 2, cut: int | None = 3) -> tuple[bytes, int]:
    """(a workbook of the splits, how many there are). Raises UserError for a text that no cell can hold."""
    from showproof.calibration.adjudication import splits
    from showproof.rating_files.adjudication_sheet import adjudication_workbook

    told = splits(found.ratings, apart=apart, cut=cut)
    return adjudication_workbook(found, told), len(told)


def read_consensus(sheet: Path, *, log: Path | None = None, today: str = "", limits: Limits = USUAL) -> Settled:
    """What an adjudication sheet settles, each line added to the log where one is named; `today` dates undated lines.

    Raises UserError for a `today` that is no day, UnreadableError for a file that is no such sheet, and no such log.
    """
    from showproof.rating_files import consensus_sheet
    from showproof.rating_files.table import DAY
    from showproof.rating_files.tie_breaks import add_tie_breaks
    from showproof.values.calendar_days import is_iso_day

    if today and not is_iso_day(today):
        raise UserError(f'found "{today}"; allowed: {DAY}', where="--today", remedy="change it")
    settled = consensus_sheet.read_consensus(sheet, today=today, limits=limits)
    if log:
        add_tie_breaks(log, settled.consensus, f"{sheet.name} {hashlib.sha256(sheet.read_bytes()).hexdigest()[:16]}")
    return settled
