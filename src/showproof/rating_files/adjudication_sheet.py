"""The sheet on which splits are settled: what each rater said side by side, and room for what holds and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from showproof.calibration.adjudication import Split
from showproof.calibration.ratings import Rater, Rating, Ratings
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
    places = Counter((one.draft, one.scale) for one in study.given if one.rater in people)
    return sum(count > 1 for count in places.values())


def _table(study: Ratings, splits: Sequence[Split]) -> FlatTable:
    wrote = [rater for rater in study.raters if any(one.note for split in splits for one in _of(split, rater))]
    columns = (
        FlatColumn(title=DRAFT, width=10.0, look="flat kept"),
        FlatColumn(title=SCALE, width=20.0, look="flat kept"),
        FlatColumn(title=WHY, width=20.0, look="flat kept"),
        *(FlatColumn(title=_called(one), width=10.0, look="flat kept") for one in study.raters),
        *(FlatColumn(title=f"{_called(one)}: note", width=28.0, look="flat kept") for one in wrote),
        FlatColumn(title=LEVEL, width=12.0, look="flat middle", prompt="0 to 4; empty while it is open.",
                   allowed=Allowed(kind="list", source='"0,1,2,3,4"')),
        FlatColumn(title=REASON, width=40.0, prompt="One sentence, with the place in the draft."),
        FlatColumn(title=WHO, width=16.0),
        FlatColumn(title=DAY, width=12.0, prompt="A day such as 2026-04-30."),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for one in splits:
        levels = [_level(one, rater) for rater in study.raters]
        notes = ["".join(said.note for said in _of(one, rater)) for rater in wrote]
        rows.append((one.draft, one.scale, one.why, *levels, *notes, "", "", "", ""))
    return FlatTable(
        name=TAB, heading=HEADING, guidance="Fill in the four white columns at the right.", columns=columns,
        rows=tuple(rows), pinned=2,
    )  # fmt: skip


def _called(rater: Rater) -> str:
    """The title of a rater's column, which none of our own has."""
    ours = (DRAFT, SCALE, WHY, LEVEL, REASON, WHO, DAY)
    plain = rater.kind == "person" and rater.name.casefold() not in map(str.casefold, ours)
    return rater.name if plain else f"{rater.name} ({rater.kind})"


def _of(split: Split, rater: Rater) -> list[Rating]:
    """What a rater said there: one rating, or none."""
    return [one for one in split.ratings if one.rater == rater.name]


def _level(split: Split, rater: Rater) -> Value:
    """The level that a rater gave, in its colour; nothing where there is none."""
    levels = [one.level for one in _of(split, rater)]
    whole = [int(level) if level == int(level) else level for level in levels]
    return Marked(whole[0], f"level {int(levels[0])}") if whole else ""
