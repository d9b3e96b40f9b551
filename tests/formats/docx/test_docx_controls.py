"""One answer's place, by the type of its question."""

from __future__ import annotations

import pytest
from sample_forms import ASKED, W14, Place, W, a_form, answered, part, places, question, section

from showproof.formats.docx.controls import CHOOSE, WRITE


def written(id_: str, answer: str = "") -> Place:
    form = answered(a_form(section("facts", ASKED), language="en-GB"), "facts", id_, answer)
    return places(part(form))[f"facts.{id_}"]


@pytest.mark.parametrize("id_", ["text", "paragraph", "person", "number", "money", "percent", "duration"])
def test_free_answers_are_rich_text_because_suites_turn_plain_text_into_fields(id_: str) -> None:
    assert written(id_).kind is None
    assert written(id_, "12").text == "12"


def test_a_choice_lists_its_options_once() -> None:
    asked = question("pick", "choice", options=("High", "Low & slow", "High", " "))
    kind = places(part(a_form(section("facts", (asked,)))))["facts.pick"].kind
    assert kind is not None
    assert [item.get(f"{W}value") for item in kind] == ["High", "Low & slow"]
    assert [item.get(f"{W}displayText") for item in kind] == ["High", "Low & slow"]


def test_an_answer_outside_the_options_is_still_shown() -> None:
    assert written("choice", "Medium").text == "Medium"


def test_a_date_is_iso_in_the_forms_language() -> None:
    kind = written("date").kind
    assert kind is not None
    assert [(item.tag.split("}")[1], item.get(f"{W}val")) for item in kind] == [
        ("dateFormat", "yyyy-MM-dd"),
        ("lid", "en-GB"),
        ("storeMappedDataAs", "dateTime"),
        ("calendar", "gregorian"),
    ]


@pytest.mark.parametrize(
    ("answer", "full"),
    [("2026-03-04", "2026-03-04T00:00:00Z"), ("2026-02-30", None), ("March", None), ("", None)],
)
def test_only_a_real_day_is_the_controls_date(answer: str, full: str | None) -> None:
    kind = written("date", answer).kind
    assert kind is not None
    assert kind.get(f"{W}fullDate") == full


@pytest.mark.parametrize(
    ("answer", "ticked", "text"),
    [("yes", "1", "☒"), ("X", "1", "☒"), ("☑", "1", "☒"), ("", "0", "☐"), ("No", "0", "☐")],
)
def test_a_checkbox_is_ticked_or_not_and_never_a_placeholder(answer: str, ticked: str, text: str) -> None:
    place = written("checkbox", answer)
    assert place.kind is not None
    checked = place.kind.find(f"{W14}checked")
    assert checked is not None
    assert (checked.get(f"{W14}val"), place.text, place.placeholder) == (ticked, text, False)


def test_a_checkbox_has_a_tag_alone_because_a_title_would_spread_over_what_follows() -> None:
    place = written("checkbox")
    assert (place.alias, place.id, place.bookmark) == ("", "", "sp_facts_checkbox")


def test_other_words_in_a_checkbox_are_kept_as_text() -> None:
    place = written("checkbox", "by Friday")
    assert (place.kind, place.text, place.placeholder) == (None, "by Friday", False)


def test_an_empty_answer_shows_the_guidance() -> None:
    place = written("text", " \n\x00")
    assert (place.text, place.placeholder) == ("Say the text", True)


@pytest.mark.parametrize(("kind", "shown"), [("text", WRITE), ("choice", CHOOSE)])
def test_an_empty_answer_without_guidance_shows_a_plain_request(kind: str, shown: str) -> None:
    asked = question("it", kind, guidance="", options=("A", "B") if kind == "choice" else ())
    assert places(part(a_form(section("facts", (asked,)))))["facts.it"].text == shown


def test_a_placeholder_has_its_own_character_style_and_an_answer_has_none() -> None:
    form = answered(a_form(section("facts", ASKED[:2])), "facts", "text", "Mine")
    shown = {item.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): item for item in part(form).iter(f"{W}sdt")}  # type: ignore[union-attr]
    assert shown["facts.text"].find(f".//{W}rStyle") is None
    style = shown["facts.paragraph"].find(f".//{W}rStyle")
    assert style is not None
    assert style.get(f"{W}val") == "PlaceholderText"


def test_a_long_label_is_cut_to_what_word_accepts_as_a_controls_title() -> None:
    asked = question("it", label="long " * 30)
    assert len(places(part(a_form(section("facts", (asked,)))))["facts.it"].alias) <= 64


def test_parts_of_a_control_stand_in_the_schemas_order() -> None:
    order = ["alias", "tag", "id", "showingPlcHdr", "date", "dropDownList", "checkbox"]
    for facts in part(a_form()).iter(f"{W}sdtPr"):
        places_in_order = [order.index(item.tag.split("}")[1]) for item in facts]
        assert places_in_order == sorted(places_in_order)
