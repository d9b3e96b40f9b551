"""The pages of a portfolio and a cohort say all that was found, and words of strangers in them do nothing."""

from __future__ import annotations

import re
import shlex

import pytest
from parsed import Page
from test_hostile_pages import ATTACKS

from showproof.api import Said, make_template
from showproof.model import Location, Quote
from showproof.outputs.html.cohort import cohort_page
from showproof.outputs.html.portfolio import portfolio_page
from showproof.proof import Candidate, Cohort, Lost, Portfolio
from showproof.sets import cohort, portfolio

ROLE = "operations-manager"


@pytest.fixture(scope="module")
def told(root, catalog, tmp_path_factory) -> Portfolio:
    """The first version of a story, with an example that does not count and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("set")
    for path in (root / "samples" / ROLE / "first").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "worked.docx").write_bytes(make_template(catalog, "sop", example="strong"))
    (folder / "z.docx").write_bytes(b"no zip")
    return portfolio(catalog, folder, ROLE, Said(), today="2026-06-30")


@pytest.fixture(scope="module")
def page(told) -> Page:
    return Page(portfolio_page(told))


def words(found) -> str:
    """Its text; pieces are parted by a blank, and no blank stands before a stop."""
    return re.sub(r" (?=[:,;”])", "", " ".join(" ".join(found.itertext()).split()))


def section(page: Page, name: str) -> str:
    (found,) = page.root.xpath(f"//*[@id='{name}']")
    return words(found)


def test_the_top_says_what_is_proven_and_what_is_not(told, page):
    top = words(page.root.xpath("//header")[0])
    assert "0 of 5 skill rows proven" in top
    assert "The files say different things about definitions, figures, owners" in top
    for row in told.unproven:
        assert f"{row.skill} {row.level} " in top


def test_the_matrix_has_each_level_with_its_colour_the_best_words_and_the_age(told, page):
    counting = [one.file for one in told.artifacts if not one.excluded]
    lines = page.root.xpath("//section[@id='matrix']//tbody/tr")
    for row, line in zip(told.rows, lines, strict=True):
        shown = {one.file: one for one in row.shown}
        cells = line.xpath("td")
        assert [words(one) for one in cells[2:]] == [str(shown[file].level) for file in counting]
        assert [one.get("class") for one in cells[2:]] == [f"l{shown[file].level}" for file in counting]
        best = shown[row.best]
        assert best.evidence
        assert " ".join(best.evidence.quote.split()) in words(cells[1])
        assert best.evidence.location.where() in words(cells[1])
        assert "days ago" in words(cells[1])
    heads = page.root.xpath("//section[@id='matrix']//thead//th")
    assert "2026-05-18, 43 days ago" in " ".join(map(words, heads))
    assert "worked.docx" not in " ".join(map(words, heads))


def test_many_drafts_are_numbers_in_the_matrix_and_names_in_the_list(told):
    one, *_ = told.artifacts
    many = tuple(one._replace(file=f"{told.folder}/{number}.md") for number in range(1, 21))
    shown = tuple(told.rows[0].shown[0]._replace(file=each.file) for each in many)
    row = told.rows[0]._replace(shown=shown, best="")
    made = Page(portfolio_page(told._replace(artifacts=many, rows=(row,), plan=())))
    heads = made.root.xpath("//section[@id='matrix']//thead//th")[3:]
    assert [words(each) for each in heads] == [str(number) for number in range(1, 21)]
    assert heads[6].xpath("a/@aria-label") == ["7. 7.md"]
    assert "7. 7.md" in section(made, "drafts")


def test_what_differs_stands_with_both_quotes_and_their_places(told, page):
    said = section(page, "together")
    warnings = [one for one in told.checks if one.verdict == "warning"]
    assert warnings
    for place in (place for one in warnings for place in one.places):
        assert " ".join(place.quote.quote.split()) in said
        assert place.quote.location.where() in said


def test_the_plan_has_each_step_with_the_command_that_starts_it(told, page):
    steps = page.root.xpath("//section[@id='plan']/ol/li")
    assert len(steps) == len(told.plan)
    for step, shown in zip(told.plan, steps, strict=True):
        assert shown.xpath("pre/code")[0].text_content() == step.command
        assert f"{step.cost} points" in words(shown)
        assert all(fix.write in words(shown) for fix in step.fixes)
    assert f"{told.cost} points in all" in section(page, "plan")


def test_what_does_not_count_and_what_cannot_be_read_are_named_with_the_reason(told, page):
    said = section(page, "drafts")
    assert "4. worked.docx sop" in said
    assert "no: an example of showproof, nobody's own work" in said
    (lost,) = told.unreadable
    assert f"z.docx: {lost.error}; {lost.remedy}" in said


def test_provenance_names_rubric_and_every_file(told, page):
    said = section(page, "provenance")
    assert told.rubric[1] in said
    assert all(one.sha256 in said for one in told.artifacts)


def test_every_link_leads_somewhere_and_every_id_is_there_once(page):
    assert page.targets() <= set(page.ids())
    assert len(set(page.ids())) == len(page.ids())


def test_a_set_that_proves_it_all_has_no_plan(root, catalog):
    made = Page(portfolio_page(portfolio(catalog, root / "samples" / ROLE / "second", ROLE, Said())))
    assert section(made, "plan") == "The plan Nothing is left to prove."
    assert "Ages counted to no day: none was given" in section(made, "provenance")


def test_an_empty_set_is_a_page_too(catalog, tmp_path):
    made = Page(portfolio_page(portfolio(catalog, tmp_path, ROLE, Said())))
    assert "There is no draft that can be read." in section(made, "drafts")
    assert "Nothing yet: no draft here says anything of it." in section(made, "rows")
    assert len(made.root.xpath("//pre[@class='command']")) > 1


def hostile(told: Portfolio, attack: str) -> Portfolio:
    """The same with strange words wherever words of files can stand."""
    quote = Quote(attack, Location(part=attack, paragraph=1))
    one = told.artifacts[0]._replace(
        file=attack, artifact=attack, verdict=attack, workflow=attack, dated=attack, excluded=""
    )
    row = told.rows[0]
    shown = row.shown[0]._replace(file=attack, level=2, evidence=quote, capped=attack)
    row = row._replace(level=2, best=attack, shown=(shown,))
    checks = tuple(
        check._replace(
            say=attack, verdict="warning", places=tuple(p._replace(file=attack, quote=quote) for p in check.places)
        )
        for check in told.checks
    )
    step = told.plan[0]._replace(rows=(row.id,), target=attack, command=shlex.quote(attack), instead=(attack,))
    fixes = tuple(fix._replace(say=attack, write=attack) for fix in step.fixes)
    return told._replace(
        folder=attack, title=attack, track=attack, artifacts=(one, one._replace(excluded=attack)),
        rows=(row,), checks=checks, plan=(step._replace(fixes=fixes),), unreadable=(Lost(attack, attack, attack),),
    )  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_are_shown_as_they_stand_and_nothing_else(attack, told, page):
    made = Page(portfolio_page(hostile(told, attack)))
    assert made.dangers() == []
    assert {one.tag for one in made.root.iter() if isinstance(one.tag, str)} <= {
        one.tag for one in page.root.iter() if isinstance(one.tag, str)
    }
    for name in ("matrix", "together", "plan", "drafts", "rows", "provenance"):
        assert " ".join(attack.split()) in section(made, name)


def test_signs_that_nobody_sees_are_shown_by_their_number(told):
    text = portfolio_page(hostile(told, "a\u202eb\x1bc\udcff.md"))
    text.encode("utf-8")
    assert "a<U+202E>b c<U+DCFF>.md" in section(Page(text), "drafts")


# Many candidates


def moved(told: Cohort) -> Cohort:
    """The same with what has moved, somebody new, somebody gone, a stray and a file that cannot be read."""
    first, second = told.candidates
    rows = [row for row, _ in told.rows]
    first = first._replace(moved=dict(zip(rows, (2, -1, 0, 0, 0), strict=True)))
    return told._replace(
        candidates=(first, second), gone=("zoe",), strays=("class/a.md",), unreadable=(Lost("b.docx", "damaged", "x"),)
    )


@pytest.fixture(scope="module")
def many(root, catalog) -> Cohort:
    return cohort(catalog, root / "samples" / ROLE, ROLE, Said())


def test_a_cohort_is_a_heat_map_with_gaps_and_what_has_moved(many):
    told = moved(many)
    made = Page(cohort_page(told))
    (given,) = made.root.xpath("//div[@id='by-name']")
    lines = given.xpath(".//tbody/tr")
    assert [words(one) for one in lines[0]] == ["first", "3", "0 of 5", "2 (+2)", "2 (−1)", "2", "1", "2"]
    assert [one.get("class") for one in lines[1][3:]] == ["l3", "l3", "l3", "l4", "l3"]
    assert [words(one) for one in given.xpath(".//tfoot/tr/td")] == ["", "", "1", "1", "1", "1", "1"]
    assert "1 lacks rollback trigger and steps" in section(made, "gaps")
    assert "first Root cause +2 KPI cadence −1" in section(made, "moved")
    assert "New: second" in section(made, "moved")
    assert "No folder any more: zoe" in section(made, "moved")
    assert section(made, "left-out") == (
        "Left out class/a.md: in no candidate's folder b.docx could not be read: damaged; x"
    )
    assert made.targets() <= set(made.ids())


def test_each_column_of_a_cohort_sorts_without_a_script_lowest_first(many):
    ada = Candidate("ada", 1, dict.fromkeys(many.candidates[0].levels, 0) | {many.rows[0][0]: 4})
    made = Page(cohort_page(many._replace(candidates=(*many.candidates, ada))))
    orders = {
        one.get("id"): [words(row[0]) for row in one.xpath(".//tbody/tr")]
        for one in made.root.xpath("//div[@class='order' or @class='given']")
    }
    assert orders.pop("by-name") == ["first", "second", "ada"]
    assert orders.pop(f"by-{many.rows[0][0]}") == ["first", "second", "ada"]
    assert orders.pop("by-proven") == ["first", "ada", "second"]
    assert set(map(tuple, orders.values())) == {("ada", "first", "second")}
    assert dict.fromkeys(orders) == dict.fromkeys(f"by-{row}" for row, _ in many.rows[1:])


def test_a_cohort_without_an_earlier_run_says_nothing_of_moving(many):
    assert "moved" not in Page(cohort_page(many)).ids()


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_names_in_a_cohort_do_nothing(attack, many):
    told = moved(many)
    told = told._replace(
        folder=attack,
        candidates=tuple(one._replace(name=f"{attack}{at}") for at, one in enumerate(told.candidates)),
        gaps=tuple(gap._replace(candidates=(attack,), findings=((attack, 1),)) for gap in told.gaps),
        gone=(attack,), strays=(attack,), unreadable=(Lost(attack, attack, attack),),
    )  # fmt: skip
    made = Page(cohort_page(told))
    assert made.dangers() == []
    assert " ".join(attack.split()) in section(made, "gaps")
    assert " ".join(attack.split()) in section(made, "levels")


def test_the_same_set_gives_the_same_bytes(told, many):
    assert portfolio_page(told) == portfolio_page(told)
    assert cohort_page(many) == cohort_page(many)
