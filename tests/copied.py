"""What a copy has more than its draft, found by plain means: zipfile, lxml, and the places of docs/places.md."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from showproof.annotating.copies import Copy, Wanted, annotate_file
from showproof.api import SAID_NOTHING, Said, Scorer

Node = Any
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OURS = "showproof"


class Pair(NamedTuple):
    """A draft's bytes, those of its copy, and what was said of the copy."""

    before: bytes
    after: bytes
    copy: Copy


def copied(scorer: Scorer, path: Path, folder: Path, said: Said = SAID_NOTHING, **wanted: Any) -> Pair:
    """A draft annotated into a folder."""
    made = annotate_file(scorer, path, Wanted(folder, **wanted), said)
    return Pair(path.read_bytes(), Path(made.copy).read_bytes(), made)


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(before: bytes, after: bytes) -> set[str]:
    """Names of the parts that are new or not what they were; none may be missing, and the order stays."""
    old, new = parts(before), parts(after)
    assert list(new)[: len(old)] == list(old)
    return {name for name, data in new.items() if old.get(name) != data}


def main_part(data: bytes) -> str:
    """The name of the document part."""
    relations = etree.fromstring(parts(data)["_rels/.rels"])
    target = next(str(one.get("Target")) for one in relations if str(one.get("Type")).endswith("/officeDocument"))
    return target.lstrip("/")


class Comment(NamedTuple):
    """A comment of a document, and the characters that it is about."""

    author: str
    initials: str
    lines: tuple[str, ...]
    about: str


def comments(data: bytes) -> list[Comment]:
    """The comments of a document in their order, each hung by one start, one end and one reference."""
    found = parts(data)
    near = _targets(found, main_part(data)).values()
    name = next((target for kind, target in near if kind == "comments"), "")
    if not name:
        return []
    spans = spans_of(etree.fromstring(found[main_part(data)]))
    made = []
    for comment in etree.fromstring(found[name]):
        lines = tuple("".join(text.text or "" for text in line.iter(W + "t")) for line in comment.iter(W + "p"))
        said = (str(comment.get(W + key)) for key in ("author", "initials"))
        about, hung = spans.get(str(comment.get(W + "id")), ("", False))
        made.append(Comment(*said, lines, about))
        assert hung or made[-1].initials != OURS, "its reference stands right behind its end"
    return made


def spans_of(root: Node) -> dict[str, tuple[str, bool]]:
    """The visible characters between both ends of each comment, and whether its reference comes right behind."""
    opened: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    last_end = ""
    behind: dict[str, bool] = {}
    for event, node in etree.iterwalk(root, events=("start", "end")):
        kind = etree.QName(node).localname
        if event == "end":
            if kind == "p":
                _say(opened, "\n")
            continue
        number = str(node.get(W + "id"))
        if kind == "commentRangeStart":
            opened.setdefault(number, [])
        elif kind == "commentRangeEnd":
            closed[number] = "".join(opened.pop(number, [])).strip("\n")
            last_end = number
        elif kind == "commentReference":
            behind[number] = number == last_end
        elif not _unseen(node):
            _say(opened, _shown(node, kind))
    return {number: (text, behind.get(number, False)) for number, text in closed.items()}


def _say(opened: dict[str, list[str]], text: str) -> None:
    for texts in opened.values():
        texts.append(text)


def _shown(node: Node, kind: str) -> str:
    if kind == "t":
        return node.text or ""
    if kind in ("br", "cr"):
        return "\n" if node.get(W + "type") in (None, "textWrapping") else ""
    in_run = node.getparent() is not None and etree.QName(node.getparent()).localname == "r"
    return {"tab": "\t", "noBreakHyphen": "-"}.get(kind, "") if in_run else ""


def _unseen(node: Node) -> bool:
    """Whether it is deleted, in a fallback or hidden by its run."""
    if any(etree.QName(one).localname in ("del", "moveFrom", "Fallback") for one in node.iterancestors()):
        return True
    properties = node.getparent().find(W + "rPr") if node.getparent() is not None else None
    return properties is not None and properties.find(W + "vanish") is not None


def bare(data: bytes) -> tuple[str, list[str]]:
    """A document without what hangs comments on it: its texts, and every element but runs and their texts."""
    root = etree.fromstring(parts(data)[main_part(data)])
    for run in list(root.iter(W + "r")):
        if run.find(W + "commentReference") is not None:
            run.getparent().remove(run)
    etree.strip_elements(root, W + "commentRangeStart", W + "commentRangeEnd")
    texts = "".join(node.text or "" for node in root.iter(W + "t", W + "delText", W + "instrText"))
    kept = [
        etree.tostring(node, with_tail=False).decode() if not len(node) else f"{node.tag} {sorted(node.items())}"
        for node in root.iter("*")
        if node.tag not in (W + "r", W + "t") and not any(one.tag == W + "rPr" for one in (node, *node.iterancestors()))
    ]
    return texts, kept


def looks(data: bytes) -> list[tuple[str, str]]:
    """Every character of a document with the properties of its run: what cutting runs must not change."""
    root = etree.fromstring(parts(data)[main_part(data)])
    found = []
    for run in root.iter(W + "r"):
        if run.find(W + "commentReference") is not None:
            continue
        properties = run.find(W + "rPr")
        look = "" if properties is None else etree.tostring(properties, with_tail=False).decode()
        found += [(one, look) for text in run.iterchildren(W + "t") for one in text.text or ""]
    return found


class Note(NamedTuple):
    """A note of a workbook."""

    sheet: str
    cell: str
    author: str
    text: str


def notes(data: bytes) -> list[Note]:
    """The notes of all sheets; each has one shape in the drawing that its sheet names."""
    found = parts(data)
    book = etree.fromstring(found["xl/workbook.xml"])
    targets = _targets(found, "xl/workbook.xml")
    made = []
    for sheet in book.iterfind("{*}sheets/{*}sheet"):
        part = targets[next(value for key, value in sheet.items() if key.endswith("}id"))][1]
        made += _notes(found, part, str(sheet.get("name")))
    return made


def _notes(found: dict[str, bytes], part: str, name: str) -> list[Note]:
    near = _targets(found, part)
    target = next((target for kind, target in near.values() if kind == "comments"), "")
    if not target:
        return []
    root = etree.fromstring(found[target])
    authors = [one.text or "" for one in root.iterfind("{*}authors/{*}author")]
    made = [
        Note(name, str(one.get("ref")), authors[int(one.get("authorId"))], "".join(one.itertext("{*}t")))
        for one in root.iterfind("{*}commentList/{*}comment")
    ]
    leading = etree.fromstring(found[part]).findall("{*}legacyDrawing")
    assert len(leading) == 1
    drawing = found[near[next(value for key, value in leading[0].items() if key.endswith("}id"))][1]]
    shapes = re.findall(rb'ObjectType="Note".*?<\w+:Row>(\d+)</\w+:Row>\s*<\w+:Column>(\d+)<', drawing, re.DOTALL)
    cells = sorted(f"{_letters(int(column))}{int(row) + 1}" for row, column in shapes)
    assert cells == sorted(note.cell for note in made)
    numbers = re.findall(rb'\bid="(_x0000_s\d+)"', drawing)
    assert len(numbers) == len(set(numbers))
    return made


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _targets(found: dict[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    folder, _, leaf = part.rpartition("/")
    rels = f"{folder}/_rels/{leaf}.rels"
    made = {}
    for one in etree.fromstring(found[rels]) if rels in found else ():
        target = str(one.get("Target"))
        whole = target[1:] if target.startswith("/") else f"{folder}/{target}"
        steps: list[str] = []
        for step in whole.split("/"):
            steps = steps[:-1] if step == ".." else [*steps, step]
        made[str(one.get("Id"))] = (str(one.get("Type")).rpartition("/")[2], "/".join(steps))
    return made
