"""No page has a violation that axe-core knows of, in light, in dark, and as it prints."""

from __future__ import annotations

import pytest
from browser import SCHEMES, axe, chromium, violations
from test_page import OURS, STRANGER

from showproof.api import make_template
from showproof.comparing import compared
from showproof.outputs.html.compared import compared_page
from showproof.outputs.html.index import Entry, Lost, index_page
from showproof.outputs.html.page import draft_page
from showproof.outputs.html.summary import summary_json, summary_of

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
def pages(catalog, scorer, tmp_path_factory):
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
    return made | {"all.html": index_page(entries, [Lost("a.pdf", "a PDF", "hand in the .docx")], complete=False)}


@pytest.mark.parametrize("look", SCHEMES)
@pytest.mark.parametrize(
    "name",
    ["sop-strong.docx", "dashboard-spec-weak.xlsx", "rca-blank.docx", "stranger.md", "all.html", "compared.html"],
)
def test_a_page_has_no_violation(name, look, script, pages, tmp_path):
    assert violations(pages[name], look, script, tmp_path) == []


def test_a_fault_would_be_found(script, pages, tmp_path):
    faulty = pages["stranger.md"].replace("<h1>", '<img src="x.png"><h1 style="color: #ddd">')
    found = {one.partition(":")[0] for one in violations(faulty, "light", script, tmp_path)}
    assert {"image-alt", "color-contrast"} <= found
