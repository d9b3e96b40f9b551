"""What people write beyond CommonMark: footnotes, definitions, hidden text, placeholders, headings of their own."""

from __future__ import annotations

import html
import re
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from drawn_drafts import markdown_files
from showproof.formats.markdown.decode import OLD_WINDOWS
from showproof.formats.markdown.front_matter import take_front_matter
from showproof.formats.markdown.read import read_markdown
from showproof.model import Block, Outline, Table

_WORD = re.compile(r"[^\W_]+")


def read(text: str) -> Outline:
    return read_markdown(text.encode(), "draft.md")


def told(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in read(text).items if isinstance(item, Block)]


def hidden(text: str) -> list[tuple[str, int]]:
    return [(block.text, block.location.line) for block in read(text).hidden]


def words_of(outline: Outline) -> Counter[str]:
    """Every word that was read, hidden ones and numbers of items too."""
    texts = [block.text for block in outline.hidden]
    for item in outline.items:
        if isinstance(item, Table):
            texts += [cell.text for row in item.rows for cell in row]
        else:
            texts += [item.number, item.text]
    return Counter(_WORD.findall(" ".join(texts)))


def rendered_words(lines: list[str]) -> Counter[str]:
    """The words of what markdown-it renders, without the marks of footnotes and tasks."""
    page = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .render("\n".join(lines))
        .replace("[^1]", "")
        .replace("[x]", "")
    )
    page = re.sub(r"<a [^<>]*>\^1</a>", "", page)  # a footnote of one word, which is a link to CommonMark
    page = re.sub(r"<!--.*?-->", " ", page, flags=re.DOTALL)
    page = re.sub(r"</?(?:p|br|li|td|th|tr|h\d|div|pre|hr|ul|ol|table|summary|span)\b[^<>]*>", " ", page)
    return Counter(_WORD.findall(html.unescape(re.sub(r"</?[a-z][^<>]*>", "", page))))


@settings(max_examples=100, deadline=None)
@given(markdown_files())
def test_every_word_that_a_renderer_shows_is_read(data: bytes) -> None:
    outline = read_markdown(data, "draft.md")
    _, front = take_front_matter(list(outline.source))
    lines = [""] * front + list(outline.source[front:])
    assert rendered_words(lines) - words_of(outline) == Counter()


def test_words_on_both_sides_of_hidden_ones_stay_apart() -> None:
    assert told("- <!-- aside -->Owner <span hidden>nobody at all</span>Ines Okafor\n")[-1][1] == "Owner Ines Okafor"


def test_footnotes_are_items_and_their_marks_are_no_words() -> None:
    text = "It fell.[^1] Then [^2] rose.\n\n[^1]: https://example.org\n[^n]: More\nwords\n"
    assert told(text) == [
        ("paragraph", "It fell. Then [^2] rose."),
        ("item", "https://example.org"),
        ("item", "More words"),
    ]
    assert [item.number for item in read(text).items if isinstance(item, Block)] == ["", "1", "n"]


def test_a_term_and_its_definition_are_a_pair() -> None:
    assert told("Held file\n: a batch that waits for a person") == [
        ("pair", "Held file: a batch that waits for a person")
    ]


def test_a_bold_bullet_over_a_list_is_a_heading() -> None:
    text = "- **Key events**\n  - 09:00 first alert\n- **Impact:** three teams\n- **Only bold**\n"
    assert told(text) == [
        ("heading", "Key events"), ("item", "09:00 first alert"), ("pair", "Impact: three teams"),
        ("item", "Only bold"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kept", "apart"),
    [
        ("One <!-- say who --> two", "One  two", ("say who", 1)),
        ("One\n\n[//]: # (who signs?)", "One", ("who signs?", 3)),
        ("One\n\n[comment]: <> \"by whom\"", "One", ("by whom", 3)),
        ('One <span style="display: none">secret <b>words</b></span>', "One", ("secret words", 1)),
        ("One <span hidden>secret</span> two", "One  two", ("secret", 1)),
        ("One\n\n<div hidden>\n\nsecret\n\n</div>", "One", ("secret", 5)),
        ("<p>One</p>\n<p style='font-size:0'>se<i>cr</i>et</p>", "One", ("secret", 2)),
        ("<details><summary>One</summary></details>", "One", None),
        ('<p title="hidden">One</p>', "One", None),
        ("<script>x = 1</script>\n\nOne", "One", None),
    ],
)  # fmt: skip
def test_what_nobody_sees_is_kept_apart(text: str, kept: str, apart: tuple[str, int] | None) -> None:
    assert [said for _, said in told(text)] == [kept]
    assert hidden(text) == ([apart] if apart else [])
    assert read(text).notices == (("hidden text was left out",) if apart else ())


def test_a_paragraph_after_a_list_item_without_one_is_no_item() -> None:
    assert told("- | a | b |\n  |---|---|\n\nText\n\n- \n\n**More**") == [("paragraph", "Text"), ("paragraph", "More")]


def test_cells_beyond_the_header_are_kept_apart() -> None:
    assert hidden("| a | b |\n|---|---|\n| 1 | 2 | three |") == [("three", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "Ask <owner> or <your team>.",
        "<lowest-class-id>",
        "# <title>",
        "Run `kubectl -n <namespace>`",
        "<%= name %>",
        "{{ x }}",
    ],
)
def test_placeholders_and_template_variables_stay(text: str) -> None:
    assert [said for _, said in told(text)] == [text.replace("`", "").removeprefix("# ")]


def test_html_headings_and_items_are_such() -> None:
    text = "<h2>Scope</h2>\n<ul><li>one</li><li><b>Owner:</b> Ana</li></ul>\n<p><b>Due:</b> May</p>"
    assert told(text) == [("heading", "Scope"), ("item", "one"), ("pair", "Owner: Ana"), ("pair", "Due: May")]


def test_an_html_table_goes_on_over_blank_lines_and_a_table_in_a_cell_is_lines_of_it() -> None:
    (table,) = read(
        "<table>\n<tr><td>a</td>\n\n<td><table><tr><td>b</td><td>c</td></tr></table></td></tr>\n\n</table>"
    ).items
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b\nc"]]


def test_front_matter_may_hold_lists_quotes_and_texts_over_lines() -> None:
    text = (
        '---\ntitle: "The \\"plan\\": v2" # draft\nowner:\n  name: \'Ana\'\'s\'\ntags: [a, "b, c"]\nteams:\n- x\n- y\n'
        "about: >\n  one\n  two\nnote: a#b # c\nempty:\n---\n\nText\n"
    )
    assert read(text).properties == {
        "title": 'The "plan": v2', "owner.name": "Ana's", "tags": "a, b, c", "teams": "x, y", "about": "one two",
        "note": "a#b",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "text", "notices"),
    [
        ("Übergabe – fertig".encode("cp1252"), "Übergabe – fertig", (OLD_WINDOWS,)),
        ("Übergabe".encode("utf-16"), "Übergabe", ()),
        (b"\xfe\xff" + "Übergabe".encode("utf-16-be"), "Übergabe", ()),
        ("Übergabe".encode("utf-8-sig"), "Übergabe", ()),
    ],
)
def test_what_older_editors_save_is_read(data: bytes, text: str, notices: tuple[str, ...]) -> None:
    outline = read_markdown(data, "draft.txt")
    assert ([item.text for item in outline.items if isinstance(item, Block)], outline.notices) == ([text], notices)


def test_quotes_and_lists_too_deep_to_follow_lose_nothing() -> None:
    for text in ("".join(">" * depth + f" w{depth}\n" for depth in range(99)), "- " * 500 + "w98"):
        outline = read(text)
        assert "w98" in " ".join(item.text for item in outline.items if isinstance(item, Block))
        assert outline.notices == ("more markup than a document has: some was read as it stands",)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 300_000, ("[" * 100 + "\n\n") * 3_000, "[a](" * 75_000, "*a " * 100_000, "*a_ " * 75_000,
        "`a``b" * 60_000,
        "<!-- a " * 40_000, "<a \"'" * 60_000, "&amp;" * 60_000, "> " * 150_000, "|a" * 100_000, "<div>" * 60_000,
        "<table><tr><td>" * 20_000, "<table>" + "<tr><td>a</td></tr>" * 15_000, "[^1] " * 60_000 + "\n\n[^1]: a",
        "---\n" + "a: " + "\"\\" * 100_000 + "\n---\n", "a\n: b\n" * 50_000, "~~a " * 75_000,
    ],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)  # fmt: skip
def test_hostile_markup_takes_linear_time(text: str) -> None:
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 15
