"""A real table over a section's header and rows, so that programs know its columns by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.xlsx.cells import letters
from showproof.formats.xlsx.text import quote

if TYPE_CHECKING:
    from showproof.formats.xlsx.layout import Layout

_ALT_TEXT = "{504A1905-F514-4f6f-8877-14C23A59335A}"
_ALT_SPACE = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def table_part(layout: Layout, number: int, name: str, headers: tuple[str, ...]) -> str:
    """The table part; the headers are those of the cells, letter by letter."""
    columns = "".join(f'<tableColumn id="{i}" name="{quote(header)}"/>' for i, header in enumerate(headers, start=1))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'id="{number}" name="{name}" displayName="{name}" '
        f'ref="A{layout.header}:{letters(len(headers))}{layout.last}" headerRowCount="1" totalsRowShown="0">'
        f'<tableColumns count="{len(headers)}">{columns}</tableColumns>'
        '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" '
        f'showColumnStripes="0"/><extLst><ext uri="{_ALT_TEXT}" xmlns:x14="{_ALT_SPACE}">'
        f'<x14:table altText="{quote(layout.section.title)}"/></ext></extLst></table>'
    )
