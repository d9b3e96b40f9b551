"""New parts made known to a package: their content types, and how other parts point at them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from showproof.formats.markup import xml_tree
from showproof.formats.spliced import Edit, Spots, encoded_as, root_of, spliced
from showproof.formats.strict import transitional

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml import etree

    from showproof.formats.package import Package

TYPES = "[Content_Types].xml"
NEW_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_NUMBERED = re.compile(r"rId(\d{1,6})")


class Changes:
    """The parts of a package that change, by name; a part is always the newest there is."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.parts: dict[str, bytes] = {}
        self.strict = False
        """Whether relationships are written in the names of the Strict variant."""
        self._read: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.parts or name in self.package

    def markup(self, name: str) -> bytes:
        """A part in UTF-8 as it is now."""
        if name in self.parts:
            return self.parts[name]
        if name not in self._read:
            self._read[name] = self.package.markup(name)
        return self._read[name]

    def tree(self, name: str) -> etree._Element:
        """A part as a tree as it is now; elements come in the order in which its markup has them."""
        return xml_tree(transitional(self.markup(name)), self.package.limits.tags)

    def put(self, name: str, markup: bytes) -> None:
        """Keep a part as it is to be from now on."""
        if self._read.get(name) != markup:
            self.parts[name] = markup
        else:
            self.parts.pop(name, None)

    def put_bytes(self, name: str, data: bytes) -> None:
        """Keep a part that is no well-formed markup, as old drawings are not."""
        self.parts[name] = data

    def encoded(self) -> dict[str, bytes]:
        """The changed parts as they are written: each in the encoding that it had."""
        return {
            name: encoded_as(data, self.package.read(name)) if name in self._read else data
            for name, data in self.parts.items()
        }

    def free(self, stem: str, ending: str, least: int = 0) -> str:
        """A part name that nothing has: the stem alone or with the first number that is free, from `least` on."""
        if not least and f"{stem}{ending}" not in self:
            return f"{stem}{ending}"
        number = max(least, 1)
        while f"{stem}{number}{ending}" in self:
            number += 1
        return f"{stem}{number}{ending}"

    def declare(self, name: str, content_type: str) -> None:
        """Say what a new part is."""
        self._type(f'<{{}}Override PartName="/{name}" ContentType="{content_type}"/>')

    def declare_ending(self, ending: str, content_type: str) -> None:
        """Say what parts of an ending are, where nothing says so."""
        types = self.tree(TYPES)
        if not any(str(entry.get("Extension", "")).lower() == ending for entry in types):
            self._type(f'<{{}}Default Extension="{ending}" ContentType="{content_type}"/>', first=True)

    def _type(self, entry: str, *, first: bool = False) -> None:
        data = self.markup(TYPES)
        root = root_of(data)
        at = root.before(("Default", "Override")) if first else root.spot.closing
        self.put(TYPES, spliced(data, [root.adding(at, entry.format(root.prefix).encode())]))

    def relate(self, source: str, kind: str, target: str) -> str:
        """Point from one part at another; the id of the new relationship."""
        name = relations_of(source)
        data = self.markup(name) if name in self else NEW_RELATIONS
        root = root_of(data)
        taken = [int(number) for number in _NUMBERED.findall(data.decode())]
        made = f"rId{max(taken, default=0) + 1}"
        family = _STRICT_OFFICE if self.strict else _OFFICE
        entry = f'<{root.prefix}Relationship Id="{made}" Type="{family}{kind}" Target="/{target}"/>'
        self.put(name, spliced(data, [root.adding(root.spot.closing, entry.encode())]))
        return made

    def unrelate(self, source: str, ids: Collection[str]) -> None:
        """Take relationships of a part out."""
        name = relations_of(source)
        if not ids or name not in self:
            return
        root = self.tree(name)
        spots = Spots(self.markup(name), root)
        out = (spots.of(entry) for entry in root if entry.get("Id") in ids)
        self.put(name, spliced(spots.data, [Edit(spot.start, spot.end, b"") for spot in out]))


def relations_of(source: str) -> str:
    """The part that says what another one points at."""
    folder, _, leaf = source.rpartition("/")
    return f"{folder}/_rels/{leaf}.rels".lstrip("/")


def source_of(relations: str) -> str:
    """The part that a part of relations is about; nothing for other parts and for the package's own."""
    folder, rels, leaf = relations.rpartition("_rels/")
    return folder + leaf.removesuffix(".rels") if rels else ""


def led_to_by_others(package: Package, source: str) -> set[str]:
    """The parts that anything but this part points at."""
    sources = {source_of(name) for name in package.names if name.lower().endswith(".rels")} - {source}
    return {target for one in sources for _, target in package.relations(one).values()}
