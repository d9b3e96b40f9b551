"""Headings, lists with the numbers that are shown, and lines that people set up as either."""

from __future__ import annotations

import pytest
from built_documents import STYLES, blocks, p, r, read, tables, tbl, tc, texts, tr

BOLD = "<w:b/>"
LINK = '<w:rStyle w:val="Hyperlink"/><w:u w:val="single"/>'


def level(number: int, form: str = "decimal", text: str = "", more: str = "") -> str:
    pattern = text or "%" + str(number + 1) + "."
    counted = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{number}">{counted}{more}</w:lvl>'


def numbering(*levels: str, nums: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>' + (
        nums or '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def listed(depth: int = 0, number: str = "1") -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


@pytest.mark.parametrize(
    ("paragraph", "depth"),
    [
        (p("Plan", "Title"), 1),
        (p("Plan", "Heading2"), 2),
        (p("Plan", "Mine"), 2),
        (p("Plan", "Outlined"), 3),
        (p("Plan", more='<w:outlineLvl w:val="0"/>'), 1),
        (p("Plan", "Heading2", more='<w:outlineLvl w:val="9"/>'), 0),
        (p("Plan"), 0),
    ],
)
def test_headings_are_known_by_style_base_and_outline_level(paragraph: str, depth: int) -> None:
    (block,) = blocks(read(paragraph))
    assert (block.kind, block.level) == (("heading", depth) if depth else ("paragraph", 0))


def test_a_line_of_the_table_of_contents_is_no_heading() -> None:
    assert blocks(read(p("1. Scope\t4", "TOC1", BOLD) + p("Text")))[0].kind == "paragraph"


def test_styles_in_a_circle_end() -> None:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/></w:style>'
    assert texts(read(p("x", "A"), styles=style.format("A", "A", "B") + style.format("B", "B", "A"))) == ["x"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (p("Scope of the work", run=BOLD), "heading"),
        (p("Scope of the work", run='<w:u w:val="single"/>'), "heading"),
        (p("SCOPE OF THE WORK"), "heading"),
        (p("Scope", run="<w:caps/>"), "heading"),
        (p("3. Scope", run=BOLD), "heading"),
        (p("Objection 2: what if you close?", run=BOLD), "heading"),
        (p("We stop here.", run=BOLD), "paragraph"),
        (p("Owner: Ana", run=BOLD), "pair"),
        (f"<w:p>{r('Owner: ', BOLD)}{r('Ana')}</w:p>", "pair"),
        (p("TBD"), "paragraph"),
        (p("word " * 13, run=BOLD), "paragraph"),
        (f"<w:p><w:hyperlink>{r('Read the log', LINK)}</w:hyperlink></w:p>", "paragraph"),
        (p("wait for it", run='<w:rStyle w:val="PlaceholderText"/><w:b/>'), "paragraph"),
        (p("- Bold point", run=BOLD), "item"),
    ],
)  # fmt: skip
def test_strong_short_lines_with_something_after_them_head_it(line: str, kind: str) -> None:
    found = blocks(read(p("First words of the page.") + line + p("Then the text follows.")))
    assert found[1].kind == kind
    assert found[1].level == (2 if kind == "heading" else 1 if kind == "item" else 0)


def test_a_strong_line_heads_nothing_at_the_end_before_a_heading_or_in_a_bold_list() -> None:
    bold = p("Bold", run=BOLD)
    found = blocks(read(p("Text.") + bold + p("Part", "Heading2") + bold * 4 + p("Text.") + bold))
    assert [block.kind for block in found if block.text == "Bold"] == ["paragraph"] * 6


def test_the_first_line_is_the_title_and_numbers_go_deeper() -> None:
    lines = [p("Memo: how we triage", run=BOLD), p("Text."), p("2. Rules", run=BOLD), p("Text.")]
    lines += [p("2.1 Exceptions", run=BOLD), p("Text.")]
    heads = [block for block in blocks(read("".join(lines))) if block.kind == "heading"]
    assert [(head.text, head.level, head.number) for head in heads] == [
        ("Memo: how we triage", 1, ""), ("Rules", 2, "2"), ("Exceptions", 3, "2.1"),
    ]  # fmt: skip


def test_a_strong_label_before_a_table_heads_it() -> None:
    found = read(p("Text.") + p("Detail: side by side", run=BOLD) + tbl(tr(tc("a"), tc("b"))))
    assert blocks(found)[1].kind == "heading"


def test_a_run_in_head_is_parted_from_its_text() -> None:
    found = blocks(read(p("Part", "Heading2") + f"<w:p>{r('Root causes.', BOLD)}{r(' Three stand out.')}</w:p>"))
    assert [(b.kind, b.level, b.text, b.location.start) for b in found[1:]] == [
        ("heading", 3, "Root causes.", 0), ("paragraph", 0, "Three stand out.", 13),
    ]  # fmt: skip


def test_typed_numbers_of_headings_and_steps_are_told_apart_from_their_text() -> None:
    found = blocks(read(p("3. Scope", "Heading2") + p("1) Stop the job") + p("(b) Call") + p("2024 plan", "Heading2")))
    assert [(b.kind, b.number, b.text) for b in found] == [
        ("heading", "3", "Scope"), ("item", "1", "Stop the job"), ("item", "b", "Call"), ("heading", "", "2024 plan"),
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "depth"), [("• Call", 1), ("– Call", 1), ("o\tCall", 2), ("\uf0b7 Call", 1)])
def test_typed_bullets_make_items(line: str, depth: int) -> None:
    (block,) = blocks(read(p(line)))
    assert (block.kind, block.level, block.text, block.location.start) == ("item", depth, "Call", 2)


@pytest.mark.parametrize("bullet", ["§\t", "Ø\t", "v\t", "○ ", "∙ ", "► ", "\uf0fc "])
def test_bullets_of_other_fonts_make_items_as_they_were_pasted(bullet: str) -> None:
    assert [(b.kind, b.text) for b in blocks(read(p(bullet + "Call")))] == [("item", "Call")]


@pytest.mark.parametrize("number", ["ii.", "(iv)", "XII.", "iii)"])
def test_typed_roman_figures_count(number: str) -> None:
    (block,) = blocks(read(p(f"{number} Call")))
    assert (block.kind, block.number, block.text) == ("item", number.strip("().").rstrip("."), "Call")


def test_a_bold_label_in_a_bullet_has_its_value_beside_it() -> None:
    def bullet(label: str, value: str) -> str:
        return f"<w:p>{r('• ')}{r(label, BOLD)}{r(value)}</w:p>"

    found = blocks(read(bullet("Impact:", " two hours") + bullet("Owner", ": Ana") + bullet("Stop", " the job: now")))
    assert [(b.kind, b.level, b.text) for b in found] == [
        ("pair", 1, "Impact: two hours"), ("pair", 1, "Owner: Ana"), ("item", 1, "Stop the job: now"),
    ]  # fmt: skip


PROSE = "Everybody who pays suppliers follows these rules from the first of May on."


def test_plain_numbered_lines_named_as_sections_are_head_the_text_below_them() -> None:
    lines = [p(f"{n}. {name}") + p(PROSE) for n, name in enumerate(("Purpose", "Scope", "How we pay"), start=1)]
    found = blocks(read("".join(lines)))
    assert [(b.kind, b.number, b.text) for b in found[::2]] == [
        ("heading", "1", "Purpose"), ("heading", "2", "Scope"), ("heading", "3", "How we pay"),
    ]  # fmt: skip


@pytest.mark.parametrize("names", [("Stop the job", "Call Ana", "Start the job"), ("Purpose", "Scope")])
def test_numbered_steps_with_remarks_and_short_runs_stay_items(names: tuple[str, ...]) -> None:
    found = blocks(read("".join(p(f"{n}. {name}") + p(PROSE) for n, name in enumerate(names, start=1))))
    assert {b.kind for b in found[::2]} == {"item"}


def test_a_number_and_a_tab_before_a_heading_are_its_number() -> None:
    found = blocks(read(p("2\tScope", "Heading2") + p("Text.") + p("3\tOwner", run=BOLD) + p("Text.")))
    assert [(b.number, b.text) for b in found if b.kind == "heading"] == [("2", "Scope"), ("3", "Owner")]


def test_typed_check_boxes_have_a_state() -> None:
    found = blocks(read(p("[x] Told") + p("[ ] Tested") + p("☑ Trained") + p("☐ Signed")))
    assert [(b.text, b.checked) for b in found] == [
        ("Told", True), ("Tested", False), ("☑ Trained", True), ("☐ Signed", False),
    ]  # fmt: skip


def test_list_numbers_are_computed_level_by_level() -> None:
    levels = numbering(level(0), level(1, text="%1.%2"), level(2, "lowerLetter", "%3)"), level(3, "upperRoman", "(%4)"))
    depths = [0, 1, 1, 2, 2, 3, 0, 1]
    found = blocks(read("".join(p("x", more=listed(depth)) for depth in depths), numbering=levels))
    assert [block.number for block in found] == ["1", "1.1", "1.2", "a", "b", "I", "2", "2.1"]
    assert [block.level for block in found] == [depth + 1 for depth in depths]


def test_lists_restart_only_where_they_say_so() -> None:
    levels = numbering(level(0), level(1, more='<w:lvlRestart w:val="0"/>'))
    found = blocks(read("".join(p("x", more=listed(depth)) for depth in (0, 1, 0, 1)), numbering=levels))
    assert [block.number for block in found] == ["1", "1", "2", "2"]


def test_a_list_of_the_same_kind_goes_on_and_an_override_starts_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    )
    nums += (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        f'</w:lvlOverride><w:lvlOverride w:ilvl="1">{level(1, "upperLetter")}</w:lvlOverride></w:num>'
    )
    body = "".join(p("x", more=listed(0, number)) for number in ("1", "2", "3", "3")) + p("x", more=listed(1, "3"))
    assert [block.number for block in blocks(read(body, numbering=numbering(level(0), nums=nums)))] == [
        "1",
        "2",
        "5",
        "6",
        "A",
    ]


def test_legal_levels_bullets_and_unknown_lists() -> None:
    levels = numbering(level(0, "upperRoman"), level(1, text="%1.%2", more="<w:isLgl/>"), level(2, "bullet", "•"))
    body = (
        "".join(p("x", more=listed(depth)) for depth in (0, 1, 2))
        + p("x", more=listed(0, "9"))
        + p("x", more=listed(0, "0"))
    )
    found = blocks(
        read(body, numbering=levels + '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="12"/></w:abstractNum>')
    )
    assert [(block.kind, block.number) for block in found] == [
        ("item", "I"), ("item", "1.1"), ("item", ""), ("item", ""), ("paragraph", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "count", "shown"),
    [
        ("lowerLetter", 27, "aa"),
        ("upperRoman", 14, "XIV"),
        ("decimalZero", 3, "03"),
        ("ordinal", 2, "2nd"),
        ("ordinal", 113, "113th"),
        ("cardinalText", 3, "Three"),
        ("ordinalText", 12, "Twelfth"),
        ("cardinalText", 21, "21"),
        ("lowerRoman", 9999, "9999"),
    ],
)
def test_counts_are_shown_in_their_form(form: str, count: int, shown: str) -> None:
    begun = level(0, form).replace('<w:start w:val="1"/>', f'<w:start w:val="{count}"/>')
    assert blocks(read(p("x", more=listed()), numbering=numbering(begun)))[0].number == shown


def test_numbering_comes_through_styles_too() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="Step"><w:name w:val="Step"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="numbering" w:styleId="Legal">'
        '<w:name w:val="Legal"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num>'
    )
    tied = level(1, "upperLetter", more='<w:pStyle w:val="Step"/>')
    inner = {"styles": styles, "numbering": linked + numbering(level(0), tied, nums=nums)}
    found = blocks(read(p("x", "Step") + p("x", more=listed(0, "2")) + p("x", "ListBullet2"), **inner))
    assert [(block.number, block.level) for block in found] == [("A", 2), ("1", 1), ("", 2)]


def test_a_deleted_item_takes_no_number() -> None:
    gone = f"<w:p><w:pPr>{listed()}<w:rPr><w:del/></w:rPr></w:pPr><w:del>{r('x')}</w:del></w:p>"
    found = blocks(read(p("a", more=listed()) + gone + p("b", more=listed()), numbering=numbering(level(0))))
    assert [(block.text, block.number, block.location.paragraph) for block in found] == [("a", "1", 1), ("b", "2", 3)]


def test_lines_of_one_paragraph_that_say_things_of_their_own_are_parted() -> None:
    def lines(*parts: str) -> str:
        return "<w:p><w:r>" + "<w:br/>".join(f"<w:t>{part}</w:t>" for part in parts) + "</w:r></w:p>"

    found = blocks(
        read(lines("To: Ana", "From: Ben") + lines("We show:", "- the log", "- the map") + lines("one", "two"))
    )
    assert [(b.kind, b.text, b.location.paragraph, b.location.start) for b in found] == [
        ("pair", "To: Ana", 1, 0), ("pair", "From: Ben", 1, 8),
        ("paragraph", "We show:", 2, 0), ("item", "the log", 2, 11), ("item", "the map", 2, 21),
        ("paragraph", "one\ntwo", 3, 0),
    ]  # fmt: skip


def test_several_strong_labels_in_a_line_make_several_pairs() -> None:
    line = f"<w:p>{r('To:', BOLD)}{r(' Ana. ')}{r('From', BOLD)}{r(': Ben.')}</w:p>"
    assert [(b.kind, b.text) for b in blocks(read(line))] == [("pair", "To: Ana."), ("pair", "From: Ben.")]


def test_a_label_may_stand_close_to_its_value() -> None:
    found = blocks(read(p("Date:4 May 2025") + p("Next step:Call the bank")))
    assert [block.kind for block in found] == ["pair", "pair"]


@pytest.mark.parametrize(
    "text",
    [
        "The ratio debit:credit is off",
        "typst:Text",
        "Set text:h for titles",
        "https://example.org/a",
        "See https://example.org/a for it",
        "At 10:30 we stop",
        "So, it is this: stop",
        "Owner:",
        "The fitting took 15 days: five more",
        "The scale is: low, medium, high",
        "Our two goals are: speed and care",
        "Account 1010\tPeriod March: open",
    ],
)
def test_a_colon_alone_makes_no_pair(text: str) -> None:
    assert blocks(read(p(text)))[0].kind == "paragraph"


@pytest.mark.parametrize(
    "text", ["As is: by hand", "What it is: a queue", "Who we are: the desk", "Scale: low to high"]
)
def test_labels_that_end_like_sentences_are_labels(text: str) -> None:
    assert blocks(read(p(text)))[0].kind == "pair"


def test_pairs_between_tabs_stand_apart() -> None:
    found = blocks(read("<w:p><w:r><w:t>To:</w:t><w:tab/><w:t>Ana</w:t><w:tab/><w:t>Date: 3 May</w:t></w:r></w:p>"))
    assert [(b.kind, b.text, b.location.start) for b in found] == [("pair", "To:\tAna", 0), ("pair", "Date: 3 May", 8)]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Root causes.", "heading"),
        ("Who calls the bank when the file is late?", "heading"),
        ("Why I ask for a go.", "heading"),
        ("Call the shift lead before anyone leaves.", "paragraph"),
    ],
)
def test_a_bold_sentence_that_opens_a_paragraph_is_no_head(head: str, kind: str) -> None:
    found = blocks(read(f"<w:p>{r(head, BOLD)}{r(' Three stand out.')}</w:p>"))
    assert [b.kind for b in found] == [kind, "paragraph"]


def test_bold_sentences_that_open_several_paragraphs_head_them() -> None:
    line = f"<w:p>{r('We left the fax line alone.', BOLD)}{r(' It is dear.')}</w:p>"
    assert [b.kind for b in blocks(read(line * 2))] == ["heading", "paragraph"] * 2


def test_a_bold_quotation_is_a_head_only_where_there_are_several() -> None:
    said = p("“It is too dear.”", run=BOLD) + p("Text.")
    assert [b.kind for b in blocks(read(p("Text.") + said))] == ["paragraph"] * 3
    assert [b.kind for b in blocks(read(p("Text.") + said * 2))][1::2] == ["heading", "heading"]


@pytest.mark.parametrize(("size", "kind"), [("40", "heading"), ("26", "pair"), ("x", "pair")])
def test_a_first_line_that_is_larger_than_the_text_is_the_title(size: str, kind: str) -> None:
    large = p("Call: the bakery", run=f'<w:sz w:val="{size}"/>')
    small = p("We met in May.", run='<w:sz w:val="22"/>')
    assert blocks(read(large + small * 2))[0].kind == kind
    assert blocks(read(large + p("We met in May.", run='<w:sz w:val="40"/>')))[0].kind == "pair"
    assert blocks(read(large))[0].kind == "pair"


def test_the_first_line_is_the_title_before_a_heading_too() -> None:
    found = blocks(read(p("Failover of the database", run=BOLD) + p("Scope", "Heading2") + p("Text.")))
    assert [(b.kind, b.level) for b in found] == [("heading", 1), ("heading", 2), ("paragraph", 0)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("OPEN", "heading"),
        ("NIGHT SHIFT OF 12 JUNE", "heading"),
        ("SLA", "paragraph"),
        ("DEP 771 CHQ 3018", "paragraph"),
    ],
)
def test_a_line_in_capitals_over_a_list_names_it(line: str, kind: str) -> None:
    assert blocks(read(p("Text.") + p(line) + p("- Call") + p("- Pay")))[1].kind == kind


def test_headings_in_one_paragraph_over_two_lines_are_joined() -> None:
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Part</w:t><w:br/><w:t>one</w:t></w:r></w:p>'
    assert texts(read(heading)) == ["Part one"]


def test_an_empty_numbered_cell_shows_its_number() -> None:
    row = tr(tc(p("", more=listed())), tc("Stop"))
    found = read(tbl(row, row), numbering=numbering(level(0)))
    assert [row[0].text for row in tables(found)[0].rows] == ["1", "2"]
