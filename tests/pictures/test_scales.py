from __future__ import annotations

import pytest

from showproof.pictures.scales import as_long, scale_of


@pytest.mark.parametrize(
    ("texts", "names", "places"),
    [
        (["4", "2", "1"], ("1", "2", "3", "4"), [3, 1, 0]),
        (["4 (likely)", "Level 2", ""], ("1", "2", "3", "4"), [3, 1, None]),
        (["High", "low", "M"], ("low", "medium", "high"), [2, 0, 1]),
        (["Likely", "Rare", "often"], ("rare", "unlikely", "possible", "likely", "almost certain"), [3, 0, None]),
        (["Catastrophic", "Minor"], ("negligible", "minor", "medium", "major", "critical"), [4, 1]),
        (["3", "40%", "2.5"], ("1", "2", "3"), [2, None, None]),
        (["0", "2"], ("0", "1", "2", "3"), [0, 2]),
    ],
)
def test_levels_are_read_as_figures_or_as_words_of_one_ladder(texts, names, places):
    scale = scale_of(texts)
    assert scale is not None
    assert scale.names == names
    assert [scale.at(text) for text in texts] == places


@pytest.mark.parametrize("texts", [[], ["", "unknown"], ["40%", "60%"], ["200", "350"], ["low", "rare"]])
def test_what_is_no_scale_is_none(texts):
    assert scale_of(texts) is None


def test_the_draft_s_own_scale_says_how_far_it_goes():
    scale = scale_of(["2", "7"], ["1", "2", "3", "4", "5"])
    assert scale is not None
    assert (scale.names, scale.at("7")) == (("1", "2", "3", "4", "5"), None)


def test_scales_of_figures_are_as_long_as_each_other():
    likelihood, impact = scale_of(["2", "4", "3"]), scale_of(["5", "2"])
    assert as_long(likelihood, impact).names == ("1", "2", "3", "4", "5")
    assert as_long(impact, likelihood) == impact
    words = scale_of(["low", "high"])
    assert as_long(words, impact) == words
    assert as_long(likelihood, scale_of(["0", "5"])) == likelihood
