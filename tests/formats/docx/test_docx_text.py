"""Whatever people write comes out again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_forms import ASKED, W, a_form, answered, part, places, question, section, table, words

from showproof.formats.docx.text import attribute, clean, run

ANY_TEXT = st.text(st.characters(categories=None), max_size=60) | st.text(
    "<>&\"'\t\n\r\x00\ud800\ufffe☒🎉שa ", max_size=30
)
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    return ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


@given(ANY_TEXT)
def test_cleaning_drops_what_xml_forbids_and_nothing_else(text: str) -> None:
    assert clean(text) == legal(text)


@settings(deadline=None, max_examples=60)
@given(ANY_TEXT, st.sampled_from([item.id for item in ASKED if item.type != "checkbox"]))
def test_any_answer_is_found_again(text: str, id_: str) -> None:
    place = places(part(answered(a_form(section("facts", ASKED)), "facts", id_, text)))[f"facts.{id_}"]
    wanted = legal(text).strip()
    assert place.text == (wanted or f"Say the {id_}")
    assert place.placeholder is not bool(wanted)


@settings(deadline=None, max_examples=40)
@given(ANY_TEXT)
def test_any_text_anywhere_makes_a_document_that_shows_it(text: str) -> None:
    asked = question("q", label=text, guidance=text, options=(text,))
    choice = question("pick", "choice", label=text, options=(text, "b"), guidance=text)
    shown = table((asked, choice), [(text, text), ("", "")], "records")
    part_ = section("facts", (asked, choice), shown)
    grid = section("grid", shown=table((asked, choice), [(text, text)]))
    form = a_form(part_, grid, title=text, kind_title=text, looked_for=((text, (text,)),), properties=(("a", text),))
    said = words(part(form))
    assert said.count(legal(text).strip()) >= 8
    assert part(form, "docProps/custom.xml")[0][0].text in (legal(text), None)
    assert part(form, "word/header-portrait.xml").tag == f"{W}hdr"


def test_breaks_and_tabs_become_word_s_own() -> None:
    assert run("a\n\n\tb") == (
        '<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:br/><w:tab/><w:t xml:space="preserve">b</w:t></w:r>'
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [('a "b" <c>', '"a &quot;b&quot; &lt;c&gt;"'), ("one\ntwo\tthree\x00", '"one two three"'), ("plain", '"plain"')],
)
def test_an_attribute_is_one_line_with_its_quotes_escaped(text: str, value: str) -> None:
    assert attribute(text) == value
