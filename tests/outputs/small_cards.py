"""A small scorecard made by hand."""

from __future__ import annotations

from showproof.model import Detection, Finding, Location, Quote, Raised, Rated, Scorecard

SPAN = Quote("the team", Location(part="body", paragraph=7, start=4, end=12))
CELL = Quote("TBD", Location(part="Metrics", cell="F7", start=0, end=3))

OWNED = Finding(
    id="owned", rule="statement", say="one owner for each action", verdict="partly", strength=0.5, evidence=(SPAN,),
    fix="Put one name beside each action.", worth=0.5,
)  # fmt: skip
BOUNDED = Finding(
    id="bounded", rule="ladder", say="thresholds that can fire", verdict="unmet", strength=0.0,
    absence="part “Thresholds” (¶12)", fix="Give each threshold a number with its unit. " * 3, worth=1.25,
    part="support",
)  # fmt: skip
NAMED = Finding(
    id="named", rule="statement", say="the metric is named", verdict="met", strength=1.0, evidence=(CELL, SPAN)
)


def card(**changed) -> Scorecard:
    """The scorecard, with some of it changed."""
    given = {
        "file": "drafts/mine.docx",
        "sha256": "0" * 64,
        "role": Detection("operations-manager", "property", 1.0),
        "artifact": Detection("dashboard-spec", "content", 0.82),
        "rubric_version": "1.0",
        "rubric_digest": "abc",
        "level": 2,
        "score": 2.4,
        "verdict": "weak, would not advance",
        "criteria": (
            Rated("ownership", "Ownership and decision rights", 2, 2.5, (OWNED,), "two places contradict each other"),
            Rated("measures", "Measurable definitions", 1, 1.0, (NAMED, BOUNDED)),
        ),
        "skills": (
            Rated("execution", "Execution", 0, 0.0, (BOUNDED,)),
            Rated("root-cause", "Root cause", 4, 4.0, (NAMED,)),
        ),
        "flags": (Raised("unfilled", "placeholder text left in", "Replace it.", (CELL,)),),
        "notices": ("tracked changes were taken as accepted",),
        "unplaced": (SPAN,),
    }
    return Scorecard(**(given | changed))
