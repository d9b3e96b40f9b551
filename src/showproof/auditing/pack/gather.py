"""Files and options to what a pack is made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from showproof.auditing.decisions import read_decisions
from showproof.auditing.log.grow import read_log
from showproof.auditing.log.seal import seal_of
from showproof.auditing.pack.cards import cards_in
from showproof.auditing.pack.given import File, Given, Review
from showproof.auditing.study import draft_names, matched
from showproof.calibration.adjudication import Consensus
from showproof.calibration.audit import LEAST_SHARE, Audit, audit_of
from showproof.calibration.decisions import Decisions
from showproof.calibration.ratings import Ratings
from showproof.catalog.store import NOT_JUDGING, Catalog
from showproof.drafts_in import draft_files
from showproof.errors import UnreadableError, UserError
from showproof.formats.package import read_bytes
from showproof.rating_files.handed_in import HandedIn
from showproof.rating_files.read import ENDINGS, read_files

CONSENSUS = "showproof.consensus/1"


class Named(NamedTuple):
    """What somebody names for a pack."""

    decisions: Path | None = None
    groups: tuple[str, ...] = ()
    scorecards: tuple[Path, ...] = ()
    ratings: tuple[Path, ...] = ()
    key: Path | None = None
    adjudication: tuple[Path, ...] = ()
    gate: tuple[Path, ...] = ()
    log: Path | None = None
    review: Review = Review()


def gather(catalog: Catalog, named: Named) -> Given:
    """Everything read, checked and put together. Raises UserError where nothing is named; else as the readers do."""
    if not (named.decisions or named.scorecards or named.ratings):
        raise UserError(
            "there is nothing to pack", remedy="name --decisions, --scorecards or --ratings, or all of them"
        )
    handed = read_files(catalog, named.ratings, scorecards=named.scorecards, key=named.key, scores=True)
    of = draft_names(handed, named.key)
    files = tuple(_files(named))
    cards: dict[str, Any] = {}
    for one in files:
        if one.kind == "scorecards":
            cards |= cards_in(one.data, one.name, of)
    decisions, audit, notices = _decided(named, handed)
    rubric = {name: path.read_bytes() for name, path in _judging(catalog)}
    return Given(
        files=files, settled=tuple(_settled(files)),
        decisions=decisions, audit=audit, ratings=handed.ratings, cards=cards, titles=_titles(catalog),
        rubric=rubric, rubric_digest=catalog.digest, options=_options(named),
        notices=(*_not_counted(handed), *notices, *_log_fault(named.log), *_other_rubrics(cards, catalog.digest)),
        review=named.review,
    )  # fmt: skip


def _decided(named: Named, handed: HandedIn) -> tuple[Decisions | None, Audit | None, tuple[str, ...]]:
    if named.decisions is None:
        return None, None, ()
    found = matched(read_decisions(named.decisions, named.groups), handed, named.key)
    people: Ratings | None = found.ratings if found.ratings.of_kind("person").given else None
    audit = audit_of(found.decisions, LEAST_SHARE, people) if found.decisions.columns else None
    # Where nothing was handed in there is nothing that could fit; what is missing is named as missing.
    return found.decisions, audit, found.notices if handed.ratings.given else ()


def _settled(files: Iterable[File]) -> Iterator[Consensus]:
    """What files of the adjudication say that is `showproof.consensus/1`; others go into the pack unread."""
    for one in files:
        try:
            told = json.loads(one.data) if one.kind == "adjudication" and one.name.lower().endswith(".json") else None
            entries = told["consensus"] if told and told["schema"] == CONSENSUS else ()
            yield from [Consensus(**entry) for entry in entries]
        except (ValueError, TypeError, KeyError, RecursionError):
            remedy = "name the output of `showproof calibrate consensus --json`"
            raise UnreadableError("no consensus that can be read", where=one.name, remedy=remedy) from None


def _files(named: Named) -> Iterator[File]:
    yield from _of("decisions", (named.decisions,) if named.decisions else ())
    yield from _of("scorecards", named.scorecards)
    yield from _of("ratings", draft_files(named.ratings, ENDINGS))
    yield from _of("ratings", (named.key,) if named.key else ())
    yield from _of("adjudication", named.adjudication)
    yield from _of("gate", named.gate)
    if named.log:
        yield File("log", named.log.name, named.log.read_bytes())
        if seal_of(named.log).exists():
            yield File("log", seal_of(named.log).name, seal_of(named.log).read_bytes())


def _of(kind: str, paths: Iterable[Path]) -> Iterator[File]:
    taken: set[Path] = set()
    for path in paths:
        if path.resolve() not in taken:
            taken.add(path.resolve())
            yield File(kind, path.name, read_bytes(path))


def _judging(catalog: Catalog) -> Iterator[tuple[str, Path]]:
    """The files by which the rubric's digest is made."""
    for name, path in catalog.sources.names("rubrics/**/*.yaml").items():
        if not name.startswith(NOT_JUDGING):
            yield name, path


def _titles(catalog: Catalog) -> dict[str, str]:
    rows = {f"skill:{row.id}": row.skill for name in catalog.role_ids for row in catalog.role(name).rows}
    return {"overall": "The whole", **{one.id: one.title for one in catalog.criteria}, **rows}


def _not_counted(handed: HandedIn) -> tuple[str, ...]:
    return tuple(str(one) for one in (*handed.lost, *handed.faults, *handed.notices))


def _log_fault(log: Path | None) -> Sequence[str]:
    fault = read_log(log).fault if log else None
    return (f"{log}: {fault}",) if fault else ()


def _other_rubrics(cards: dict[str, Any], digest: str) -> Iterator[str]:
    others = sorted({card["rubric"]["digest"] for card in cards.values()} - {digest})
    for other in others:
        count = sum(card["rubric"]["digest"] == other for card in cards.values())
        yield f"{count} scorecards were made by rubric {other}; the rubric in the pack is {digest}"


def _options(named: Named) -> dict[str, object]:
    """What was asked for, files by their names alone: folders of a machine say nothing to others."""
    told: dict[str, object] = {}
    for name, value in named._asdict().items():
        if isinstance(value, Path):
            told[name] = value.name
        elif isinstance(value, Review):
            told |= {"contact": value.contact, "review_until": value.until}
        elif isinstance(value, tuple):
            told[name] = [one.name if isinstance(one, Path) else one for one in value]
    return told
