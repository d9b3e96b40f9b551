"""What the importer gives on the three reports beside the shipped role files, by lines and ids; no sentence is quoted.

`python -m tests.market.differences` prints the listing, `python -m tests.market.differences --write` keeps it in
`differences.txt`. Each list of a role has four sorts of entries: the *same* words, *reworded* in the shipped
file on the same line of the report, *added* by a person, and *dropped* by one.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from showproof.api import open_catalog
from showproof.catalog.rubric import Role
from showproof.catalog.store import Catalog
from showproof.market.importing import import_report

KEPT = Path(__file__).with_name("differences.txt")
FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "reports"
REPORTS = {
    "finops-analyst": "finops-analyst-anomaly-response-fintech.txt",
    "operations-manager": "operations-manager-operational-metrics-fintech.txt",
    "production-support-analyst": "production-support-analyst-fintech.txt",
}
PLAIN = ("id", "title", "segment", "track", "source")
NAMES = ("variants", "workflows", "metrics", "constraints", "stakeholders", "teams")
LISTS: dict[str, Callable[[Any], str]] = {
    "sections": lambda one: one.title,
    "stages": lambda one: one.how,
    "scenarios": lambda one: one.say,
    "signals": lambda one: one.say,
    "triggers": lambda one: one.say,
    "weeks": lambda one: one.say,
    "outcomes": lambda one: one.say,
    "preparation": lambda one: one.say,
    "plan": lambda one: one.say,
    "advice": lambda one: one.say,
    "improvements": lambda one: one.say,
    "questions": lambda one: one.ask,
    "named": lambda one: one.asked,
}


def listing(catalog: Catalog) -> str:
    """All differences of the three roles."""
    parts = []
    for role, report in REPORTS.items():
        imported = import_report(FOLDER / report, catalog).role
        parts.append("\n".join([role, *differences(imported, catalog.role(role))]))
    return "\n\n".join(parts) + "\n"


def differences(imported: Role, shipped: Role) -> Iterator[str]:
    """A line for each part of a role."""
    for name in PLAIN:
        yield f"  {name}: {_likeness(getattr(imported, name), getattr(shipped, name))}"
    for name in NAMES:
        own = {_slug(one) for one in getattr(imported, name)}
        theirs = {_slug(one) for one in getattr(shipped, name)}
        yield f"  {name}: " + _told(same=own & theirs, added=theirs - own, dropped=own - theirs)
    yield from _rows(imported, shipped)
    for name, text in LISTS.items():
        yield f"  {name}: " + _told(**_sorted_out(getattr(imported, name), getattr(shipped, name), text))
    yield f"  named types: {_types(imported, shipped)}"


def _rows(imported: Role, shipped: Role) -> Iterator[str]:
    """Cells and rules of each row of the table."""
    for own in imported.rows:
        other = next((row for row in shipped.rows if row.line == own.line), None)
        if other is None:
            yield f"  row {own.line} {own.id}: dropped"
            continue
        cells = (own.skill, own.good, own.proof) == (other.skill, other.good, other.proof)
        rules = (own.essentials, own.supports, own.limits) == (other.essentials, other.supports, other.limits)
        yield f"  row {own.line} {other.id}: cells {_same(cells)}, rules {_same(rules)}"
    lines = {row.line for row in imported.rows}
    yield from (f"  row {row.line} {row.id}: added" for row in shipped.rows if row.line not in lines)


def _sorted_out(imported: Iterable[Any], shipped: Iterable[Any], text: Callable[[Any], str]) -> dict[str, list[str]]:
    """Lines by sort; what is added or dropped with its id, where it has one."""
    own, theirs = list(imported), list(shipped)
    texts, lines = Counter((one.line, text(one)) for one in own), {one.line for one in own}
    known = {line for one in theirs for line in (one.line, *getattr(one, "also", ()))}
    return {
        "same": [str(one.line) for one in theirs if texts[one.line, text(one)]],
        "reworded": [str(one.line) for one in theirs if one.line in lines and not texts[one.line, text(one)]],
        "added": [_at(one) for one in theirs if one.line not in lines],
        "dropped": [_at(one) for one in own if one.line not in known],
    }


def _types(imported: Role, shipped: Role) -> str:
    """The artifact types of work samples that stand on lines which both name."""
    own = {(one.line, one.artifact) for one in imported.named}
    theirs = {(one.line, one.artifact) for one in shipped.named}
    both = {line for line, _ in own} & {line for line, _ in theirs}
    other = sorted((line, kind) for line, kind in theirs - own if line in both)
    shown = " ".join(f"{line}={kind or 'none'}" for line, kind in other)
    return f"same on {len({line for line, _ in own & theirs})} lines; other in the shipped file: {shown or '-'}"


def _told(**sorts: Iterable[str]) -> str:
    return "; ".join(f"{name} {' '.join(sorted(found, key=_number)) or '-'}" for name, found in sorts.items())


def _number(text: str) -> tuple[int, str]:
    return int(re.match(r"\d*", text)[0] or 0), text  # type: ignore[index]


def _at(one: Any) -> str:
    name = getattr(one, "id", "")
    return f"{one.line}({name})" if name else str(one.line)


def _likeness(own: str, other: str) -> str:
    if own == other:
        return "same"
    return "same words" if _slug(own) == _slug(other) else f"other: {_slug(own)[:40]} / {_slug(other)[:40]}"


def _same(equal: bool) -> str:
    return "same" if equal else "changed"


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def main(args: list[str]) -> int:
    """Print the listing, or keep it."""
    told = listing(open_catalog())
    if args == ["--write"]:
        KEPT.write_text(told, encoding="utf-8")
    else:
        print(told, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
