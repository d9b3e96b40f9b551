"""Scorecards of packets as raters fill them: by script, and in LibreOffice through its own cells."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl

Level = Callable[[str, str, str], int]
"""Code of a draft, scale and rater to the level that the rater gives."""
Cells = list[tuple[str, str, int | str]]
"""Sheet, cell, and what somebody types there."""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{code}
</script:module>
"""
TYPING = """Sub Fill
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
{typed}
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL("{target}", kind())
  book.close(True)
End Sub"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""


def ratings_in(scorecard: Path, level: Level) -> Cells:
    """What the rater of this scorecard types into it; every seventh level stays open."""
    book = openpyxl.load_workbook(scorecard)
    return list(_typed(book, str(book["Start"]["B4"].value), level))


def _typed(book: openpyxl.Workbook, rater: str, level: Level) -> Iterator[tuple[str, str, int | str]]:
    for sheet in book.worksheets[1:]:
        top = next(row for row in range(1, 40) if sheet.cell(row, 1).value == "Draft")
        scale = str(sheet.cell(top - 1, 3).value)
        for row in range(top + 1, sheet.max_row + 1):
            code = str(sheet.cell(row, 1).value)
            if (sum(map(ord, code + scale)) + row) % 7:
                yield sheet.title, f"B{row}", level(code, scale, rater)
                yield sheet.title, f"C{row}", f"It says so on {scale}."


def fill_by_script(scorecard: Path, cells: Cells, target: Path) -> None:
    """Type with openpyxl."""
    book = openpyxl.load_workbook(scorecard)
    for sheet, cell, typed in cells:
        book[sheet][cell].value = typed
    book.save(target)


def fill_in_libreoffice(soffice: str, profile: Path, scorecard: Path, cells: Cells, target: Path) -> None:
    """Type in LibreOffice, whose sheets are protected as for a person, and save there as .xlsx."""
    lines = []
    for sheet, cell, typed in cells:
        where = f'book.Sheets.getByName("{sheet}").getCellRangeByName("{cell}")'
        lines.append(f"  {where}.Value = {typed}" if isinstance(typed, int) else f'  {where}.String = "{typed}"')
    office = [soffice, "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    # A profile that LibreOffice has not begun itself loses its macros when it does.
    subprocess.run([*office, "--terminate_after_init"], capture_output=True, timeout=180, check=True)
    library = profile / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    code = TYPING.format(source=scorecard.as_uri(), target=target.as_uri(), typed="\n".join(lines))
    (library / "Module1.xba").write_text(MODULE.format(code=escape(code)), encoding="utf-8")
    subprocess.run([*office, "macro:///Standard.Module1.Fill"], capture_output=True, timeout=180, check=True)
    assert target.is_file(), "LibreOffice saved nothing"


def levels_like(cards: Path, key: Path) -> Level:
    """Raters who mostly see what the scorer sees, each with a slant of their own."""
    scored = {Path(card["file"]).name: card for card in json.loads(cards.read_text(encoding="utf-8"))["scorecards"]}
    told = json.loads(key.read_text(encoding="utf-8"))["drafts"]
    file = {one["code"]: Path(one["file"]).name for one in told}

    def level(code: str, scale: str, rater: str) -> int:
        card = scored[file[code]]
        group, name = ("skills", scale[6:]) if scale.startswith("skill:") else ("criteria", scale)
        base = card["overall"]["level"] if scale == "overall" else card[group][name]["level"]
        drawn = sum(map(ord, code + scale + rater))
        slant = {0: -1, 1: 1}.get(drawn % 7, 0) - (rater.startswith("Ben") and drawn % 5 == 0)
        return max(0, min(4, base + slant))

    return level
