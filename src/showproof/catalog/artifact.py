"""What an artifact type is: parts, and in them fields or one table, each answer typed and tied to facets."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ValueType = Literal[
    "text", "paragraph", "person", "choice", "date", "number", "money", "percent", "duration", "checkbox", "serial"
]
Format = Literal["docx", "xlsx"]
PictureKind = Literal["swimlanes", "schedule", "risk-grid", "bands", "fan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question with one answer, or one column of a table."""

    id: str
    """Stable name, unique in its part; tags, bookmarks and defined names are made from it."""
    label: str
    """The prompt or column header that a person reads."""
    type: ValueType = "text"
    """What kind of answer is expected; `serial` numbers the rows by itself."""
    guidance: str = ""
    """One line that says what a good answer holds; it disappears as one types. Jinja over the context."""
    synonyms: tuple[str, ...] = ()
    """What other people call it, lower case: labels and headers of free-form drafts."""
    facets: tuple[str, ...] = ()
    """What the answer is evidence of: ids of rubrics/facets.yaml."""
    options: tuple[str, ...] = ()
    """The allowed values of a `choice`."""
    required: bool = True
    """Whether an empty answer counts as unfilled."""
    prefill: str = ""
    """Text put in as a first answer, Jinja over the context; prefilled text is no evidence by itself."""
    width: int = 2
    """Share of the page's width that a column takes, 1 to 8."""
    shown: Literal["always", "filled"] = "always"
    """Whether a new template asks for it at any rate, or only shows it where the prefilled text is not empty."""
    use: str = ""
    """Name of a shared field of templates/shapes.yaml that this one starts from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of the same columns."""

    columns: tuple[Field, ...]
    rows: int = 6
    """Empty rows in a new template."""
    least: int = 2
    """Filled rows below which the part is thin."""
    layout: Literal["grid", "records"] = "grid"
    """How DOCX shows it: a grid, or a label/value box for each row where columns are many. XLSX is always a grid."""
    record: str = "Entry"
    """What one row is called, in the singular: a box's title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the document: a heading, a line of guidance, fields, and at most one table after them."""

    id: str
    title: str
    guidance: str
    """One line under the heading: what this part is for and what a reader does with it. Jinja over the context."""
    synonyms: tuple[str, ...] = ()
    """Other headings that people give it, lower case."""
    facets: tuple[str, ...] = ()
    """What anything written in this part is about."""
    essential: bool = True
    """Whether the type is incomplete without it."""
    fields: tuple[Field, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOf:
    """A picture that can be drawn of a filled document of the type."""

    kind: PictureKind
    title: str
    """What stands above it."""
    columns: dict[str, str]
    """The part that each column plays in it, as `actor: steps.owner`: which there are, and which are needed, hangs on
    the kind. Where several tables make one picture, their columns stand one behind the other, as `one.owner, two.who`.
    """

    def named(self, role: str) -> tuple[str, ...]:
        """The columns that play this part."""
        return tuple(name.strip() for name in self.columns.get(role, "").split(",") if name.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactType:
    """One type of work product."""

    id: str
    title: str
    version: str
    """Version of the template, as `1.0`."""
    summary: str
    """One sentence: what it is and what it is for."""
    formats: tuple[Format, ...]
    """Formats that it is made in; the first is the usual one."""
    proves: dict[str, tuple[str, ...]]
    """Role id to the ids of the skill rows that it is the natural proof of; none where a hiring team fills it."""
    parts: tuple[Part, ...]
    synonyms: tuple[str, ...] = ()
    """Other names of the type, lower case, as they stand in titles and file names."""
    defaults: dict[str, str] | None = None
    """Context that this type starts from where neither the person nor the role says otherwise."""
    pictures: tuple[PictureOf, ...] = ()
    """What can be drawn of its tables."""

    @property
    def usual_role(self) -> str:
        """The role that it is made for where nobody names one: the first that it proves something for."""
        return next(iter(self.proves))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers to one type's questions: a worked example, a weak one, or a person's own."""

    artifact: str
    role: str
    case: str
    """Whose case it is, in one line."""
    context: dict[str, str]
    head: dict[str, str]
    """Answers of the head block."""
    answers: dict[str, dict[str, str | list[dict[str, str]]]]
    """Part id to field id to answer; a table's rows stand under `rows`, a list of column id to cell."""


def guidance_of(kind: ArtifactType) -> Iterator[str]:
    """Every line in which the template tells people what to write."""
    for part in kind.parts:
        yield part.guidance
        yield from (field.guidance for field in (*part.fields, *(part.table.columns if part.table else ())))


def answer_texts(answers: Answers) -> Iterator[str]:
    """Every answer and every filled cell."""
    for given in answers.answers.values():
        for answer in given.values():
            if isinstance(answer, str):
                yield answer
            else:
                yield from (cell for row in answer for cell in row.values() if cell)
