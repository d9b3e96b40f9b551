"""The verbs of showproof: the only door for faces such as the command line."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showproof.batch.outcomes import Outcome, Render, Scored, Task, Unreadable
from showproof.batch.settings import settings_digest as settings_of
from showproof.catalog.defaults import bundle_context, role_defaults, usual_context
from showproof.catalog.rubric import Role
from showproof.catalog.sources import sources
from showproof.catalog.store import QUALITIES, Catalog
from showproof.drafts_in import READABLE, draft_files
from showproof.errors import UnreadableError, UserError
from showproof.formats.identity import BUNDLE, EXAMPLE
from showproof.formats.limits import USUAL, Limits, limits_said
from showproof.manifest import Manifest, read_manifest
from showproof.scorer import SAID_NOTHING, Said, Scorer

if TYPE_CHECKING:
    from showproof.annotating.copies import Copy, Wanted
    from showproof.batch.earlier import Earlier
    from showproof.comparison import Comparison
    from showproof.derivation import Derivation
    from showproof.formats.compose import Choices
    from showproof.kit.filled import Filled
    from showproof.kit.preparation import Brought
    from showproof.market.imported import ImportedRole
    from showproof.model import Scorecard
    from showproof.pictures.picture import Picture
    from showproof.rubric_sheets.importing import Imported

__all__ = [
    "BUNDLE", "EXAMPLE", "READABLE", "SAID_NOTHING", "USUAL", "Limits", "Manifest", "Outcome", "Render", "Said",
    "Scored", "Scorer", "Unreadable", "annotate_files", "brought_drafts", "bundle_context", "bundle_files",
    "change_note", "compare", "comparison_page", "demo_files", "describe", "draft_files", "earlier_output", "explain",
    "export_rubric", "import_json", "import_role", "import_rubric", "limits_said", "make_template", "one_by_one",
    "open_catalog", "pictures", "read_manifest", "read_ratings", "role_defaults", "role_file", "role_of", "rule_lines",
    "schema", "score_batch", "score_files", "settings_of", "usual_context",
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
    form = compose(kind, catalog.head, judged, context or {}, answers, chosen)
    if not (answers and kind.pictures):
        return write_form(form, form_at)
    from showproof.illustrating import illustrated

    return illustrated(catalog, kind, form, form_at)


def bundle_files(
    catalog: Catalog,
    name: str,
    *,
    format_name: str = "",
    role: str = "",
    context: Mapping[str, str] | None = None,
    example: str = "",
    choices: Choices | None = None,
) -> dict[str, Callable[[], bytes]]:
    """Name to maker of every file of a bundle, in its order; each names the others, and says how it goes with them.

    A type that is not made in the format wished is made in its usual one. Raises UserError for unknown names, and where
    one of the types has no such example.
    """
    from showproof.formats.compose import Choices

    bundle = catalog.bundle(name)
    kinds = {artifact: catalog.artifact(artifact) for artifact in bundle.artifacts}
    missing = [one for one in kinds if example and catalog.answers(one, example) is None]
    if missing:
        raise UserError(f"{name} has no {example} example of {', '.join(missing)}", remedy="leave --example out")
    forms = {one: format_name if format_name in kind.formats else kind.formats[0] for one, kind in kinds.items()}
    ending = f"-{example}" if example else ""
    files = {one: f"{number}-{one}{ending}.{forms[one]}" for number, one in enumerate(kinds, start=1)}
    chosen = choices or Choices()
    chosen = replace(chosen, properties={**chosen.properties, BUNDLE: name})
    made: dict[str, Callable[[], bytes]] = {}
    for member in bundle.members:
        own = ", a worked example with a case of its own" if example else ""
        told = (f"{kinds[one].title} ({files[one]}){own or f' {how}'}." for one, how in member.companions.items())
        made[files[member.artifact]] = partial(
            make_template,
            catalog,
            member.artifact,
            format_name=forms[member.artifact],
            role=role or ("" if example else bundle.role),
            context={**(context or {}), "companions": " ".join(told)},
            example=example,
            choices=chosen,
        )
    return made


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


def earlier_output(path: Path) -> Earlier:
    """The JSON of an earlier run, to go on from. Raises UserError for what is none."""
    from showproof.batch.earlier import Earlier

    return Earlier(path)


def brought_drafts(
    catalog: Catalog, role: str, paths: Iterable[Path], limits: Limits = USUAL
) -> tuple[list[Brought], list[Unreadable]]:
    """A candidate's own drafts, scored for a role, and what is to be said of those that could not be read."""
    from showproof.kit.preparation import Brought

    cards, failed = score_files(Scorer(catalog, limits), draft_files(paths), Said(role))
    return [
        Brought(
            Path(card.file).name, card.artifact.value, card.level, card.verdict, {r.id: r.level for r in card.skills}
        )
        for card in cards
    ], failed


def read_ratings(
    catalog: Catalog, paths: Iterable[Path], role: str = "", limits: Limits = USUAL
) -> tuple[list[Filled], list[Unreadable]]:
    """Filled scorecards of all files named and all workbooks in folders named, and the files that are none."""
    from showproof.kit.ratings import read_scorecard, told_twice

    cards: list[Filled] = []
    failed: list[Unreadable] = []
    for path in draft_files(paths, (".xlsx",)):
        try:
            cards.append(told_twice(read_scorecard(catalog, path, role, limits), cards))
        except UnreadableError as error:
            failed.append(Unreadable(str(path), error.message, error.remedy))
    return cards, failed


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


def annotate_files(
    scorer: Scorer, paths: Sequence[Path], wanted: Wanted, said: Manifest | Said
) -> Iterator[Copy | Unreadable]:
    """A copy of each draft with what is said of it as comments or notes, as it is made.

    Raises UserError for unknown names and for copies that cannot be written, before the first one where it can be told.
    """
    from showproof.annotating.copies import annotate_file, check_targets

    check_targets(paths, wanted)
    for path in paths:
        try:
            yield annotate_file(scorer, path, wanted, said if isinstance(said, Said) else said.said_of(path))
        except UnreadableError as error:
            yield Unreadable(str(path), error.message, error.remedy)


def one_by_one(catalog: Catalog, said: Manifest | Said, limits: Limits = USUAL) -> Callable[[Path], Scorecard]:
    """What scores one draft after the other here, within the limits, with what is costly to set up set up once.

    It raises UnreadableError for a file that cannot be read, UserError for unknown names.
    """
    from showproof.batch.bounds import Bounds
    from showproof.batch.judging import card_here

    scorer, bounds = Scorer(catalog, limits), Bounds(limits.seconds, limits.memory)
    return lambda path: card_here(scorer, Task(path, said if isinstance(said, Said) else said.said_of(path)), bounds)


def pictures(
    catalog: Catalog, path: Path, said: Manifest | Said = SAID_NOTHING, limits: Limits = USUAL
) -> tuple[Picture, ...]:
    """Every picture that can be drawn of a file, its levels last. Raises as `explain` does."""
    from showproof.batch.bounds import Bounds
    from showproof.batch.judging import own_faults_told, within
    from showproof.pictures.drawn import pictures_of
    from showproof.pictures.levels import levels_picture

    with within(Bounds(limits.seconds, limits.memory), path), own_faults_told(path):
        ready = Scorer(catalog, limits).read(path, said if isinstance(said, Said) else said.said_of(path))
        return (*pictures_of(ready.draft, ready.kind), levels_picture(ready.scored()))


def compare(catalog: Catalog, old: Path, new: Path, said: Said = SAID_NOTHING, limits: Limits = USUAL) -> Comparison:
    """Two versions of a draft beside each other, both judged as what the new one is taken for.

    Raises UnreadableError for a file that cannot be read within the limits.
    """
    from showproof.batch.bounds import Bounds
    from showproof.batch.judging import card_here
    from showproof.comparing import compared, taken_otherwise

    scorer, bounds = Scorer(catalog, limits), Bounds(limits.seconds, limits.memory)
    after = card_here(scorer, Task(new, said), bounds)
    before = card_here(scorer, Task(old, said), bounds)
    notes = taken_otherwise(before, after)
    if notes:
        before = card_here(scorer, Task(old, Said(after.role.value, after.artifact.value)), bounds)
    return compared(before, after, notes)


def comparison_page(told: Comparison) -> str:
    """The comparison as a page of its own."""
    from showproof.outputs.html.compared import compared_page

    return compared_page(told)


def change_note(catalog: Catalog, told: Comparison) -> bytes:
    """A feedback and change note with what the comparison shows, as .docx. Raises UserError for an unknown type."""
    from showproof.change_note import NOTE, note_answers
    from showproof.formats.compose import Choices, compose
    from showproof.formats.write import write_form

    kind = catalog.artifact(NOTE)
    role = catalog.role(told.new.role.value)
    return write_form(compose(kind, catalog.head, role, {}, note_answers(told), Choices()), "docx")


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
