"""Python orders sets by a seed that each process draws anew: nothing that is written or said may depend on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
)


def run(folder: Path, seed: str) -> dict[str, bytes]:
    """What every run printed, and every file that was left, catalogue files in the cache among them."""
    folder.mkdir()
    (folder / "note.md").write_text(FREE_FORM, encoding="utf-8")
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


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return run(tmp_path_factory.mktemp("seeds") / "zero", "0")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_hash_seed_changes_no_byte(first, tmp_path, seed):
    other = run(tmp_path / "other", seed)
    assert list(other) == list(first)
    assert [name for name in first if other[name] != first[name]] == []
    assert any(name.startswith("cache/") for name in first)
    assert b'"scorecards"' in first["showproof-demo/scorecards.json"]
