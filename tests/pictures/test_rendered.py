from __future__ import annotations

import shutil

import pytest
from golden import kept
from rendered import misplaced

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
@pytest.mark.parametrize("font", ["Liberation Sans", "DejaVu Sans"])
def test_words_lie_inside_their_picture_and_not_on_each_other(scorer, tmp_path, font):
    pictures = {name: one.svg for name, one in kept(scorer)}
    assert misplaced(pictures, CHROMIUM, tmp_path, font) == []


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
def test_words_that_are_misplaced_are_found(tmp_path):
    text = '<text x="{}" y="20" font-size="12">{}</text>'
    box = '<rect x="40" y="5" width="30" height="20" rx="4"/>'
    svg = f'<svg width="100" height="40">{text.format(42, "too long for it")}{text.format(50, "on it")}{box}</svg>'
    found = misplaced({"bad": svg}, CHROMIUM, tmp_path)
    assert found == [
        "bad: outside: too long for it",
        "bad: over the edge of its box: too long for it",
        "bad: over the edge of its box: on it",
        "bad: on each other: too long for it | on it",
    ]


def test_the_renderer_for_paper_draws_every_picture(scorer):
    resvg = pytest.importorskip("resvg_py")
    for name, one in kept(scorer):
        assert bytes(resvg.svg_to_bytes(svg_string=one.svg))[:4] == b"\x89PNG", name
