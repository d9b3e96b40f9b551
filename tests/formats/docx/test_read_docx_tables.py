"""Tables with their merges, nested ones after the outer, and places that a comment can be anchored to."""

from __future__ import annotations

from built_documents import blocks, p, r, read, tables, tbl, tc, tr

from showproof.formats.docx.read_body import paragraphs_of


def test_a_cell_says_where_it_is_and_joins_its_paragraphs() -> None:
    (table,) = tables(read(p("Before") + tbl(tr(tc("a"), tc(p("b") + p("c"))), tr(tc("d"), tc(" e ")))))
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b\nc"], ["d", "e"]]
    places = [cell.location for row in table.rows for cell in row]
    assert [place.cell for place in places] == [
        f"table 1 row {row} column {column}" for row in (1, 2) for column in (1, 2)
    ]
    assert [place.paragraph for place in places] == [2, 3, 5, 6]
    assert (places[3].start, places[3].end) == (1, 2)
    assert table.location.cell == "table 1"


def test_merged_cells_stand_once_and_columns_stay_in_their_grid() -> None:
    first = tr(tc("a", '<w:gridSpan w:val="2"/>'), tc("b", '<w:vMerge w:val="restart"/>'))
    second = tr(tc("c"), tc("d"), tc(p(""), "<w:vMerge/>"))
    third = tr(tc("e"), tc("f"), tc("g"))
    (table,) = tables(read(tbl(first, second, third)))
    assert [[(c.text, c.spans, c.drops) for c in row] for row in table.rows] == [
        [("a", 2, 1), ("b", 1, 2)], [("c", 1, 1), ("d", 1, 1), ("", 1, 0)], [("e", 1, 1), ("f", 1, 1), ("g", 1, 1)],
    ]  # fmt: skip
    assert table.rows[1][2].location.cell == "table 1 row 2 column 3"


def test_a_merge_that_began_nowhere_is_a_cell_of_its_own_and_one_with_text_below_hides_it() -> None:
    rows = tr(tc("a", "<w:vMerge/>"), tc("b")), tr(tc("lost", "<w:vMerge/>"), tc("c"))
    found = read(tbl(*rows))
    assert [(cell.text, cell.drops) for cell in (row[0] for row in tables(found)[0].rows)] == [("a", 2), ("", 0)]
    assert [block.text for block in found.hidden] == ["lost"]


def test_absurd_spans_are_cut_and_skipped_columns_keep_their_place() -> None:
    row = tr(tc("a", '<w:gridSpan w:val="99999999"/>'), tc("b"), more='<w:gridBefore w:val="2"/>')
    cells = tables(read(tbl(row, tr(tc("x")))))[0].rows[0]
    assert [(cell.text, cell.spans) for cell in cells] == [("", 2), ("a", 1000), ("b", 1)]


def test_nested_tables_follow_the_outer_one_and_their_text_is_not_repeated() -> None:
    inner = tbl(tr(tc("x"), tc("y")))
    found = read(tbl(tr(tc(p("a") + inner + p("b")), tc("c"))) + tbl(tr(tc("last"))))
    assert [[cell.text for row in table.rows for cell in row] for table in tables(found)] == [
        ["a\nb", "c"],
        ["x", "y"],
        ["last"],
    ]
    assert [table.location.cell for table in tables(found)] == ["table 1", "table 2", "table 3"]


def test_deleted_and_hidden_rows_and_cells_are_left_out_but_still_counted() -> None:
    gone = tr(tc("old"), more="<w:del/>"), tr(tc("secret"), more="<w:hidden/>"), tr(tc(""), more="<w:hidden/>")
    kept = tr(tc("a"), tc("b", "<w:cellDel/>"), more="<w:ins/>")
    found = read(tbl(*gone, kept) + p("after"))
    assert [[cell.text for cell in row] for row in tables(found)[0].rows] == [["a"]]
    assert [block.text for block in found.hidden] == ["secret"]
    assert blocks(found)[0].location.paragraph == 6
    assert found.notices == ("tracked changes were read as accepted", "hidden text was left out")


def test_cells_merged_in_the_old_way_widen_the_one_before() -> None:
    row = tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("lost", "<w:hMerge/>"), tc("b"))
    found = read(tbl(row, tr(tc("c"), tc("d"), tc("e"))))
    assert [(cell.text, cell.spans, cell.location.cell) for cell in tables(found)[0].rows[0]] == [
        ("a", 2, "table 1 row 1 column 1"), ("b", 1, "table 1 row 1 column 3"),
    ]  # fmt: skip
    assert [block.text for block in found.hidden] == ["lost"]
    assert [row[1].location.paragraph for row in tables(found)[0].rows] == [3, 5]


def test_a_row_whose_cells_were_all_tracked_in_or_out() -> None:
    added = tr(tc(f"<w:p><w:ins>{r('new')}</w:ins></w:p>"), tc("x", "<w:cellIns/>"), more="<w:ins/>")
    moved = tr(tc(f"<w:p><w:moveFrom>{r('old')}</w:moveFrom></w:p>"), tc("y"))
    found = read(tbl(added, moved))
    assert [[cell.text for cell in row] for row in tables(found)[0].rows] == [["new", "x"], ["", "y"]]
    assert found.notices == ("tracked changes were read as accepted",)


def test_an_instruction_row_stands_before_its_table_as_guidance() -> None:
    told = tr(tc("Describe what happened"), tc("Who will act on it?"))
    found = read(tbl(tr(tc("Lesson"), tc("Owner"), more="<w:tblHeader/>"), told, tr(tc("Call sooner"), tc("Ana"))))
    assert [(block.text, block.placeholder) for block in blocks(found)] == [
        ("Describe what happened", True), ("Who will act on it?", True),
    ]  # fmt: skip
    assert [[cell.text for cell in row] for row in tables(found)[0].rows] == [
        ["Lesson", "Owner"],
        ["Call sooner", "Ana"],
    ]


def test_a_header_that_comes_again_in_a_long_table_is_no_row() -> None:
    header = tr(tc("Lesson"), tc("Owner"), more="<w:tblHeader/>")
    (table,) = tables(read(tbl(header, tr(tc("a"), tc("b")), header, tr(tc("c"), tc("d")))))
    assert [[cell.text for cell in row] for row in table.rows] == [["Lesson", "Owner"], ["a", "b"], ["c", "d"]]
    assert [row[0].location.cell for row in table.rows] == [f"table 1 row {n} column 1" for n in (1, 2, 4)]


def test_a_box_of_one_column_opens_a_section() -> None:
    box = tbl(tr(tc(p("Scope", run="<w:b/>"))), tr(tc("We move all payouts to the new gateway.")))
    found = read(p("Charter", "Title") + box + box)
    assert [(block.kind, block.text) for block in blocks(found)] == [
        ("heading", "Charter"), ("heading", "Scope"), ("heading", "Scope"),
    ]  # fmt: skip
    assert [[cell.text for cell in row] for table in tables(found) for row in table.rows] == [
        ["We move all payouts to the new gateway."]
    ] * 2


def test_a_table_that_was_pasted_as_lines_is_a_table() -> None:
    (table,) = tables(
        read(p("Before") + "".join(p(line) for line in ("| Task | Owner |", "|---|---|", "| Call | Ana |")))
    )
    assert [[cell.text for cell in row] for row in table.rows] == [["Task", "Owner"], ["Call", "Ana"]]
    assert (table.header, table.rows[1][0].location.paragraph) == (1, 4)


def test_a_table_without_rows_is_no_table() -> None:
    assert not read(tbl()).items


def test_the_header_row_is_known_by_its_flag_or_its_looks() -> None:
    flagged = tr(tc("Owner"), tc("Due"), more="<w:tblHeader/>")
    bold = tr(tc(p("Owner", run="<w:b/>")), tc(p("Due", run="<w:b/>")))
    row = tr(tc("Ana"), tc("4 May"))
    styled = '<w:tblStyle w:val="Banded"/><w:tblLook w:val="0020"/><w:tblCaption w:val="Actions"/>'
    found = tables(
        read(tbl(flagged, row) + tbl(bold, row) + tbl(tr(tc("A b"), tc("C d")), row, more=styled) + tbl(row, row))
    )
    assert [table.header for table in found] == [1, 1, 1, 0]
    assert [cell.strong for cell in found[2].rows[0]] == [True, True]
    assert found[2].name == "Actions"


def test_an_odd_look_of_a_table_style_is_no_error() -> None:
    assert tables(read(tbl(tr(tc("a"), tc("b")), more='<w:tblLook w:val="odd"/>')))[0].header == 0


def test_paragraphs_are_counted_as_a_walk_over_the_body_finds_them() -> None:
    from lxml import etree

    box = f"<w:drawing><wps:txbx><w:txbxContent>{p('box')}</w:txbxContent></wps:txbx></w:drawing>"
    either = f"<mc:Choice>{p('choice')}</mc:Choice><mc:Fallback>{p('no')}</mc:Fallback>"
    block = f"<mc:AlternateContent>{either}</mc:AlternateContent>"
    body = (
        p("one") + tbl(tr(tc("two"), tc(tbl(tr(tc("three"))) + p("four")))) + f"<w:p>{r('five')}<w:r>{box}</w:r></w:p>"
    )
    body += block + "<mc:AlternateContent/>" + p("six")
    from built_documents import NAMES

    counted = paragraphs_of(etree.fromstring(f"<w:body {NAMES}>{body}</w:body>"))
    for found in blocks(read(body)):
        if found.location.part == "body":
            shown = "".join(str(piece) for piece in counted[found.location.paragraph - 1].itertext())
            assert found.text in shown


def test_deleted_content_at_block_level_counts_its_paragraphs() -> None:
    assert (
        blocks(read(f"<w:moveFrom>{p('old')}</w:moveFrom><w:customXml>{p('new')}</w:customXml>"))[0].location.paragraph
        == 2
    )
