"""No page has a violation that axe-core knows of, in light, in dark, and as it prints."""

from __future__ import annotations

import pytest
from browser import SCHEMES, axe, chromium, violations
from test_page import OURS, STRANGER

from showproof.api import Said, make_template
from showproof.auditing.decisions import read_decisions
from showproof.calibration.audit import audit_of
from showproof.calibration.explained import Explanation, Point, Rated
from showproof.calibration.ratings import Rater, Rating, Ratings
from showproof.comparing import compared
from showproof.outputs.html.audit import audit_page
from showproof.outputs.html.cohort import cohort_page
from showproof.outputs.html.compared import compared_page
from showproof.outputs.html.explanation import explanation_page
from showproof.outputs.html.index import Entry, Lost, index_page
from showproof.outputs.html.page import draft_page
from showproof.outputs.html.portfolio import portfolio_page
from showproof.outputs.html.summary import summary_json, summary_of
from showproof.sets import cohort, portfolio

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def script(root):
    if not chromium():
        pytest.skip("no Chromium: install the package chromium")
    found = axe(root)
    if found is None:
        pytest.skip("no axe-core: `npm install --no-save axe-core`, or name axe.min.js in SHOWPROOF_AXE")
    return found


@pytest.fixture(scope="module")
def pages(catalog, scorer, root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "stranger.md").write_text(STRANGER, encoding="utf-8")
    for kind, form, quality in OURS:
        data = make_template(catalog, kind, format_name=form, example=quality)
        (folder / f"{kind}-{quality or 'blank'}.{form}").write_bytes(data)
    accounts = [scorer.account(path) for path in sorted(folder.iterdir())]
    made = {one.card.file.rpartition("/")[2]: draft_page(one, "all.html") for one in accounts}
    entries = [Entry(summary_of(summary_json(one.card)), "a.html") for one in accounts]
    weak, strong = (next(one.card for one in accounts if f"sop-{name}" in one.card.file) for name in ("weak", "strong"))
    made["compared.html"] = compared_page(compared(weak, strong))
    made["all.html"] = index_page(entries, [Lost("a.pdf", "a PDF", "hand in the .docx")], complete=False)
    return made | portfolios(catalog, root) | audits(tmp_path_factory.mktemp("audit"))


def audits(folder):
    """An audit with every reading and an arrow, and what a candidate is told."""
    counts = {("f", "a"): (300, 500), ("f", "b"): (200, 500), ("m", "a"): (3, 4), ("m", "b"): (1, 30)}
    rows = [
        f"{sex}{kind}{number},{'selected' if number < chosen else 'not selected'},{number % 9},{sex},{kind}"
        for (sex, kind), (chosen, persons) in counts.items()
        for number in range(persons)
    ]
    (folder / "d.csv").write_text("\n".join(["candidate,decision,score,sex,kind", *rows]), encoding="utf-8")
    decisions = read_decisions(folder / "d.csv", ["sex", "kind"])
    raters = (Rater("A"), Rater("B"))
    given = [Rating(f"fa{at}", one.name, "overall", at % 4) for at in range(12) for one in raters]
    told = Explanation(
        "C-14", "You were not selected.", ("The reason given: “x”",), (Point("Scope", "level 3", "one", "line 1"),),
        (Point("Clarity", "level 1", "", "at the top", "Say it."),), (Rated("The whole", "1, 2", ("so it is",)),),
        ("Write to x.",), "No legal advice.",
    )  # fmt: skip
    return {
        "audit.html": audit_page(audit_of(decisions, ratings=Ratings(tuple(given), raters))),
        "explanation.html": explanation_page(told, "0" * 16),
    }


def portfolios(catalog, root):
    """A set with a plan, one without and one of many drafts, and a cohort with what has moved."""
    folder = root / "samples" / "operations-manager"
    made = {
        f"{one.name}.html": portfolio_page(portfolio(catalog, one, folder.name, Said(), today="2026-07-30"))
        for one in (folder / "first", folder / "second", root / "samples")
    }
    many = cohort(catalog, folder, folder.name, Said())
    up = many.candidates[0]._replace(moved=dict.fromkeys(many.candidates[0].levels, 1))
    return made | {"cohort.html": cohort_page(many._replace(candidates=(up, *many.candidates[1:]), gone=("zoe",)))}


@pytest.mark.parametrize("look", SCHEMES)
def test_no_page_has_a_violation_and_a_fault_would_be_found(look, script, pages, tmp_path):
    faulty = pages["stranger.md"].replace("<h1>", '<img src="x.png"><h1 style="color: #888; background: #999">')
    found = violations(pages | {"faulty": faulty}, look, script, tmp_path)
    assert {"image-alt", "color-contrast"} <= {one.partition(":")[0] for one in found.pop("faulty")}
    assert found == {name: [] for name in pages}
