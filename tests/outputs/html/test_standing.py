from __future__ import annotations

from showproof.formats.limits import USUAL
from showproof.formats.markdown.read import read_markdown
from showproof.model import Block, Cell, Location, Outline, Table
from showproof.outputs.html.standing import Stretch, Texts


def docx(*texts: str) -> Texts:
    items = tuple(
        Block(text, Location("body", at, start=2, end=2 + len(text))) for at, text in enumerate(texts, start=1)
    )
    return Texts(Outline("a.docx", "docx", items))


def md(text: str) -> tuple[Outline, Texts]:
    outline = read_markdown(text.encode(), "a.md", USUAL)
    return outline, Texts(outline)


def test_characters_of_a_paragraph_are_counted_from_where_its_text_stands():
    assert docx("one two", "three").at(Location("body", 1, start=6, end=9)) == [Stretch(0, 4, 7)]


def test_a_place_without_characters_is_the_text_as_a_whole():
    assert docx("one", "two").at(Location("body", 2, start=2, end=2)) == [Stretch(1, 0, 3)]


def test_a_place_that_the_draft_does_not_show_leads_nowhere():
    assert docx("one").at(Location("footnotes", 1, start=0, end=3)) == []
    assert docx("one").at(Location("body", 1, start=40, end=50)) == []


def test_a_cell_is_found_by_its_sheet_and_its_name():
    cell = Cell("TBD", Location("Metrics", cell="F7", start=0, end=3))
    texts = Texts(Outline("a.xlsx", "xlsx", (Table(((cell,),), cell.location),)))
    assert texts.at(Location("Metrics", cell="F7", start=0, end=3)) == [Stretch(0, 0, 3)]
    assert texts.at(Location("Other", cell="F7", start=0, end=3)) == []


def test_a_source_with_markup_and_several_lines_leads_to_the_characters_that_show():
    outline, texts = md("# A\n\nThe **owner** is\nAna &amp; Ben.\n")
    block = outline.items[1]
    where = block.location.within(block.text.index("owner"), block.text.index(" Ben"))
    (found,) = texts.at(where._replace(runs=()))
    assert block.text[found.start : found.end] == "owner is Ana &" or block.text[found.start : found.end] == (
        "owner is\nAna &"
    )


def test_a_place_over_two_items_marks_a_piece_of_each():
    _, texts = md("- one two\n- three four\n")
    assert texts.at(Location(line=1, start=6, end_line=2, end=7)) == [Stretch(0, 4, 7), Stretch(1, 0, 5)]
