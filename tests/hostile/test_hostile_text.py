"""Texts that deceive the eye or stall a parser: judged as they are read, quoted as they stand, shown by their signs."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_files import cell, docx, p, read, refused, texts, xlsx

from showproof.api import Scorer, open_catalog
from showproof.formats.limits import USUAL
from showproof.model import Block, Location, Outline, Quote, Scorecard
from showproof.outputs.terminal import card_text, plain
from showproof.reading.plainly import read_plainly
from showproof.receipts import as_written
from showproof.values.as_read import as_read, places_as_read

TRUE = "Ana Lopez approves each vendor invoice within 24 hours; 95% of 1,200 invoices passed in March 2026."
WIDE = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in TRUE)
HIDDEN = "\u200b".join(TRUE)
TURNED = f"\u202e{TRUE}\u202c"
LIGHT = TRUE.replace("1,200", "\u0661,\u0662\u0660\u0660")
MATHS = "".join(chr(0x1D400 + ord(sign) - 65) if "A" <= sign <= "Z" else sign for sign in TRUE)
DISGUISED = {"full width": WIDE, "zero width": HIDDEN, "turned": TURNED, "Arabic figures": LIGHT, "mathematical": MATHS}


@pytest.mark.parametrize("text", DISGUISED.values(), ids=DISGUISED)
def test_a_text_in_disguise_is_read_as_what_it_says(text: str) -> None:
    assert as_read(text) == TRUE
    places = places_as_read(text)
    assert len(places) == len(TRUE) + 1
    assert all(as_read(text[places[at] : places[at] + 1]) == TRUE[at] for at in range(len(TRUE)))


@pytest.mark.parametrize("text", ["", "plain", "naïve café – “so” … ½ ² № ™ £5 €", "会议纪要", "שלום", "x²"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert as_read(text) == text
    assert places_as_read(text) == list(range(len(text) + 1))


def test_accents_of_their_own_join_their_letter() -> None:
    assert as_read("cafe\u0301 \ufb01le") == "café file"
    assert places_as_read("e\u0301x") == [0, 2, 3]


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer(open_catalog())


def written(folder: Path, name: str, *lines: str) -> Path:
    """A draft of the lines, in the format of its name."""
    path = folder / name
    if name.endswith(".md"):
        path.write_text("\n\n".join(lines), encoding="utf-8")
    elif name.endswith(".docx"):
        path.write_bytes(docx("".join(map(p, lines))))
    else:
        rows = "".join(f'<row r="{n}">{cell(f"A{n}", one)}</row>' for n, one in enumerate(lines, start=1))
        path.write_bytes(xlsx(f"<sheetData>{rows}</sheetData>"))
    return path


def quotes(card: Scorecard) -> list[Quote]:
    found = [one for rated in (*card.criteria, *card.skills) for finding in rated.findings for one in finding.evidence]
    return [*found, *(one for flag in card.flags for one in flag.evidence), *card.unplaced]


def standing(outline: Outline, quote: Quote) -> set[str]:
    """What stands at a quote's place, for every text of the outline that is there."""
    items = [item for item in outline.items if isinstance(item, Block)]
    cells = [cell for item in outline.items if not isinstance(item, Block) for row in item.rows for cell in row]
    where = quote.location
    found = set()
    for one in (*items, *cells):
        place = one.location
        if (place.part, place.paragraph, place.cell, place.line) == (
            where.part,
            where.paragraph,
            where.cell,
            where.line,
        ):
            found.add(one.text[where.start - place.start : where.end - place.start] if where.end else one.text)
    return found


@pytest.mark.parametrize("name", ["draft.docx", "draft.xlsx", "draft.md"])
@pytest.mark.parametrize("text", DISGUISED.values(), ids=DISGUISED)
def test_a_text_in_disguise_is_judged_like_the_plain_one_and_quoted_as_it_stands(
    scorer: Scorer, tmp_path: Path, name: str, text: str
) -> None:
    plainly = scorer.score(written(tmp_path, f"plain-{name}", "# Plan", "Steps", TRUE))
    path = written(tmp_path, name, "# Plan", "Steps", text)
    card = scorer.score(path)
    assert [one.level for one in (*card.criteria, *card.skills)] == [
        one.level for one in (*plainly.criteria, *plainly.skills)
    ]
    assert [as_read(one.quote) for one in quotes(card)] == [one.quote for one in quotes(plainly)]
    outline = read(path.read_bytes(), name)
    odd = [one for one in quotes(card) if as_read(one.quote) != one.quote]
    assert odd
    assert all(one.quote in "\n".join(standing(outline, one)) for one in odd)


def test_quotes_go_back_to_their_own_signs_and_places() -> None:
    outline = read(docx(p("Plan") + p(f"First {WIDE}")))
    plain_outline = read_plainly(outline)
    assert texts(plain_outline)[1] == f"First {TRUE}"
    start = len("First ")
    place = plain_outline.items[1].location.within(start, start + len(TRUE))
    other = Quote("other", Location("body", 1, start=0, end=5))
    empty = Scorecard("", "", None, None, "", "", 0, 0.0, "", (), (), (), (), (Quote(TRUE, place), other))  # type: ignore[arg-type]
    back = as_written(empty, outline).unplaced
    assert back == (Quote(WIDE, Location("body", 2, start=start, end=start + len(WIDE))), other)
    assert read_plainly(plain_outline) is plain_outline


def test_signs_that_deceive_are_said_with_their_place() -> None:
    mixed = "the p\u0430yment team"
    found = read(docx(p("Plan") + p(TURNED) + p(HIDDEN) + p(mixed) + p(f"{mixed} again")))
    assert found.notices == (
        "signs that turn the direction of text were read past: ¶2, character 1",
        "signs that nobody sees were read past: ¶3, character 2",
        "letters of two alphabets are mixed in a word: ¶4, characters 5–6 and 1 more",
    )


@pytest.mark.parametrize(
    "text", ["Δt of 5 µs", "β-test", "Ωmega", "soft\u00adhyphen", "מספר\u200f 5", "👩\u200d💻", "Приказ No 5"]
)
def test_signs_that_a_writing_needs_are_not_reported(text: str) -> None:
    assert read(docx(p(text))).notices == ()


def test_what_deceives_is_shown_by_its_number_in_the_terminal(scorer: Scorer, tmp_path: Path) -> None:
    assert plain("a\u202eb\u200bc\u2066\ufeff\x1b[31m\x9b\x07\r\n") == "a<U+202E>b<U+200B>c<U+2066><U+FEFF> [31m    "
    card = scorer.score(written(tmp_path, "draft\u202excod.md", "# Plan", "Steps", TURNED, f"\x1b]0;own\x07{TRUE}"))
    shown = card_text(card, 50)
    assert not any(sign in shown for sign in ("\u202e", "\u202c", "\x07", "\x1b]"))
    assert "draft<U+202E>xcod.md" in shown


MARKED = {
    "script": "<script>alert(1)</script>",
    "handler": '<img src=x onerror="alert(1)">',
    "style": "<style>p{display:none}</style>",
    "frame": '<iframe src="http://127.0.0.1:9/"></iframe>',
    "picture": "![logo](http://127.0.0.1:9/x.png)",
    "entity": "&lt;script&gt;",
    "comment": "<!-- Ana approves within 24 hours -->",
}


@pytest.mark.parametrize("source", MARKED.values(), ids=MARKED)
def test_markup_in_a_text_draft_is_never_more_than_words(source: str) -> None:
    found = read(f"# Plan\n\n{source}\n\nAfter\n".encode(), "draft.md")
    assert (texts(found)[0], texts(found)[-1]) == ("Plan", "After")
    said = " ".join(texts(found))
    assert "alert(1)" not in said
    assert "Ana" not in said
    assert "127.0.0.1" not in said


def test_a_link_that_would_run_something_stays_words() -> None:
    source = "[press](javascript:alert(1))"
    assert texts(read(source.encode(), "draft.md")) == [source]
    assert texts(read(b"[press](https://127.0.0.1:9/)", "draft.md")) == ["press"]


def test_markup_in_a_document_is_words_too(scorer: Scorer, tmp_path: Path) -> None:
    source = "<script>alert(1)</script>"
    escaped = source.replace("<", "&lt;").replace(">", "&gt;")
    assert texts(read(docx(p(escaped)))) == [source]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a\0b", "not UTF-8 text; save it as UTF-8, or as .docx"),
        (b"caf\xc3", "not UTF-8 text; save it as UTF-8, or as .docx"),
        (b"\xed\xa0\x80", "not UTF-8 text; save it as UTF-8, or as .docx"),
        (b"x" * (2 * 1024 * 1024 + 1), "found 2 MB of text; allowed: 2 MB; hand in the draft alone"),
    ],
)
def test_text_that_is_none_is_refused(data: bytes, said: str) -> None:
    assert refused(data, "draft.md") == said


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_one(ends: str) -> None:
    found = read(ends.join(["# Plan", "", "One", "", "Two"]).encode(), "draft.md")
    assert [(item.text, item.location.line) for item in found.items if isinstance(item, Block)] == [
        ("Plan", 1), ("One", 3), ("Two", 5),
    ]  # fmt: skip


def test_a_text_of_more_characters_than_allowed_is_refused_whatever_its_format() -> None:
    small = replace(USUAL, characters=100)
    said = "found 120 characters of text; allowed: 100; hand in the draft alone"
    assert refused(docx(p("x" * 60) * 2), limits=small) == said
    assert refused(b"\n\n".join([b"x" * 60] * 2), "draft.md", small) == said


def test_a_text_of_more_paragraphs_than_allowed_is_refused_whatever_its_format() -> None:
    small = replace(USUAL, blocks=2)
    said = "found 3 paragraphs; allowed: 2; hand in the draft alone"
    assert refused(docx(p("One") * 3), limits=small) == said
    assert refused(b"One\n\nTwo\n\nThree", "draft.md", small) == said
    assert texts(read(docx(p("One") * 2), limits=small)) == ["One", "One"]


STALLING = {
    "quotes": ">" * 60_000 + " x",
    "brackets": "[" * 60_000,
    "links": "[a](" * 20_000,
    "pictures": "![" * 30_000 + "]()" * 100,
    "stars": "*a " * 30_000,
    "star runs": "a**b" * 20_000,
    "underscores": "_a_ " * 20_000 + "__" * 5_000,
    "ticks": "".join("`" * n + "a" for n in range(1, 400)),
    "angles": "<" * 60_000,
    "tags": "<a " * 30_000,
    "comments": "<!--" * 20_000,
    "instructions": "<?" * 20_000,
    "sections": "<![CDATA[" * 10_000,
    "entities": "&" * 60_000,
    "definitions": "[a]: b\n" * 10_000,
    "lists": "".join("  " * (n % 60) + "- a\n" for n in range(4_000)),
    "deep lists": "- " * 5_000 + "a",
    "tables": "|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|b\n" * 2_000,
    "pipes": "|" * 60_000,
    "setext": "a\n=\n" * 10_000,
    "fences": "```\n" * 9_999,
    "rows of cells": "<table>" + "<tr><td>a" * 10_000,
    "divs": "<div>" * 20_000,
    "one line": "word " * 200_000,
    "no space": "a" * 500_000,
    "figures": "9" * 100_000,
    "dates": "1/2/3/" * 20_000,
    "percent": "5 % of " * 20_000,
    "names": "Ana Lopez " * 20_000,
    "ends": ". " * 50_000,
    "colons": "a: b\n" * 20_000,
    "accents": "e" + "\u0301" * 50_000,
    "nothing": "\u200b" * 100_000,
    "tabs": "\t" * 100_000 + "x",
    "front matter": "---\n" + "a: b\n" * 20_000,
}


@pytest.mark.parametrize("source", STALLING.values(), ids=STALLING)
def test_a_text_made_to_stall_is_read_and_judged_in_time(scorer: Scorer, tmp_path: Path, source: str) -> None:
    path = tmp_path / "draft.md"
    path.write_text(f"# Plan\n\n{source}\n", encoding="utf-8")
    started = time.process_time()
    scorer.score(path)
    assert time.process_time() - started < 8
