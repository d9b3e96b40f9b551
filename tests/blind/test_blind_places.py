"""A name is replaced wherever it stands in the markup, and nothing around it is lost."""

from __future__ import annotations

import io
import re

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from files import parts_of_file

NAMES = nsdecls("w", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
RUNS = '<w:r><w:t xml:space="preserve">Ask An</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>a Ruiz</w:t></w:r>'
PLACES = {
    "hyperlink": f'<w:hyperlink r:id="rId1" w:tooltip="Page of Ana Ruiz">{RUNS}</w:hyperlink>',
    "field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTHOR "Ana Ruiz" </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{RUNS}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "simple field": f'<w:fldSimple w:instr="DATE">{RUNS}</w:fldSimple>',
    "control": f'<w:sdt><w:sdtPr><w:tag w:val="a.b"/></w:sdtPr><w:sdtContent>{RUNS}</w:sdtContent></w:sdt>',
    "list": '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Ana Ruiz" w:value="Ana Ruiz"/></w:dropDownList>'
    f"</w:sdtPr><w:sdtContent>{RUNS}</w:sdtContent></w:sdt>",
    "list of a form": '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="Ask Ana Ruiz"/><w:ddList>'
    '<w:listEntry w:val="Ana Ruiz"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    + RUNS,
    "text box": "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent><w:p>"
    f"{RUNS}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
    f"<w:p>{RUNS}</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    "insertion": f'<w:ins w:id="9" w:author="Ana Ruiz">{RUNS}</w:ins>',
}  # fmt: skip


def document(markup: str) -> bytes:
    made = docx.Document()
    made.add_heading("RCA: returned files", 1)
    paragraph = made.add_paragraph("In March 41 of 60 files came back. ")
    for node in parse_xml(f"<w:p {NAMES}>{markup}</w:p>"):
        paragraph._p.append(node)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def shape(part: bytes) -> list[str]:
    """The elements of a part, without their attributes and texts."""
    return re.findall(r"<(/?[\w:]+)", part.decode())


@pytest.mark.parametrize("place", PLACES)
def test_a_name_inside_of_markup_is_replaced_and_the_markup_stays(place, copies):
    data = document(PLACES[place])
    (one,) = copies({"a.docx": data}, "Ana Ruiz")
    before, after = (parts_of_file(each)["word/document.xml"] for each in (data, one.data))
    assert b"Ruiz" not in after
    assert "Ask Alix Alderby" in re.sub(r"<[^>]+>", "", after.decode())
    assert shape(after) == shape(before)
    assert b"41 of 60 files came back" in after
    docx.Document(io.BytesIO(one.data))


def test_a_name_in_a_merged_cell_is_replaced_and_the_cells_stay_merged(copies):
    made = docx.Document()
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Owner: Ana Ruiz"
    table.cell(1, 0).text = "41 of 60 files"
    out = io.BytesIO()
    made.save(out)
    book = openpyxl.Workbook()
    book.active.append(["Owner: Ana Ruiz"])
    book.active.append(["41 of 60 files"])
    book.active.merge_cells("A1:C1")
    sheet = io.BytesIO()
    book.save(sheet)
    one, other = copies({"a.docx": out.getvalue(), "b.xlsx": sheet.getvalue()}, "Ana Ruiz")
    rows = docx.Document(io.BytesIO(one.data)).tables[0].rows
    assert [cell.text for cell in rows[0].cells] == ["Owner: Alix Alderby"] * 2
    copied = openpyxl.load_workbook(io.BytesIO(other.data)).active
    assert (copied["A1"].value, str(copied.merged_cells)) == ("Owner: Alix Alderby", "A1:C1")
