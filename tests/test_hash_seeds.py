"""Python orders sets by a seed that each process draws anew: nothing that is written or said may depend on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FREE_FORM = """\
# Payout queue, decision of 4 March 2026

Maya Ortiz decided to move the cut-off from 16:00 to 14:00; late files fell from 31 to 9 a week, about 71% less.
Rejected: a second shift, because it costs $4,200 a month. Owner: Ben Cole, by 12 March. If more than 5 files are late
on two days, Ines Okafor calls the bank.

| Action | Owner | Due |
|---|---|---|
| Move the cut-off | Ben Cole | 2026-03-12 |
| Check late files | Ines Okafor | every Monday |
"""
RUNS = (
    ("demo",),
    ("catalog", "--json"),
    ("catalog", "artifacts", "sop"),
    ("catalog", "roles", "operations-manager", "--json"),
    ("catalog", "schema", "artifact"),
    ("score", "note.md", "--json"),
    ("score", "note.md", "showproof-demo/examples", "--top", "20"),
    ("annotate", "showproof-demo/examples/sop-weak.docx", "--pictures", "--out", "reviewed"),
    ("picture", "showproof-demo/examples/risk-register-strong.xlsx", "--out", "pictures"),
    ("portfolio", "reviewed", "--role", "operations-manager", "--html", "set.html"),
    (
        "packets",
        "note.md",
        "reviewed",
        "--role",
        "operations-manager",
        "--raters",
        "3",
        "--seed",
        "7",
        "--out",
        "study",
    ),
    ("calibrate", "ratings.csv", "--draws", "100", "--html", "agreement.html", "--xlsx", "agreement.xlsx"),
    ("audit", "decisions.csv", "--groups", "sex,age", "--html", "selection.html"),
)
RATINGS = "draft,rater,scale,level\n" + "".join(
    f"D{at},{rater},{scale},{(at * 3 + len(rater)) % 5}\n"
    for at in range(12) for rater in ("Ana", "Bo") for scale in ("overall", "scope", "clarity")
)  # fmt: skip
DECISIONS = "candidate,decision,sex,age\n" + "".join(
    f"C{at},{('selected', 'not selected')[at % 3 > 0]},{'fm'[at % 2]},{('under 40', '40 and over')[at % 5 > 2]}\n"
    for at in range(30)
)


def run(folder: Path, seed: str) -> dict[str, bytes]:
    """What every run printed, and every file that was left, catalogue files in the cache among them."""
    folder.mkdir()
    (folder / "note.md").write_text(FREE_FORM, encoding="utf-8")
    (folder / "ratings.csv").write_text(RATINGS, encoding="utf-8")
    (folder / "decisions.csv").write_text(DECISIONS, encoding="utf-8")
    known = {**os.environ, "PYTHONHASHSEED": seed, "SHOWPROOF_CACHE": str(folder / "cache")}
    found = {}
    for typed in RUNS:
        ended = subprocess.run(
            [sys.executable, "-m", "showproof", *typed], cwd=folder, env=known, capture_output=True, check=False
        )
        assert ended.returncode == 0, ended.stderr.decode()
        found[" ".join(typed)] = ended.stdout + ended.stderr
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return found | {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_another_hash_seed_changes_no_byte(tmp_path):
    first, other = run(tmp_path / "one", "0"), run(tmp_path / "other", "1")
    assert list(other) == list(first)
    assert [name for name in first if other[name] != first[name]] == []
    assert any(name.startswith("cache/") for name in first)
    assert b'"scorecards"' in first["showproof-demo/scorecards.json"]
