"""Where a comment begins and ends in a document's markup: runs are cut at its ends, and nothing else is touched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.read_names import (
    FIELD_MARK,
    MAIN,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    VAL,
    WORD_2010,
    P,
    R,
    T,
)
from showproof.formats.spliced import Edit

if TYPE_CHECKING:
    from lxml.etree import _Element

    from showproof.formats.docx.pieces import Point, Stretch
    from showproof.formats.spliced import Written

_HOLDERS = frozenset(
    MAIN + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "dir", "bdo")
)
"""What may hold runs of a paragraph, and the ends of comments among them."""
_CLOSED = frozenset(
    (
        *(MAIN + name for name in ("text", "date", "dropDownList", "comboBox", "picture", "citation", "equation")),
        *(MAIN + name for name in ("bibliography", "docPartList", "dataBinding", "showingPlcHdr", "group")),
        WORD_2010 + "checkbox",
        "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding",
    )
)
"""Properties of controls whose content the office program writes itself, or takes away when somebody types."""
_LOCKS = ("contentLocked", "sdtContentLocked")
_CHANGED = MAIN + "rPrChange"
_FORM_DATA = MAIN + "ffData"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHARACTER = re.compile(rb"&[^;]+;|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]+")


class Cut(NamedTuple):
    """A place in the markup between two runs, or within one that is to be cut there."""

    at: int
    closing: bytes = b""
    opening: bytes = b""
    look: bytes = b""
    """The properties of the run before, which a reference there takes on so that no line grows."""
    preserve: int = -1
    """Where the text that is cut is to say that its blanks count; -1 where it says so, or need not."""


class Anchors:
    """The edits that hang comments on stretches of a document; `space` is its namespace as it is written."""

    def __init__(self, spots: Written, space: str) -> None:
        self._spots = spots
        self._space = space
        self._cuts: dict[int, Cut] = {}
        self._ends: dict[int, list[bytes]] = {}
        self._starts: dict[int, list[bytes]] = {}
        self._opened: dict[_Element, list[bytes]] = {}

    def hang(self, stretch: Stretch, number: int) -> None:
        """Hang the comment of this number on a stretch."""
        names = _Names(stretch.paragraph, self._space)
        start = names.tag("commentRangeStart", number)
        end = names.tag("commentRangeEnd", number)
        if stretch.first is None or stretch.last is None:
            self._in_empty(stretch.paragraph, start + end + names.reference(number, b""))
            return
        first = self._before(stretch.first)
        last = self._behind(stretch.last)
        for cut in (first, last):
            self._cuts.setdefault(cut.at, cut)
        if last.at <= first.at:
            # Nothing that can be cut stands between: the comment hangs on the spot itself, its start before its end.
            self._ends.setdefault(first.at, []).append(start + end + names.reference(number, last.look))
            return
        self._starts.setdefault(first.at, []).append(start)
        self._ends.setdefault(last.at, []).append(end + names.reference(number, last.look))

    def all_edits(self) -> list[Edit]:
        """The edits for everything that was hung, in the order of the markup."""
        blanks = {cut.preserve for cut in self._cuts.values()} - {-1}
        edits = [Edit(at, at, b' xml:space="preserve"') for at in sorted(blanks)]
        for at, cut in self._cuts.items():
            new = b"".join((cut.closing, *self._ends.get(at, ()), *self._starts.get(at, ()), cut.opening))
            edits.append(Edit(at, at, new))
        for paragraph, hung in self._opened.items():
            edits.append(self._opening(paragraph, b"".join(hung)))
        return sorted(edits, key=lambda edit: edit.start)

    def _in_empty(self, paragraph: _Element, new: bytes) -> None:
        """At the end of a paragraph that shows nothing."""
        self._opened.setdefault(paragraph, []).append(new)

    def _opening(self, paragraph: _Element, new: bytes) -> Edit:
        spot = self._spots.of(paragraph)
        if not spot.lone:
            properties = paragraph.find(PPR)
            at = spot.inside if properties is None else self._spots.of(properties).end
            return Edit(at, at, new)
        name = self._spots.start_tag(paragraph)[1:-2].split()[0]
        return Edit(spot.end - 2, spot.end, b">" + new + b"</" + name + b">")

    def _before(self, point: Point) -> Cut:
        unit = _unit(point.element)
        if _cuttable(unit, point.element):
            if point.at and (cut := self._in_text(unit, point)):
                return cut
            if not point.at and _something_before(point.element):
                return self._between(unit, self._spots.of(point.element).start)
        while (holder := unit.getparent()) is not None and holder.tag != P and _first(unit):
            unit = _out_of(holder)
        return Cut(self._spots.of(unit).start)

    def _behind(self, point: Point) -> Cut:
        element = point.element
        unit = _unit(element)
        look = self._look(unit)
        if _cuttable(unit, element):
            if point.at < point.size and (cut := self._in_text(unit, point)):
                return cut
            if point.at >= point.size and element.getnext() is not None:
                return self._between(unit, self._spots.of(element).end)
        if element.tag == _FORM_DATA:
            unit = _unit(_field_end(element))
        while (holder := unit.getparent()) is not None and holder.tag != P and unit.getnext() is None:
            unit = _out_of(holder)
        return Cut(self._spots.of(unit).end, look=look)

    def _look(self, unit: _Element) -> bytes:
        properties = unit.find(RPR) if unit.tag == R else None
        if properties is None or properties.find(_CHANGED) is not None:
            return b""
        return self._spots.written(properties)

    def _between(self, run: _Element, at: int) -> Cut:
        """Between two entries of a run."""
        name = _name(self._spots.start_tag(run))
        return Cut(at, b"</" + name + b">", self._again(run), self._look(run))

    def _again(self, run: _Element) -> bytes:
        """A run's start tag and properties once more."""
        properties = run.find(RPR)
        return self._spots.start_tag(run) + (b"" if properties is None else self._spots.written(properties))

    def _in_text(self, run: _Element, point: Point) -> Cut | None:
        """Within a text; None where it is written in a way that cannot be cut."""
        text = point.element
        if text.tag != T:
            return None
        spot = self._spots.of(text)
        written = self._spots.data[spot.inside : spot.closing]
        if b"<" in written:
            return None
        preserved = text.get(_SPACE) == "preserve"
        if not preserved and (text.text or "") != (text.text or "").strip(" \t\r\n"):
            return None
        at = spot.inside + _offset(written, point.at)
        tag = _name(self._spots.start_tag(text))
        name = _name(self._spots.start_tag(run))
        closing = b"</" + tag + b"></" + name + b">"
        opening = self._again(run) + b"<" + tag + b' xml:space="preserve">'
        return Cut(at, closing, opening, self._look(run), -1 if preserved else spot.inside - 1)


class _Names:
    """Names of the elements that are put into a paragraph, by the prefix that stands for the namespace there."""

    def __init__(self, paragraph: _Element, space: str) -> None:
        known = sorted(one for one, uri in paragraph.nsmap.items() if one and uri == MAIN[1:-1])
        prefix = known[0] if known else ""
        self._prefix = prefix or "w"
        self._said = b"" if prefix else f' xmlns:w="{space}"'.encode()

    def tag(self, name: str, number: int) -> bytes:
        """A lone tag with the number of a comment."""
        return f"<{self._prefix}:{name}".encode() + self._said + f' {self._prefix}:id="{number}"/>'.encode()

    def reference(self, number: int, look: bytes) -> bytes:
        """The run that shows that there is a comment."""
        run = f"{self._prefix}:r".encode()
        return b"<" + run + self._said + b">" + look + self.tag("commentReference", number) + b"</" + run + b">"


def _name(start_tag: bytes) -> bytes:
    """The name in a start tag as it is written."""
    return re.split(rb"[\s/>]", start_tag[1:], maxsplit=1)[0]


def _offset(written: bytes, characters: int) -> int:
    """How many bytes the first characters of a text take as it is written."""
    at = 0
    for _ in range(characters):
        found = _CHARACTER.match(written, at)
        assert found, "the text is UTF-8"
        at = found.end()
    return at


def _unit(element: _Element) -> _Element:
    """The run or other element around this one that can have the end of a comment before and behind it."""
    chain = [element]
    for holder in element.iterancestors():
        if holder.tag == P:
            break
        chain.append(holder)
    for holder in reversed(chain):
        if holder.tag not in _HOLDERS and holder.tag != SDT_CONTENT and not _is_open(holder):
            return holder
    return element


def _is_open(control: _Element) -> bool:
    """Whether it is a control in which people write freely."""
    if control.tag != SDT:
        return False
    properties = control.find(SDT_PR)
    entries = () if properties is None else properties
    return not any(
        entry.tag in _CLOSED or (entry.tag == MAIN + "lock" and entry.get(VAL) in _LOCKS) for entry in entries
    )


def _cuttable(unit: _Element, element: _Element) -> bool:
    """Whether the element stands right in a run."""
    return unit.tag == R and element.getparent() is unit


def _something_before(entry: _Element) -> bool:
    before = entry.getprevious()
    return before is not None and before.tag != RPR


def _first(unit: _Element) -> bool:
    """Whether nothing but properties stands before it."""
    before = unit.getprevious()
    return before is None or before.tag.endswith("Pr")


def _out_of(holder: _Element) -> _Element:
    """What is hung around instead: of a control's content the control."""
    around = holder.getparent() if holder.tag == SDT_CONTENT else None
    return holder if around is None else around


def _field_end(data: _Element) -> _Element:
    """The mark that ends the old form field of this data, or else the one that begins it."""
    begin = data.getparent()
    paragraph = next(data.iterancestors(P), None)
    if begin is None or paragraph is None:
        return data
    depth = 0
    seen = False
    for mark in paragraph.iter(FIELD_MARK):
        seen = seen or mark is begin
        if seen:
            kind = mark.get(MAIN + "fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if not depth:
                return mark
    return begin
