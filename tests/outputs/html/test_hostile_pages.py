"""Words of strangers are shown, and do nothing."""

from __future__ import annotations

import pytest
from parsed import Page

from showproof.model import Detection
from showproof.outputs.html.index import Entry, Lost, index_page
from showproof.outputs.html.page import draft_page
from showproof.outputs.html.summary import summary_json, summary_of

ATTACKS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- <b>",
    "]]><a href=javascript:alert(1)>x</a>",
    "&lt;script&gt;",
)  # fmt: skip


def told(text: str) -> str:
    """A draft whose words, headings, cells and links are the text."""
    line = text.replace("\n", " ")
    return (
        f"# Decision log {line}\n\n`{line}` The team improved `{line}` greatly.\n\n"
        f"| Decision | Owner |\n|---|---|\n| `{line.replace('|', '/')}` | TBD |\n"
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_are_shown_as_they_stand_and_nothing_else(attack, scorer, tmp_path):
    path = tmp_path / "draft.md"
    path.write_text(told(attack), encoding="utf-8")
    account = scorer.account(path)
    page = Page(draft_page(account))
    clean = tmp_path / "clean.md"
    clean.write_text(told("word"), encoding="utf-8")
    assert page.dangers() == []
    tags = {one.tag for one in page.root.iter() if isinstance(one.tag, str)}
    usual = {one.tag for one in Page(draft_page(scorer.account(clean))).root.iter() if isinstance(one.tag, str)}
    assert tags <= usual | {"ul", "ol", "li", "q", "mark", "h3", "h4", "strong", "details", "summary"}
    assert " ".join(attack.split()) in page.said()


def test_a_hostile_name_of_a_file_and_of_a_type_does_nothing(scorer, tmp_path):
    path = tmp_path / "clean.md"
    path.write_text(told("word"), encoding="utf-8")
    account = scorer.account(path)
    for attack in ATTACKS:
        card = account.card._replace(file=attack, artifact=Detection(attack, "property", 1.0), verdict=attack)
        card = card._replace(notices=(attack,))
        page = Page(draft_page(account._replace(card=card), "all.html"))
        assert page.dangers() == []
        entry = Entry(summary_of(summary_json(card)), "a.html")
        index = Page(index_page([entry, entry], [Lost(attack, attack, attack)], complete=True))
        assert index.dangers() == []
        assert attack in index.root.text_content()


def test_signs_that_nobody_sees_are_shown_by_their_number(scorer, tmp_path):
    path = tmp_path / "draft.md"
    path.write_text("# Log\n\nPaid \u202e100 USD\u200b by Ana\u2066.\n", encoding="utf-8")
    account = scorer.account(path)
    page = draft_page(account._replace(card=account.card._replace(file="a\udcff\x1b[31m\0.md")))
    page.encode("utf-8")
    assert "<U+202E>" in Page(page).said()
    assert "a<U+DCFF> [31m .md" in Page(page).root.xpath("//h1")[0].text_content()
    assert not {"\u202e", "\x1b", "\0"} & set(page)
