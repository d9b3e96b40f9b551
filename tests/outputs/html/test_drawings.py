from __future__ import annotations

import pytest
from parsed import Page

from showproof.api import make_template
from showproof.outputs.html.drawings import drawings_of
from showproof.outputs.html.page import draft_page
from showproof.picture import Picture

SVG = (
    '<svg class="picture"><pattern id="striped"/><rect fill="url(#striped)"/><text>id=&#34;x&#34; url(#y)</text></svg>'
)


@pytest.fixture(scope="module")
def account(catalog, scorer, tmp_path_factory):
    path = tmp_path_factory.mktemp("drafts") / "sop.docx"
    path.write_bytes(make_template(catalog, "sop", format_name="docx", example="strong"))
    return scorer.account(path)


@pytest.fixture(scope="module")
def page(account):
    return Page(draft_page(account))


def test_every_picture_stands_there_with_its_words_and_its_data(account, page):
    figures = page.root.xpath("//section[@id='pictures']/figure")
    assert len(figures) == len(account.pictures) > 3
    for figure, one in zip(figures, account.pictures, strict=True):
        (drawing,) = figure.xpath("./svg[@role='img']")
        assert drawing.findtext("title") == one.title
        assert one.said in figure.xpath(".//details/p")[0].text_content()
        assert [cell.text_content() for cell in figure.xpath(".//thead//th")] == list(one.header)
        rows = [[cell.text_content() for cell in row.xpath("./td")] for row in figure.xpath(".//tbody/tr")]
        assert rows == [list(row) for row in one.rows]
    assert page.root.xpath("//nav//a[@href='#pictures']")


def test_names_in_two_drawings_are_not_the_same_and_words_stay_as_they_are():
    pictures = [Picture("bands", "Bands", "said", SVG, 1, 1, (), ())] * 2
    assert [str(drawing) for _, drawing in drawings_of(pictures)] == [
        f'<svg><pattern id="picture-{number}-striped"/><rect fill="url(#picture-{number}-striped)"/>'
        "<text>id=&#34;x&#34; url(#y)</text></svg>"
        for number in (1, 2)
    ]


def test_a_draft_of_which_nothing_can_be_drawn_has_no_such_section(account):
    assert not Page(draft_page(account._replace(pictures=()))).root.xpath("//*[@id='pictures' or @href='#pictures']")


def test_no_word_of_a_draft_becomes_markup(scorer, tmp_path):
    path = tmp_path / "plan.md"
    hostile = '</text></svg><script>alert(1)</script>" onload="x'
    path.write_text(
        f"# Ship plan\n\n## Milestones\n\n| Milestone | Date | Owner |\n|---|---|---|\n"
        f"| {hostile} | 2026-03-04 | Ana |\n| Go live | 2026-04-04 | {hostile} |\n",
        encoding="utf-8",
    )
    from showproof.api import Said

    page = Page(draft_page(scorer.account(path, Said(artifact="ship-plan"))))
    assert page.root.xpath("//section[@id='pictures']//svg")
    assert page.dangers() == []
