"""Large parts as streams: a tree where the part is small, element by element where a tree would fill the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.package import Package
from showproof.formats.xlsx.workbook_parts import namespace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_HELD_BY = {"cols": "col", "sheetData": "row", "autoFilter": "filterColumn", "mergeCells": "mergeCell"}
_AFTER_MERGES = ("{*}conditionalFormatting", "{*}dataValidations", "{*}hyperlinks")
"""Elements that a sheet has behind its merged ranges, and nowhere else."""


def is_large(package: Package, part: str) -> bool:
    """Whether a tree of the part would be too big to hold."""
    return package.size(part) > package.limits.tree


def sheet_elements(package: Package, part: str) -> Iterator[etree._Element]:
    """`col`, `row`, `filterColumn` and `mergeCell` elements of a sheet, in the order of the file."""
    if is_large(package, part):
        yield from package.stream(part, tuple(f"{{*}}{name}" for name in _HELD_BY.values()), _AFTER_MERGES)
        return
    for element in package.xml(part):
        space, _, name = str(element.tag).rpartition("}")
        if name in _HELD_BY:
            yield from element.iterchildren(f"{space}}}{_HELD_BY[name]}")


def string_items(package: Package, part: str) -> Iterator[etree._Element]:
    """The `si` elements of the shared strings."""
    if is_large(package, part):
        yield from package.stream(part, ("{*}si",))
    else:
        root = package.xml(part)
        yield from root.iterchildren(namespace(root) + "si")
