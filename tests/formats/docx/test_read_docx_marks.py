"""Tags, aliases and bookmarks say where answers stand; placeholders say that none does."""

from __future__ import annotations

import pytest
from built_documents import blocks, p, r, read, sdt, tables, tbl, tc, texts, tr

SHOWING = "<w:showingPlcHdr/>"
GREY = '<w:rStyle w:val="PlaceholderText"/>'
CHECK = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'


def start(name: str, number: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int = 1) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def test_controls_at_every_level_are_transparent_and_leave_their_tags_outermost_first() -> None:
    body = sdt(sdt(p("b"), "inner"), "outer") + f"<w:p>{sdt(r('i'), 'inline')}</w:p>"
    body += tbl(sdt(tr(sdt(tc(sdt(p("c"), "in.cell")), "cell"), tc("d")), "row"))
    found = read(body)
    assert [block.marks for block in blocks(found)] == [("outer", "inner"), ("inline",)]
    assert [cell.marks for cell in tables(found)[0].rows[0]] == [("row", "cell", "in.cell"), ("row",)]


def test_an_alias_serves_where_the_tag_is_lost_and_foreign_tags_are_left_out() -> None:
    control = '<w:sdt><w:sdtPr><w:alias w:val="head.owner"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    found = read(control.format(p("Ana")) + sdt(p("Ben"), "goog_rdk_12") + "<w:sdt><w:sdtPr/></w:sdt>")
    assert [block.marks for block in blocks(found)] == [("head.owner",), ()]


@pytest.mark.parametrize("name", ["sp_head_owner", "bookmark=sp_head_owner"])
def test_bookmarks_of_ours_mark_what_they_cover(name: str) -> None:
    body = f"<w:p>{start(name)}{r('Ana')}{end()}</w:p>" + f"<w:p>{start('_Toc1', 2)}{r('Ben')}{end(2)}</w:p>"
    assert [block.marks for block in blocks(read(body))] == [("sp_head_owner",), ()]


def test_a_bookmark_over_several_paragraphs_marks_each_of_them() -> None:
    body = start("sp_a") + p("One") + p("Two") + f"<w:p>{end()}{r('Three')}</w:p>"
    assert [block.marks for block in blocks(read(body))] == [("sp_a",), ("sp_a",), ()]


def test_a_bookmark_without_end_marks_only_its_own_paragraph() -> None:
    assert [block.marks for block in blocks(read(f"<w:p>{start('sp_a')}{r('One')}</w:p>" + p("Two")))] == [
        ("sp_a",),
        (),
    ]


def test_bookmarks_between_rows_and_cells_mark_the_cells() -> None:
    row = tr(start("sp_b", 2) + tc("x") + end(2), tc("y"))
    found = tables(read(tbl(start("sp_a") + tr(tc("a"), tc("b")) + end() + row)))[0]
    assert [[cell.marks for cell in row] for row in found.rows] == [[("sp_a",), ("sp_a",)], [("sp_b",), ()]]


def test_a_bookmark_around_a_block_ends_where_it_says() -> None:
    body = start("sp_a") + p("One") + end() + p("Two")
    assert [block.marks for block in blocks(read(body))] == [("sp_a",), ()]


def test_an_empty_answer_keeps_its_place() -> None:
    (block,) = blocks(read(p("") + f"<w:p>{start('sp_a')}{end()}</w:p>"))
    assert (block.text, block.marks, block.location.paragraph) == ("", ("sp_a",), 2)


@pytest.mark.parametrize(
    ("body", "placeholder"),
    [
        (sdt(p("Who owns it"), "a", SHOWING), True),
        (f"<w:p>{sdt(r('Who owns it'), 'a', SHOWING)}</w:p>", True),
        (p("Who owns it", run=GREY), True),
        (f"<w:p>{r('Owner: ')}{r('who owns it', GREY)}</w:p>", True),
        (f"<w:p>{r('Ana, ')}{r('who owns it', GREY)}</w:p>", False),
        (sdt(p("Ana"), "a"), False),
    ],
)
def test_a_placeholder_is_one_only_where_nothing_was_typed(body: str, placeholder: bool) -> None:
    (block,) = blocks(read(body))
    assert block.placeholder is placeholder


def test_a_cell_is_a_placeholder_when_all_its_paragraphs_are() -> None:
    row = tr(tc(p("a", run=GREY) + p("b", run=GREY)), tc(p("a", run=GREY) + p("b")), tc(""))
    assert [cell.placeholder for cell in tables(read(tbl(row)))[0].rows[0]] == [True, False, False]


@pytest.mark.parametrize(("state", "glyph"), [("1", "☒"), ("0", "☐")])
def test_a_check_box_has_a_state_and_keeps_its_glyph(state: str, glyph: str) -> None:
    inline = f"<w:p>{sdt(r(glyph), 'ok', CHECK.format(state))}{r(' Told')}</w:p>"
    found = read(inline + sdt(p(glyph), "ok", CHECK.format(state)) + tbl(tr(tc(inline), tc("b"))))
    assert [(block.text, block.checked) for block in blocks(found)] == [
        (f"{glyph} Told", state == "1"),
        (glyph, state == "1"),
    ]
    assert [cell.kind for cell in tables(found)[0].rows[0]] == ["bool", "text"]


def test_two_check_boxes_in_one_paragraph_have_no_single_state() -> None:
    boxes = [sdt(r("☐"), "a", CHECK.format(0)), r(" yes "), sdt(r("☒"), "b", CHECK.format(1)), r(" no")]
    (block,) = blocks(read(f"<w:p>{''.join(boxes)}</w:p>"))
    assert block.text == "☐ yes ☒ no"


def test_two_labels_in_one_paragraph_keep_both_marks() -> None:
    assert texts(read(f"<w:p>{sdt(r('Ana'), 'a')}{sdt(r(' and Ben'), 'b')}</w:p>")) == ["Ana and Ben"]
