"""Small scorecards of two versions of a draft, in which one thing of each kind happens."""

from __future__ import annotations

from typing import Any

from small_cards import card

from showproof.comparing import compared
from showproof.comparison import Comparison
from showproof.model import Finding, Location, Quote, Raised, Rated


def finding(name: str, verdict: str, strength: float, **given: Any) -> Finding:
    """A finding; worth something where it is not met."""
    worth = 0.0 if verdict == "met" else 0.5
    fix = "" if verdict == "met" else f"Write {name}."
    given = {"worth": worth, "fix": fix, **given}
    return Finding(name, "statement", f"the {name}", verdict, strength, **given)  # type: ignore[arg-type]


def quoted(text: str, paragraph: int) -> tuple[Quote, ...]:
    """A place of the draft."""
    return (Quote(text, Location("body", paragraph, start=0, end=len(text))),)


BEFORE = (
    finding("owner", "unmet", 0.15, evidence=quoted("the team", 7), worth=0.9),
    finding("date", "unmet", 0.0, absence="part “Plan”, at “Due”"),
    finding("reason", "partly", 0.5),
    finding("cost", "met", 1.0, evidence=quoted("USD 400", 9)),
    finding("risk", "unmet", 0.0, absence="nowhere in the document yet", worth=0.7),
)
AFTER = (
    finding("owner", "met", 1.0, evidence=quoted("Ana Vereb", 7)),
    finding("date", "partly", 0.5, evidence=quoted("soon", 8)),
    finding("reason", "unmet", 0.15),
    finding("cost", "unmet", 0.0, absence="nowhere in the document yet", worth=0.2),
    finding("risk", "unmet", 0.0, absence="nowhere in the document yet", worth=0.7),
)
RAISED = {
    name: Raised(name, f"{name} found", f"Mend {name}.", quoted(name, 3)) for name in ("blame", "unfilled", "copied")
}


def told(**changed: Any) -> Comparison:
    """The comparison: ownership goes up, clarity down, the first row stays shut in both."""
    shut = (finding("cause", "unmet", 0.0),)
    old = card(
        file="old.docx", sha256="1" * 64, level=1, score=1.5, verdict="reject",
        criteria=(
            Rated("ownership", "Ownership", 1, 1.2, BEFORE, "few can be checked"),
            Rated("clarity", "Clarity", 3, 3.0, ()),
        ),
        skills=(Rated("root-cause", "Root cause", 0, 0.0, shut),), flags=(RAISED["blame"], RAISED["unfilled"]),
    )  # fmt: skip
    new = card(
        file="new.docx", sha256="2" * 64, level=2, score=2.2, verdict="weak",
        criteria=(Rated("ownership", "Ownership", 2, 2.4, AFTER), Rated("clarity", "Clarity", 2, 2.0, ())),
        skills=(Rated("root-cause", "Root cause", 0, 0.0, shut),), flags=(RAISED["unfilled"], RAISED["copied"]),
    )  # fmt: skip
    return compared(old, new._replace(**changed))
