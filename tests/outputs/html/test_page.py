from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from parsed import Page

from showproof.api import make_template
from showproof.outputs.html.page import draft_page

OURS = [("sop", "docx", "strong"), ("sop", "docx", "weak"), ("dashboard-spec", "xlsx", "weak"), ("rca", "docx", "")]
STRANGER = """# Late payments, what happened

Carriers **were paid late** in week 36: 389 of 1,146 loads &amp; nobody knew why.

| Step | Who | By when |
|---|---|---|
| Ring the bank | Ana Vereb | 4 March 2026 |
| Look at it | the team | soon |

- [x] told support
- [ ] TBD
"""


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture(scope="module")
def drafts(catalog, tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("drafts")
    found = {
        f"{kind}-{quality or 'blank'}": write(
            folder, f"{kind}-{quality}.{form}", make_template(catalog, kind, format_name=form, example=quality)
        )
        for kind, form, quality in OURS
    }
    return found | {"stranger": write(folder, "stranger.md", STRANGER.encode())}


@pytest.fixture(scope="module", params=[*(f"{kind}-{quality or 'blank'}" for kind, _, quality in OURS), "stranger"])
def account(request, drafts, scorer):
    return scorer.account(drafts[request.param])


@pytest.fixture(scope="module")
def page(account) -> Page:
    return Page(draft_page(account))


def test_the_page_needs_nothing_but_itself(page):
    assert page.dangers() == []
    assert set(re.findall(r"url\(#?([^)]*)\)", page.text)) <= set(page.ids())
    assert "@import" not in page.text


def test_the_same_account_gives_the_same_page(account, page):
    assert draft_page(account) == page.text


def test_every_link_leads_to_one_place(page):
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert page.targets() <= set(ids)


def test_the_verdict_and_every_level_stand_there_with_their_reasons(account, page):
    card = account.card
    assert f"{card.level} {card.verdict}" in page.text
    for one in (*card.criteria, *card.skills):
        (row,) = page.root.xpath(f"//a[@href='#why-{one.id}'][ancestor::table]/ancestor::tr")
        assert f" {one.level} " in f" {row.text_content()} ".replace(one.title, " ")
        (why,) = page.root.xpath(f"//details[@id='why-{one.id}']")
        for finding in one.findings:
            assert finding.say in why.text_content()


def test_the_picture_says_in_words_what_it_shows(account, page):
    (said,) = page.root.xpath("//section[@id='levels']//svg/desc")
    for one in (*account.card.criteria, *account.card.skills):
        assert f"{one.title}: {one.level} " in said.text_content()


def test_provenance_names_rubric_and_file(account, page):
    said = page.root.xpath("//footer")[0].text_content()
    assert account.card.sha256 in said
    assert account.card.rubric_digest in said


def test_fixes_come_by_worth(page):
    worth = [float(one) for one in page.root.xpath("//ol[@class='fixes']//span[@class='worth']/text()")]
    assert worth == sorted(worth, reverse=True)


def test_every_text_of_the_draft_stands_there_whole(account, page):
    said = page.said()
    for text, _ in account.outline.standing():
        assert " ".join(text.split()) in said or not text.strip()


def test_every_quote_is_marked_where_it_stands(account, page):
    squeezed = re.sub(r"\W", "", "".join(page.marks("mend") + page.marks("rests")))
    for one in account.card.criteria:
        for finding in one.findings:
            if finding.verdict == "met" and account.outline.format != "md":
                for quote in finding.evidence:
                    assert re.sub(r"\W", "", quote.quote) in squeezed


def test_every_finding_that_would_raise_a_level_is_noted_once_in_full(account, page):
    text = " ".join(page.root.xpath("//section[@id='text']")[0].text_content().split())
    for one in account.card.criteria:
        for finding in one.findings:
            if finding.worth > 0:
                assert f"{finding.fix} +{finding.worth:.2f}" in text


def test_notes_lead_to_their_marks_and_back(page):
    numbers = [one[1:] for one in page.ids() if re.fullmatch(r"n\d+", one)]
    assert [f"m{number}" for number in numbers if f"m{number}" not in page.ids()] == []
    assert [int(one) for one in numbers] == list(range(1, len(numbers) + 1))


def test_headings_skip_no_level(page):
    levels = [int(one.tag[1]) for one in page.root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_workbook_is_shown_sheet_by_sheet_with_the_names_of_its_cells(drafts, scorer):
    account = scorer.account(drafts["dashboard-spec-weak"])
    page = Page(draft_page(account))
    sheets = list(dict.fromkeys(item.location.part for item in account.outline.items))
    headings = [one.text for one in page.root.xpath("//section[@id='text']//h3")]
    assert [sheet for sheet in sheets if sheet not in headings] == []
    cells = page.root.xpath("//div[@class='said']//td[.//mark[.='TBD']]")
    assert "13" in [cell.getparent()[0].text_content() for cell in cells]


def test_markup_of_a_text_file_is_not_shown_and_its_words_are_marked(drafts, scorer):
    page = Page(draft_page(scorer.account(drafts["stranger"])))
    assert "were paid late in week 36: 389 of 1,146 loads & nobody" in page.said()
    assert "☑ told support" in page.said()
    assert any("389 of 1,146 loads & nobody knew why" in one for one in (*page.marks("mend"), *page.marks("rests")))


def test_a_word_that_stands_alone_leads_back_to_all_drafts(drafts, scorer):
    account = scorer.account(drafts["stranger"])
    assert 'href="../all.html"' in draft_page(account, "../all.html")


def test_what_is_missing_is_noted_where_the_file_asks_for_it_and_nowhere_else(drafts, scorer):
    account = scorer.account(drafts["rca-blank"])
    page = Page(draft_page(account))
    missing = [
        finding
        for one in account.card.criteria
        for finding in one.findings
        if finding.worth > 0 and not finding.evidence and finding.question in account.asked_at
    ]
    assert missing
    text = {one.get("id"): one for one in page.root.xpath("//section[@id='text']//*[@id]")}
    homeless = " ".join(page.root.xpath("string(//section[@id='text']/ul)").split())
    for finding in missing:
        (link, *_) = page.root.xpath("//ol[@class='fixes']//a[contains(., $absence)]/@href", absence=finding.absence)
        assert str(link)[1:] in text
        assert finding.fix not in homeless
    assert "not there yet:" in " ".join(page.notes())
