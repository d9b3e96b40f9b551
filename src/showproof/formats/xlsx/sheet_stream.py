"""Large parts as streams: a tree where the part is small, element by element where a tree would fill the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.package import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_AFTER_MERGES = ("{*}conditionalFormatting", "{*}dataValidations", "{*}hyperlinks", "{*}pageMargins", "{*}extLst")


def is_large(package: Package, part: str) -> bool:
    """Whether a tree of the part would be too big to hold."""
    return package.size(part) > package.limits.tree


def sheet_elements(package: Package, part: str) -> Iterator[etree._Element]:
    """`col`, `row` and `mergeCell` elements of a sheet, in the order of the file."""
    if is_large(package, part):
        yield from package.stream(part, ("{*}col", "{*}row", "{*}mergeCell"), _AFTER_MERGES)
        return
    for element in package.xml(part):
        if str(element.tag).endswith(("}sheetData", "}cols", "}mergeCells")):
            yield from element


def string_items(package: Package, part: str) -> Iterator[etree._Element]:
    """The `si` elements of the shared strings."""
    if is_large(package, part):
        yield from package.stream(part, ("{*}si",))
    else:
        yield from package.xml(part).iterchildren("{*}si")
