"""What stands at a place of a file, written from docs/places.md and sharing nothing with the readers.

Word and Excel are read with zipfile and lxml, text files by their lines.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from showproof.model import Location

Node = Any
_DRAWN = ("drawing", "pict", "object")
_SILENT = ("delText", "instrText", "delInstrText", "commentReference", "fldData")
_GONE = ("del", "moveFrom")


class TextFile:
    """The lines of a text file."""

    def __init__(self, data: bytes) -> None:
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = data.decode("cp1252")
        self.lines = text.splitlines()

    def at(self, where: Location) -> str:
        """The source at a place, as it stands."""
        first, last = where.line, where.end_line or where.line
        if first == last:
            return self.lines[first - 1][where.start : where.end]
        begin, end = self.lines[first - 1][where.start :], self.lines[last - 1][: where.end]
        return "\n".join([begin, *self.lines[first : last - 1], end])


def opened(data: bytes) -> TextFile | Document | Workbook:
    """A file whose places can be looked up."""
    if data[:2] != b"PK":
        return TextFile(data)
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    return Workbook(data) if any(each.startswith("xl/") for each in names) else Document(data)


def name(node: Node) -> str:
    """An element's name without its namespace."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def said(node: Node, key: str) -> str | None:
    """An attribute by its name without its namespace."""
    return next((value for full, value in node.attrib.items() if etree.QName(full).localname == key), None)


def child(node: Node, *path: str) -> Node | None:
    """The first child of this name, and so on down the path."""
    for step in path:
        node = next((each for each in node if name(each) == step), None)
        if node is None:
            return None
    return node


class Package:
    """The parts of an office file, followed by their relationships."""

    def __init__(self, data: bytes) -> None:
        self.file = zipfile.ZipFile(io.BytesIO(data))
        self.main = next(target for kind, target in self.relations("").values() if kind == "officeDocument")

    def root(self, part: str) -> Node:
        """A part as a tree."""
        parser = etree.XMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
        return etree.fromstring(self.file.read(part), parser)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id to (kind, target) of a part's relationships, the order kept."""
        folder = PurePosixPath(part).parent
        listed = str(folder / "_rels" / (PurePosixPath(part).name + ".rels")) if part else "_rels/.rels"
        found = {}
        for entry in self.root(listed) if listed in self.file.namelist() else ():
            if said(entry, "TargetMode") == "External":
                continue
            target = str(said(entry, "Target"))
            whole = PurePosixPath(target[1:]) if target.startswith("/") else folder / target
            steps: list[str] = []
            for step in whole.parts:
                steps = steps[:-1] if step == ".." else [*steps, step]
            found[str(said(entry, "Id"))] = (str(said(entry, "Type")).rsplit("/", 1)[-1], "/".join(steps))
        return found


class Document:
    """The paragraphs and cells of a Word file by their places."""

    def __init__(self, data: bytes) -> None:
        package = Package(data)
        self.paragraphs: dict[tuple[str, int], str] = {}
        self.cells: dict[tuple[str, str], tuple[int, str]] = {}
        self.unseen: dict[tuple[str, int], str] = {}
        self._tables: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        relations = package.relations(package.main).values()
        styles = next((package.root(target) for kind, target in relations if kind == "styles"), ())
        self._styles = {said(style, "styleId"): style for style in styles if name(style) == "style"}
        body = child(package.root(package.main), "body")
        self._walk(body, "body")
        for kind, one in (("footnotes", "footnote"), ("endnotes", "endnote")):
            for note in next((package.root(target) for found, target in relations if found == kind), ()):
                if name(note) == one and said(note, "type") in (None, "normal"):
                    self._walk(note, "footnotes")

    def at(self, where: Location) -> str:
        """The text at a place; of a place without characters the whole paragraph or what is hidden in it."""
        if where.cell:
            first, text = self.cells[where.part, where.cell]
            assert first == where.paragraph, (first, where)
        else:
            text = self.paragraphs[where.part, where.paragraph]
        if where.start == where.end:
            return self.unseen.get((where.part, where.paragraph), "")
        return text[where.start : where.end]

    def _walk(self, parent: Node, part: str, cell: list[str] | None = None) -> list[Node]:
        """Counts what stands in a body, note, box or cell; returns the text boxes of a cell's paragraphs."""
        waiting: list[Node] = []
        for node in parent:
            kind = name(node)
            if kind == "p" and _is_picture_of_ours(node):
                continue
            if kind == "p":
                boxes = self._paragraph(node, part, cell)
                if cell is None:
                    self._boxes(boxes, part)
                waiting += boxes
            elif kind == "tbl":
                self._table(node, part)
            elif kind == "AlternateContent":
                waiting += self._walk(_chosen(node), part, cell)
            elif kind in _GONE:
                self._count(part, sum(1 for _ in _paragraphs(node)))
            elif kind == "sdt":
                content = child(node, "sdtContent")
                waiting += [] if content is None else self._walk(content, part, cell)
            elif not kind.endswith("Pr"):
                waiting += self._walk(node, part, cell)
        return waiting

    def _boxes(self, boxes: list[Node], part: str) -> None:
        own = part if part.endswith("text box") else "text box" if part == "body" else f"{part} text box"
        for box in boxes:
            self._walk(box, own)

    def _count(self, part: str, more: int) -> int:
        self._counts[part] = self._counts.get(part, 0) + more
        return self._counts[part]

    def _paragraph(self, node: Node, part: str, cell: list[str] | None) -> list[Node]:
        number = self._count(part, 1)
        shown = Visible(node, self._styles)
        self.paragraphs[part, number] = shown.text
        self.unseen[part, number] = shown.unseen.strip()
        if cell is not None:
            cell.append(shown.text)
        return shown.boxes

    def _table(self, table: Node, part: str) -> None:
        self._tables[part] = number = self._tables.get(part, 0) + 1
        rows = 0
        for row in _inside(table, "tr"):
            properties = child(row, "trPr")
            kinds = {name(entry): entry for entry in properties} if properties is not None else {}
            if "del" in kinds or ("hidden" in kinds and said(kinds["hidden"], "val") not in ("0", "false", "off")):
                self.unseen[part, self._counts.get(part, 0) + 1] = " ".join(
                    text.text or "" for text in row.iter() if name(text) == "t"
                ).strip()
                self._count(part, sum(1 for _ in _paragraphs(row)))
                continue
            rows += 1
            before = int(said(kinds["gridBefore"], "val") or 0) if "gridBefore" in kinds else 0
            column = 1
            if before:
                self.cells[part, f"table {number} row {rows} column 1"] = (self._counts.get(part, 0) + 1, "")
                column += min(before, 1000)
            for cell in _inside(row, "tc"):
                properties = child(cell, "tcPr")
                if properties is not None and child(properties, "cellDel") is not None:
                    self._count(part, sum(1 for _ in _paragraphs(cell)))
                    continue
                texts: list[str] = []
                first = self._counts.get(part, 0) + 1
                boxes = self._walk(cell, part, texts)
                self.cells[part, f"table {number} row {rows} column {column}"] = (first, "\n".join(texts))
                self._boxes(boxes, part)
                span = child(properties, "gridSpan") if properties is not None else None
                column += 1 if span is None else min(max(_whole(said(span, "val")), 1), 1000)


def _colours(node: Node) -> bool:
    """Whether an element puts something behind its text; of table styles and shapes it is taken for granted."""
    shading = next((child(node, each, "shd") for each in ("pPr", "tcPr") if child(node, each) is not None), None)
    fill = None if shading is None else said(shading, "fill")
    styled = child(node, "tblPr", "tblStyle") is not None
    return styled or name(node) in ("wsp", "shape", "rect") or (fill or "auto").upper() not in ("AUTO", "FFFFFF")


def _whole(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"-?\d+", text) else 0


def _chosen(alternate: Node) -> Node:
    found = child(alternate, "Choice")
    found = child(alternate, "Fallback") if found is None else found
    return [] if found is None else found


def _inside(parent: Node, kind: str) -> Iterator[Node]:
    """The rows of a table or the cells of a row, also those that a content control wraps."""
    for node in parent:
        if name(node) == kind:
            yield node
        elif name(node) == "sdt":
            content = child(node, "sdtContent")
            yield from () if content is None else _inside(content, kind)
        elif not name(node).endswith("Pr"):
            yield from _inside(node, kind)


def _is_picture_of_ours(node: Node) -> bool:
    return any(str(one.get("name")).startswith("showproof ") for one in node.iter("{*}docPr"))


def _paragraphs(parent: Node) -> Iterator[Node]:
    for node in _chosen(parent) if name(parent) == "AlternateContent" else parent:
        if name(node) == "p":
            yield node
        elif name(node) != "txbxContent":
            yield from _paragraphs(node)


class Visible:
    """The characters of one paragraph."""

    def __init__(self, paragraph: Node, styles: dict[str | None, Node]) -> None:
        self.text = ""
        self.unseen = ""
        self.boxes: list[Node] = []
        self._styles = styles
        self._fields: list[bool] = []
        properties = child(paragraph, "pPr")
        style = child(properties, "pStyle") if properties is not None else None
        self._dark = any(_colours(node) for node in (paragraph, *paragraph.iterancestors()))
        self._base = self._styled(None if style is None else said(style, "val"))
        self._runs(paragraph, self._base)

    def _styled(self, style: str | None) -> bool:
        """Whether a style hides its text."""
        for _ in range(20):
            node = self._styles.get(style)
            if node is None:
                return False
            found = child(node, "rPr", "vanish")
            if found is not None:
                return said(found, "val") not in ("0", "false", "off")
            base = child(node, "basedOn")
            style = None if base is None else said(base, "val")
        return False

    def _hides(self, properties: Node, hidden: bool) -> bool:
        style = child(properties, "rStyle")
        if style is not None and self._styled(said(style, "val")):
            hidden = True
        vanish, color, size = (child(properties, key) for key in ("vanish", "color", "sz"))
        if vanish is not None:
            hidden = said(vanish, "val") not in ("0", "false", "off")
        white = color is not None and (said(color, "val") or "").upper() == "FFFFFF"
        return hidden or (white and not self._dark) or (size is not None and 0 < _whole(said(size, "val")) <= 4)

    def _runs(self, parent: Node, hidden: bool) -> None:
        for node in parent:
            kind = name(node)
            if kind == "rPr":
                hidden = self._hides(node, hidden) if name(parent) == "r" else hidden
            elif kind in _SHOWS:
                self._add(_SHOWS[kind](node), hidden)
            elif kind == "fldChar":
                self._field(node, hidden)
            elif kind in _DRAWN:
                self.boxes += _text_boxes(node)
            elif kind == "AlternateContent":
                self._alternate(node, hidden)
            elif kind == "sdt":
                content = child(node, "sdtContent")
                self._runs([] if content is None else content, hidden)
            elif kind not in (*_SILENT, *_GONE) and not kind.endswith("Pr"):
                self._runs(node, self._base if kind == "r" else hidden)

    def _alternate(self, node: Node, hidden: bool) -> None:
        """The choice, or the fallback where the choice shows nothing: neither words nor boxes nor a picture."""
        before = (self.text, self.unseen, len(self.boxes))
        for each in ("Choice", "Fallback"):
            found = child(node, each)
            if found is not None and before == (self.text, self.unseen, len(self.boxes)):
                self._runs(found, hidden)
                if found.xpath(".//*[local-name()='blip' or local-name()='imagedata' or local-name()='chart']"):
                    break

    def _add(self, text: str, hidden: bool) -> None:
        if any(self._fields):
            return
        if hidden:
            self.unseen += text
        else:
            self.text += text

    def _field(self, node: Node, hidden: bool) -> None:
        kind = said(node, "fldCharType")
        if kind == "begin":
            form = child(node, "ffData")
            if form is not None:
                self._form(form, hidden)
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _form(self, form: Node, hidden: bool) -> None:
        box, choices = child(form, "checkBox"), child(form, "ddList")
        if box is not None:
            state = child(box, "checked")
            state = child(box, "default") if state is None else state
            on = state is not None and said(state, "val") not in ("0", "false", "off")
            self._add("☒" if on else "☐", hidden)
        elif choices is not None:
            result = child(choices, "result")
            at = _whole(said(result, "val")) if result is not None else 0
            entries = [entry for entry in choices if name(entry) == "listEntry"]
            self._add(said(entries[at], "val") or "" if 0 <= at < len(entries) else "", hidden)


_SYMBOLS = {("wingdings", 0xFC): "✓", ("wingdings", 0xFE): "☑", ("wingdings", 0xA8): "☐", ("wingdings", 0xE0): "→",
            ("symbol", 0xB7): "•", ("symbol", 0xB3): "≥", ("symbol", 0xA3): "≤"}  # fmt: skip


def _symbol(node: Node) -> str:
    code = int(said(node, "char") or "0", 16)
    font = (said(node, "font") or "").lower()
    known = _SYMBOLS.get((font, code - 0xF000 if code >= 0xF000 else code))
    return known or (chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE else "")


_SHOWS: dict[str, Callable[[Node], str]] = {
    "t": lambda node: node.text or "",
    "tab": lambda node: "\t",
    "ptab": lambda node: "\t",
    "cr": lambda node: "\n",
    "noBreakHyphen": lambda node: "-",
    "br": lambda node: "\n" if said(node, "type") in (None, "textWrapping") else "",
    "sym": _symbol,
}


def _text_boxes(drawn: Node) -> list[Node]:
    found = []
    for node in drawn:
        if name(node) == "txbxContent":
            found.append(node)
        elif name(node) != "Fallback" or child(drawn, "Choice") is None:
            found += _text_boxes(node)
    return found


class Workbook:
    """The cells of an Excel file by their places."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.relations = self.package.relations(self.package.main)
        strings = [target for kind, target in self.relations.values() if kind == "sharedStrings"]
        self.strings = [_string(item) for item in self.package.root(strings[0])] if strings else []
        sheets = child(self.package.root(self.package.main), "sheets")
        self.sheets = {said(sheet, "name"): self.relations[str(said(sheet, "id"))][1] for sheet in sheets}
        self._cells: dict[str, dict[str, Node]] = {}

    def at(self, where: Location) -> str | None:
        """The text at a place; None for numbers, which show by their format."""
        if where.paragraph:
            return self._drawn(where.part)[where.paragraph - 1][where.start : where.end]
        if not where.cell:
            return where.part[where.start : where.end]
        if where.part not in self._cells:
            self._cells[where.part] = dict(_numbered(self.package.root(self.sheets[where.part])))
        cell = self._cells[where.part].get(where.cell)
        text = "" if cell is None else self._shown(cell)
        return None if text is None else text.strip()[where.start : where.end]

    def _drawn(self, part: str) -> list[str]:
        """The paragraphs of a shape by its name, such as `Plan shape at F7 (2)`."""
        sheet, _, place = part.rpartition(" shape at ")
        corner, _, again = place.partition(" ")
        drawing = next(t for kind, t in self.package.relations(self.sheets[sheet]).values() if kind == "drawing")
        over = [anchor for anchor in self.package.root(drawing) if _corner(anchor) == corner]
        shapes = [each for anchor in over for each in anchor.iter() if name(each) == "sp"]
        lines = [line for line in child(shapes[int(again.strip("()") or 1) - 1], "txBody") if name(line) == "p"]
        texts = [[child(run, "t") if name(run) != "br" else "\n" for run in line] for line in lines]
        return ["".join(t if isinstance(t, str) else t.text or "" for t in line if t is not None) for line in texts]

    def _shown(self, cell: Node) -> str | None:
        kind, value = said(cell, "t"), child(cell, "v")
        if child(cell, "is") is not None:
            return _string(child(cell, "is"))
        raw = "" if value is None else value.text or ""
        if kind == "s":
            return self.strings[int(raw)] if raw.isdecimal() else ""
        if kind == "b":
            return {"1": "TRUE", "true": "TRUE"}.get(raw, "FALSE")
        return _unescaped(raw) if kind in ("str", "e") or not raw else None


def _corner(anchor: Node) -> str:
    row, column = (child(anchor, "from", side) for side in ("row", "col"))
    return "A1" if row is None else f"{_letters(int(column.text) + 1)}{int(row.text) + 1}"


def _numbered(sheet: Node) -> Iterator[tuple[str, Node]]:
    """(reference, cell): where a file leaves references out, they count on."""
    row = 0
    for line in child(sheet, "sheetData"):
        row = int(said(line, "r") or row + 1)
        column = 0
        for cell in line:
            letters = (said(cell, "r") or "").rstrip("0123456789")
            column = sum((ord(letter) - 64) * 26**at for at, letter in enumerate(reversed(letters))) or column + 1
            yield f"{_letters(column)}{row}", cell


def _letters(column: int) -> str:
    return (_letters((column - 1) // 26) if column > 26 else "") + chr(65 + (column - 1) % 26)


def _string(item: Node) -> str:
    texts = []
    for node in item:
        texts += [node] if name(node) == "t" else [each for each in node if name(node) == "r" and name(each) == "t"]
    return _unescaped("".join(node.text or "" for node in texts))


def _unescaped(text: str) -> str:
    text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: _character(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _character(code: int) -> str:
    return "" if 0xD800 <= code < 0xE000 or (code < 32 and code not in (9, 10, 13)) else chr(code)


_TARGET = re.compile(r"\]\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|\]\[[^\]]*\]")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_UNSEEN = re.compile(r"<(\w+)[^<>]*\b(?:hidden|none)\b[^<>]*>.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][\w-]*(?:[\s/][^<>]*)?>", re.DOTALL)
_MARKUP = re.compile(r"[\s*_~`\[\]()<>!\\|#:]")


def bare(text: str) -> str:
    """Words and signs of a text without what can be markup, for source and rendered text alike."""
    text = _TAG.sub("", _NOTE.sub("", _TARGET.sub("]", _UNSEEN.sub("", text))))
    for _ in range(3):
        text = html.unescape(text)
    return _MARKUP.sub("", text)
