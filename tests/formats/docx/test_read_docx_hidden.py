"""Text that a person would not see, whichever way it was hidden; what only looks so is read."""

from __future__ import annotations

import pytest
from built_documents import STYLES, blocks, p, r, read, tables, tbl, tc, texts, tr

from showproof.model import Outline

BOX = "<w:txbxContent>{}</w:txbxContent>"
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def fill(inside: str) -> str:
    return f"<w14:textFill>{inside}</w14:textFill>"


def solid(color: str) -> str:
    return fill(f"<w14:solidFill>{color}</w14:solidFill>")


def hidden(outline: Outline) -> list[str]:
    return [block.text for block in outline.hidden]


@pytest.mark.parametrize(
    "run",
    [
        '<w:color w:val="000000" w:themeColor="background1"/>',
        '<w:color w:val="auto" w:themeColor="light1"/>',
        '<w:color w:val="F2F2F2" w:themeColor="background1" w:themeShade="FA"/>',
        "<w:specVanish/>",
        '<w:sz w:val="1pt"/>',
        '<w:w w:val="1"/>',
        '<w:w w:val="5%"/>',
        '<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1F3864"/>',
        fill("<w14:noFill/>"),
        solid('<w14:srgbClr w14:val="FFFFFF"/>'),
        solid('<w14:schemeClr w14:val="bg1"/>'),
        solid('<w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>'),
        '<w:b/><w:vanish w:val="true"/>',
    ],
)
def test_a_run_that_nobody_can_read_is_kept_apart(run: str) -> None:
    found = read(f"<w:p>{r('Seen')}{r(' unseen', run)}</w:p>")
    assert (texts(found), hidden(found)) == (["Seen"], ["unseen"])


@pytest.mark.parametrize(
    "run",
    [
        "<w:webHidden/>",
        '<w:color w:val="FFFFFF" w:themeColor="background1" w:themeShade="80"/>',
        '<w:color w:val="FFFFFF" w:themeColor="background1"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:color w:val="FFFFFF"/>' + solid('<w14:srgbClr w14:val="102030"/>'),
        solid('<w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="50000"/></w14:schemeClr>'),
        fill("<w14:gradFill/>"),
        '<w:sz w:val="3pt"/>',
        '<w:w w:val="80"/>',
        '<w:specVanish w:val="0"/>',
    ],
)
def test_a_run_that_can_be_read_on_screen_or_paper_is_seen(run: str) -> None:
    found = read(p("x", run=run))
    assert (texts(found), hidden(found)) == (["x"], [])


@pytest.mark.parametrize(
    "more",
    [
        '<w:ind w:left="-20000"/>',
        '<w:ind w:start="31680"/>',
        '<w:ind w:firstLine="40000"/>',
        '<w:ind w:left="-14in"/>',
        '<w:framePr w:hAnchor="page" w:x="-20000" w:y="1"/>',
        '<w:framePr w:w="200" w:vAnchor="page" w:y="31700"/>',
        '<w:spacing w:line="2" w:lineRule="exact"/>',
        '<w:spacing w:line="1pt" w:lineRule="exact"/>',
    ],
)
def test_a_paragraph_off_the_page_or_in_lines_of_no_height_is_kept_apart(more: str) -> None:
    found = read(p("Seen") + p("x", more=more))
    assert (texts(found), hidden(found)) == (["Seen"], ["x"])
    assert found.hidden[0].location.paragraph == 2


@pytest.mark.parametrize(
    "more",
    [
        '<w:ind w:left="720" w:firstLine="-360"/>',
        '<w:ind w:left="12000"/>',
        '<w:ind w:left="odd"/>',
        '<w:framePr w:w="2000" w:hSpace="180" w:wrap="around" w:x="1440" w:y="-300"/>',
        '<w:spacing w:line="240" w:lineRule="exact"/>',
        '<w:spacing w:line="2" w:lineRule="auto"/>',
    ],
)
def test_usual_indents_frames_and_spacing_hide_nothing(more: str) -> None:
    found = read(p("x", more=more))
    assert (texts(found), hidden(found)) == (["x"], [])


def test_a_style_can_put_text_off_the_page() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Away"><w:name w:val="Away"/><w:pPr><w:ind w:left="-30000"/></w:pPr>'
    found = read(p("x", "Away"), styles=f"{STYLES}{style}</w:style>")
    assert (texts(found), hidden(found)) == ([], ["x"])


def test_text_that_all_styles_hide_is_seen_where_a_run_shows_it() -> None:
    default = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    found = read(p("x") + p("y", run='<w:vanish w:val="0"/>') + tbl(tr(tc("z"), tc(""))), styles=default + STYLES)
    assert (texts(found), hidden(found)) == (["y"], ["x", "z"])


def anchored(offset: int, more: str = "", kind: str = "anchor") -> str:
    place = f'<wp:positionH relativeFrom="page"><wp:posOffset>{offset}</wp:posOffset></wp:positionH>'
    inside = f'{place}<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="b" {more}/>{BOX.format(p("x"))}'
    return f"<w:p><w:r><w:drawing><wp:{kind} {WP}>{inside}</wp:{kind}></w:drawing></w:r></w:p>"


def shape(style: str) -> str:
    held = f'<v:shape style="{style}"><v:textbox>{BOX.format(p("x"))}</v:textbox></v:shape>'
    return f"<w:p><w:r><w:pict>{held}</w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (anchored(914_400), True),
        (anchored(-500_000), True),
        (anchored(-9_000_000), False),
        (anchored(90_000_000), False),
        (anchored(0, 'hidden="1"'), False),
        (anchored(0, 'hidden="true"', "inline"), False),
        (shape("position:absolute;margin-left:100pt;width:200pt"), True),
        (shape("position:absolute;margin-left:-5000pt;width:200pt"), False),
        (shape("position:absolute;margin-top:3000pt"), False),
        (shape("visibility:hidden"), False),
        (shape("width:100%;odd"), True),
    ],
)
def test_a_text_box_is_read_unless_it_is_hidden_or_off_the_page(body: str, seen: bool) -> None:
    found = read(body)
    assert (texts(found), hidden(found)) == ((["x"], []) if seen else ([], ["x"]))


@pytest.mark.parametrize(
    "more", ['<w:tblInd w:w="-20000" w:type="dxa"/>', '<w:tblpPr w:tblpX="-20000"/>', '<w:tblpPr w:tblpY="40000"/>']
)
def test_a_table_off_the_page_is_kept_apart_row_by_row(more: str) -> None:
    found = read(tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d")), more=more) + p("After"))
    assert (tables(found), hidden(found)) == ([], ["a\nb", "c\nd"])
    assert blocks(found)[0].location.paragraph == 5


def test_a_row_of_no_height_is_kept_apart() -> None:
    flat = tr(tc("x"), tc("y"), more='<w:trHeight w:val="1" w:hRule="exact"/>')
    low = tr(tc("a"), tc("b"), more='<w:trHeight w:val="1" w:hRule="atLeast"/>')
    found = read(tbl(low, flat))
    assert [[cell.text for cell in row] for row in tables(found)[0].rows] == [["a", "b"]]
    assert hidden(found) == ["x\ny"]


def test_hidden_text_in_cells_is_kept_apart_with_its_place() -> None:
    found = read(tbl(tr(tc("a"), tc(f"<w:p>{r('b')}{r('c', '<w:vanish/>')}</w:p>"))))
    assert [cell.text for cell in tables(found)[0].rows[0]] == ["a", "b"]
    assert [(block.text, block.location.paragraph) for block in found.hidden] == [("c", 2)]
