"""The walk-through of docs/calibration-afternoon.md, played as it stands there: every command, in its order."""

from __future__ import annotations

import csv
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from libreoffice import program
from packets_by_hand import fill_by_script, fill_in_libreoffice, levels_like, ratings_in

from showproof.cli.main import main

NOT_ZERO = {"calibrate gate check": 1}
"""Twelve drafts are insufficient for the bars, as the page says."""


def commands(page: str) -> Iterator[str]:
    for block in re.findall(r"^```sh\n(.*?)^```", page, re.DOTALL | re.MULTILINE):
        yield from block.strip().splitlines()


def applications(root: Path, folder: Path) -> None:
    """Twelve drafts of the samples."""
    folder.mkdir()
    found = [path for role in ("operations-manager", "production-support-analyst")
             for path in sorted((root / "samples" / role).rglob("*.md"))]  # fmt: skip
    for number, path in enumerate(found[:12], start=1):
        (folder / f"a{number:02}.md").write_bytes(path.read_bytes())


def rate(scratch: Path, soffice: str) -> None:
    """Everybody rates: three by script, and where LibreOffice is, the fourth in it."""
    level = levels_like(scratch / "cards.json", Path("study/organiser/key.json"))
    Path("handed-in").mkdir()
    for scorecard in sorted(Path("study/raters").glob("*/scorecard-*.xlsx")):
        cells, target = ratings_in(scorecard, level), Path("handed-in") / scorecard.name
        if soffice and scorecard.name.startswith("scorecard-dee"):
            fill_in_libreoffice(soffice, scratch / "profile", scorecard.resolve(), cells, target.resolve())
        else:
            fill_by_script(scorecard, cells, target)


def settle() -> None:
    """All splits but the last are settled, in the columns that the page names."""
    book = openpyxl.load_workbook("splits.xlsx")
    sheet = book["Splits"]
    top = next(row for row in range(1, 10) if sheet.cell(row, 1).value == "Draft")
    heads = {cell.value: cell.column for cell in sheet[top]}
    assert sheet.max_row > top + 1
    told = {"Consensus level": 2, "Reason": "No owner is named.", "Who decided": "Ana Ruiz", "Decided on": "2026-05-04"}
    for row in range(top + 1, sheet.max_row):
        for head, typed in told.items():
            sheet.cell(row, heads[head]).value = typed
    book.save("splits.xlsx")


def decide() -> None:
    """The four candidates with the highest scores are selected."""
    scores = {Path(one["file"]).name: one["overall"]["score"]
              for one in json.loads(Path("cards.json").read_text(encoding="utf-8"))["scorecards"]}  # fmt: skip
    best = sorted(scores, key=lambda name: -scores[name])[:4]
    with Path("decisions.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(["candidate", "decision", "sex", "draft", "reason", "decided by", "date"])
        for number, name in enumerate(sorted(scores)):
            said = ("selected", "") if name in best else ("not selected", "Others say more of how they verify")
            sex = ("female", "male", "female", "unknown")[number % 4]
            rows.writerow([name[:3].upper(), said[0], sex, name, said[1], "Hiring panel", "2026-05-04"])


def play(line: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Run one command; what stands behind `>` gets its output."""
    typed, _, target = line.partition(" > ")
    with pytest.raises(SystemExit) as ended:
        main(shlex.split(typed)[1:])
    told = capsys.readouterr()
    if target:
        Path(target.strip()).write_text(told.out, encoding="utf-8")
    return int(ended.value.code or 0), told.out, told.err


@pytest.mark.parametrize("by_hand", [False, pytest.param(True, marks=pytest.mark.office)])
def test_the_afternoon_goes_as_the_page_says(by_hand, root, tmp_path, monkeypatch, capsys):
    soffice = program("soffice", "libreoffice") if by_hand else ""
    if by_hand and not soffice:
        pytest.skip("LibreOffice (soffice) is not installed; the checks before a change lands install it")
    here, scratch = tmp_path / "afternoon", tmp_path / "scratch"
    here.mkdir()
    scratch.mkdir()
    monkeypatch.chdir(here)
    applications(root, here / "applications")
    score = "showproof score applications/ --role operations-manager --json > "
    play(f"{score}{scratch / 'cards.json'}", capsys)
    before = {
        score: lambda: rate(scratch, soffice),
        "showproof calibrate consensus": settle,
        "showproof audit log add audit.log --kind decision": decide,
    }
    said = {}
    for line in commands((root / "docs" / "calibration-afternoon.md").read_text(encoding="utf-8")):
        for start, act in before.items():
            if line.startswith(start):
                act()
        code, out, err = play(line, capsys)
        wanted = next((one for start, one in NOT_ZERO.items() if line.startswith(f"showproof {start}")), 0)
        assert code == wanted, f"{line}\n{out}\n{err}"
        said[line] = out
    assert "Insufficient" in next(out for line, out in said.items() if "gate check" in line)
    assert said["showproof audit verify pack"].startswith("pack: as it was written")
    assert said["showproof audit verify audit.log"].startswith("audit.log: as it was written, 4 entries")
    assert "insufficient" in next(out for line, out in said.items() if "--groups sex --ratings" in line)
    looked_at(here)


def looked_at(here: Path) -> None:
    """What the afternoon leaves: ratings of all four, the splits settled, an explanation for each candidate."""
    consensus = json.loads((here / "consensus.json").read_text(encoding="utf-8"))
    assert consensus["consensus"]
    assert len(consensus["open"]) == 1
    pages = sorted((here / "pack" / "candidates").glob("*.html"))
    assert [page.stem for page in pages] == [f"A{number:02}" for number in range(1, 13)]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "People rated your work, each by themselves: overall" in text or "Levels that people gave" in text
        assert "reviews@example.org" in text
        assert "Your words: <q>" in text
    readme = (here / "pack" / "README.txt").read_text(encoding="utf-8")
    assert "nothing is missing" in readme
