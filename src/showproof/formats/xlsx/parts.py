"""The parts around the sheets: workbook, relationships, content types and properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from showproof.formats.xlsx.names import quoted
from showproof.formats.xlsx.text import clean, escape, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from showproof.formats.form import Document
    from showproof.formats.xlsx.worksheet import Sheet

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def content_types(sheets: Sequence[Sheet], *, custom: bool) -> bytes:
    """What each part is."""
    parts = [
        ("xl/workbook.xml", _SHEET_TYPE + "sheet.main+xml"),
        ("xl/styles.xml", _SHEET_TYPE + "styles+xml"),
        ("xl/sharedStrings.xml", _SHEET_TYPE + "sharedStrings+xml"),
        ("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    if custom:
        parts.append(("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"))
    tables = sum(bool(sheet.table) for sheet in sheets)
    parts += [(f"xl/worksheets/sheet{n}.xml", _SHEET_TYPE + "worksheet+xml") for n in range(1, len(sheets) + 1)]
    parts += [(f"xl/tables/table{n}.xml", _SHEET_TYPE + "table+xml") for n in range(1, tables + 1)]
    named = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in parts)
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    ).encode()


def relationships(targets: Iterable[tuple[str, str]]) -> bytes:
    """Targets with their kinds, numbered rId1, rId2, ..."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'.encode()


def package_relationships(*, custom: bool) -> bytes:
    """From the package to the workbook and the properties."""
    targets = [
        (f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    ]
    if custom:
        targets.append((f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"))
    return relationships(targets)


def workbook_relationships(sheets: int) -> bytes:
    """From the workbook to its sheets, in their order, and to what they share."""
    kinds = [(f"{_OFFICE}/relationships/worksheet", f"worksheets/sheet{number}.xml") for number in range(1, sheets + 1)]
    shared = (("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"), ("theme", "theme/theme1.xml"))
    return relationships([*kinds, *((f"{_OFFICE}/relationships/{kind}", target) for kind, target in shared)])


def table_relationship(number: int) -> bytes:
    """From a sheet to its table."""
    return relationships([(f"{_OFFICE}/relationships/table", f"../tables/table{number}.xml")])


def workbook(sheets: Sequence[Sheet], names: Iterable[tuple[str, str]]) -> bytes:
    """The workbook part: sheets, names of places, and the order to count anew when opened."""
    entries = "".join(
        f'<sheet name="{quote(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, start=1)
    )
    places = [f'<definedName name="{name}">{escape(place)}</definedName>' for name, place in names]
    printed = [
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{index}">'
        f"{escape(quoted(sheet.name))}!${sheet.titles}:${sheet.titles}</definedName>"
        for index, sheet in enumerate(sheets)
        if sheet.titles
    ]
    defined = "".join(printed + places)
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships"><workbookPr/>'
        '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="14000" tabRatio="800"/>'
        f"</bookViews><sheets>{entries}</sheets>"
        f"{f'<definedNames>{defined}</definedNames>' if defined else ''}"
        '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
    ).encode()


def core_properties(form: Document) -> bytes:
    """Title and language; no author and no times, which would differ from run to run."""
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(clean(form.title))}</dc:title><dc:language>{escape(clean(form.language))}</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def app_properties() -> bytes:
    """The program that made it."""
    return (
        f'{_XML}<Properties xmlns="{_OFFICE}/extended-properties"><Application>showproof</Application></Properties>'
    ).encode()


def custom_properties(properties: Iterable[tuple[str, str]]) -> bytes:
    """The form's properties as texts."""
    items = "".join(
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{number}" name="{quote(name)}">'
        f"<vt:lpwstr>{escape(clean(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties, start=2)
    )
    return (
        f'{_XML}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{items}</Properties>"
    ).encode()
