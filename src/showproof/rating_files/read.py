"""Every kind of file that ratings come in, read into one study."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from showproof.catalog.store import Catalog
from showproof.drafts_in import draft_files
from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.rating_files.handed_in import HandedIn, Lost, Taken
from showproof.rating_files.joining import joined
from showproof.rating_files.json_files import read_json
from showproof.rating_files.study_key import ASSIGNMENT, DRAFTS, GUIDE, KEY, read_key
from showproof.rating_files.table import read_table
from showproof.rating_files.workbooks import read_rated_workbook

ENDINGS = (".xlsx", ".csv", ".tsv", ".json")
"""Endings of the files that are taken from a folder."""


def read_files(
    catalog: Catalog,
    paths: Sequence[Path],
    *,
    scorecards: Sequence[Path] = (),
    key: Path | None = None,
    scores: bool = False,
    any_rubric: bool = False,
    limits: Limits = USUAL,
) -> HandedIn:
    """All ratings of the files named, and of those in and below the folders named.

    `scorecards` are outputs of `showproof score --json`, by which showproof is a rater of kind `scorer`; with `scores`
    its scores between levels are taken. `key` is the key.json of the packets. Files that cannot be read are told in
    what is returned; raises UnreadableError for a key that is none, UserError for packets of two studies.
    """
    keyed = read_key(key, limits) if key else None
    taken: list[Taken] = []
    lost: list[Lost] = []
    for path in draft_files([*paths, *scorecards], ENDINGS):
        if _is_no_rating(path, key):
            continue
        try:
            taken += _read(catalog, path, limits, scores=scores)
        except UnreadableError as error:
            lost.append(Lost(error.where or str(path), error.message, error.remedy))
    return joined(taken, lost, keyed, tuple(_scales(catalog)), any_rubric=any_rubric)


def _is_no_rating(path: Path, key: Path | None) -> bool:
    """Whether it is the key, the table beside it, or one of the drafts in a rater's folder beside the scorecard."""
    if key is not None and path.resolve() == key.resolve():
        return True
    if path.name == ASSIGNMENT:
        return (path.parent / KEY).is_file()
    return path.parent.name in DRAFTS and (path.parent.parent / GUIDE).is_file()


def _read(catalog: Catalog, path: Path, limits: Limits, *, scores: bool) -> tuple[Taken, ...]:
    ending = path.suffix.lower()
    if ending == ".json":
        return read_json(path, limits, scores=scores)
    if ending in (".csv", ".tsv", ".txt"):
        return (read_table(path, limits),)
    return (read_rated_workbook(catalog, path, limits),)


def _scales(catalog: Catalog) -> Iterable[str]:
    """Every scale that the catalogue has: the criteria, the rows of all roles, the whole."""
    yield "overall"
    yield from (one.id for one in catalog.criteria)
    yield from dict.fromkeys(f"skill:{row.id}" for name in catalog.role_ids for row in catalog.role(name).rows)
