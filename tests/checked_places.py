"""Checks every place that an outline and a scorecard name against what stands there.

`python tests/checked_places.py FOLDER ...` scores every draft in the folders, prints what stands elsewhere, and
how much was checked.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from places import Document, TextFile, Workbook, bare, opened
from showproof.api import Scorer, open_catalog
from showproof.errors import UserError
from showproof.formats.open import read_draft
from showproof.model import Block, Cell, Outline, Quote, Scorecard

ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx", ".md", ".markdown", ".txt")


def quotes_of(card: Scorecard) -> Iterator[Quote]:
    """Every quote of a scorecard: of findings, of flags, of what found no place."""
    for rated in (*card.criteria, *card.skills):
        for finding in rated.findings:
            yield from finding.evidence
    for flag in card.flags:
        yield from flag.evidence
    yield from card.unplaced


def texts_of(outline: Outline) -> Iterator[Block | Cell]:
    """Every block and every cell of an outline."""
    for item in outline.items:
        if isinstance(item, Block):
            yield item
        else:
            yield from (cell for row in item.rows for cell in row)


def misplaced(data: bytes, outline: Outline, card: Scorecard | None, count: Counter[str] | None = None) -> list[str]:
    """One line for each quote and each text that is not what stands at its place."""
    file = opened(data)
    found = []
    for text in texts_of(outline):
        if count is not None:
            count["texts"] += 1
        if not _shows(file, text):
            found.append(f"text {text.text!r} at {text.location}: {_tried(file, text.location)!r}")
    for one in quotes_of(card) if card else ():
        if count is not None:
            count["quotes"] += 1
        if not _is_quoted(file, one):
            found.append(f"quote {one.quote!r} at {one.location}: {_tried(file, one.location)!r}")
    return found


def _tried(file: TextFile | Document | Workbook, where: object) -> object:
    try:
        return file.at(where)  # type: ignore[arg-type]
    except (KeyError, IndexError, AssertionError) as error:
        return error


def _is_quoted(file: TextFile | Document | Workbook, one: Quote) -> bool:
    there = _tried(file, one.location)
    if there is None:
        return (one.location.start, one.location.end) == (0, len(one.quote))
    if isinstance(there, str) and one.location.start == one.location.end and not one.location.end_line:
        return bool(there) and there.startswith(one.quote)
    return there == one.quote


def _shows(file: TextFile | Document | Workbook, text: Block | Cell) -> bool:
    there = _tried(file, text.location)
    if there is None:
        label = text.text[: len(text.text) - text.location.end]
        return text.location.start == 0 and (not label or label.endswith((": ", " / ")))
    if not isinstance(there, str):
        return False
    if isinstance(file, TextFile):
        return bare(there) == bare(text.text)
    if isinstance(text, Block) and text.apart:
        return text.text.endswith(there) and len(there) == text.location.end - text.location.start
    if isinstance(text, Block):
        return there == text.text or (text.kind == "heading" and there.replace("\n", " ") == text.text)
    named = isinstance(file, Workbook) and text.text.endswith(f" / {there}")
    numbered = text.location.start == text.location.end and text.location.paragraph > 0
    return there == text.text or named or numbered


def main(folders: list[str]) -> int:
    """Check all drafts of the folders; 1 where a quote stands elsewhere."""
    scorer, count, faults = Scorer(open_catalog()), Counter[str](), 0
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*")):
        if path.suffix.lower() not in ENDINGS or not path.is_file():
            continue
        try:
            data = path.read_bytes()
            outline, card = read_draft(data, path), scorer.score(path)
        except UserError:
            count["unreadable files"] += 1
            continue
        count["files"] += 1
        try:
            found = misplaced(data, outline, card, count)
        except Exception as error:  # the file is opened by plain means here, which may not do
            count["files not opened by plain means"] += 1
            print(f"{path}: {type(error).__name__} {error}"[:300])
            continue
        faults += len(found)
        count["misplaced quotes"] += sum(line.startswith("quote") for line in found)
        count["misplaced texts"] += sum(line.startswith("text") for line in found)
        for line in found[:3]:
            print(f"{path}: {line}"[:600])
    print(", ".join(f"{number:,} {what}" for what, number in count.items()))
    return 1 if count["misplaced quotes"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
