"""The filled workbook: a sheet of notes and four sheets with a table, validations, a name and two formulas each."""

from __future__ import annotations

import io
from datetime import timedelta
from random import Random

from bench.filled import OWNERS, START, STATES, action, parts

SHEETS = {"Plan": 12, "Risks": 16, "Rubric": 20, "Evidence": 25}
"""Name to rows of its table."""
HEADERS = ("ID", "Milestone", "Owner", "Start", "Due", "Status", "Weight", "Score")
WIDTHS = (6, 44, 16, 12, 12, 14, 9, 9)


def filled_xlsx() -> bytes:
    """The workbook's bytes, made with XlsxWriter."""
    import xlsxwriter

    chance, made = Random(1), io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    notes = book.add_worksheet("Instructions")
    notes.write_column(0, 0, [text for part in parts() for text in part.paragraphs][:20])
    for name, rows in SHEETS.items():
        _fill(book, book.add_worksheet(name), rows, chance)
        book.define_name(f"{name}_total", f"={name}!$H${rows + 3}")
    book.close()
    return made.getvalue()


def _fill(book, sheet, rows: int, chance: Random) -> None:  # type: ignore[no-untyped-def]
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    told = [_row(number, chance) for number in range(1, rows + 1)]
    sheet.add_table(0, 0, rows, 7, {"columns": [{"header": header} for header in HEADERS], "data": told})
    total = round(sum(row[6] * row[7] for row in told), 2)
    sheet.write(rows + 2, 1, "Weighted score")
    sheet.write_formula(rows + 2, 7, f"=SUMPRODUCT(G2:G{rows + 1},H2:H{rows + 1})", None, total)
    sheet.write_formula(rows + 3, 7, f'=COUNTIF(F2:F{rows + 1},"Done")', None, sum(row[5] == "Done" for row in told))
    sheet.data_validation(1, 5, rows, 5, {"validate": "list", "source": list(STATES)})
    sheet.data_validation(1, 6, rows, 6, {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 5})
    sheet.data_validation(1, 4, rows, 4, {"validate": "date", "criteria": ">", "value": START})
    red = book.add_format({"bg_color": "#FFC7CE"})
    sheet.conditional_format(1, 5, rows, 5, {"type": "cell", "criteria": "==", "value": '"Blocked"', "format": red})
    sheet.conditional_format(1, 7, rows, 7, {"type": "2_color_scale"})


def _row(number: int, chance: Random):  # type: ignore[no-untyped-def]
    begun = START + timedelta(days=chance.randrange(200))
    due = begun + timedelta(days=chance.randrange(60))
    owner, state = chance.choice(OWNERS), chance.choice(STATES)
    return number, action(chance), owner, begun, due, state, chance.randrange(1, 6), round(chance.random() * 4, 2)
