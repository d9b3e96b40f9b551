"""What the templates of the workbook are filled with: read back from a finished one, so that all is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Cell(NamedTuple):
    """`text` is a number of the shared strings; all are '' where there is none."""

    ref: str
    style: str
    text: str
    value: str
    formula: str


class Row(NamedTuple):
    """One row of a sheet."""

    number: str
    height: str
    fixed: bool
    cells: list[Cell]


def workbook(parts: Mapping[str, bytes]) -> dict[str, tuple[str, dict[str, Any]]]:
    """Each changing part's name to its template and variables."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for name, data in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            found[name] = "sheet.xml.j2", _sheet(etree.fromstring(data), first=name.endswith("/sheet1.xml"))
        elif name.startswith("xl/tables/"):
            found[name] = "table.xml.j2", _table(etree.fromstring(data))
        elif name == "xl/sharedStrings.xml":
            found[name] = "strings.xml.j2", _strings(etree.fromstring(data))
    return found


def _all(root: etree._Element, path: str) -> list[etree._Element]:
    return list(root.iterfind("/".join(_MAIN + step for step in path.split("/"))))


def _text(element: etree._Element, name: str) -> str:
    return element.findtext(_MAIN + name) or ""


def _sheet(root: etree._Element, *, first: bool) -> dict[str, Any]:
    panes, (page,) = _all(root, "sheetViews/sheetView/pane"), _all(root, "pageSetup")
    rules = [(one, _all(one, "cfRule")[0]) for one in _all(root, "conditionalFormatting")]
    return {
        "first": first,
        "colour": _all(root, "sheetPr/tabColor")[0].get("rgb"),
        "extent": _all(root, "dimension")[0].get("ref"),
        "frozen": int(panes[0].get("ySplit", "0")) if panes else 0,
        "widths": [one.get("width") for one in _all(root, "cols/col")],
        "rows": [_row(one) for one in _all(root, "sheetData/row")],
        "merges": [one.get("ref") for one in _all(root, "mergeCells/mergeCell")],
        "highlights": [(one.get("sqref"), rule.get("priority"), _text(rule, "formula")) for one, rule in rules],
        "validations": [_validation(one) for one in _all(root, "dataValidations/dataValidation")],
        "links": [
            (one.get("ref"), one.get("location"), one.get("display")) for one in _all(root, "hyperlinks/hyperlink")
        ],
        "paper": page.get("paperSize"),
        "pages": page.get("fitToHeight"),
        "direction": page.get("orientation"),
        "footer": _all(root, "headerFooter/oddFooter")[0].text,
        "table": bool(_all(root, "tableParts")),
    }


def _row(row: etree._Element) -> Row:
    cells = [_cell(one) for one in row]
    return Row(row.get("r", ""), row.get("ht", ""), row.get("customHeight") == "1", cells)


def _cell(cell: etree._Element) -> Cell:
    value, is_text = _text(cell, "v"), cell.get("t") == "s"
    text, value = (value, "") if is_text else ("", value)
    return Cell(cell.get("r", ""), cell.get("s", ""), text, value, _text(cell, "f"))


def _validation(one: etree._Element) -> tuple[str, ...]:
    known = (one.get(name, "") for name in ("sqref", "type", "promptTitle", "prompt"))
    return (*known, _text(one, "formula1"))


def _table(root: etree._Element) -> dict[str, Any]:
    return {
        "number": root.get("id"),
        "name": root.get("name"),
        "ref": root.get("ref"),
        "headers": [one.get("name") for one in _all(root, "tableColumns/tableColumn")],
        "title": next(one.get("altText") for one in root.iter() if one.get("altText")),
    }


def _strings(root: etree._Element) -> dict[str, Any]:
    texts = [(one.text, _SPACE in one.attrib) for one in _all(root, "si/t")]
    return {"uses": root.get("count"), "texts": texts}
