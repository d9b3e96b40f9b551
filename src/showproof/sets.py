"""The verbs for sets of drafts: what they prove of a role, of one candidate or a cohort; copies for fair review."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from showproof.api import make_template, score_batch
from showproof.batch.outcomes import Scored, Unreadable
from showproof.drafts_in import draft_files
from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.manifest import Manifest
from showproof.scorer import Said, Scorer

if TYPE_CHECKING:
    from showproof.blind.copies import Copy
    from showproof.blind.people import Person
    from showproof.catalog.store import Catalog
    from showproof.model import Scorecard
    from showproof.proof import Cohort, Portfolio

T = TypeVar("T")


def portfolio(
    catalog: Catalog, folder: Path, role: str, said: Manifest | Said, *, limits: Limits = USUAL, today: str = ""
) -> Portfolio:
    """What the drafts in and below a folder prove of a role. Raises UserError for an unknown role.

    Every draft is judged for this role; `said` says their types. `today` is the day that ages are counted to.
    """
    from showproof.batch.bounds import Bounds
    from showproof.batch.judging import own_faults_told, within
    from showproof.portfolio.build import portfolio_of
    from showproof.portfolio.heads import head_of
    from showproof.portfolio.taken import Taken
    from showproof.proof import Lost

    scorer, bounds, asked = Scorer(catalog, limits), Bounds(limits.seconds, limits.memory), catalog.role(role)
    taken: list[Taken] = []
    lost: list[Lost] = []
    said = _for_role(said, role)
    for path in draft_files([folder]):
        one = said if isinstance(said, Said) else said.said_of(path)
        try:
            with within(bounds, path), own_faults_told(path):
                ready = scorer.read(path, one)
                taken.append(Taken(ready.card(), ready.draft, ready.kind, head_of(ready.draft, catalog.head)))
        except UnreadableError as error:
            lost.append(Lost(str(path), error.message, error.remedy))
    shows = cache(partial(_worked_levels, catalog, scorer, role))
    return portfolio_of(catalog, asked, str(folder), taken, lost, shows=shows, today=today)


def _worked_levels(catalog: Catalog, scorer: Scorer, role: str, artifact: str) -> dict[str, int]:
    """Levels of a type's worked example in the rows of the role that it was written for; nothing for other roles."""
    from showproof.formats.open import read_draft

    answers = catalog.answers(artifact, "strong")
    if answers is None or answers.role != role:
        return {}
    name = f"{artifact}.{catalog.artifact(artifact).formats[0]}"
    outline = read_draft(make_template(catalog, artifact, example="strong"), Path(name))
    return {row.id: row.level for row in scorer.judge(outline, Said(role, artifact)).skills}


def cohort(
    catalog: Catalog,
    folder: Path,
    role: str,
    said: Manifest | Said,
    *,
    limits: Limits = USUAL,
    since: Path | None = None,
) -> Cohort:
    """What the drafts of each folder in a folder prove of a role. Raises UserError for a role or `since` that is none.

    Every draft is judged for this role, in workers; `since` is the JSON of an earlier cohort.
    """
    from showproof.portfolio.cohort import cohort_of, earlier_levels, glance_texts
    from showproof.proof import Lost

    asked = catalog.role(role)
    earlier = earlier_levels(since, role) if since else None
    names = sorted(one.name for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
    files = draft_files([folder])
    glances: dict[str, list[str]] = {name: [] for name in names}
    inside = {str(path): path.relative_to(folder).parts[0] for path in files if path.parent != folder}
    drafts = [path for path in files if inside.get(str(path)) in glances]
    lost: list[Lost] = []
    for one in score_batch(catalog, drafts, _for_role(said, role), glance_texts, limits=limits) if drafts else ():
        if isinstance(one, Scored):
            glances[inside[one.file]].append(one.texts[0])
        else:
            lost.append(Lost(one.file, one.error, one.remedy))
    strays = [str(path) for path in files if path not in set(drafts)]
    return cohort_of(catalog, asked, str(folder), glances, earlier, lost, strays)


def portfolio_page(told: Portfolio) -> bytes:
    """A portfolio as one page that needs nothing but itself."""
    from showproof.outputs.html import portfolio

    return portfolio.portfolio_page(told).encode()


def cohort_page(told: Cohort) -> bytes:
    """A cohort as one page that needs nothing but itself."""
    from showproof.outputs.html import cohort

    return cohort.cohort_page(told).encode()


def portfolio_workbook(told: Portfolio) -> bytes:
    """A portfolio as a workbook. Raises UserError for a text that no cell can hold."""
    from showproof.portfolio import workbook

    return workbook.portfolio_workbook(told)


def cohort_workbook(told: Cohort) -> bytes:
    """A cohort as a workbook. Raises UserError for a text that no cell can hold."""
    from showproof.portfolio import workbook

    return workbook.cohort_workbook(told)


def evidence_index(told: Portfolio) -> bytes:
    """The page that a candidate hands in with the drafts, as a Word document."""
    from showproof.portfolio import index

    return index.evidence_index(told)


def blind(
    catalog: Catalog, paths: Sequence[Path], names: Iterable[str], *, limits: Limits = USUAL, force: bool = False
) -> tuple[list[Person], list[Copy], list[Unreadable]]:
    """(the key, copies for fair review, files that could not be read), all copies by one key.

    `names` come first in the key; authors that the files name follow. Raises UserError for a signed file unless forced.
    """
    from showproof.batch.bounds import Bounds
    from showproof.batch.judging import own_faults_told, within
    from showproof.blind.copies import blinded, people_of, read_original
    from showproof.blind.finds import Finder
    from showproof.reading.people import People

    bounds = Bounds(limits.seconds, limits.memory)
    failed: list[Unreadable] = []

    def each(paths: Iterable[Path], make: Callable[[Path], T]) -> list[T]:
        """What is made of each file, within limits; those that it cannot be made of are noted."""
        made = []
        for path in paths:
            try:
                with within(bounds, path), own_faults_told(path):
                    made.append(make(path))
            except UnreadableError as error:
                failed.append(Unreadable(str(path), error.message, error.remedy))
        return made

    found = each(draft_files(paths), lambda path: read_original(path, limits, force=force))
    originals = {one.path: one for one in found}
    people = People(catalog.lexicon)
    key, words_too = people_of(found, names, catalog.lexicon, people)
    finder = Finder(key, words_too)
    copies = each(originals, lambda path: blinded(originals[path], finder, limits, people))
    return key, copies, failed


def score_bytes(scorer: Scorer, data: bytes, name: str) -> Scorecard:
    """The scorecard of a draft that is not in a file yet. Raises as `Scorer.score` does."""
    from showproof.formats.open import read_draft

    return scorer.judge(read_draft(data, Path(name), scorer.limits))


def _for_role(said: Manifest | Said, role: str) -> Manifest | Said:
    """The same with this role for every draft."""
    if isinstance(said, Said):
        return said._replace(role=role)
    by_path = {path: one._replace(role=role) for path, one in said.by_path.items()}
    by_name = {name: one._replace(role=role) for name, one in said.by_name.items()}
    return said._replace(by_path=by_path, by_name=by_name, otherwise=said.otherwise._replace(role=role))
