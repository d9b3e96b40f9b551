"""What a rubric says: evidence rules in words and parameters, and the table that turns them into levels."""

from dataclasses import dataclass

from showproof.catalog.loop import Heading, NamedArtifact, Question, Stage, Told, Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One thing that a statement can be about."""

    label: str
    headers: tuple[str, ...] = ()
    """Column headers and labels that mean it, lower case."""
    headings: tuple[str, ...] = ()
    """Words of a section heading that mean it; `*` ends a stem."""
    cues: tuple[str, ...] = ()
    """Phrases of running text that mean it; `*` ends a stem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRule:
    """One thing that is looked for, and what to say where it is missing."""

    id: str
    say: str
    """What is looked for, in words that a candidate reads."""
    fix: str
    """What to write where it is missing."""
    rule: str = "statement"
    """The kind of rule, one of `showproof catalog rules`."""
    about: tuple[str, ...] = ()
    """Facets of which one must be met by the statement, its column or its heading."""
    carry: tuple[str, ...] = ()
    """What a statement must carry to count whole: facets or traits; `a|b` means one of them."""
    terms: tuple[str, ...] = ()
    """Phrases that count as being about it too; `*` ends a stem."""
    headed: bool = False
    """Whether a statement says the terms too that stand in the heading above it, its column's header or its prompt."""
    at_least: int = 1
    """How many statements must carry it all."""
    each: bool = False
    """Whether every statement about it must carry it all, not only some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(EvidenceRule):
    """A rule that adds nothing where it is met, and holds the level down where it is not."""

    why: str
    """Why the level is held down, in words that a candidate reads."""
    unmet: int
    """The highest level where the rule is not met."""
    partly: int = 4
    """The highest level where it is partly met."""
    unless: float = 2.0
    """Share of the essentials from which on they show by themselves what it looks for; then `eased` holds instead."""
    eased: int = 4
    """The highest level where the essentials show by themselves what it looks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLine:
    """One line of a level table: the level holds where everything said in it holds."""

    level: int
    essentials: float = 0.0
    """Share of the essentials that are met (partly met counts half), 0 to 1."""
    supports: float = 0.0
    """Share of the supports that are met, 0 to 1."""
    verified: bool = False
    """Whether a check or a result must stand in the document too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A criterion, or a row of a role's skill→evidence table."""

    id: str
    version: str = "1.0"
    """Another one after every change of what is looked for."""
    title: str
    question: str
    """What a reviewer asks, in one sentence."""
    essentials: tuple[EvidenceRule, ...]
    supports: tuple[EvidenceRule, ...] = ()
    limits: tuple[Limit, ...] = ()
    general: int = 1
    """The level that a draft cannot exceed which speaks in general words throughout."""
    levels: tuple[LevelLine, ...] = (
        LevelLine(level=4, essentials=1.0, supports=0.5, verified=True),
        LevelLine(level=3, essentials=1.0),
        LevelLine(level=2, essentials=0.5),
        LevelLine(level=1, essentials=0.01),
    )

    @property
    def rules(self) -> tuple[EvidenceRule, ...]:
        """Every rule: essentials, supports, limits."""
        return (*self.essentials, *self.supports, *self.limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """From where the rules of an imported row come, until a person has looked at them."""

    row: str
    """`role/row` or a criterion; empty for the usual rules that serve any row."""
    share: float
    """The part of the row's own words that those rules look for, 0 to 1."""
    check: str
    """How sure that is, in words, and what a person should look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """A row of the skill→evidence table, with the report's own three cells."""

    id: str
    skill: str
    good: str
    """What good looks like."""
    proof: str
    """How to prove it."""
    line: int
    """Line of the report that the row stands on."""
    anchors: tuple[str, ...] = ()
    """What levels 1 to 4 sound like in an interview, in this order; all four or none."""
    matched: Matched | None = None
    """Where the rules of a row that was imported come from; taken out once a person has looked at them."""
    essentials: tuple[EvidenceRule, ...]
    supports: tuple[EvidenceRule, ...] = ()
    limits: tuple[Limit, ...] = ()
    """One of them with `unmet: 0` says what a draft must speak of for the row to be opened at all."""
    general: int = 1
    """The level that a draft cannot exceed which speaks in general words throughout."""
    levels: tuple[LevelLine, ...] = (
        LevelLine(level=4, essentials=1.0, supports=0.6, verified=True),
        LevelLine(level=3, essentials=0.8),
        LevelLine(level=2, essentials=0.5),
        LevelLine(level=1),
    )

    @property
    def rules(self) -> tuple[EvidenceRule, ...]:
        """Every rule: essentials, supports, limits."""
        return (*self.essentials, *self.supports, *self.limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as one market report describes it."""

    id: str
    version: str = "1.0"
    """Another one after every change of what is looked for."""
    title: str
    segment: str
    track: str
    variants: tuple[str, ...]
    workflows: tuple[str, ...]
    metrics: tuple[str, ...]
    constraints: tuple[str, ...]
    stakeholders: tuple[str, ...]
    teams: tuple[str, ...]
    stages: tuple[Stage, ...]
    words: tuple[str, ...]
    """Terms typical of this role's documents, lower case, `*` ends a stem: a stranger's draft is recognised by them."""
    rows: tuple[SkillRow, ...]
    source: str = ""
    """Title of the report."""
    sections: tuple[Heading, ...] = ()
    """The report's own sections, in its order."""
    named: tuple[NamedArtifact, ...] = ()
    """Work samples that the report names, in its order."""
    scenarios: tuple[Told, ...] = ()
    """What interviews let a candidate do or explain."""
    signals: tuple[Told, ...] = ()
    """What passes a screen."""
    triggers: tuple[Trigger, ...] = ()
    """What gets a candidate rejected."""
    weeks: tuple[Told, ...] = ()
    """The first 90 days in the job: what to do in which weeks."""
    outcomes: tuple[Told, ...] = ()
    """What good looks like after the first 90 days."""
    preparation: tuple[Told, ...] = ()
    """What to prepare and rehearse before the loop."""
    plan: tuple[Told, ...] = ()
    """The candidate's own 30, 60 and 90 days."""
    advice: tuple[Told, ...] = ()
    """How to position oneself, and what answers of the report say beside that."""
    improvements: tuple[Told, ...] = ()
    """What a hiring team improves about its loop."""
    questions: tuple[Question, ...] = ()
    """What a candidate asks about scope and pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A signal that counts against a draft."""

    id: str
    say: str
    """What the flag means, as a candidate reads it."""
    fix: str
    rule: str
    about: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    carry: tuple[str, ...] = ()
    at_least: int = 1
    share: float = 0.0
    """The part of the statements that must speak of `terms` too, where the draft has to be about them."""
    due: tuple[str, ...] = ()
    """Facets of which an essential part of the type, a heading or a first column has one, or nothing is missed."""
    told: float = 1.0
    """Share of statements with a number, a date, a name or a thing above which a draft is not suspected."""
    cap: int = 4
    """The overall level that a draft with this flag cannot exceed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverallLine:
    """One line of the verdict table: the level holds where at least `strong` criteria reach 3, and so on."""

    level: int
    say: str
    reach: dict[str, int]
    """Level (as text) to the number of criteria that reach it at least."""
    floor: dict[str, int] | None = None
    """Criterion to the level that it must reach."""
    skill: int = 0
    """Level that the best row of the role must reach."""
    rules: dict[str, str] | None = None
    """Criterion to the id of one of its rules that must be met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The overall verdict: lines from the best level down; the first that holds is the verdict."""

    version: str
    lines: tuple[OverallLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Word lists that are no facets: traits of a statement, and words that tell nothing."""

    traits: dict[str, tuple[str, ...]]
    """Trait to the phrases that show it; `*` ends a stem."""
    roles: tuple[str, ...]
    """Nouns that name a person by the job."""
    groups: tuple[str, ...]
    """Words that name several people at once: no accountable owner."""
    not_names: tuple[str, ...]
    """Capitalised words that stand in names of departments and things, not of people."""
