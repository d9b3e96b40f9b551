"""Statistics are an extra: without it, what needs them says what to install, and everything else works."""

from __future__ import annotations

import subprocess
import sys

import pytest

HIDDEN = "import sys; sys.modules['numpy'] = None; from showproof.cli.main import main; main(sys.argv[1:])"
LINE = "showproof: this needs numpy, which is not installed; install it with: pip install 'showproof[calibrate]'\n"


@pytest.fixture
def hidden(here):
    """Runs the command where numpy cannot be imported: code, standard output, standard error."""
    (here / "r.csv").write_text("draft,rater,scale,level\nD1,A,overall,3\nD1,B,overall,1\n", encoding="utf-8")
    (here / "d.csv").write_text("candidate,decision,sex\nC1,selected,f\nC2,not selected,m\n", encoding="utf-8")
    (here / "p.csv").write_text("judge,first,second,better\nA,D1,D2,D1\n", encoding="utf-8")

    def run(*typed):
        told = subprocess.run(
            [sys.executable, "-c", HIDDEN, *typed], cwd=here, capture_output=True, text=True, encoding="utf-8"
        )
        return told.returncode, told.stdout, told.stderr

    return run


@pytest.mark.parametrize(
    "typed",
    [
        "calibrate r.csv", "calibrate gate check r.csv --bars b.json", "calibrate cuts r.csv --cut 2",
        "calibrate scale p.csv", "calibrate adjudicate r.csv --out s.xlsx", "audit d.csv --groups sex",
        "audit pack --out pack --ratings r.csv",
    ],
)  # fmt: skip
def test_what_needs_numpy_says_so_in_one_line(typed, hidden, here):
    hidden("calibrate", "gate", "set", "--at", "2026-05-04T09:00Z", "--out", "b.json")
    before = sorted(here.iterdir())
    assert hidden(*typed.split()) == (2, "", LINE)
    assert sorted(here.iterdir()) == before


def test_bars_the_log_and_plans_do_not_need_it(hidden):
    for typed in (
        "calibrate gate set --at 2026-05-04T09:00Z --out b.json", "packets plan --drafts 100 --raters 3",
        "audit log add a.log --kind note --who Ana --at 2026-05-04", "audit verify a.log",
    ):  # fmt: skip
        code, _, said = hidden(*typed.split())
        assert (code, "numpy" in said) == (0, False)
