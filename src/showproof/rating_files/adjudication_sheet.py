"""The sheet on which splits are settled: what each rater said side by side, and room for what holds and why."""

from __future__ import annotations

from collections.abc import Sequence

from showproof.calibration.adjudication import Split
from showproof.calibration.ratings import Ratings
from showproof.formats.form import Form, Section
from showproof.formats.xlsx.flat import Allowed, FlatColumn, FlatTable, Marked, Opening, Value, write_flat
from showproof.rating_files.handed_in import HandedIn

TAB, HEADING = "Splits", "Splits to settle"
DRAFT, SCALE, WHY = "Draft", "Scale", "Why it is here"
LEVEL, REASON, WHO, DAY = "Consensus level", "Reason", "Who decided", "Decided on"
_HOW = (
    "Open the draft. Each rater says which place in it made the level; the one lowest in rank begins.",
    "Read the line of the level in question aloud. Settle what the draft shows, not who is right, and no average.",
    "Write the level that holds, the reason in one sentence with the place in the draft, who decided, and the day.",
    "Where nobody can tell, leave the line empty: it stays open, and is told as open.",
    "The ratings that were given alone stay as they are. What is settled here never counts as agreement.",
)


def adjudication_workbook(found: HandedIn, splits: Sequence[Split]) -> bytes:
    """The workbook. Raises UserError for a text that no cell can hold."""
    empty = Section(id="about", title="About", guidance="", questions=(), table=None)
    form = Form(
        artifact="adjudication", kind_title="Adjudication", version="", title=HEADING, head=empty, looked_for=(),
        sections=(), properties=(("showproof.packet", "adjudication"),),
    )  # fmt: skip
    opening = Opening(
        name="About",
        heading=HEADING,
        subheading=f"{len(splits)} of {_rated(found.ratings)} drafts and scales that two people or more rated.",
        paragraphs=(("How to settle one", _HOW),),
        facts=(("From the file", "SHA-256", ""), *((one.file, one.sha256[:16], "") for one in found.files)),
    )
    return write_flat(form, opening, [_table(found.ratings, splits)])


def _rated(study: Ratings) -> int:
    people = {one.name for one in study.raters if one.kind == "person"}
    places = [(one.draft, one.scale) for one in study.given if one.rater in people]
    return sum(places.count(place) > 1 for place in set(places))


def _table(study: Ratings, splits: Sequence[Split]) -> FlatTable:
    raters = tuple(
        FlatColumn(title=one.name if one.kind == "person" else f"{one.name} ({one.kind})", width=26.0, look="flat kept")
        for one in study.raters
    )
    columns = (
        FlatColumn(title=DRAFT, width=12.0, look="flat kept"),
        FlatColumn(title=SCALE, width=20.0, look="flat kept"),
        FlatColumn(title=WHY, width=20.0, look="flat kept"),
        *raters,
        FlatColumn(title=LEVEL, width=12.0, look="flat middle", prompt="0 to 4; empty while it is open.",
                   allowed=Allowed(kind="list", source='"0,1,2,3,4"')),
        FlatColumn(title=REASON, width=44.0, prompt="One sentence, with the place in the draft."),
        FlatColumn(title=WHO, width=18.0),
        FlatColumn(title=DAY, width=14.0, prompt="A day such as 2026-04-30."),
    )  # fmt: skip
    return FlatTable(
        name=TAB, heading=HEADING, guidance="Fill in the four white columns at the right.", columns=columns,
        rows=tuple((one.draft, one.scale, one.why, *_said(study, one), "", "", "", "") for one in splits), pinned=2,
    )  # fmt: skip


def _said(study: Ratings, split: Split) -> tuple[Value, ...]:
    """What each rater gave, with the note; nothing for those who did not rate it."""
    given: dict[str, Value] = {}
    for one in split.ratings:
        bare = Marked(int(one.level) if one.level == int(one.level) else one.level, f"level {int(one.level)}")
        given[one.rater] = f"{one.level:g}\n{one.note}" if one.note else bare
    return tuple(given.get(one.name, "") for one in study.raters)
