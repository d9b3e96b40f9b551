"""What the templates of the workbook are filled with: read back from a finished one, so that all is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRINGS = "xl/sharedStrings.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Cell(NamedTuple):
    """A column's letters, a style's number, and what of text, value and formula there is."""

    letter: str
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
    strings = [(one.text or "", _SPACE in one.attrib) for one in _all(etree.fromstring(parts[_STRINGS]), "si/t")]
    texts = [text for text, _ in strings]
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for name, data in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            found[name] = "sheet.xml.j2", _sheet(etree.fromstring(data), texts, first=name.endswith("/sheet1.xml"))
        elif name.startswith("xl/tables/"):
            found[name] = "table.xml.j2", _table(etree.fromstring(data))
        elif name == _STRINGS:
            found[name] = "strings.xml.j2", {"spaced": {text for text, spaced in strings if spaced}}
    return found


def _all(root: etree._Element, path: str) -> list[etree._Element]:
    return list(root.iterfind("/".join(_MAIN + step for step in path.split("/"))))


def _text(element: etree._Element, name: str) -> str:
    return element.findtext(_MAIN + name) or ""


def _sheet(root: etree._Element, texts: list[str], *, first: bool) -> dict[str, Any]:
    panes, (page,) = _all(root, "sheetViews/sheetView/pane"), _all(root, "pageSetup")
    rules = [(one, _all(one, "cfRule")[0]) for one in _all(root, "conditionalFormatting")]
    return {
        "first": first,
        "colour": _all(root, "sheetPr/tabColor")[0].get("rgb"),
        "extent": _all(root, "dimension")[0].get("ref"),
        "frozen": int(panes[0].get("ySplit", "0")) if panes else 0,
        "widths": [one.get("width") for one in _all(root, "cols/col")],
        "rows": [_row(one, texts) for one in _all(root, "sheetData/row")],
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


def _row(row: etree._Element, texts: list[str]) -> Row:
    cells = [_cell(one, texts) for one in row]
    return Row(row.get("r", ""), row.get("ht", ""), row.get("customHeight") == "1", cells)


def _cell(cell: etree._Element, texts: list[str]) -> Cell:
    value, is_text = _text(cell, "v"), cell.get("t") == "s"
    text, value = (texts[int(value)], "") if is_text else ("", value)
    return Cell(cell.get("r", "").rstrip("0123456789"), cell.get("s", ""), text, value, _text(cell, "f"))


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
