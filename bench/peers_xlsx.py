"""Other libraries making a workbook of the same cells, tables, validations and names; their looks are plainer."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Content:
    """A sheet as data: cells by row and column from 1, tables with their headers, validations, column widths."""

    name: str
    cells: tuple[tuple[int, int, Any], ...]
    tables: tuple[tuple[str, str, tuple[str, ...]], ...]
    validations: tuple[Any, ...]
    widths: dict[str, float]


def contents(data: bytes) -> tuple[list[Content], dict[str, str]]:
    """The sheets of a finished workbook, and its names with what they stand for."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    names = {name: str(one.attr_text) for name, one in book.defined_names.items()}
    return [_content(sheet) for sheet in book.worksheets], names


def _content(sheet: Any) -> Content:
    filled = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return Content(
        name=sheet.title,
        cells=tuple((cell.row, cell.column, cell.value) for cell in filled),
        tables=tuple(
            (one.name, one.ref, tuple(column.name for column in one.tableColumns)) for one in sheet.tables.values()
        ),
        validations=tuple(sheet.data_validations.dataValidation),
        widths={letter: one.width for letter, one in sheet.column_dimensions.items()},
    )


def openpyxl(data: bytes) -> Callable[[], bytes]:
    """Cells set one by one."""
    from openpyxl import Workbook
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.table import Table

    sheets, names = contents(data)

    def make() -> bytes:
        book = Workbook()
        book.remove(book.active)
        for one in sheets:
            sheet = book.create_sheet(one.name)
            for letter, width in one.widths.items():
                sheet.column_dimensions[letter].width = width
            for row, column, value in one.cells:
                sheet.cell(row, column, value)
            for name, ref, _ in one.tables:
                sheet.add_table(Table(displayName=name, ref=ref))
            for rule in one.validations:
                sheet.add_data_validation(
                    DataValidation(rule.type, rule.formula1, sqref=rule.sqref, operator=rule.operator)
                )
        for name, place in names.items():
            book.defined_names[name] = DefinedName(name, attr_text=place)
        made = io.BytesIO()
        book.save(made)
        return made.getvalue()

    return make


def xlsxwriter(data: bytes) -> Callable[[], bytes]:
    """The same, in memory."""
    from xlsxwriter import Workbook

    sheets, names = contents(data)

    def make() -> bytes:
        made = io.BytesIO()
        with Workbook(made, {"in_memory": True}) as book:
            for one in sheets:
                sheet = book.add_worksheet(one.name)
                for letter, width in one.widths.items():
                    sheet.set_column(f"{letter}:{letter}", width)
                for row, column, value in one.cells:
                    sheet.write(row - 1, column - 1, value)
                for name, ref, headers in one.tables:
                    sheet.add_table(ref, {"name": name, "columns": [{"header": header} for header in headers]})
                for rule in one.validations:
                    for place in str(rule.sqref).split():
                        sheet.data_validation(place, _rule(rule))
            for name, place in names.items():
                book.define_name(name, f"={place}")
        return made.getvalue()

    return make


def _rule(rule: Any) -> dict[str, Any]:
    """A validation as XlsxWriter wants it: a list, or a formula that is to hold."""
    formula = str(rule.formula1)
    if rule.type != "list":
        return {"validate": "custom", "value": f"={formula}"}
    return {"validate": "list", "source": formula.strip('"').split(",") if formula.startswith('"') else f"={formula}"}
