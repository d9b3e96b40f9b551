"""The whole of what is measured, on a corpus of a few lines."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .corpus import CRITERIA, lacking, read_corpus
from .report import as_data, as_text, report
from .scored import Counts, Scored, count, score

GOOD = """# Standard operating procedure: held payouts

Ines Okafor releases the 14 held payouts by 5 March 2026; above 20 held files at 09:00 she stops the run.
"""
POOR = "# Standard operating procedure\n\nTBD\n"
LEVELS = {"D1": (3, 3, 2), "D2": (0, 0, 0), "D3": (2, 2, 2)}


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "files").mkdir()
    for name, text in {"D1.md": GOOD, "D2.md": POOR, "D3.docx": "no document"}.items():
        (tmp_path / "files" / name).write_text(text, encoding="utf-8")
    listed = [f"{name},{file},operations-manager,sop" for name, file in (("D1", "D1.md"), ("D2", "D2.md"))]
    listed.append("D3,D3.docx,operations-manager,sop")
    (tmp_path / "drafts.csv").write_text("\n".join(["draft,file,role,artifact", *listed]), encoding="utf-8")
    rated = [
        f"{draft},{rater},{scale},{level}"
        for draft, levels in LEVELS.items()
        for rater, level in zip("ABC", levels, strict=True)
        for scale in ("overall", *CRITERIA, "skill:execution")
    ]
    (tmp_path / "ratings.csv").write_text("\n".join(["draft,rater,scale,level", *rated]), encoding="utf-8")
    why = ['D2,A,unfilled stuffed,"nothing, really"', "D2,B,unfilled stuffed,empty", "D2,C,no-metric,empty"]
    (tmp_path / "reasons.csv").write_text("\n".join(["draft,rater,flags,why", *why]), encoding="utf-8")
    return tmp_path


@pytest.fixture
def scored(folder) -> Scored:
    return score(read_corpus(folder))


def test_drafts_that_cannot_be_read_are_named_and_left_out(scored):
    assert list(scored.cards) == ["D1", "D2"]
    assert list(scored.unreadable) == ["D3"]
    told = report(scored)
    assert told.drafts == 2
    assert told.scale("overall").drafts == 3


def test_agreement_is_that_of_our_levels_with_each_reviewer(scored):
    cards = {
        draft: card._replace(level=level) for (draft, card), level in zip(scored.cards.items(), (3, 1), strict=True)
    }
    one = report(scored._replace(cards=cards)).scale("overall")
    # With A and B (3, 0) ours (3, 1) has 1 square where chance has 14 / 2; with C (2, 0) 2 where chance has 12 / 2.
    assert one.scorer == pytest.approx((2 * (1 - 2 / 14) + (1 - 4 / 12)) / 3)
    assert (one.exact, one.within_one) == (pytest.approx(2 / 6), 1.0)
    assert one.difference == pytest.approx((3 - 8 / 3 + 1) / 2)


def test_flags_count_where_two_reviewers_raised_them(scored):
    found = {one.id: one for one in report(scored).flags}
    assert (found["unfilled"].panel, found["unfilled"].both, found["unfilled"].recall) == (1, 1, 1.0)
    assert found["stuffed"].missed == ("D2",)
    assert found["stuffed"].precision is None
    assert "no-metric" not in found or found["no-metric"].panel == 0


def test_drafts_that_please_a_machine_are_watched(scored):
    assert report(scored).gamed == {"D2": 0}


def test_the_worst_miss_comes_first_with_its_receipts_and_the_reviewers_reasons(scored):
    cards = dict(scored.cards)
    cards["D2"] = cards["D2"]._replace(level=4)
    miss = report(scored._replace(cards=cards)).worst[0]
    assert (miss.draft, miss.scale, miss.ours, miss.panel) == ("D2", "overall", 4, {"A": 0, "B": 0, "C": 0})
    assert miss.receipts[1].startswith("criteria: scope 0")
    assert [reason.why for reason in miss.reasons] == ["nothing, really", "empty", "empty"]


def test_each_kind_is_shown_with_what_holds_without_it(scored):
    found = {(one.by, one.name): one for one in report(scored).kinds}
    assert list(found) == [("role", "operations-manager"), ("format", "md"), ("artifact", "sop")]
    assert found["format", "md"].drafts == 2
    assert found["format", "md"].rest_overall is None


def test_every_figure_is_in_the_text_and_in_the_data(scored):
    told = report(scored)
    text = as_text(told)
    assert all(one.name in text for one in told.scales)
    assert json.loads(json.dumps(as_data(told)))["scales"][0]["name"] == "overall"


def test_words_with_digits_and_names_inside_sentences_are_counted(tmp_path):
    from showproof.formats.open import read_file

    draft = tmp_path / "a.md"
    draft.write_text("The desk calls Ines Okafor at 08:15. Then nothing.\n", encoding="utf-8")
    assert count(read_file(draft)) == Counts(9, 3)


def test_a_folder_without_ratings_is_not_measured_and_says_why(tmp_path, root):
    (tmp_path / "files").mkdir()
    assert lacking(tmp_path) == f"{tmp_path} has no drafts.csv, no ratings.csv"
    ended = told_on_the_command_line(root, "--corpus", str(tmp_path))
    assert (ended.returncode, ended.stdout) == (0, f"not measured: {tmp_path} has no drafts.csv, no ratings.csv\n")


def told_on_the_command_line(root, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.validity", *args],
        cwd=root, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_one_draft_is_told_scale_by_scale_beside_the_panel(folder, root):
    ended = told_on_the_command_line(root, "--corpus", str(folder), "--draft", "D1")
    heads = [line for line in ended.stdout.splitlines() if line.startswith("== ")]
    assert [head.split(":")[0] for head in heads[:-1]] == [f"== {name}" for name in ("overall", *CRITERIA)]
    assert heads[-1].startswith("== skill:execution: ours ")
    assert all(head.endswith("panel A 3, B 3, C 2") for head in heads)
    assert ended.stdout.count("How the level follows") == 11


def test_an_unknown_draft_is_refused(folder, root):
    ended = told_on_the_command_line(root, "--corpus", str(folder), "--draft", "D9")
    assert ended.returncode == 2
    assert ended.stderr.endswith('error: unknown draft "D9"; known: D1 to D3\n')


def test_all_figures_are_had_as_json(folder, root):
    told = json.loads(told_on_the_command_line(root, "--corpus", str(folder), "--json").stdout)
    assert (told["drafts"], told["whole"]["scorer"]["pairs"]) == (2, 1)
