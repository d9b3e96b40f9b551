"""What the filled documents say: an action plan in eight parts with tables, invented, and the same each time."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

WHO = (
    "The account team", "Each reviewer", "The economic buyer", "Our implementation lead", "The security office",
    "A named owner", "The customer success manager", "The operations group", "The finance partner", "The sponsor",
)  # fmt: skip
DOES = (
    "confirms", "documents", "will review", "signs off on", "escalates", "measures", "is responsible for", "tracks",
    "agrees to track", "reports weekly on",
)  # fmt: skip
WHAT = (
    "the data-processing terms", "every open milestone", "the rollout schedule for 3 regions", "the acceptance tests",
    "the target of 25% faster onboarding", "the renewal value of $148,500", "the list of dependencies",
    "the training plan for 120 users", "the integration with the billing system", "the security questionnaire",
)  # fmt: skip
WHEN = (
    "before the steering meeting on 14 March 2026.", "so that the go-live date does not slip.",
    "in order to reduce the risk of a late start.", "and records the evidence in the shared folder.",
    "within 5 business days of the request.", "unless the sponsor asks for a change.", "and copies the legal team.",
    "because the contract requires it.", "with a very clear definition of done.", "at the end of each quarter.",
)  # fmt: skip
OWNERS = ("A. Rivera", "J. Chen", "P. Okafor", "M. Schmidt", "L. Rossi", "S. Patel")
STATES = ("Not started", "In progress", "Blocked", "Done")
HEADERS = ("No.", "Action or step", "Owner", "Due date", "Status", "Value")
PARTS = (
    ("Purpose and scope", 3, 0, 0), ("Roles and responsibilities", 3, 0, 0), ("Success criteria", 3, 8, 5),
    ("Mutual action plan", 4, 15, 6), ("Risks and mitigations", 3, 10, 6), ("Commercial summary", 3, 0, 0),
    ("Procedure steps", 4, 12, 5), ("Revision history", 2, 0, 0),
)  # fmt: skip
"""Heading, paragraphs, rows and columns of the table."""
START = date(2026, 1, 5)


class Part(NamedTuple):
    """One heading with its paragraphs, and the rows of its table, the headers first."""

    heading: str
    paragraphs: list[str]
    rows: list[tuple[str, ...]]


def parts() -> list[Part]:
    """Eight parts with 25 paragraphs of four sentences, and four tables."""
    chance = Random(1)
    made = []
    for heading, paragraphs, rows, columns in PARTS:
        prose = [" ".join(_sentence(chance) for _ in range(4)) for _ in range(paragraphs)]
        lines = [HEADERS, *(_row(number, chance) for number in range(1, rows + 1))] if rows else []
        made.append(Part(heading, prose, [line[:columns] for line in lines]))
    return made


def action(chance: Random) -> str:
    """What somebody is to do."""
    return f"{chance.choice(DOES).capitalize()} {chance.choice(WHAT)}"


def _sentence(chance: Random) -> str:
    return " ".join(chance.choice(words) for words in (WHO, DOES, WHAT, WHEN))


def _row(number: int, chance: Random) -> tuple[str, ...]:
    due = START + timedelta(days=chance.randrange(300))
    told = f"{action(chance)} (REF-{chance.randrange(10**5):05d})"
    value = f"${chance.randrange(1_000, 250_000):,}"
    return str(number), told, chance.choice(OWNERS), f"{due:%d %B %Y}", chance.choice(STATES), value
