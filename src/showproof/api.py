"""The verbs of showproof: the only door for faces such as the command line."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showproof.batch.outcomes import Outcome, Render, Scored, Task, Unreadable
from showproof.batch.settings import settings_digest as settings_of
from showproof.catalog.defaults import role_defaults, usual_context
from showproof.catalog.rubric import Role
from showproof.catalog.sources import sources
from showproof.catalog.store import QUALITIES, Catalog
from showproof.drafts_in import READABLE, draft_files
from showproof.errors import UnreadableError, UserError
from showproof.formats.identity import EXAMPLE
from showproof.formats.limits import USUAL, Limits, limits_said
from showproof.manifest import Manifest, read_manifest
from showproof.scorer import SAID_NOTHING, Said, Scorer

if TYPE_CHECKING:
    from showproof.batch.earlier import Earlier
    from showproof.blind.copies import Copy
    from showproof.blind.people import Person
    from showproof.derivation import Derivation
    from showproof.formats.compose import Choices
    from showproof.market.imported import ImportedRole
    from showproof.model import Scorecard
    from showproof.proof import Cohort, Portfolio
    from showproof.rubric_sheets.importing import Imported

__all__ = [
    "EXAMPLE", "READABLE", "SAID_NOTHING", "USUAL", "Limits", "Manifest", "Outcome", "Said", "Scored", "Scorer",
    "Unreadable", "blind", "cohort", "cohort_workbook", "demo_files", "describe", "draft_files", "earlier_output",
    "evidence_index", "explain", "export_rubric", "import_json", "import_role", "import_rubric", "limits_said",
    "make_template", "open_catalog", "portfolio", "portfolio_workbook", "read_manifest", "role_defaults",
    "role_file", "role_of", "rule_lines", "schema", "score_batch", "score_bytes", "score_files", "settings_of",
    "usual_context",
]  # fmt: skip


def open_catalog(folders: Iterable[Path] = ()) -> Catalog:
    """The catalogue: `--catalog` folders over the person's own over the built-in one."""
    return Catalog(sources(tuple(folders)))


def role_of(catalog: Catalog, name: str) -> Role:
    """One role, whole."""
    return catalog.role(name)


def make_template(
    catalog: Catalog,
    artifact: str,
    *,
    format_name: str = "",
    role: str = "",
    context: Mapping[str, str] | None = None,
    example: str = "",
    choices: Choices | None = None,
) -> bytes:
    """A template's bytes, or those of its worked example (`strong`, `weak`). Raises UserError for unknown names."""
    from showproof.formats.compose import Choices, compose
    from showproof.formats.write import write_form

    kind = catalog.artifact(artifact)
    form_at = format_name or kind.formats[0]
    if form_at not in kind.formats:
        raise UserError(f'{artifact} is not made as "{form_at}"', remedy=f"allowed: {', '.join(kind.formats)}")
    answers = catalog.answers(artifact, example) if example in QUALITIES else None
    if example and answers is None:
        raise UserError(f"{artifact} has no {example} example", remedy="leave --example out")
    chosen = choices or Choices()
    if example:
        chosen = replace(chosen, properties={**chosen.properties, EXAMPLE: example})
    judged = catalog.role(role or (answers.role if answers else kind.usual_role))
    return write_form(compose(kind, catalog.head, judged, context or {}, answers, chosen), form_at)


def import_role(catalog: Catalog, report: Path, *, name: str = "") -> ImportedRole:
    """The role of a market report, under this id or one made of its title. Raises UnreadableError for no report."""
    from showproof.market.importing import import_report

    return import_report(report, catalog, name=name)


def role_file(found: ImportedRole, report: Path) -> str:
    """The text of an imported role's file, with what a person should look at on top."""
    from showproof.market.role_yaml import role_yaml

    return role_yaml(found.role, found.remarks(report.name))


def import_json(found: ImportedRole, report: str, written: str) -> str:
    """An imported role and what was not found, `showproof.import/1`, as one JSON object."""
    from showproof.market.as_json import import_json

    return import_json(found, report, written)


def export_rubric(catalog: Catalog, name: str) -> bytes:
    """The workbook of a role, a criterion, `criteria` or `overall`. Raises UserError for an unknown name."""
    from showproof.rubric_sheets.rubrics import rubrics_named
    from showproof.rubric_sheets.workbook import rubric_workbook

    return rubric_workbook(catalog, rubrics_named(catalog, name))


def import_rubric(catalog: Catalog, path: Path, *, new_id: str = "", force: bool = False) -> Imported:
    """What an edited workbook makes of the rubrics that it was exported from.

    Raises UnreadableError for a file that is no workbook, UserError for one exported from other versions than the
    catalogue has (unless forced), CatalogError with every cell that cannot be taken.
    """
    from showproof.rubric_sheets.importing import import_rubric as take

    return take(catalog, path, new_id=new_id, force=force)


def demo_files(catalog: Catalog) -> dict[str, Callable[[], bytes]]:
    """Name to maker of every file of the demo: templates, worked and weak examples in all formats."""
    made: dict[str, Callable[[], bytes]] = {}
    for artifact in catalog.artifact_ids:
        kind = catalog.artifact(artifact)
        context = usual_context(catalog, artifact, kind.usual_role)
        examples = [quality for quality in QUALITIES if catalog.answers(artifact, quality)]
        for form in kind.formats:
            make = partial(make_template, catalog, artifact, format_name=form)
            made[f"templates/{artifact}.{form}"] = partial(make, context=context)
            for quality in examples:
                made[f"examples/{artifact}-{quality}.{form}"] = partial(make, example=quality)
    return made


def score_files(
    scorer: Scorer, paths: Iterable[Path], said: Manifest | Said
) -> tuple[list[Scorecard], list[Unreadable]]:
    """Scorecards of all files that could be read, and what is to be said of the others."""
    cards: list[Scorecard] = []
    failed: list[Unreadable] = []
    for path in paths:
        try:
            cards.append(scorer.score(path, said if isinstance(said, Said) else said.said_of(path)))
        except UnreadableError as error:
            failed.append(Unreadable(str(path), error.message, error.remedy))
    return cards, failed


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

    bounds, failed, originals = Bounds(limits.seconds, limits.memory), [], []
    for path in draft_files(paths):
        try:
            with within(bounds, path), own_faults_told(path):
                originals.append(read_original(path, limits, force=force))
        except UnreadableError as error:
            failed.append(Unreadable(str(path), error.message, error.remedy))
    people = People(catalog.lexicon)
    key, words_too = people_of(originals, names, catalog.lexicon, people)
    finder = Finder(key, words_too)
    return key, [blinded(one, finder, limits, people) for one in originals], failed


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


def earlier_output(path: Path) -> Earlier:
    """The JSON of an earlier run, to go on from. Raises UserError for what is none."""
    from showproof.batch.earlier import Earlier

    return Earlier(path)


def score_batch(
    catalog: Catalog,
    paths: Sequence[Path],
    said: Manifest | Said,
    render: Render,
    *,
    limits: Limits = USUAL,
    jobs: int = 0,
    earlier: Earlier | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Generator[Outcome, None, None]:
    """What came of each file, in their order: one file in this process, more in killable workers; both within limits.

    `render` puts a scorecard into words where it is made, and must be picklable. `jobs` is how many workers there are
    (0: one for each processor). Drafts that `earlier` has are not scored again. Once `stopped`, what is whole
    still comes. Raises UserError for what would spoil every draft.
    """
    from showproof.batch.bounds import Bounds
    from showproof.batch.judging import judge_here, ready_work

    def entries() -> Iterator[Task | Outcome]:
        for path in paths:
            one = said if isinstance(said, Said) else said.said_of(path)
            yield (earlier.scored(path, one) if earlier else None) or Task(path, one)

    bounds = Bounds(limits.seconds, limits.memory)
    if len(paths) > 1:
        from showproof.batch.pool import Pool, processors

        start = partial(ready_work, catalog.sources, limits, render)
        return Pool(start, min(jobs or processors(), len(paths)), bounds).outcomes(entries(), stopped)
    scorer = Scorer(catalog, limits)
    return (judge_here(scorer, render, entry, bounds) if isinstance(entry, Task) else entry for entry in entries())


def explain(catalog: Catalog, path: Path, name: str, said: Manifest | Said, limits: Limits = USUAL) -> Derivation:
    """All that led to one level of a file: `overall`, a criterion, a row of its role; or to a flag.

    Raises UnreadableError for a file that cannot be read within the limits, UserError for an unknown name.
    """
    from showproof.batch.bounds import Bounds
    from showproof.batch.judging import explain_here

    task = Task(path, said if isinstance(said, Said) else said.said_of(path))
    return explain_here(Scorer(catalog, limits), name, task, Bounds(limits.seconds, limits.memory))


def describe(catalog: Catalog, what: str, name: str) -> dict[str, Any]:
    """Lists of ids with one line each, by kind; or one thing whole as plain data. Raises UserError for unknown ones."""
    from showproof.listing import lists, whole

    return whole(catalog, what, name) if name else lists(catalog, what)


def rule_lines() -> dict[str, str]:
    """Every kind of rule with the sentence that says what it looks for."""
    from showproof import listing

    return listing.rule_lines()


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file. Raises UserError for an unknown one."""
    from showproof.listing import schemas

    known = schemas()
    if name not in known:
        found = f'unknown schema "{name}"' if name else "no schema named"
        raise UserError(found, remedy=f"allowed: {', '.join(known)}")
    return known[name]()
