"""The norming guide: one page that raters read before the first draft, with an anchor draft for each level."""

from __future__ import annotations

from collections.abc import Sequence

from showproof import __version__
from showproof.catalog.rubric import Role
from showproof.formats.handout import Cells, Column, Handout, Items, Leaf
from showproof.packets.anchors import LEVELS, Anchor, level_name

_LINES = {
    0: "Nothing to the point: absent, blank, guidance left in, or only about something else.",
    1: "Said in general words: adjectives, duties, best practice. Nothing that could be checked.",
    2: "Some particulars, but an essential part is missing, vague, or contradicts another part.",
    3: "Every essential part is there, particular and consistent. A stranger could act on it.",
    4: "Level 3, and it holds under “why?”: how it was checked, against what, what was given up.",
}
_BEFORE = (
    "Open the anchor drafts, and rate each before you read why it stands where it stands. Where you are a level off, "
    "find the line that you read otherwise.",
    "Particulars count, not vocabulary: a practice that is only named is level 1, however often.",
    "Where two places disagree on one fact, what rests on it is 2 at most.",
    "Length, layout, style and spelling are no scale of their own. Clarity has its own sheet.",
    "Evidence counts wherever it stands in the draft.",
)
_OWN = (
    "Worked, weak and blank examples are showproof's own, and so are their levels, by its rules. If you all read one "
    "of them otherwise, tell the organiser: the rules may be wrong."
)
_WHILE = (
    "One sheet at a time, all drafts on it, in the order given; then the next sheet. Take a break between sheets.",
    "Level first by the line, then a few words of the draft that show it. Between two lines, the lower one holds.",
    "Leave a gap where you cannot tell. Do not talk about any draft until everybody has handed in.",
    "If you know whose draft it is, leave it out and tell the organiser.",
)
_MOST = 230
"""Characters of a reason: the guide stays one page."""


def norming_guide(role: Role, digest: str, anchors: Sequence[Anchor], files: dict[int, str], paper: str) -> Handout:
    """The guide; `files` are the names of the anchor drafts beside it, by level."""
    by_level = {one.level: one for one in anchors}
    rows = tuple((level_name(level), _LINES[level], _anchored(by_level.get(level), files)) for level in LEVELS)
    levels = Cells(
        title="Five levels on every sheet, and a draft that stands for each",
        columns=(Column(label="Level", share=4), Column(label="What the draft shows", share=10),
                 Column(label="Anchor draft", share=16)),
        rows=rows,
    )  # fmt: skip
    own = any(one.source.startswith("showproof new") for one in anchors)
    before = (*_BEFORE, _OWN) if own else _BEFORE
    leaf = Leaf(
        id="norming",
        title="Before you rate",
        tab="Norming",
        lead="Read this page, look at the anchor drafts, then open your scorecard. It takes a quarter of an hour.",
        pieces=(
            levels,
            Items(title="Agree with the lines first", items=before),
            Items(title="Then rate", items=_WHILE),
        ),
    )
    return Handout(
        artifact=role.id,
        kind_title="Norming guide for raters",
        version=digest,
        title=f"Norming guide: {role.title}",
        properties=(("showproof.packet", "norming-guide"), ("showproof.role", role.id), ("showproof.rubric", digest),
                    ("showproof.tool", __version__)),
        paper=paper,
        leaves=(leaf,),
    )  # fmt: skip


def _anchored(anchor: Anchor | None, files: dict[int, str]) -> str:
    if anchor is None:
        return "None in this packet: go by the line."
    why = anchor.why if len(anchor.why) <= _MOST else anchor.why[: _MOST - 1].rsplit(" ", 1)[0] + " …"
    on = f" ({anchor.on})" if anchor.on else ""
    return f"{files[anchor.level]}: {anchor.title}{on}. {why}"
