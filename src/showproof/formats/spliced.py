"""Markup of strangers changed byte by byte: what is not put in or taken out stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = re.compile(
    rb"""<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>"""
    rb"""|(/?)([^\s/>!?]++)(?:[^>"'/]++|"[^"]*+"|'[^']*+'|/(?!>))*+(/?)>)""",
    re.DOTALL,
)


class Edit(NamedTuple):
    """Bytes from `start` to `end` of a part that give way to others; with `start` at `end`, others are put in."""

    start: int
    end: int
    new: bytes


def spliced(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The part with these edits, those at one place in the order given. No two may take out the same bytes."""
    found: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        assert edit.start >= at, "edits overlap"
        found += (data[at : edit.start], edit.new)
        at = edit.end
    return b"".join((*found, data[at:]))


class Spot(NamedTuple):
    """Where an element is written: its start tag, and its end tag, which are one and the same of a lone tag."""

    start: int
    inside: int
    closing: int
    end: int

    @property
    def lone(self) -> bool:
        """Whether it is written as `<a/>`."""
        return self.closing == self.start


class Written:
    """Elements of a tree as they are written in the bytes that it was read from."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def of(self, element: _Element) -> Spot:
        """Where it is written."""
        raise NotImplementedError

    def written(self, element: _Element) -> bytes:
        """It as it is written, whole."""
        spot = self.of(element)
        return self.data[spot.start : spot.end]

    def start_tag(self, element: _Element) -> bytes:
        """Its start tag as it is written."""
        spot = self.of(element)
        return self.data[spot.start : spot.inside]


class Spots(Written):
    """Where each element of a tree is written."""

    def __init__(self, data: bytes, root: _Element) -> None:
        super().__init__(data)
        self._spots = list(_spots(data))
        self._numbers = {element: number for number, element in enumerate(root.iter("*"))}
        assert len(self._spots) == len(self._numbers), "tree and bytes differ"

    def of(self, element: _Element) -> Spot:
        """Where it is written."""
        return self._spots[self._numbers[element]]


class SpotsWithin(Written):
    """The same for the elements of one name and those in them, looked up only where they are asked for."""

    def __init__(self, data: bytes, root: _Element, name: str) -> None:
        super().__init__(data)
        self._name = f"{{*}}{name}"
        opening = re.compile(rb"<(?:[^\s/>!?:]+:)?" + name.encode() + rb"(?=[\s/>])")
        # A comment or a section of plain characters may hold what looks like a tag.
        plain = b"<!" not in data
        self._whole = None if plain else Spots(data, root)
        self._starts = [found.start() for found in opening.finditer(data)] if plain else []
        self._numbers = {element: number for number, element in enumerate(root.iter(self._name))} if plain else {}
        self._known: dict[_Element, Spot] = {}

    def of(self, element: _Element) -> Spot:
        """Where it is written."""
        if self._whole:
            return self._whole.of(element)
        if element not in self._known:
            holder = element if element in self._numbers else next(element.iterancestors(self._name))
            spots = _spots(self.data, self._starts[self._numbers[holder]])
            self._known |= zip(holder.iter("*"), spots, strict=True)
        return self._known[element]


def _spots(data: bytes, at: int = 0) -> Iterator[Spot]:
    """One spot for each element from the one that begins here to its end, in the order in which they begin."""
    begun: list[tuple[int, int, int]] = []
    found: list[Spot | None] = []
    for tag in _TAG.finditer(data, at):
        closes, name, lone = tag.groups()
        if name is None:
            continue
        if closes:
            number, start, inside = begun.pop()
            found[number] = Spot(start, inside, tag.start(), tag.end())
        elif lone:
            found.append(Spot(tag.start(), tag.end(), tag.start(), tag.end()))
        else:
            begun.append((len(found), tag.start(), tag.end()))
            found.append(None)
        if not begun:
            break
    yield from (spot for spot in found if spot)


class Child(NamedTuple):
    """A child of a part's root: its name without prefix, and where it is written."""

    name: str
    start: int
    end: int


class Root(NamedTuple):
    """A part's root as it is written, with its children."""

    name: bytes
    spot: Spot
    children: tuple[Child, ...]

    @property
    def prefix(self) -> str:
        """The prefix of its name with the colon, or nothing."""
        head, colon, _ = self.name.rpartition(b":")
        return (head + colon).decode()

    def before(self, names: Iterable[str]) -> int:
        """Where the first child of one of these names begins, or else where the root ends."""
        wanted = frozenset(names)
        return next((child.start for child in self.children if child.name in wanted), self.spot.closing)

    def adding(self, at: int, new: bytes) -> Edit:
        """The edit that puts children in at a place that `before` gave; a lone root is opened."""
        if self.spot.lone:
            return Edit(self.spot.end - 2, self.spot.end, b">" + new + b"</" + self.name + b">")
        return Edit(at, at, new)


def root_of(data: bytes) -> Root:
    """The root of a well-formed part."""
    depth = 0
    name, start, inside = b"", 0, 0
    first: tuple[str, int] = ("", 0)
    children: list[Child] = []
    for tag in _TAG.finditer(data):
        closes, found, lone = tag.groups()
        if found is None:
            continue
        if closes:
            depth -= 1
            if depth == 1:
                children.append(Child(*first, tag.end()))
            elif depth == 0:
                return Root(name, Spot(start, inside, tag.start(), tag.end()), tuple(children))
            continue
        if depth == 0:
            name, start, inside = found, tag.start(), tag.end()
            if lone:
                break
        elif depth == 1:
            first = (found.rpartition(b":")[2].decode(), tag.start())
            if lone:
                children.append(Child(*first, tag.end()))
        depth += not lone
    return Root(name, Spot(start, inside, start, inside), tuple(children))


def encoded_as(data: bytes, before: bytes) -> bytes:
    """UTF-8 markup in the encoding that the part had before."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if before.startswith(mark):
            return mark + data.decode().lstrip("\ufeff").encode(encoding)
    for sign, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if before.startswith(sign):
            return data.decode().encode(encoding)
    return data
