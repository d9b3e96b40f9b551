"""Finds the parts of a workbook by their relationships: sheets, strings, styles, names, tables, properties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from showproof.errors import UnreadableError
from showproof.formats.package import Package
from showproof.formats.xlsx.references import Range, name_target, split_range

if TYPE_CHECKING:
    from lxml import etree

NAME_PREFIX = "sp_"
"""Defined names of our own templates start so."""
_MOST_TABLES = 100
"""Named tables of one sheet that are told apart; cells of further ones are read like any others."""
_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it; `part` is '' where the package lacks it or it holds no cells."""

    name: str
    part: str
    hidden: bool
    kind: str = "worksheet"


@dataclass(frozen=True, slots=True)
class ExcelTable:
    """A named table of a sheet: its whole range, header rows included."""

    name: str
    area: Range
    header: int


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """What the workbook part says, with the names of the parts that it points at."""

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    since_1904: bool
    names: tuple[tuple[str, str, Range], ...]
    """Our own defined names: name, sheet, rectangle."""
    macros: bool = False


def namespace(root: etree._Element) -> str:
    """The namespace of an element in braces; transitional and strict files differ in it."""
    head, brace, _ = str(root.tag).rpartition("}")
    return head + brace


def workbook_parts(package: Package) -> WorkbookParts:
    """Raises UnreadableError where the package holds no workbook."""
    main = _main_part(package)
    root = package.xml(main)
    space = namespace(root)
    if root.tag != space + "workbook":
        raise UnreadableError("not a workbook", where=package.shown, remedy="check that the file is an .xlsx")
    relations = package.relations(main)
    settings = root.find(f"{space}workbookPr")
    return WorkbookParts(
        sheets=_sheets(root, space, relations, package),
        strings=_target(relations, "sharedStrings", package),
        styles=_target(relations, "styles", package),
        since_1904=settings is not None and settings.get("date1904") in _TRUE,
        names=_names(root, space),
        macros=any(kind == "vbaProject" for kind, _ in relations.values()),
    )


def _main_part(package: Package) -> str:
    targets = [target for kind, target in package.relations("").values() if kind == "officeDocument"]
    main = next((target for target in targets if target in package), "xl/workbook.xml")
    if main.endswith(".bin"):
        raise UnreadableError("a binary workbook", where=package.shown, remedy="save it as .xlsx")
    if main not in package:
        raise UnreadableError("no workbook in it", where=package.shown, remedy="check that the file is an .xlsx")
    return main


def _sheets(
    root: etree._Element, space: str, relations: dict[str, tuple[str, str]], package: Package
) -> tuple[SheetPart, ...]:
    """The sheets in the order of their tabs; a part that two of them name is the first one's."""
    found: dict[str, SheetPart] = {}
    for element in root.iterfind(f"{space}sheets/{space}sheet"):
        identity = next((str(value) for key, value in element.items() if str(key).endswith("relationships}id")), "")
        kind, target = relations.get(identity, ("", ""))
        name = str(element.get("name") or "")
        hidden = element.get("state") in ("hidden", "veryHidden")
        part = target if kind == "worksheet" and target in package else ""
        found.setdefault(part or f"no part for {name}", SheetPart(name, part, hidden, kind))
    return tuple(found.values())


def _target(relations: dict[str, tuple[str, str]], wanted: str, package: Package) -> str:
    return next((target for kind, target in relations.values() if kind == wanted and target in package), "")


def _names(root: etree._Element, space: str) -> tuple[tuple[str, str, Range], ...]:
    found = []
    for element in root.iterfind(f"{space}definedNames/{space}definedName"):
        name = str(element.get("name") or "")
        target = name_target(element.text or "") if name.startswith(NAME_PREFIX) else None
        if target is not None:
            found.append((name, *target))
    return tuple(found)


def excel_tables(package: Package, relations: dict[str, tuple[str, str]]) -> tuple[ExcelTable, ...]:
    """The named tables of a sheet by the relations of its part, from top to bottom; of two that overlap, the first."""
    tables: list[ExcelTable] = []
    for kind, part in relations.values():
        if kind != "table" or part not in package or len(tables) == _MOST_TABLES:
            continue
        root = package.xml(part)
        area = split_range(str(root.get("ref") or ""))
        if area is not None and not any(area.overlaps(table.area) for table in tables):
            name = str(root.get("displayName") or root.get("name") or "")
            tables.append(ExcelTable(name, area, 0 if root.get("headerRowCount") == "0" else 1))
    return tuple(sorted(tables, key=lambda table: (table.area.top, table.area.left)))


def document_properties(package: Package) -> dict[str, str]:
    """`title`, `author` and the custom properties by their names; empty ones are left out."""
    found: dict[str, str] = {}
    for kind, part in package.relations("").values():
        if part not in package:
            continue
        if kind == "core-properties":
            found |= _core(package.xml(part))
        elif kind == "custom-properties":
            found |= {str(item.get("name")): _words(item) for item in package.xml(part) if item.get("name")}
    return {name: text for name, text in found.items() if text}


def _words(item: etree._Element) -> str:
    return "".join(str(text) for text in item.itertext())


def _core(root: etree._Element) -> dict[str, str]:
    wanted = {"title": "title", "creator": "author"}
    words = {str(item.tag).rpartition("}")[2]: item.text or "" for item in root}
    return {ours: words[theirs].strip() for theirs, ours in wanted.items() if theirs in words}
