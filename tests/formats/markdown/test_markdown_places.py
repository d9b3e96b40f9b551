"""Where the texts of a Markdown file stand: lines and columns of the source, over markup and line ends."""

from __future__ import annotations

import pytest

from showproof.formats.markdown.read import read_markdown
from showproof.model import Block, Table
from showproof.receipts import written_at


def stands(text: str) -> list[tuple[str, str]]:
    """Every text of a file with the source at its place."""
    outline = read_markdown(text.encode(), "draft.md")
    found: list[tuple[str, str]] = []
    for item in outline.items:
        cells = [cell for row in item.rows for cell in row] if isinstance(item, Table) else [item]
        found += [(each.text, written_at(each.location, outline.source)) for each in cells]
    return found


@pytest.mark.parametrize(
    ("text", "shown", "source"),
    [
        ("It fell from **52 hours** to 31.", "It fell from 52 hours to 31.", "It fell from **52 hours** to 31."),
        ("**Ana**", "Ana", "Ana"),
        ("One\n  two", "One two", "One\n  two"),
        ("> One\n> two", "One two", "One\n> two"),
        ("- One\nlazy", "One lazy", "One\nlazy"),
        ("See [the *run* book](https://x.y/(a) \"t\") now", "See the run book now", None),
        ("See [book][1] now\n\n[1]: https://x.y", "See book now", "See [book][1] now"),
        ("a &amp; b \\* c", "a & b * c", "a &amp; b \\* c"),
        ("&euro;5", "€5", "&euro;5"),
        ("`` a`b `` c", "a`b c", "a`b `` c"),
        ("`a\nb`", "a b", "a\nb"),
        ("One<br>two", "One two", "One<br>two"),
        ("## Head ##", "Head", "Head"),
        ("Head\n====", "Head", "Head"),
        ("3. **Do** it", "Do it", "Do** it"),
        ("<https://x.y>", "https://x.y", "https://x.y"),
        ("![alt *x*](y.png) z", "alt x z", None),
        ("~~old~~ new", "old new", "old~~ new"),
        ("Term\n: what it means", "Term: what it means", "Term\n: what it means"),
        ("<p>One &amp;\n<b>two</b></p>", "One & two", "One &amp;\n<b>two"),
        ("\tcode\n\tmore", "code\nmore", "code\n\tmore"),
    ],
)  # fmt: skip
def test_a_text_has_the_source_that_shows_it(text: str, shown: str, source: str | None) -> None:
    ((found, written),) = stands(text)
    assert found == shown
    if source is not None:
        assert written == source


def test_cells_have_their_columns_also_behind_escaped_pipes_and_in_quotes() -> None:
    assert stands("> | A | B |\n> |--|--|\n> | a \\| **b** | b |\n> c | d")[2:] == [
        ("a | b", "a \\| **b"), ("b", "b"), ("c", "c"), ("d", "d")
    ]  # fmt: skip
    assert stands("a | a\n--|--\na | a") == [("a", "a")] * 4


def test_a_sentence_of_a_wrapped_paragraph_has_its_own_lines() -> None:
    outline = read_markdown(b"One is\nhere. Two is\n*there*.", "draft.md")
    (block,) = (item for item in outline.items if isinstance(item, Block))
    second = block.location.within(13, 26)
    assert (second.line, second.start, second.end_line, second.end) == (2, 6, 3, 8)
    assert (block.text[13:26], written_at(second, outline.source)) == ("Two is there.", "Two is\n*there*.")
    assert (block.location.where(), second.where()) == ("lines 1–3", "lines 2–3")


def test_a_byte_order_mark_is_no_character_and_any_line_end_counts() -> None:
    outline = read_markdown("\ufeffOwner: Ana\r\n\r\nText\rmore".encode(), "draft.txt")
    places = [item.location for item in outline.items]
    assert [(place.line, place.start, place.end_line, place.end) for place in places] == [(1, 0, 0, 10), (3, 0, 4, 4)]
