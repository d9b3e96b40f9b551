"""The sheets of a rubric and their columns: one list, by which workbooks are written and read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "id", "of", "choice", "lines", "words", "needs", "whole", "share", "yes"]
"""What a cell holds: a text; an id; the id of another sheet's line; one of a few words; a text a line; words between
commas; words between commas of which some are joined by `or`; a whole number; a share; yes or no."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column, under the key that its values have in the rubric."""

    key: str
    title: str
    width: float
    hint: str
    kind: Kind = "text"
    needed: bool = False
    options: tuple[str, ...] = ()
    """Of a choice, the words."""
    low: int = 0
    high: int = 4
    tone: Literal["", "aside", "kept"] = ""
    """`aside` for what few lines need, `kept` for what people leave as it is."""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet to be edited."""

    name: str
    heading: str
    guidance: str
    columns: tuple[Column, ...]
    pinned: int = 0


ABOUT, KINDS, WORDS = "About", "Kinds", "Words"
"""The opening sheet, and the two on which people look things up."""
NEVER = 2.0
"""The share of the essentials that is never reached: a limit that is not eased. Its cell is empty."""
ESSENTIAL, SUPPORT, LIMIT = PARTS = ("essential", "support", "limit")

_LEVEL = "0 to 4"
_ID = Column("id", "Id", 17, "Leave it as it is. A new line gets its own where it is empty.", "id", tone="kept")
_GENERAL = Column(
    "general", "Highest level of general words", 15,
    "The level that a draft cannot exceed which speaks in general words throughout, 0 to 4.", "whole", needed=True,
)  # fmt: skip
_ANCHORS = tuple(
    Column(
        f"anchor {level}", f"Level {level} sounds like", 30,
        f"What an answer of level {level} sounds like in an interview. Fill all four levels of a row, or none.",
    )
    for level in range(1, 5)
)  # fmt: skip

ROWS = SheetPlan(
    "Rows", "Rows of the table", "One line a skill. The evidence that each needs stands on the sheet Rules.",
    (
        _ID,
        Column("skill", "Skill", 20, "The skill that the row is about.", needed=True),
        Column("good", "What good looks like", 28, "In a few words.", needed=True),
        Column("proof", "How to prove it", 28, "The work sample that shows it.", needed=True),
        *_ANCHORS,
        _GENERAL,
        Column(
            "line", "Line of the report", 11, "Where the market report says it; empty for a row of your own.",
            "whole", high=1_000_000, tone="kept",
        ),
    ),
    pinned=2,
)  # fmt: skip

CRITERIA = SheetPlan(
    "Criteria", "Criteria", "One line a criterion. The evidence that each needs stands on the sheet Rules.",
    (
        _ID,
        Column("title", "Title", 34, "What every scorecard calls it.", needed=True),
        Column("question", "Question", 70, "What a reviewer asks, in one sentence.", needed=True),
        _GENERAL,
    ),
)  # fmt: skip

_RULE = (
    Column(
        "part", "Part", 11,
        "essential: needed for level 3. support: counts for level 4. limit: adds nothing, and holds the level down "
        "where it is not met.", "choice", needed=True, options=PARTS,
    ),
    _ID,
    Column("say", "What is looked for", 32, "In words that a candidate reads.", needed=True),
    Column("fix", "What to write where it is missing", 38, "Advice in one sentence.", needed=True),
    Column(
        "rule", "Kind", 18, "How it is looked for: statement for most. The sheet Kinds explains them all.", "choice"
    ),
    Column(
        "about", "About", 20,
        "Words of the sheet Words, with commas between: the statement, its column or its heading is about one of them. "
        "Empty: any statement.", "words",
    ),
    Column(
        "carry", "Must carry", 24,
        "Words of the sheet Words, with commas between; each must be in the statement. With “date or time”, one of the "
        "two will do.", "needs",
    ),
    Column(
        "terms", "Phrases", 60,
        "The statement says one of them, word for word; commas between. * lets the last word go on.", "words",
    ),
    Column("at_least", "At least", 9, "How many statements must carry it all.", "whole", low=1, high=50),
    Column("each", "Every one", 9, "yes where every statement about it must carry it, not only the best.", "yes"),
)  # fmt: skip

LIMITS = (
    Column("why", "Limit: why it holds the level down", 32, "In words that a candidate reads.", tone="aside"),
    Column(
        "unmet", "Limit: highest level where not met", 13,
        "0 to 4. A row has one limit with 0: what a draft must speak of to be judged by it.", "whole", tone="aside",
    ),
    Column("partly", "Limit: highest level where partly met", 13, "0 to 4; empty for 4.", "whole", tone="aside"),
    Column(
        "unless", "Limit: eased from this share of essentials", 14,
        "Where so much of the essentials is met, they show by themselves what the limit looks for. Empty: never.",
        "share", tone="aside",
    ),
    Column("eased", "Limit: highest level then", 13, "0 to 4; empty for 4.", "whole", tone="aside"),
)  # fmt: skip
"""Columns that only limits fill."""

_HEADED = Column(
    "headed", "Headed", 9,
    "yes where phrases count too that stand in the heading above, the column's header or the prompt.", "yes",
)  # fmt: skip


def _of(title: str, width: float) -> Column:
    return Column("of", title, width, "The id that it has on its own sheet.", "of", needed=True)


def rules_plan(of: str) -> SheetPlan:
    """The sheet of evidence rules; `of` is what they belong to, `Row` or `Criterion`."""
    guidance = (
        f"One line a rule. To add one, write below the last line, choose its {of.lower()} and leave its id empty."
    )
    return SheetPlan("Rules", "Evidence rules", guidance, (_of(of, 17), *_RULE, *LIMITS, _HEADED), pinned=2)


def levels_plan(of: str) -> SheetPlan:
    """The sheet of level tables."""
    guidance = f"The best level of which everything holds is given. A {of.lower()} without lines has the usual table."
    columns = (
        _of(of, 24),
        Column("level", "Level", 11, _LEVEL, "whole", needed=True),
        Column(
            "essentials", "Essentials met", 17,
            "The share of the essentials that must be met; what is partly met counts in part. Empty: none.", "share",
        ),
        Column("supports", "Supports met", 17, "The share of the supports that must be met. Empty: none.", "share"),
        Column("verified", "A check in it", 17, "yes where a check or a result must stand in the document too.", "yes"),
    )  # fmt: skip
    return SheetPlan("Levels", "Level tables", guidance, columns)


def _listed(key: str, title: str, hint: str, width: float = 24) -> Column:
    return Column(key, title, width, f"{hint} Each on a line of its own within the cell.", "lines")


ROLE = SheetPlan(
    "Role", "The role",
    "One line. The lists offer words for templates; the first of each is used where a person says nothing.",
    (
        Column("title", "Title", 24, "What the role is called.", needed=True),
        Column("segment", "Segment", 14, "The market it is in.", needed=True),
        Column("track", "Track", 20, "The usual track of the role.", needed=True),
        _listed("variants", "Tracks", "The tracks that there are."),
        _listed("workflows", "Workflows", "What the work is about."),
        _listed("metrics", "Measures", "What tells whether the work is good.", 20),
        _listed("constraints", "Constraints", "What limits the work."),
        _listed("stakeholders", "Stakeholders", "Whom the work is for.", 16),
        _listed("teams", "Teams", "Who does the work.", 16),
        Column(
            "words", "Words of its documents", 50,
            "By them a stranger's draft is recognised; commas between. * ends a stem.", "words",
        ),
    ),
)  # fmt: skip


def verdict_plan(criteria: Iterable[tuple[str, str]], levels: Iterable[int]) -> SheetPlan:
    """The table of the overall verdict, for criteria (id, title) and the levels whose reach is counted."""
    columns = (
        Column("level", "Verdict", 9, "0 to 4, each once.", "whole", needed=True),
        Column("say", "In words", 28, "What the verdict is called.", needed=True),
        *(
            Column(
                f"reach {level}", f"Criteria at {level} or more", 12,
                f"How many criteria must reach level {level}. Empty: none.", "whole", high=99,
            )
            for level in levels
        ),
        *(
            Column(f"floor {name}", f"{title}: at least", 14, "The level that it must reach. Empty: none.", "whole")
            for name, title in criteria
        ),
        Column("skill", "Best row of the role: at least", 14, "The level it must reach. Empty: none.", "whole"),
    )  # fmt: skip
    guidance = "From the best verdict down, the first line of which everything holds is given."
    return SheetPlan("Verdict", "Overall verdict", guidance, columns, pinned=2)
