"""A form written as a Word document, looked at through its XML."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from sample_forms import ASKED, COLUMNS, ROWS, W, a_form, part, places, question, section, table, words

from showproof.formats.docx.front import LOOKED_FOR
from showproof.formats.docx.write import write_docx
from showproof.formats.form import Form, Question, mark, tag


def styles(form: Form) -> list[str]:
    return [item.get(f"{W}val", "") for item in part(form).iter(f"{W}pStyle")]


def styled(form: Form, style: str) -> list[str]:
    found = part(form).iterfind(f".//{W}pStyle[@{W}val='{style}']")
    return [words(item.getparent().getparent()) for item in found]


def titled(asked: Question) -> str:
    """The control's title; a checkbox has none."""
    return "" if asked.type == "checkbox" else asked.label


def test_the_same_form_gives_the_same_bytes() -> None:
    assert write_docx(a_form()) == write_docx(a_form())


def test_the_content_types_come_first_and_no_entry_has_a_time() -> None:
    entries = zipfile.ZipFile(io.BytesIO(write_docx(a_form()))).infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_is_declared_and_every_declared_part_is_there() -> None:
    names = set(zipfile.ZipFile(io.BytesIO(write_docx(a_form()))).namelist())
    declared = {item.get("PartName", "").lstrip("/") for item in part(a_form(), "[Content_Types].xml")} - {""}
    assert declared == {name for name in names if not name.endswith(".rels") and name != "[Content_Types].xml"}
    for folder, source in (("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels")):
        assert {folder + item.get("Target", "") for item in part(a_form(), source)} <= names


def test_every_question_has_its_tag_bookmark_and_label() -> None:
    form = a_form()
    found = places(part(form))
    wanted = {tag(item.id, asked.id): titled(asked) for item in (form.head, *form.sections) for asked in item.questions}
    for item in form.sections:
        if item.table:
            for number in range(1, len(item.table.rows) + 1):
                cells = (column for column in item.table.columns if column.type != "serial")
                wanted |= {tag(item.id, column.id, number): titled(column) for column in cells}
    assert {name: place.alias for name, place in found.items()} == wanted
    assert all(place.bookmark == mark(name) for name, place in found.items())


def test_ids_of_controls_and_bookmarks_are_positive_and_unique() -> None:
    document = part(a_form())
    ids = [int(place.id) for place in places(document).values() if place.id]
    assert min(ids) > 0
    assert len(set(ids)) == len(ids)
    starts = [item.get(f"{W}id") for item in document.iter(f"{W}bookmarkStart")]
    assert len(set(starts)) == len(starts)
    assert starts == [item.get(f"{W}id") for item in document.iter(f"{W}bookmarkEnd")]


def test_placeholders_stand_only_where_an_answer_is_missing() -> None:
    found = places(part(a_form()))
    assert not found["head.title"].placeholder
    assert found["head.title"].text == "Batch"
    assert found["head.owner"].placeholder
    assert found["steps.1.action"].text == "Fix the loader"
    filled = {name for name, place in found.items() if not place.placeholder and not name.endswith("checked")}
    first_rows = {f"{item}.1.{column.id}" for item in ("steps", "boxes") for column in COLUMNS[1:5]}
    assert filled == {"head.title", "facts.checkbox"} | first_rows


def test_sections_follow_each_other_with_prompt_before_answer() -> None:
    form = a_form(section("facts", ASKED[:2]), section("more", ASKED[2:3]))
    shown = [style for style in styles(form) if style in ("Heading1", "Guidance", "Prompt", "Answer")]
    assert shown == ["Heading1", "Guidance", *["Prompt", "Answer"] * 2, "Heading1", "Guidance", "Prompt", "Answer"]
    assert styled(form, "Prompt") == ["Text", "Paragraph", "Person"]
    assert styled(form, "Guidance") == ["Why facts.", "Why more."]


def test_a_section_without_guidance_has_no_empty_line_for_it() -> None:
    assert "Guidance" not in styles(a_form(replace(section("facts", ASKED[:1]), guidance="")))


def test_the_front_shows_title_kind_version_and_what_is_looked_for() -> None:
    form = a_form()
    assert styled(form, "Title") == ["Why the batch stopped"]
    assert styled(form, "Subtitle") == ["Root cause analysis · version 1.2"]
    assert styled(form, "LookedFor") == ["Causes", "Follow-up"]
    assert styled(form, "LookedForItem") == ["Evidence for each", "What was ruled out", "One owner each"]


def test_without_a_title_the_kind_stands_in() -> None:
    form = a_form(title=" \n")
    assert styled(form, "Title") == ["Root cause analysis"]
    assert words(part(form, "word/header-portrait.xml")) == "\tRoot cause analysis"


def test_nothing_looked_for_makes_no_box() -> None:
    assert LOOKED_FOR not in words(part(a_form(looked_for=())))


def test_headings_are_numbered_by_the_list_that_the_style_is_linked_to() -> None:
    numbered = part(a_form(), "word/styles.xml").find(f".//{W}style[@{W}styleId='Heading1']//{W}numId")
    assert numbered is not None
    number = numbered.get(f"{W}val")
    numbering = part(a_form(), "word/numbering.xml")
    abstract = numbering.find(f"{W}num[@{W}numId='{number}']/{W}abstractNumId")
    assert abstract is not None
    level = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{abstract.get(f'{W}val')}']/{W}lvl/{W}pStyle")
    assert level is not None
    assert level.get(f"{W}val") == "Heading1"


def test_every_style_that_is_used_is_defined() -> None:
    form = a_form()
    defined = {item.get(f"{W}styleId") for item in part(form, "word/styles.xml").iter(f"{W}style")}
    document = part(form)
    used = {item.get(f"{W}val") for name in ("pStyle", "rStyle", "tblStyle") for item in document.iter(W + name)}
    assert used <= defined


def test_header_and_footer_name_the_document_its_template_and_the_page() -> None:
    form = a_form()
    assert words(part(form, "word/header-portrait.xml")).split("\t") == [
        "Why the batch stopped",
        "Root cause analysis",
    ]
    footer = part(form, "word/footer-landscape.xml")
    assert words(footer).split("\t") == ["rca · template 1.2", "Page 1 of 1"]
    assert [item.get(f"{W}instr") for item in footer.iter(f"{W}fldSimple")] == [" PAGE ", " NUMPAGES "]


def test_a_long_title_is_shortened_in_the_header_alone() -> None:
    title = "settlement " * 30 + "end"
    form = a_form(title=title)
    assert styled(form, "Title") == [title]
    assert "settlement…" in words(part(form, "word/header-portrait.xml"))


def test_properties_are_those_of_the_form() -> None:
    form = a_form(language="de-DE")
    custom = part(form, "docProps/custom.xml")
    assert tuple((item.get("name"), item[0].text) for item in custom) == form.properties
    assert [item.get("pid") for item in custom] == ["2", "3"]
    opened = docx.Document(io.BytesIO(write_docx(form)))
    assert (opened.core_properties.title, opened.core_properties.language) == (form.title, "de-DE")


def test_the_language_is_that_of_the_form() -> None:
    language = part(a_form(language="de-DE"), "word/styles.xml").find(f".//{W}docDefaults//{W}lang")
    assert language is not None
    assert language.get(f"{W}val") == "de-DE"


def test_core_properties_hold_no_times() -> None:
    names = {item.tag.split("}")[1] for item in part(a_form(), "docProps/core.xml")}
    assert names == {"title", "subject", "language"}


@pytest.mark.parametrize(("paper", "size"), [("letter", ("12240", "15840")), ("a4", ("11906", "16838"))])
def test_the_paper_is_that_of_the_form(paper: str, size: tuple[str, str]) -> None:
    page = part(a_form(paper=paper)).find(f".//{W}pgSz")
    assert page is not None
    assert (page.get(f"{W}w"), page.get(f"{W}h")) == size


def test_python_docx_opens_it_and_sees_its_headings_and_tables() -> None:
    opened = docx.Document(io.BytesIO(write_docx(a_form())))
    headings = [item.text for item in opened.paragraphs if item.style is not None and item.style.name == "Heading 1"]
    assert headings == ["Facts", "Steps", "Boxes"]
    assert len(opened.tables) == 2 + 1 + len(ROWS)


def test_a_form_of_no_sections_is_still_a_document() -> None:
    opened = docx.Document(io.BytesIO(write_docx(a_form(section("only", (question("one"),)), looked_for=()))))
    assert len(opened.tables) == 1


def test_wide_sections_share_turned_pages_and_narrow_ones_stand_upright() -> None:
    wide = table(tuple(question(f"c{n}") for n in range(11)), [("",) * 11])
    narrow = section("narrow", shown=table(COLUMNS, ROWS))
    form = a_form(narrow, section("one", shown=wide), section("two", shown=wide), replace(narrow, id="last"))
    document = part(form)
    turned = [item.get(f"{W}orient") for item in document.iter(f"{W}pgSz")]
    assert turned == [None, "landscape", None]
    headers = [item.get(f"{W}type") for item in document.iter(f"{W}headerReference")]
    assert headers == ["default"] * 3
    widths = [item.get(f"{W}w") for item in document.iter(f"{W}tblW")]
    assert widths == ["10080", "10080", "10080", "13680", "13680", "10080"]
