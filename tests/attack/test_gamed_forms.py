"""Our own forms handed in without an answer in them: blank, prefilled, with their guidance, with words out of sight.

Every type meets each attack once: the format, and the way of hiding, change from type to type.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import cycle

import pytest
from attacks import VOICES, guidance, terms
from docx import Document
from docx.shared import Pt, RGBColor
from openpyxl import load_workbook
from openpyxl.styles import Font

from example_drafts import TYPES, as_form, filled, format_in_turn, judged_for, read
from showproof.api import Scorer, make_template, usual_context
from showproof.catalog.store import Catalog
from showproof.model import Scorecard

FORMS = [(artifact, format_in_turn(artifact, at)) for at, artifact in enumerate(TYPES)]
"""Each type with one of its formats, in turn."""


@pytest.fixture
def cards_of(catalog: Catalog, scorer: Scorer) -> Callable[[str, str, bytes], dict[str, Scorecard]]:
    """The scorecards of a file for each role that its type serves."""

    def cards(artifact: str, form: str, data: bytes) -> dict[str, Scorecard]:
        roles = catalog.artifact(artifact).proves
        return judged_for(scorer, read(scorer, data, form=form), roles)

    return cards


@pytest.mark.parametrize(("artifact", "form"), FORMS)
def test_a_blank_form_is_no_artifact(artifact: str, form: str, catalog: Catalog, cards_of) -> None:
    for card in cards_of(artifact, form, make_template(catalog, artifact, format_name=form)).values():
        assert card.level == 0
        assert {one.level for one in (*card.criteria, *card.skills)} == {0}


@pytest.mark.parametrize(("artifact", "form"), FORMS)
def test_a_form_that_holds_what_the_context_put_there_is_no_artifact(
    artifact: str, form: str, catalog: Catalog, cards_of
) -> None:
    context = usual_context(catalog, artifact, catalog.artifact(artifact).usual_role)
    for card in cards_of(artifact, form, make_template(catalog, artifact, format_name=form, context=context)).values():
        assert card.level == 0
        assert {one.level for one in (*card.criteria, *card.skills)} == {0}


@pytest.mark.parametrize(("artifact", "form"), FORMS)
def test_a_form_with_its_own_guidance_as_answers_is_rejected(
    artifact: str, form: str, catalog: Catalog, cards_of
) -> None:
    kind = catalog.artifact(artifact)
    data = as_form(catalog, guidance(catalog, kind, kind.usual_role), form)
    assert {card.level for card in cards_of(artifact, form, data).values()} <= {0, 1}


# Words that nobody sees

Hide = Callable[[bytes, str], bytes]


def in_a_run(**looks: object) -> Hide:
    """Writes a text into a run at the end of a Word file that looks so."""

    def hide(data: bytes, text: str) -> bytes:
        document = Document(io.BytesIO(data))
        font = document.add_paragraph().add_run(text).font
        for name, value in looks.items():
            setattr(font, name, value) if name != "rgb" else setattr(font.color, "rgb", value)
        saved = io.BytesIO()
        document.save(saved)
        return saved.getvalue()

    return hide


def in_a_sheet(state: str, color: str = "00000000") -> Hide:
    """Writes a text into a cell of a sheet of its own."""

    def hide(data: bytes, text: str) -> bytes:
        book = load_workbook(io.BytesIO(data))
        sheet = book.create_sheet("Notes")
        sheet["A1"] = text
        sheet["A1"].font = Font(color=color)
        sheet.sheet_state = state
        saved = io.BytesIO()
        book.save(saved)
        return saved.getvalue()

    return hide


HIDDEN: dict[str, tuple[str, Hide]] = {
    "hidden run": ("docx", in_a_run(hidden=True)),
    "white run": ("docx", in_a_run(rgb=RGBColor(255, 255, 255))),
    "tiny run": ("docx", in_a_run(size=Pt(1))),
    "hidden sheet": ("xlsx", in_a_sheet("hidden")),
    "white cell": ("xlsx", in_a_sheet("visible", "FFFFFFFF")),
}


def ways_in_turn() -> list[tuple[str, str]]:
    """Each type with one way of hiding that its format in turn allows."""
    ways = {form: cycle(way for way, (fits, _) in HIDDEN.items() if fits == form) for form in ("docx", "xlsx")}
    return [(artifact, next(ways[form])) for artifact, form in FORMS]


@pytest.mark.parametrize(("artifact", "way"), ways_in_turn())
def test_terms_out_of_sight_are_shown_and_gain_nothing(artifact: str, way: str, catalog: Catalog, cards_of) -> None:
    form, hide = HIDDEN[way]
    kind = catalog.artifact(artifact)
    said = cycle(VOICES["checklist"])
    open_form = as_form(catalog, filled(kind, kind.usual_role, lambda asked: next(said), rows=2), form)
    before = cards_of(artifact, form, open_form)
    after = cards_of(artifact, form, hide(open_form, ", ".join(terms(catalog, kind.usual_role)[:60])))
    for role, card in after.items():
        assert "stuffed" in {flag.id for flag in card.flags}
        assert card.level <= 1
        assert [one.level for one in card.criteria] == [one.level for one in before[role].criteria]
