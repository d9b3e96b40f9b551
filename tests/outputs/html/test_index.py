from __future__ import annotations

from parsed import Page

from showproof.outputs.html.index import Entry, Lost, index_page
from showproof.outputs.html.summary import Summary, summary_json, summary_of


def entry(name: str, level: int, scope: int, role: str = "ops", score: float = 0.0) -> Entry:
    criteria = (("scope", "Scope and context", scope), ("clarity", "Clarity", 2))
    skills = (("execution", "Execution", level),)
    return Entry(
        Summary(name, level, score or level, "so", "sop", role, criteria, skills, ("blame",)), f"p/{name}.html"
    )


ENTRIES = [entry("a.md", 2, 4), entry("b.md", 4, 1), entry("c.md", 1, 3, "finops")]


def files(page: Page, order: str) -> list[str]:
    return [one.text_content() for one in page.root.xpath(f"//*[@id='{order}']//tbody//th/a")]


def test_a_summary_goes_through_json_unchanged(scorer, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# Log\n\nAna decides on 4 March 2026.\n", encoding="utf-8")
    card = scorer.score(path)
    line = summary_of(summary_json(card))
    assert (line.file, line.level, line.score) == (card.file, card.level, card.score)
    assert line.criteria == tuple((one.id, one.title, one.level) for one in card.criteria)
    assert summary_of(summary_json(card)) == line


def test_drafts_stand_in_the_order_given_and_in_that_of_each_column():
    page = Page(index_page(ENTRIES, [], complete=True))
    assert files(page, "criteria-by-given") == ["a.md", "b.md", "c.md"]
    assert files(page, "criteria-by-overall") == ["c.md", "a.md", "b.md"]
    assert files(page, "criteria-by-scope") == ["b.md", "c.md", "a.md"]
    assert page.root.xpath("//*[@id='criteria-by-scope']//th[@aria-sort='ascending']")[0].text_content() == (
        "Scope and context ▲"
    )
    assert page.targets() <= {*page.ids()}


def test_the_order_given_comes_last_so_that_any_other_that_is_asked_for_hides_it():
    page = Page(index_page(ENTRIES, [], complete=True))
    orders = page.root.xpath("//section[@aria-labelledby='h-criteria']/div/@class")
    assert orders == ["order", "order", "order", "given"]


def test_each_role_has_its_own_rows():
    page = Page(index_page(ENTRIES, [], complete=True))
    assert files(page, "role-ops-by-given") == ["a.md", "b.md"]
    assert files(page, "role-finops-by-given") == ["c.md"]


def test_how_many_drafts_fall_short_stands_below_each_column():
    page = Page(index_page(ENTRIES, [], complete=True))
    cells = page.root.xpath("//*[@id='criteria-by-given']//tfoot//td/text()")
    assert cells == ["2", "1", "3"]


def test_what_could_not_be_read_has_no_level():
    text = Page(index_page(ENTRIES, [Lost("d.pdf", "a PDF", "hand in the .docx")], complete=True)).root.text_content()
    assert "d.pdf: a PDF; hand in the .docx" in text


def test_a_run_that_was_stopped_says_so():
    assert "stopped" not in index_page(ENTRIES, [], complete=True)
    assert "The run was stopped: drafts are missing here." in index_page([], [], complete=False)


def test_very_many_drafts_are_sorted_by_level_alone():
    many = [entry(f"{number}.md", number % 5, 2) for number in range(501)]
    page = Page(index_page(many, [], complete=True))
    assert [one for one in page.ids() if one.startswith("criteria-by")] == ["criteria-by-overall", "criteria-by-given"]
    assert page.targets() <= {*page.ids()}
