"""A feedback and change note begun from a comparison: what showproof said, what stood before and stands now.

Only what the two files show is filled in. Who decided, what it cost, and why something was left, the writer says.
"""

from __future__ import annotations

from showproof import __version__
from showproof.catalog.artifact import Answers
from showproof.comparison import Comparison, Shift
from showproof.model import Finding

NOTE = "feedback-change-note"
"""The artifact type that is filled in."""
CHANGES, LEFT, OPEN = 8, 6, 4
"""Rows filled in at most, the heaviest first; a note that lists everything is read by nobody."""

Row = dict[str, str]


def note_answers(told: Comparison) -> Answers:
    """Answers to the questions of the note, as far as the two versions give them."""
    old, new = told.old, told.new
    taken = len(told.went("fixed")) + len(told.signalled("fixed"))
    made = taken + sum(len(told.went(way)) for way in ("better", "stayed", "worse")) + len(told.signalled("stayed"))
    return Answers(
        artifact=NOTE,
        role=new.role.value,
        case="",
        context={},
        head={"title": f"Feedback and change note: {_name(old.file)} to {_name(new.file)}"},
        answers={
            "feedback": {
                "short": f"{_name(old.file)} to {_name(new.file)}: of {made} remarks {taken} are mended. Overall level "
                f"{old.level} ({old.verdict}) to {new.level} ({new.verdict}).",
                "what": f"{_name(old.file)} (SHA-256 {old.sha256[:12]}), scored as "
                f"{new.artifact.value or 'no known type'}.",
                "measure": f"Levels 0 to 4 of rubric {new.rubric_version} (digest {new.rubric_digest}), by the same "
                "rules on both versions.",
            },
            "readers": {"rows": [_reader(made, taken)]},
            "changes": {"rows": [_change(one, told) for one in (*told.went("fixed"), *told.went("better"))[:CHANGES]]},
            "kept": {"rows": [{"comment": _remark(one)} for one in told.went("stayed")[:LEFT]]},
            "check": {"test": _levels(told)},
            "open": {"rows": [_open(one) for one in (*told.went("new"), *told.went("worse"))[:OPEN]]},
        },
    )


def _reader(made: int, taken: int) -> Row:
    return {
        "reader": f"showproof {__version__}, rules that people wrote",
        "asked": "Both files scored",
        "count": f"{made} made, {taken} taken",
    }


def _change(one: Shift, told: Comparison) -> Row:
    level = next(level for level in told.levels if (level.group, level.id) == (one.group, one.of))
    was, now = (rated.level if rated else 0 for rated in (level.old, level.new))
    moved = f"level {was} to {now}" if was != now else f"still level {now}"
    return {
        "before": _stands(one.old),
        "after": _stands(one.new),
        "trigger": _remark(one, old=True),
        "evidence": f"{one.title}: {moved}",
    }


def _stands(finding: Finding | None) -> str:
    """What stands in the file for it."""
    if finding and finding.evidence:
        first = finding.evidence[0]
        return f'"{" ".join(first.quote.split())}" ({first.location.where()})'
    return f"Not there: {finding.absence}" if finding and finding.absence else "Not there"


def _remark(one: Shift, *, old: bool = False) -> str:
    found = one.old if old and one.old else one.finding
    return f"showproof on {one.title}: {found.say}. {found.fix}".strip()


def _levels(told: Comparison) -> str:
    moved = "; ".join(f"{one.title} {one.old.level} to {one.new.level}" for one in told.moved() if one.old and one.new)
    whole = f"Overall {told.old.level} to {told.new.level}, score {told.old.score:.2f} to {told.new.score:.2f} of 4."
    return f"{whole} {moved}." if moved else f"{whole} No other level moved."


def _open(one: Shift) -> Row:
    return {"point": f"{one.title}: {one.finding.say}?", "settles": one.finding.fix}


def _name(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2]
