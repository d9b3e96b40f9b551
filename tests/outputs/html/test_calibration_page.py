from __future__ import annotations

import re

import pytest
from browser import SCHEMES, axe, chromium, violations

from showproof.calibration.bars import usual_bars
from showproof.calibration.gate import hold
from showproof.calibration.measuring.measure import measure
from showproof.calibration.ratings import Rater
from showproof.outputs.html.calibration import calibration_page, darkness
from small_studies import MIXED, QUICK, study

HOSTILE = '<script>alert("x")</script>'
RATERS = (Rater("Ana"), Rater(HOSTILE), Rater("Cleo"), Rater("showproof", "scorer"))


@pytest.fixture(scope="module")
def told():
    days = [f"2026-03-{number % 28 + 1:02}" for number in range(len(MIXED))]
    tables = {"overall": MIXED, "scope": MIXED[::-1], "clarity": MIXED, "skill:execution": MIXED[:8]}
    return measure(study(tables, RATERS, days, note=f"{HOSTILE} ‮"), {"scope": HOSTILE}, QUICK)


@pytest.fixture(scope="module")
def page(told):
    return calibration_page(told, hold(told, usual_bars("2026-11-22T09:00Z", ["overall", "scope", "tradeoffs"])))


def test_nothing_that_people_wrote_becomes_markup(page):
    assert "<script" not in page
    assert page.count("&lt;script&gt;") > 10
    assert "‮" not in page
    assert "<U+202E>".replace("<", "&lt;").replace(">", "&gt;") in page


def test_the_page_fetches_nothing(page):
    assert "default-src 'none'" in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)


def test_every_picture_is_named_and_said_and_no_id_comes_twice(page):
    pictures = re.findall(r"<svg[^>]*aria-labelledby=\"(\S+) (\S+)\"", page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(pictures) == 4
    assert {one for pair in pictures for one in pair} <= set(ids)
    assert len(ids) == len(set(ids))


def test_every_figure_of_a_picture_stands_in_a_table_too(told, page):
    alpha = told.scales[0].agreement["alpha_ordinal"]
    shown = f"{alpha.figure:.2f} ({alpha.interval.low:.2f} to {alpha.interval.high:.2f})"
    assert f"<td>{shown}</td>" in page
    severity = told.model.raters.elements[0].measure
    assert f'<td class="number">{severity:+.2f}</td>' in page


def test_every_table_says_which_rater_is_which(page):
    tables = re.findall(r"<table.*?</table>", page, re.DOTALL)
    named = [table for table in tables if "showproof" in table]
    assert named
    assert all("(scorer)" in table for table in named)


def test_links_of_the_page_lead_somewhere(page):
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_a_study_that_tells_nothing_has_a_page_too():
    alone = measure(study({"overall": ["1", "2"]}, (Rater("Ana"),)), settings=QUICK)
    page = calibration_page(alone)
    assert "Nobody can tell: there is one rater only" in page
    assert "not computable: no draft has two ratings" in page


def test_the_same_study_gives_the_same_page(told):
    assert calibration_page(told) == calibration_page(told)


def test_more_drafts_are_darker():
    assert [darkness(count, 40) for count in (0, 1, 4, 8, 12, 40)] == [0, 1, 1, 2, 3, 4]


@pytest.mark.browser
@pytest.mark.parametrize("look", SCHEMES)
def test_the_page_has_no_violation(look, page, root, tmp_path):
    script = axe(root)
    if not chromium() or script is None:
        pytest.skip("no Chromium or no axe-core: `npm install --no-save axe-core`")
    assert violations(page, look, script, tmp_path) == []
