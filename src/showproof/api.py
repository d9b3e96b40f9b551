"""The verbs of showproof: the only door for faces such as the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showproof.catalog.artifact import Answers, ArtifactType
from showproof.catalog.expected import looked_for
from showproof.catalog.rubric import Role
from showproof.catalog.sources import sources
from showproof.catalog.store import Catalog
from showproof.errors import UnreadableError, UserError
from showproof.model import Detection, Outline, Scorecard

if TYPE_CHECKING:
    from showproof.formats.compose import Choices

EXAMPLE = "showproof.example"
"""Document property of a worked example as showproof makes it: `strong` or `weak`."""

READABLE = (".docx", ".dotx", ".docm", ".dotm", ".xlsx", ".xltx", ".xlsm", ".md", ".markdown", ".txt")
"""Endings of the files that are taken from a folder."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be scored, and what would help."""

    file: str
    error: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of a draft, by options or in a manifest: role and type, where they did."""

    role: str = ""
    artifact: str = ""
    by: str = "option"


def open_catalog(folders: Iterable[Path] = ()) -> Catalog:
    """The catalogue: `--catalog` folders over the person's own over the built-in one."""
    return Catalog(sources(tuple(folders)))


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
    answers = _example(catalog, artifact, example) if example else None
    part = catalog.role(role or (answers.role if answers else next(iter(kind.proves))))
    chosen = choices or Choices()
    if example:
        chosen = Choices(rows=chosen.rows, paper=chosen.paper, language=chosen.language, properties={EXAMPLE: example})
    return write_form(compose(kind, catalog.head, part, dict(context or {}), answers, chosen), form_at)


def _example(catalog: Catalog, artifact: str, quality: str) -> Answers:
    answers = catalog.answers(artifact, quality)
    if answers is None:
        raise UserError(f"{artifact} has no {quality} example", remedy="leave --example out")
    return answers


class Scorer:
    """Scores drafts by one catalogue; what is costly to set up is set up once."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    @cached_property
    def _words(self):  # type: ignore[no-untyped-def]
        from showproof.reading.vocabulary import compile_vocabulary

        return compile_vocabulary(self.catalog.facets, self.catalog.lexicon)

    @cached_property
    def _role_words(self):  # type: ignore[no-untyped-def]
        from showproof.reading.detect import role_lexicon

        return {name: role_lexicon(self.catalog.role(name).words) for name in self.catalog.role_ids}

    @cached_property
    def _clues(self):  # type: ignore[no-untyped-def]
        from showproof.reading.detect import TypeClues

        return [
            TypeClues(one.id, one.names, frozenset(one.headings), frozenset(one.headers))
            for one in self.catalog.summaries.values()
        ]

    def score(self, path: Path, said: Said = Said()) -> Scorecard:
        """The scorecard of one file. Raises UnreadableError for an unreadable file, UserError for unknown names."""
        from showproof.formats.open import read_draft
        from showproof.formats.package import read_bytes
        from showproof.reading.draft import observe_draft
        from showproof.scoring import Rubric, score_draft

        data = read_bytes(path)
        outline = read_draft(data, path)
        artifact = self._artifact(outline, said)
        role = self._role(outline, said, artifact.value)
        kind = self.catalog.artifact(artifact.value) if artifact.value else None
        judged = self.catalog.role(role.value)
        sayings = [text for title, lines in looked_for(kind, judged) for text in (title, *lines)] if kind else []
        draft = observe_draft(
            outline, kind, self.catalog.head, self._words, artifact=artifact, role=role, sayings=sayings
        )
        rubric = Rubric(
            self.catalog.screen.version,
            self.catalog.digest,
            self.catalog.criteria,
            tuple(self.catalog.flags.values()),
            self.catalog.screen,
            judged,
        )
        shipped, notices = self._shipped(outline, kind)
        sha = hashlib.sha256(data).hexdigest()
        return score_draft(draft, rubric, kind, sha256=sha, shipped=shipped, notices=notices)

    def _artifact(self, outline: Outline, said: Said) -> Detection:
        from showproof.reading.detect import detect_artifact

        if said.artifact:
            self.catalog.artifact(said.artifact)
            return Detection(said.artifact, said.by, 1.0)  # type: ignore[arg-type]
        named = outline.properties.get("showproof.artifact", "")
        if named in self.catalog.artifact_ids:
            return Detection(named, "property", 1.0)
        return detect_artifact(outline, self._clues)

    def _role(self, outline: Outline, said: Said, artifact: str) -> Detection:
        from showproof.reading.detect import detect_role
        from showproof.reading.texts import texts_of, title_of

        if said.role:
            self.catalog.role(said.role)
            return Detection(said.role, said.by, 1.0)  # type: ignore[arg-type]
        named = outline.properties.get("showproof.role", "")
        if named in self.catalog.role_ids:
            return Detection(named, "property", 1.0)
        found = detect_role("\n".join(texts_of(outline)), title_of(outline), self._role_words)
        if found.value:
            return found
        summary = self.catalog.summaries.get(artifact)
        return Detection(summary.roles[0] if summary else self.catalog.role_ids[0], "none", 0.0)

    def _shipped(self, outline: Outline, kind: ArtifactType | None) -> tuple[frozenset[int], tuple[str, ...]]:
        """Shingles of the shipped examples of a type, and a notice where the file is one of them, unchanged."""
        from showproof.rules.signals.copies import all_shingles

        if kind is None:
            return frozenset(), ()
        found: set[int] = set()
        quality = outline.properties.get(EXAMPLE, "")
        for name in ("strong", "weak"):
            answers = self.catalog.answers(kind.id, name)
            if answers is None:
                continue
            texts = list(_texts(answers))
            if name == quality and _unchanged(texts, outline):
                return frozenset(), (
                    f"this is showproof's own {'worked' if name == 'strong' else 'weak'} example, nobody's work",
                )
            found |= all_shingles(texts)
        return frozenset(found), ()


def _texts(answers: Answers) -> Iterable[str]:
    for given in answers.answers.values():
        for answer in given.values():
            if isinstance(answer, str):
                yield answer
            else:
                yield from (cell for row in answer for cell in row.values() if cell)


def _unchanged(texts: list[str], outline: Outline) -> bool:
    """Whether nearly every answer of an example stands in the file word for word; dates may look different."""
    from showproof.reading.texts import texts_of

    there = {" ".join(text.split()) for text in texts_of(outline)}
    prose = [" ".join(text.split()) for text in texts if len(text.split()) >= 4]
    return sum(text in there or any(text in other for other in there) for text in prose) >= 0.98 * len(prose)


def draft_files(paths: Iterable[Path]) -> list[Path]:
    """Files named, and the readable files in and below folders named, in a stable order without doubles."""
    found: dict[Path, None] = {}
    for path in paths:
        if _is_folder(path):
            inside = (one for one in sorted(path.rglob("*")) if one.suffix.lower() in READABLE and one.is_file())
            found.update(dict.fromkeys(one for one in inside if not one.name.startswith(("~$", ".", "._"))))
        else:
            found[path] = None
    return list(found)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder; a name that the system refuses is left to the reader, which says why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def score_files(
    scorer: Scorer, paths: Iterable[Path], said: Mapping[Path, Said] | Said
) -> tuple[list[Scorecard], list[Unreadable]]:
    """Scorecards of all files that could be read, and what is to be said of the others."""
    cards: list[Scorecard] = []
    failed: list[Unreadable] = []
    for path in paths:
        try:
            cards.append(scorer.score(path, _said_of(path, said)))
        except UnreadableError as error:
            failed.append(Unreadable(str(path), error.message, error.remedy))
    return cards, failed


def _said_of(path: Path, said: Mapping[Path, Said] | Said) -> Said:
    """What is said of one file: a manifest may name it by its path or by its last name."""
    if isinstance(said, Said):
        return said
    return said.get(path) or said.get(Path(path.name)) or Said()


def role_of(catalog: Catalog, name: str) -> Role:
    """One role, whole."""
    return catalog.role(name)


def usual_context(catalog: Catalog, artifact: str, role: str) -> dict[str, str]:
    """What a template gets where a person says nothing: the type's own context for its first role, else the role's."""
    kind = catalog.artifact(artifact)
    own = kind.defaults if role == next(iter(kind.proves)) else None
    return {**role_defaults(catalog, role), **(own or {})}


def role_defaults(catalog: Catalog, name: str) -> dict[str, str]:
    """The context that a role's report offers first: workflow, metric, constraint, stakeholder, team."""
    role = catalog.role(name)
    lists = {
        "workflow": role.workflows,
        "metric": role.metrics,
        "constraint": role.constraints,
        "stakeholder": role.stakeholders,
        "team": role.teams,
    }
    return {word: offered[0] for word, offered in lists.items() if offered}


def read_manifest(path: Path, catalog: Catalog, otherwise: Said) -> tuple[dict[Path, Said], list[str]]:
    """What a CSV with the columns file, role and artifact says of each draft, and what of it is not known.

    Files are relative to the CSV or to here. A type that the catalogue does not have leaves the draft without one, and
    is said; an unknown role raises UserError with its line.
    """
    import csv
    import io

    from showproof.formats.package import read_bytes

    text = read_bytes(path).decode("utf-8-sig", errors="replace")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise UserError(f"not a CSV file: {error}", where=str(path), remedy="save the sheet as CSV, UTF-8") from None
    if not rows or "file" not in rows[0][1]:
        raise UserError("no column `file`", where=f"{path}:1", remedy="the columns are file, role, artifact")
    said: dict[Path, Said] = {}
    notices: list[str] = []
    for line, row in rows:
        role = (row.get("role") or otherwise.role).strip()
        artifact = (row.get("artifact") or otherwise.artifact).strip()
        try:
            if role:
                catalog.role(role)
        except UserError as error:
            raise UserError(error.message, where=f"{path}:{line}", remedy=error.remedy) from None
        if artifact and artifact not in catalog.artifact_ids:
            notices.append(f'{path}:{line}: unknown artifact type "{artifact}"; the draft is scored without its parts')
            artifact = ""
        name = Path((row.get("file") or "").strip())
        said.update(dict.fromkeys((name, path.parent / name, Path(name.name)), Said(role, artifact, "manifest")))
    return said, notices


def demo_files(catalog: Catalog) -> dict[str, Callable[[], bytes]]:
    """Name to maker of every file of the demo: templates, worked and weak examples in all formats."""
    made: dict[str, Callable[[], bytes]] = {}
    for artifact in catalog.artifact_ids:
        kind = catalog.artifact(artifact)
        role = next(iter(kind.proves))
        for form in kind.formats:
            context = usual_context(catalog, artifact, role)
            made[f"templates/{artifact}.{form}"] = partial(
                make_template, catalog, artifact, format_name=form, role=role, context=context
            )
            for quality in ("strong", "weak"):
                if catalog.answers(artifact, quality):
                    name = f"examples/{artifact}-{quality}.{form}"
                    made[name] = partial(make_template, catalog, artifact, format_name=form, example=quality)
    return made


def describe(catalog: Catalog, what: str, name: str) -> dict[str, Any]:
    """Lists of ids with one line each, by kind; or one thing whole as plain data."""
    from showproof.listing import whole

    if name:
        return whole(catalog, what, name)
    lists: dict[str, Callable[[], dict[str, str]]] = {
        "artifacts": lambda: {one.id: one.summary for one in catalog.summaries.values()},
        "roles": lambda: {name: catalog.role(name).title for name in catalog.role_ids},
        "criteria": lambda: {one.id: one.question for one in catalog.criteria},
        "flags": lambda: {one.id: one.say for one in catalog.flags.values()},
        "rules": rule_lines,
    }
    return {kind: make() for kind, make in lists.items() if what in ("", kind)}


def rule_lines() -> dict[str, str]:
    """Every kind of rule with the sentence that says what it looks for."""
    from showproof.listing import rule_pages

    return {name: page.splitlines()[0] for name, page in rule_pages().items()}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file. Raises UserError for an unknown one."""
    from showproof.listing import schemas

    known = schemas()
    if name not in known:
        found = f'unknown schema "{name}"' if name else "no schema named"
        raise UserError(found, remedy=f"allowed: {', '.join(known)}")
    return known[name]()
