"""Where each line of the three reports is served: `python -m tests.house.served` writes docs/reports-served.md anew.

The lines are found in the reports themselves; a line that asks for nothing stands in says_nothing.yaml with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from showproof.catalog.marks import read_yaml
from showproof.catalog.rubric import Role

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reports-served.md"
SHARED = ROOT.parent / "shared" / "reports"
SILENT = Path(__file__).with_name("says_nothing.yaml")
REPORTS = {
    "production-support-analyst": "production-support-analyst-fintech.txt",
    "operations-manager": "operations-manager-operational-metrics-fintech.txt",
    "finops-analyst": "finops-analyst-anomaly-response-fintech.txt",
}
FIRST = "Executive Summary"
"""What stands before this heading is the title and who made the report."""

SHEET, INTERVIEW, SCORECARD = "preparation sheet", "interview kit", "scorecard"
KIT = {
    "rows": (SHEET, INTERVIEW, SCORECARD),
    "stages": (SHEET, INTERVIEW),
    "scenarios": (SHEET,),
    "signals": (SHEET,),
    "triggers": (SHEET,),
    "preparation": (SHEET,),
    "plan": (SHEET,),
    "advice": (SHEET,),
    "questions": (SHEET,),
    "weeks": (SHEET,),
    "outcomes": (SHEET,),
    "improvements": (INTERVIEW,),
    "named": (),
    "variants": (),
}
"""List of a role to the papers of its kit that it reaches people by."""


ROLE_PAGE = "`showproof catalog roles`"
"""Where a variant is shown, which stands on no paper."""


@dataclass(frozen=True, slots=True)
class Line:
    """A bullet, a paragraph or a table row of a report."""

    number: int
    section: str
    text: str

    @property
    def begins(self) -> str:
        """Four words of it at most, bullets and bars left out."""
        return " ".join(re.sub(r"[|•]|^\W+", " ", self.text).split()[:4])


@dataclass(frozen=True, slots=True)
class Silent:
    """Lines that ask for nothing."""

    section: str
    reason: str
    lines: tuple[int, ...] = ()
    """Empty for a whole section."""


def read_lines(text: str) -> tuple[dict[int, str], list[Line]]:
    """Line number to heading, and every other line that says something, the head of the table left out."""
    headings: dict[int, str] = {}
    lines: list[Line] = []
    in_table = False
    for number, whole in enumerate(text.splitlines(), start=1):
        said = whole.strip()
        if re.match(r"\|?\s*Skill / Signal", said):
            in_table = True
        elif not said or re.fullmatch(r"[|:\s-]+", said):
            in_table = in_table and bool(said)
        elif said == FIRST or (headings and _is_heading(said, in_table)):
            headings[number], in_table = said, False
        elif headings:
            lines.append(Line(number, list(headings.values())[-1], said))
    return headings, lines


def _is_heading(said: str, in_table: bool) -> bool:
    """Short, no bullet, no stop at its end; a row of run-together cells has a small letter before a capital."""
    run_together = in_table and re.search(r"[a-z][A-Z]", said)
    return said[0] not in "-•|" and said[-1] not in ".:?!" and len(said.split()) <= 12 and not run_together


def silent(role: str) -> list[Silent]:
    """What asks for nothing in a role's report: whole sections, then single lines."""
    data = read_yaml(SILENT).data
    return [Silent(name, reason) for name, reason in data["whole sections"].items()] + [
        Silent(one["section"], one["reason"], tuple(map(int, one["lines"]))) for one in data[role]
    ]


def places(role: Role, lines: Iterable[Line]) -> dict[int, list[tuple[str, tuple[str, ...]]]]:
    """Line number to what serves it: the place in the role file, and the artifact types named there."""
    found: dict[int, list[tuple[str, tuple[str, ...]]]] = {}
    for group in KIT:
        for entry in getattr(role, group) if group != "variants" else ():
            kinds = (entry.artifact,) if group == "named" else getattr(entry, "artifacts", ())
            place = f"{group}/{entry.artifact if group == 'named' else entry.id}"
            for number in (entry.line, *getattr(entry, "also", ())):
                found.setdefault(number, []).append((place, kinds))
    for line in lines:
        if "Variants" in line.section:
            said = [one for one in role.variants if re.sub(r"^\W+", "", line.text).startswith(one)]
            found.setdefault(line.number, []).extend((f"variants/{one}", ()) for one in said)
    return {number: places for number, places in found.items() if places}


def unserved(role: Role, text: str) -> list[int]:
    """Lines of a report that neither the role serves nor the list of silent lines names."""
    _, lines = read_lines(text)
    found, quiet = places(role, lines), silent(role.id)
    named = {number for one in quiet for number in one.lines}
    whole = {one.section for one in quiet if not one.lines}
    return [
        one.number for one in lines if one.number not in found and one.number not in named and one.section not in whole
    ]


def table(role: Role, text: str) -> Iterator[str]:
    """The rows of a report's table: line, section, beginning, places in the role file, types and papers."""
    _, lines = read_lines(text)
    found = places(role, lines)
    for line in lines:
        if line.number in found:
            fields = dict.fromkeys(place for place, _ in found[line.number])
            kinds = dict.fromkeys(kind for _, kinds in found[line.number] for kind in kinds)
            papers = dict.fromkeys(paper for place in fields for paper in KIT[place.split("/")[0]])
            served = ", ".join((*(f"`{kind}`" for kind in kinds), *papers))
            held = ", ".join(f"`{field}`" for field in fields)
            yield f"| {line.number} | {line.section} | {line.begins} … | {held} | {served or ROLE_PAGE} |"


def page(roles: Iterable[Role], texts: dict[str, str]) -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for role in roles:
        rows = list(table(role, texts[role.id]))
        parts += [f"\n## {role.title}\n\n{len(rows)} lines of *{role.source}*.\n", TABLE_HEAD, *rows]
        parts += ["\nLines that ask for nothing:\n", "| Section | Lines | Why |\n|---|---|---|"]
        parts += [
            f"| {one.section} | {', '.join(map(str, one.lines)) or 'all'} | {one.reason} |"
            for one in silent(role.id)
            if one.lines or one.section in read_lines(texts[role.id])[0].values()
        ]
    return "\n".join(parts) + "\n"


INTRODUCTION = """# Where each line of the three reports is served

Every bullet, paragraph and table row of the reports that the three roles come from, by its line number and its first
words. `signals/notes` is the entry `notes` in the list `signals` of the role's file in `rubrics/roles/`; after it stand
the artifact types that it asks for and the papers of the role's kit that carry it to people. A line that asks for
nothing is listed below the table, with the reason.

This page is generated: `python -m tests.house.served` writes it anew from the reports and the role files."""

TABLE_HEAD = "| Line | Section | Begins | In the role file | Types and papers |\n|---|---|---|---|---|"


def report_texts() -> dict[str, str]:
    """Role to the text of its report, or nothing where the reports do not lie beside the project."""
    paths = {role: SHARED / name for role, name in REPORTS.items()}
    if not all(path.is_file() for path in paths.values()):
        return {}
    return {role: path.read_text(encoding="utf-8") for role, path in paths.items()}


def main() -> int:
    """Write the page, and print how much it holds; 1 where a line is served nowhere."""
    from showproof.api import open_catalog

    texts = report_texts()
    if not texts:
        print(f"not written: the reports are not in {SHARED}")
        return 0
    catalog = open_catalog()
    roles = [catalog.role(name) for name in REPORTS]
    PAGE.write_text(page(roles, texts), encoding="utf-8")
    left = {role.id: unserved(role, texts[role.id]) for role in roles}
    for role in roles:
        print(f"{role.id}: {len(list(table(role, texts[role.id])))} lines served, nowhere: {left[role.id] or 'none'}")
    return 1 if any(left.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
