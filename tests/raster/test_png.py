from __future__ import annotations

import sys

import pytest

from pictured import png_size
from showproof.errors import UserError
from showproof.raster import png
from showproof.raster.faces import FILES
from showproof.raster.letters import covered, lacking
from showproof.raster.png import png_of


def text(words: str, family: str = "Arial", more: str = "") -> bytes:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20" {more} font-family="{family}">'
    return png_of(f"{svg}{words}</text></svg>", 90, 30)


@pytest.mark.parametrize("family", ["DejaVu Serif", "Liberation Mono", "monospace", "fantasy", "serif", "No Such"])
def test_whatever_font_is_asked_for_and_whatever_fonts_there_are_the_letters_are_ours(family):
    assert text("Review", family) == text("Review")


def test_a_drawing_has_more_pixels_than_it_is_large_and_a_huge_one_fewer(monkeypatch):
    assert png_size(text("Review")) == (135, 45)
    monkeypatch.setattr(png, "MOST", 90 * 30)
    png_of.cache_clear()
    assert png_size(text("Review")) == (90, 30)


def test_bold_letters_are_bold():
    assert text("Review", more='font-weight="bold"') != text("Review")


@pytest.mark.parametrize("sign", ["A", "ß", "ő", "Ж", "Ω", "€", "→", "≥", "…", "“"])
def test_a_sign_that_is_there_is_drawn_in_both_weights(sign):
    assert lacking(f"<text>{sign}</text>") == ""
    for weight in ("normal", "bold"):
        look = f'font-weight="{weight}"'
        assert text(sign, more=look) != text("漢", more=look)


def test_a_sign_that_is_not_there_is_a_box_and_is_named():
    assert text("漢") == text("字")
    assert (
        lacking("<svg><title>語</title><text x='1'>A &amp; 漢 <tspan>字</tspan></text><text>&#x6f22;</text></svg>")
        == "字漢"
    )


def test_both_weights_have_the_same_signs():
    assert covered() == covered(FILES[1])
    assert len(covered()) > 900


def test_without_the_library_one_line_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    png_of.cache_clear()
    with pytest.raises(UserError) as error:
        text("Review")
    assert str(error.value) == (
        'pictures cannot be drawn: resvg-py is not installed; pip install "showproof[pictures]"'
    )
