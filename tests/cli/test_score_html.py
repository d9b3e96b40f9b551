from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from showproof.cli.page_results import LONGEST, page_names


def test_one_draft_gives_one_page_besides_what_is_printed(run, here, worked):
    (here / "mine.docx").write_bytes(worked)
    plain = run("score", "mine.docx")
    outcome = run("score", "mine.docx", "--html", "mine.html")
    assert (outcome.code, outcome.out, outcome.err) == (0, plain.out, "wrote mine.html\n")
    page = (here / "mine.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")
    assert "All drafts" not in page


def test_many_drafts_give_a_page_of_all_that_leads_to_one_of_each(run, few):
    (few / "lost.pdf").write_bytes(b"%PDF-1.7")
    outcome = run("score", "0.md", "1.md", "lost.pdf", "--html", "out/all drafts.html")
    assert outcome.code == 3
    whole = (few / "out" / "all drafts.html").read_text(encoding="utf-8")
    for name in ("0-md", "1-md"):
        assert f'href="all%20drafts-drafts/{name}.html"' in whole
        page = (few / "out" / "all drafts-drafts" / f"{name}.html").read_text(encoding="utf-8")
        assert 'href="../all%20drafts.html"' in page
    assert "lost.pdf" in whole
    assert len(list((few / "out" / "all drafts-drafts").iterdir())) == 2


def test_json_and_pages_come_together_and_the_json_is_the_same(run, few):
    alone = run("score", "0.md", "1.md", "--json").out
    both = run("score", "0.md", "1.md", "--json", "--html", "all.html", "--jobs", "2").out
    assert both == alone
    assert json.loads(both)["complete"] is True


def test_the_same_drafts_give_the_same_pages_whatever_scored_them(run, few):
    run("score", ".", "--html", "a/all.html", "--jobs", "1")
    run("score", "0.md", "1.md", "2.md", "3.md", "4.md", "--html", "b/all.html", "--jobs", "3")
    for one in sorted((few / "a").rglob("*.html")):
        assert one.read_bytes() == (few / "b" / one.relative_to(few / "a")).read_bytes()


def test_a_page_that_exists_is_left_before_anything_is_scored(run, few):
    (few / "all-drafts").mkdir()
    (few / "all-drafts" / "1-md.html").write_text("mine", encoding="utf-8")
    outcome = run("score", "0.md", "1.md", "--html", "all.html")
    assert (outcome.code, outcome.out) == (2, "")
    kept = Path("all-drafts") / "1-md.html"
    assert outcome.err == (
        f"showproof: {kept}: the file exists and was left as it is; choose another --html, or say --force\n"
    )
    assert not (few / "all.html").exists()
    assert run("score", "0.md", "1.md", "--html", "all.html", "--force").code == 0


def test_pages_cannot_go_on_from_json(run, few):
    outcome = run("score", ".", "--resume", "a.json", "--out", "a.json", "--html", "all.html")
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1] == (
        "Error: --resume takes scorecards without their texts, and --html shows these; leave one out"
    )


def test_a_draft_below_the_level_asked_for_still_ends_with_one(run, here, blank):
    (here / "blank.xlsx").write_bytes(blank)
    assert run("score", "blank.xlsx", "--html", "p.html", "--fail-under", "3").code == 1
    assert (here / "p.html").exists()


def names(*files: str) -> list[str]:
    return [page.name for page in page_names(Path("all.html"), [Path(one) for one in files]).values()]


def test_pages_are_named_after_their_drafts_and_doubles_are_told_apart():
    assert names("a/x.md", "b/X.md", "x.docx") == ["x-md.html", "X-md-2.html", "x-docx.html"]


@pytest.mark.parametrize("name", ["con.md", "..md", "a b&c?.md", "ü" * 120 + ".md", "a\udcff.md", "$(rm).md"])
def test_no_name_of_a_draft_makes_a_name_that_no_system_takes(name):
    (made,) = names(name)
    assert len(made.encode()) <= 4 * LONGEST + len(".html")
    assert made.partition(".")[0].lower() not in {"con", ""}
    assert not set(made) & set('/\\:*?"<>|& $()')


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_a_name_that_is_no_unicode_can_be_led_to(run, few):
    outcome = run("score", "0.md", "1.md", "--html", "all\udcff.html")
    assert (outcome.code, outcome.err.splitlines()[-1]) == (0, "wrote all<U+DCFF>.html")
    assert 'href="all%FF-drafts/0-md.html"' in (few / "all\udcff.html").read_text(encoding="utf-8")
    assert 'href="../all%FF.html"' in (few / "all\udcff-drafts" / "0-md.html").read_text(encoding="utf-8")
