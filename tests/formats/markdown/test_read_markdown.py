"""Markdown and plain text: what they show, and the line on which it stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL
from showproof.formats.markdown.read import read_markdown
from showproof.model import Block, Outline, Table

DRAFTS = Path(os.environ.get("SHOWPROOF_DRAFTS", Path(__file__).parents[4] / "shared" / "corpus" / "dev" / "files"))


def read(text: str) -> Outline:
    return read_markdown(text.encode(), "draft.md")


def blocks(text: str) -> list[Block]:
    return [item for item in read(text).items if isinstance(item, Block)]


def tables(text: str) -> list[Table]:
    return [item for item in read(text).items if isinstance(item, Table)]


def told(text: str) -> list[tuple[str, str, int]]:
    return [(block.kind, block.text, block.location.line) for block in blocks(text)]


def test_blocks_have_their_kind_and_their_first_line() -> None:
    text = "# Plan\n\nOne\ntwo\n\n## Part\n\n> quoted\n\n```sh\n\nkubectl get\nexit\n```\n\n    indented\n"
    assert told(text) == [
        ("heading", "Plan", 1),
        ("paragraph", "One two", 3),
        ("heading", "Part", 6),
        ("paragraph", "quoted", 8),
        ("paragraph", "kubectl get\nexit", 12),
        ("paragraph", "indented", 16),
    ]


def test_markup_goes_and_words_stay() -> None:
    text = "A **bold** _em_ `code` [link](http://x) ![alt *x*](y.png) ~~old~~ <b>raw</b> a&amp;b<br>c"
    assert blocks(text)[0].text == "A bold em code link alt x old raw a&b c"


def test_a_span_is_that_of_the_source_with_its_markup() -> None:
    plain, marked = blocks("Over $500 goes up.\n\nOver **$500** goes.")
    assert (plain.location.start, plain.location.end) == (0, 18)
    assert (marked.location.start, marked.location.end) == (0, 19)


def test_lists_have_numbers_levels_and_states() -> None:
    found = blocks("3. one\n4. two\n   - deep\n\n     more\n- [x] done\n- [ ] open\n")
    assert [(b.kind, b.text, b.number, b.level, b.checked) for b in found] == [
        ("item", "one", "3", 1, None),
        ("item", "two", "4", 1, None),
        ("item", "deep", "", 2, None),
        ("paragraph", "more", "", 0, None),
        ("item", "done", "", 1, True),
        ("item", "open", "", 1, False),
    ]


def test_label_lines_of_one_paragraph_become_pairs_with_their_own_lines() -> None:
    text = "**To:** Ana\n**From:** Ben  \nDate: 4 May\n\nOwner: Ana"
    assert told(text) == [
        ("pair", "To: Ana", 1),
        ("pair", "From: Ben", 2),
        ("pair", "Date: 4 May", 3),
        ("pair", "Owner: Ana", 5),
    ]


def test_bold_lines_head_what_follows_and_run_in_heads_are_parted() -> None:
    found = blocks("# Plan\n\n**Scope**\n\nText.\n\n**Cause.** It was late.\n")
    assert [(b.kind, b.level, b.text, b.strong) for b in found] == [
        ("heading", 1, "Plan", False),
        ("heading", 2, "Scope", True),
        ("paragraph", 0, "Text.", False),
        ("heading", 3, "Cause.", True),
        ("paragraph", 0, "It was late.", False),
    ]


def test_nested_strong_text_counts_once() -> None:
    assert blocks("**a __b__ c**\n\ntext")[0].kind == "heading"


def test_a_table_has_its_header_and_exact_places() -> None:
    (table,) = tables("Text\n\n| Owner | Due |\n|---|:-:|\n| **Ana** | 4 May |\n| Ana | |\n")
    assert table.header == 1
    assert table.location.line == 3
    assert [[cell.text for cell in row] for row in table.rows] == [["Owner", "Due"], ["Ana", "4 May"], ["Ana", ""]]
    place = table.rows[1][1].location
    assert (place.line, place.cell, place.start, place.end) == (5, "table 1 row 2 column 2", 12, 17)
    assert [cell.strong for cell in table.rows[1]] == [True, False]


@pytest.mark.parametrize(
    ("text", "header", "rows"),
    [
        ("| | |\n|---|---|\n| Owner | Ana |\n| Due | 4 May |", 0, 2),
        ("| Owner: | Ana |\n|---|---|\n| Due: | 4 May |", 0, 2),
        ("| Letters sent | 1,480 |\n|---|---|\n| Sent twice | 400 |", 0, 2),
        ("| | |\n|---|---|", 0, 0),
        ("| Metric | 2024 |\n|---|---|\n| Orders | 12 |", 1, 2),
    ],
)
def test_tables_of_labels_and_values_have_no_header(text: str, header: int, rows: int) -> None:
    found = tables(text)
    assert [(table.header, len(table.rows)) for table in found] == ([(header, rows)] if rows else [])


def test_html_shows_its_text_and_tables_and_hides_its_comments() -> None:
    text = (
        "<table>\n<tr><th>Owner</th><th>Due</th></tr>\n<tr><td>Ana<br>Ben</td><td> 4 May</td></tr>\n</table>\n\n"
        "<details>\n<summary>More &amp; more</summary>\n<p>Inside\n<b>bold</b></p>\n<style>p {}</style>\n</details>\n\n"
        "<!-- say who -->\n\n<!-- -->\n"
    )
    found = read(text)
    (table,) = [item for item in found.items if isinstance(item, Table)]
    assert table.header == 1
    assert [[cell.text for cell in row] for row in table.rows] == [["Owner", "Due"], ["Ana\nBen", "4 May"]]
    assert [cell.location.line for cell in table.rows[1]] == [3, 3]
    assert told(text) == [("paragraph", "More & more", 7), ("paragraph", "Inside bold", 8)]
    assert [(block.text, block.location.line) for block in found.hidden] == [("say who", 13)]


def test_an_html_table_without_header_cells_is_judged_by_its_looks() -> None:
    assert (
        tables("<table><tr><td>Owner:</td><td>Ana</td></tr><tr><td>Due:</td><td>May</td></tr></table>")[0].header == 0
    )


def test_front_matter_gives_properties_and_no_blocks() -> None:
    found = read('---\ntitle: "The plan"\nowner: Ana\ntags:\n  - x\n# note\n---\n\nText\n')
    assert found.properties == {"title": "The plan", "owner": "Ana", "tags": "x"}
    assert [(item.location.line) for item in found.items] == [9]


@pytest.mark.parametrize("text", ["---\nJust a line\n---\n", "---\na: b\n", "---\n\n---\nText", "Text\n"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert read(text).properties == {}
    assert read(text).items


def test_plain_text_with_line_ends_of_any_kind_and_a_byte_order_mark_is_read() -> None:
    found = read_markdown("\ufeffOwner: Ana\r\n\r\nText\rmore".encode(), "draft.txt")
    assert [(item.location.line) for item in found.items] == [1, 3]


@pytest.mark.parametrize(
    "data", ["Übergabe plän".encode("utf-16-le"), "Передача дел".encode("cp1251"), b"a\0b", b"\xff\xfea"]
)
def test_other_encodings_are_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_markdown(data, "draft.md")
    assert str(caught.value) == "draft.md: not UTF-8 text; save it as UTF-8, or as .docx"


def test_a_text_that_nobody_wrote_is_refused() -> None:
    with pytest.raises(UnreadableError, match="allowed: 2 MB; hand in the draft alone"):
        read_markdown(b"x" * (USUAL.text + 1), "draft.md")
    with pytest.raises(UnreadableError) as caught:
        read_markdown(b"a\n" * (USUAL.lines + 1), "draft.md")
    assert str(caught.value) == "draft.md: found 100,001 lines of text; allowed: 100,000; hand in the draft alone"


@pytest.mark.parametrize(
    "text", ["> " * 5_000, "- " * 5_000, "[" * 20_000, "*a " * 20_000, "`" * 20_000, "|a" * 5_000 + "\n" + "|-" * 5_000]
)
def test_hostile_markup_ends(text: str) -> None:
    assert read(text).format == "md"


@pytest.mark.skipif(not DRAFTS.is_dir(), reason="the labelled drafts are not beside the project")
def test_every_word_of_the_drafts_is_read() -> None:
    import re

    for path in sorted(DRAFTS.glob("*.md")):
        found = read_markdown(path.read_bytes(), path.name)
        texts = [
            item.text if isinstance(item, Block) else " ".join(c.text for row in item.rows for c in row)
            for item in found.items
        ]
        read_words = re.findall(r"[^\W_]{2,}", " ".join(texts))
        assert sorted(read_words) == sorted(re.findall(r"[^\W_]{2,}", path.read_text(encoding="utf-8"))), path.name
