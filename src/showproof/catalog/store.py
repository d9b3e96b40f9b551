"""The catalogue as one thing to ask: types, roles, rubric, worked examples, each loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import GenericAlias
from typing import Any, TypeVar

from showproof.catalog.artifact import Answers, ArtifactType, Field, Part, answer_texts, guidance_of
from showproof.catalog.bundle import Bundle
from showproof.catalog.compiled import digest_of, key_of, load
from showproof.catalog.near import unknown
from showproof.catalog.page import Example, KindPage
from showproof.catalog.report_words import ReportWords
from showproof.catalog.rubric import Criterion, Facet, Flag, Lexicon, Role, Screen, SkillRow
from showproof.catalog.sources import Sources
from showproof.errors import UserError, reason
from showproof.runs import all_marks

T = TypeVar("T")
Judged = TypeVar("Judged", Criterion, Role)

CRITERIA = ("scope", "structure", "ownership", "measures", "action", "failure", "verification", "tradeoffs", "clarity")
"""The nine criteria, in the order in which every output shows them."""

QUALITIES = ("strong", "weak")
"""The examples that a type may have: a worked one, and one as people hand it in."""


NOT_JUDGING = ("rubrics/pages/", "rubrics/report/")
"""Folders that no score hangs on: pages about rules, and how reports are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeSummary:
    """What lists and detection need of a type: its names, its headings, headers and labels."""

    id: str
    title: str
    summary: str
    formats: tuple[str, ...]
    roles: tuple[str, ...]
    names: tuple[str, ...]
    headings: tuple[str, ...]
    headers: tuple[str, ...]
    labels: tuple[str, ...]


class Catalog:
    """Artifact types, roles and the rubric of a set of folders."""

    def __init__(self, sources: Sources, keep_in: Path | None = None) -> None:
        self.sources = sources
        self._keep_in = keep_in

    def _load(self, cls: type[T], key: str, build: Callable[[], T]) -> T:
        return load(cls, key, build, self._keep_in)

    @cached_property
    def artifact_ids(self) -> tuple[str, ...]:
        """Ids of all artifact types, sorted."""
        return tuple(name.split("/")[1] for name in self.sources.names("templates/*/artifact.yaml"))

    @cached_property
    def role_ids(self) -> tuple[str, ...]:
        """Ids of all roles, sorted."""
        return tuple(Path(name).stem for name in self.sources.names("rubrics/roles/*.yaml"))

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets that fields and rules speak of."""
        return self._entries("rubrics/facets.yaml", Facet)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Word lists of traits, roles and names."""
        path = self._need("rubrics/lexicon.yaml")

        def build() -> Lexicon:
            from showproof.catalog.check import build as check
            from showproof.catalog.marks import read_yaml

            return check(Lexicon, read_yaml(path))

        return self._load(Lexicon, self._key("lexicon", path), build)

    @cached_property
    def flags(self) -> dict[str, Flag]:
        """Signals that count against a draft, by id."""
        return self._entries("rubrics/flags.yaml", Flag)

    @cached_property
    def report_words(self) -> ReportWords:
        """How market reports are read."""
        path = self._need("rubrics/report/sections.yaml")

        def build() -> ReportWords:
            from showproof.catalog.report_check import load_report_words

            return load_report_words(path)

        return self._load(ReportWords, self._key("report words", path), build)

    @cached_property
    def usual_row(self) -> SkillRow:
        """The row whose rules serve where those of no other row do, with blanks for its words."""
        path = self._need("rubrics/report/usual-row.yaml")

        def build() -> SkillRow:
            from showproof.catalog.rule_check import load_row

            return load_row(path, self.facets)

        return self._load(SkillRow, self._key("row", path, self._facets_file), build)

    @cached_property
    def screen(self) -> Screen:
        """The table of the overall verdict."""
        path = self._need("rubrics/overall.yaml")

        def build() -> Screen:
            from showproof.catalog.rule_check import load_screen

            return load_screen(path)

        return self._load(Screen, self._key("screen", path), build)

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """The nine criteria in their order, then any that a person's own catalogue adds."""
        found = {Path(name).stem: name for name in self.sources.names("rubrics/criteria/*.yaml")}
        order = [name for name in CRITERIA if name in found] + [name for name in found if name not in CRITERIA]
        return tuple(self._judged(found[name], Criterion) for name in order)

    @cached_property
    def head(self) -> Part:
        """The head block of every template."""
        path = self._need("templates/head.yaml")

        def build() -> Part:
            from showproof.catalog.load import load_part

            return load_part(path, self.facets)

        return self._load(Part, self._key("part", path, self._facets_file), build)

    @property
    def _facets_file(self) -> Path:
        return self._need("rubrics/facets.yaml")

    def artifact(self, name: str) -> ArtifactType:
        """One artifact type. Raises UserError with near misses for an unknown id."""
        self._known(name, self.artifact_ids, "artifact type", "showproof catalog artifacts")
        path = self._need(f"templates/{name}/artifact.yaml")
        shapes = self._need("templates/shapes.yaml")

        def build() -> ArtifactType:
            from showproof.catalog.load import load_artifact, load_shapes

            return load_artifact(path, load_shapes(shapes), self.facets)

        return self._load(ArtifactType, self._key("artifact", path, shapes, self._facets_file), build)

    def role(self, name: str) -> Role:
        """One role. Raises UserError with near misses for an unknown id."""
        self._known(name, self.role_ids, "role", "showproof catalog roles")
        return self._judged(f"rubrics/roles/{name}.yaml", Role)

    def answers(self, artifact: str, quality: str) -> Answers | None:
        """The worked (`strong`) or weak (`weak`) example of a type, where there is one."""
        path = self.sources.find(f"templates/{artifact}/{quality}.yaml")
        if path is None:
            return None

        def build() -> Answers:
            from showproof.catalog.load import load_answers

            return load_answers(path, self.artifact(artifact), self.head)

        asked = (f"templates/{artifact}/artifact.yaml", "templates/shapes.yaml", "templates/head.yaml")
        return self._load(Answers, self._key("answers", path, *map(self._need, asked)), build)

    @cached_property
    def bundles(self) -> dict[str, Bundle]:
        """Types that are made together, by the id of their bundle."""
        path = self._need("templates/bundles.yaml")

        def build() -> dict[str, Bundle]:
            from showproof.catalog.bundle_check import load_bundles

            return load_bundles(path, self.artifact_ids, self.role_ids)

        named = " ".join((*self.artifact_ids, *self.role_ids))
        return self._load(dict[str, Bundle], self._key(f"bundles of {named}", path), build)

    def bundle(self, name: str) -> Bundle:
        """One bundle. Raises UserError with near misses for an unknown id."""
        self._known(name, self.bundles, "bundle", "showproof catalog bundles")
        return self.bundles[name]

    @cached_property
    def summaries(self) -> dict[str, TypeSummary]:
        """Every type in short, kept as one compiled file."""
        paths = [self._need(f"templates/{name}/artifact.yaml") for name in self.artifact_ids]
        key = self._key("summaries", self._need("templates/shapes.yaml"), *paths)

        def build() -> dict[str, TypeSummary]:
            return {name: _summary(self.artifact(name)) for name in self.artifact_ids}

        return self._load(dict[str, TypeSummary], key, build)

    @cached_property
    def marks(self) -> tuple[int, ...]:
        """Marks of all examples and guidance, by which copies of them are known, kept as one compiled file."""
        files = self.sources.names("templates/*/*.yaml")

        def build() -> tuple[int, ...]:
            return tuple(sorted(all_marks(self._said())))

        return self._load(tuple[int, ...], self._key("marks", *files.values()), build)

    def _said(self) -> Iterator[str]:
        for name in self.artifact_ids:
            yield from guidance_of(self.artifact(name))
            for answers in (self.answers(name, quality) for quality in QUALITIES):
                yield from answer_texts(answers) if answers else ()

    @cached_property
    def kind_pages(self) -> dict[str, KindPage]:
        """What the page of each kind of rule and of flag says."""
        paths = list(self.sources.names("rubrics/pages/kinds/*.yaml").values())

        def build() -> dict[str, KindPage]:
            from showproof.catalog.page_check import load_kind_page

            return {path.stem: load_kind_page(path) for path in paths}

        return self._load(dict[str, KindPage], self._key("kind pages", *paths), build)

    @cached_property
    def examples(self) -> dict[str, Example]:
        """A bad and a good draft for flags and rules: `blame`, `measures.defined`, `operations-manager/row.rule`."""
        found = self._examples("flags.yaml", "", self.flags)
        for one in self.criteria:
            of, ids = f"criteria/{one.id}.yaml", [rule.id for rule in one.rules]
            found |= self._examples(of, f"{one.id}.", ids)
        for name in self.role_ids:
            of, rows = f"roles/{name}.yaml", self.role(name).rows
            found |= self._examples(of, f"{name}/", [f"{row.id}.{rule.id}" for row in rows for rule in row.rules])
        return found

    def _examples(self, of: str, prefix: str, ids: Iterable[str]) -> dict[str, Example]:
        """The examples for a file of rules, where there are any; each under its id with the prefix before it."""
        path, rules = self.sources.find(f"rubrics/pages/{of}"), f"rubrics/{of}"
        if path is None:
            return {}

        def build() -> dict[str, Example]:
            from showproof.catalog.page_check import load_examples

            return load_examples(path, ids, f"rules of {rules}")

        found = self._load(dict[str, Example], self._key("examples", path, self._need(rules)), build)
        return {prefix + name: example for name, example in found.items()}

    @cached_property
    def digest(self) -> str:
        """What the rubric says, in 16 hexadecimal digits that change when any file does that a score hangs on."""
        files = self.sources.names("rubrics/**/*.yaml")
        deciding = ((name, path) for name, path in files.items() if not name.startswith(NOT_JUDGING))
        return digest_of(*(part for name, path in deciding for part in (name.encode(), _content(path))))[:16]

    def _judged(self, relative: str, cls: type[Judged]) -> Judged:
        """A file of evidence rules, its facets and rule kinds checked."""
        path = self._need(relative)

        def build() -> Judged:
            from showproof.catalog.rule_check import load_judged

            return load_judged(cls, path, self.facets)

        return self._load(cls, self._key(cls.__name__, path, self._facets_file), build)

    def _entries(self, relative: str, cls: type[T]) -> dict[str, T]:
        """A file of named entries of one class; a flag's or facet's id is its key."""
        path = self._need(relative)

        def build() -> dict[str, T]:
            from showproof.catalog.rule_check import load_entries

            return load_entries(cls, path)

        hint: Any = GenericAlias(dict, (str, cls))
        return self._load(hint, self._key(f"entries {cls.__name__}", path), build)

    def _need(self, relative: str) -> Path:
        path = self.sources.find(relative)
        if path is None:
            raise UserError("the catalogue file is missing", where=relative, remedy="install showproof again")
        return path

    def _key(self, what: str, *paths: Path) -> str:
        return key_of(what, *map(_content, paths))

    def _known(self, name: str, names: Iterable[str], what: str, list_command: str) -> None:
        if name not in names:
            raise unknown(what, name, names, f"`{list_command}` lists them")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"cannot be read: {reason(error)}", where=str(path), remedy="check your rights to it") from None


def _summary(kind: ArtifactType) -> TypeSummary:
    columns = [field for part in kind.parts if part.table for field in part.table.columns]
    return TypeSummary(
        id=kind.id,
        title=kind.title,
        summary=kind.summary,
        formats=kind.formats,
        roles=tuple(kind.proves),
        names=tuple(dict.fromkeys((kind.title.lower(), kind.id.replace("-", " "), *kind.synonyms))),
        headings=tuple(dict.fromkeys(name.lower() for part in kind.parts for name in (part.title, *part.synonyms))),
        headers=_names(columns),
        labels=_names([field for part in kind.parts for field in part.fields]),
    )


def _names(fields: Iterable[Field]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.lower() for field in fields for name in (field.label, *field.synonyms)))
