"""Large parts as streams: a tree where the part is small, element by element where a tree would fill the memory."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from showproof.errors import UnreadableError
from showproof.formats.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_AFTER_MERGES = ("{*}conditionalFormatting", "{*}dataValidations", "{*}hyperlinks", "{*}pageMargins", "{*}extLst")


def is_large(package: Package, part: str) -> bool:
    """Whether a tree of the part would be too big to hold."""
    return package.names[part].file_size > package.limits.tree


def sheet_elements(package: Package, part: str) -> Iterator[etree._Element]:
    """`col`, `row` and `mergeCell` elements of a sheet, in the order of the file."""
    if is_large(package, part):
        yield from _streamed(package, part, ("{*}col", "{*}row", "{*}mergeCell"), _AFTER_MERGES)
        return
    for element in package.xml(part):
        if str(element.tag).endswith(("}sheetData", "}cols", "}mergeCells")):
            yield from element


def string_items(package: Package, part: str) -> Iterator[etree._Element]:
    """The `si` elements of the shared strings."""
    if is_large(package, part):
        yield from _streamed(package, part, ("{*}si",), ())
    else:
        yield from package.xml(part).iterchildren("{*}si")


def _streamed(package: Package, part: str, wanted: tuple[str, ...], last: tuple[str, ...]) -> Iterator[etree._Element]:
    """Each wanted element when it ends, emptied afterwards; over when one of `last` begins."""
    from lxml import etree

    data = package.read(part)
    if b"<!DOCTYPE" in data or b"<\x00!\x00D\x00O\x00C" in data:
        raise _broken(package, f"the part {part} declares a document type")
    ends = {name.removeprefix("{*}") for name in last}
    pieces = etree.iterparse(
        io.BytesIO(data), events=("start", "end"), tag=(*wanted, *last), resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for event, element in pieces:
            if str(element.tag).rpartition("}")[2] in ends:
                return
            if event == "end":
                yield element
                _forget(element)
    except etree.XMLSyntaxError:
        raise _broken(package, f"the part {part} is not well-formed XML") from None


def _forget(element: etree._Element) -> None:
    """Free the element and those before it; the parser still needs it as a place to go on from."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _broken(package: Package, message: str) -> UnreadableError:
    return UnreadableError(message, where=package.shown, remedy="open it in your office program and save it again")
