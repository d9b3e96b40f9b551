"""What of a paragraph is seen: text in any wrapper, once; never what is deleted, instructed or hidden."""

from __future__ import annotations

import pytest
from built_documents import blocks, p, r, read, sdt, tables, tbl, tc, texts, tr

BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = f"<wps:wsp><wps:spPr>{{}}</wps:spPr><wps:txbx>{BOX}</wps:txbx></wps:wsp>"


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{mark('begin')}{code}{mark('separate')}{r(result)}{mark('end')}"


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        (r("Over ") + r("$500"), "Over $500"),
        (sdt(r("Ana"), "owner"), "Ana"),
        (f"<w:hyperlink>{r('the log')}</w:hyperlink>", "the log"),
        (f"<w:smartTag><w:smartTagPr/>{r('Monday')}</w:smartTag>", "Monday"),
        (f'<w:fldSimple w:instr=" DATE ">{r("2 May")}</w:fldSimple>', "2 May"),
        (field(" PAGEREF _Toc1 ", "14"), "14"),
        (f"<w:ins>{r('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "new"),
        (f"<w:moveTo>{r('here')}</w:moveTo><w:moveFrom>{r('there')}</w:moveFrom>", "here"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op X</w:t><w:noBreakHyphen/><w:t>ray</w:t></w:r>", "coop X-ray"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 95%</w:t></w:r>', "≥ 95%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "→"),
        ('<w:r><w:sym w:font="Arial" w:char="0041"/><w:sym w:font="Odd" w:char="F0AA"/></w:r>', "A"),
        ('<w:r><w:sym w:font="Arial" w:char="none"/><w:t>x</w:t></w:r>', "x"),
        ("<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num></m:f></m:oMath>", "3"),
        ("<w:r><w:ruby><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>", "base"),
        (f"<mc:AlternateContent><mc:Choice>{r('new')}</mc:Choice><mc:Fallback>{r('old')}</mc:Fallback>"
         "</mc:AlternateContent>", "new"),
        ("<w:r><mc:AlternateContent><mc:Choice><w:odd/></mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback>"
         "</mc:AlternateContent></w:r>", "☺"),
    ],
)  # fmt: skip
def test_visible_text_is_read_once_whatever_wraps_it(inside: str, seen: str) -> None:
    assert "".join(texts(read(f"<w:p>{inside}</w:p>"))) == seen


GOOGLE = "goog_rdk_{}"


def test_the_wrappers_of_google_around_runs_cells_and_rows_leave_nothing_behind() -> None:
    run = sdt(sdt(r("Call"), GOOGLE.format(1)) + r(" Ana"), GOOGLE.format(2))
    cell = sdt(tc(f"<w:p>{sdt(r('a'), GOOGLE.format(3))}</w:p>"), GOOGLE.format(4))
    found = read(f"<w:p>{run}</w:p>" + tbl(sdt(tr(cell, tc("b")), GOOGLE.format(5))))
    assert [(block.text, block.marks) for block in blocks(found)] == [("Call Ana", ())]
    assert [(cell.text, cell.marks) for cell in tables(found)[0].rows[0]] == [("a", ()), ("b", ())]


def test_fields_within_fields_and_over_paragraphs_show_their_result() -> None:
    inner = field(" MERGEFIELD x ", "inside")
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin, separate, end = (mark.format(kind) for kind in ("begin", "separate", "end"))
    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    nested = f"<w:p>{begin}{code}{inner}{separate}{r('result ')}{field(' REF y ', 'deeper')}{end}{r(' after')}</w:p>"
    over = f"<w:p>{begin}{code}{separate}{r('one')}</w:p>{p('two')}<w:p>{r('three')}{end}{r(' four')}</w:p>"
    assert texts(read(nested + over)) == ["result deeper after", "one", "two", "three four"]


def test_a_text_box_in_a_group_of_shapes_is_read_once() -> None:
    held = "".join(SHAPE.format("", p(text)) for text in ("one", "two"))
    assert texts(read(f"<w:p><w:r><w:drawing><wps:wgp>{held}</wps:wgp></w:drawing></w:r>{r('Text')}</w:p>")) == [
        "Text", "one", "two",
    ]  # fmt: skip


def test_text_around_a_text_box_stays_with_its_own_paragraph() -> None:
    box = f"<w:r><w:drawing>{SHAPE.format('', p('inside'))}</w:drawing></w:r>"
    found = blocks(read(f"<w:p>{r('before ')}{box}{r('after')}</w:p>" + p("next")))
    assert [(block.text, block.location.part) for block in found] == [
        ("before after", "body"), ("inside", "text box"), ("next", "body"),
    ]  # fmt: skip


def test_text_in_a_field_instruction_is_not_read() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    assert texts(read(f"<w:p>{begin}{r('IF x')}{end}{r('seen')}</w:p>")) == ["seen"]


def test_a_field_that_never_ends_does_not_swallow_what_follows() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert texts(read(f"<w:p>{r('a')}{begin}</w:p>{p('The rest')}")) == ["a", "The rest"]


def test_old_form_fields_show_their_state() -> None:
    def form(data: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'

    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ticked = form("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>") + end + r(" Told")
    chosen = form("<w:ddList><w:result w:val='1'/><w:listEntry w:val='Low'/><w:listEntry w:val='High'/></w:ddList>")
    found = blocks(read(f"<w:p>{ticked}</w:p><w:p>{chosen}{end}</w:p>"))
    assert [(block.text, block.checked) for block in found] == [("☒ Told", True), ("High", None)]


def test_tracked_changes_are_told_once() -> None:
    found = read(f"<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:ins>{r('a')}</w:ins></w:p>")
    assert found.notices == ("tracked changes were read as accepted",)


@pytest.mark.parametrize(
    "paragraph",
    [
        p("x", run="<w:vanish/>"),
        p("x", style="Secret"),
        p("x", run='<w:sz w:val="4"/>'),
        p("x", run='<w:color w:val="FFFFFF"/>'),
        p("x", run='<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="EEEEEE"/>'),
        p("x", run='<w:color w:val="FFFFFF"/>', more='<w:shd w:val="clear" w:fill="auto"/>'),
    ],
)
def test_text_that_nobody_sees_is_kept_apart(paragraph: str) -> None:
    found = read(p("Seen") + paragraph)
    assert texts(found) == ["Seen"]
    assert [(block.text, block.location.paragraph) for block in found.hidden] == [("x", 2)]
    assert found.notices == ("hidden text was left out",)


WHITE = '<w:color w:val="FFFFFF"/>'
ACCENT = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'


def drawing(fill: str) -> str:
    return f"<w:p><w:r><w:drawing>{SHAPE.format(fill, p('x', run=WHITE))}</w:drawing></w:r></w:p>"


def picture(color: str) -> str:
    held = f"<v:textbox>{BOX.format(p('x', run=WHITE))}</v:textbox>"
    return f'<w:p><w:r><w:pict><v:rect fillcolor="{color}">{held}</v:rect></w:pict></w:r></w:p>'


@pytest.mark.parametrize(
    "body",
    [
        p("x", run=WHITE + '<w:shd w:val="clear" w:fill="1F3864"/>'),
        p("x", run=WHITE + '<w:highlight w:val="black"/>'),
        p("x", run=WHITE, more='<w:shd w:val="solid" w:color="000000" w:fill="auto"/>'),
        p("x", run=WHITE, style="Dark"),
        tbl(tr(tc(p("x", run=WHITE), '<w:shd w:val="clear" w:fill="4472C4"/>'))),
        tbl(tr(tc(p("x", run=WHITE))), more='<w:tblStyle w:val="Banded"/>'),
        drawing(ACCENT),
        drawing("<a:gradFill/>"),
        picture("#1F3864"),
        picture("navy"),
        p("x", run="<w:vanish w:val='0'/>"),
        p("x", run='<w:color w:val="odd"/>'),
    ],
)  # fmt: skip
def test_white_text_on_a_dark_ground_is_seen(body: str) -> None:
    found = read(body)
    assert not found.hidden
    assert "x" in texts(found) + [cell.text for table in tables(found) for row in table.rows for cell in row]


@pytest.mark.parametrize(
    "drawn",
    [
        SHAPE.format("<a:noFill/>", p("x", run=WHITE)),
        SHAPE.format('<a:solidFill><a:srgbClr val="FAFAFA"/></a:solidFill>', p("x", run=WHITE)),
        SHAPE.format('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>', p("x", run=WHITE)),
        SHAPE.format("", p("x", run=WHITE)),
        f'<v:shape filled="f" fillcolor="black"><v:textbox>{BOX.format(p("x", run=WHITE))}</v:textbox></v:shape>',
    ],
)
def test_white_text_on_a_light_shape_is_hidden(drawn: str) -> None:
    found = read(f"<w:p><w:r><w:drawing>{drawn}</w:drawing></w:r></w:p>")
    assert [block.text for block in found.hidden] == ["x"]


def test_white_text_is_seen_on_a_dark_page() -> None:
    page = f'<w:background w:color="000000"/><w:body>{p("x", run=WHITE)}</w:body>'
    found = read("", {"word/document.xml": _document(page)})
    assert texts(found) == ["x"]


def _document(inside: str) -> str:
    from built_documents import NAMES

    return f"<w:document {NAMES}>{inside}</w:document>"


def test_text_boxes_follow_the_paragraph_that_holds_them_and_their_fallback_is_not_read() -> None:
    held = p("In the box") + tbl(tr(tc("cell"), tc("b")))
    choice = f"<mc:Choice><w:drawing>{SHAPE.format('', held)}</w:drawing></mc:Choice>"
    old = f"<w:pict><v:shape><v:textbox>{BOX.format(held)}</v:textbox></v:shape></w:pict>"
    fallback = f"<mc:Fallback>{old}</mc:Fallback>"
    anchor = f"<w:p>{r('Before')}<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    found = read(anchor + p("After"))
    assert texts(found) == ["Before", "In the box", "After"]
    assert [block.location.part for block in blocks(found)] == ["body", "text box", "body"]
    assert [block.location.paragraph for block in blocks(found)] == [1, 1, 2]
    assert [cell.text for cell in tables(found)[0].rows[0]] == ["cell", "b"]


def test_pictures_and_embedded_documents_are_told() -> None:
    found = read('<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p><w:altChunk r:id="rId9"/>')
    assert found.notices == (
        "words in pictures, charts and diagrams were not read",
        "an embedded document was not read",
    )


def test_words_that_are_drawn_are_told() -> None:
    found = read("<w:p><w:r><w:drawing><a:p><a:r><a:t>In a diagram</a:t></a:r></a:p></w:drawing></w:r></w:p>")
    assert found.notices == ("words in pictures, charts and diagrams were not read",)


def test_comments_are_never_read() -> None:
    comment = '<w:commentRangeStart w:id="1"/>' + r("said") + "<w:r><w:commentReference w:id='1'/></w:r>"
    assert texts(read(f"<w:p>{comment}</w:p>", comments=f"<w:comment>{p('secret')}</w:comment>")) == ["said"]


def test_a_span_is_where_the_text_stands_in_its_paragraph() -> None:
    (block,) = blocks(read(f"<w:p>{r('  - Call ')}{r('the bank ')}</w:p>"))
    assert (block.kind, block.text, block.location.start, block.location.end) == ("item", "Call the bank", 4, 17)
