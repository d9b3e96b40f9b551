"""The page about packets shows what works: its commands run in their order, and its Python reads what they wrote."""

from __future__ import annotations

import re
import shlex

import pytest
from click.testing import CliRunner

from rated import by_code, rate
from showproof.cli.main import cli

DRAFT = "# Payouts held in review\n\nIsolde Quarrick pays {number} held payouts by 30 June 2026.\n"


@pytest.fixture
def page(root) -> str:
    return (root / "docs" / "packets.md").read_text(encoding="utf-8")


def blocks(page: str, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)


def test_the_commands_of_the_page_run_and_its_python_reads_what_came_of_them(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    for number in range(6):
        (tmp_path / "drafts" / f"{number}.md").write_text(DRAFT.format(number=number), encoding="utf-8")
    (tmp_path / "roster.csv").write_text("name\nIsolde Quarrick\n", encoding="utf-8")
    runner = CliRunner()
    lines = [line for line in "".join(blocks(page, "sh")).splitlines() if line.startswith("showproof packets")]
    printed = [runner.invoke(cli, shlex.split(line)[1:], standalone_mode=False) for line in lines]
    assert [one.return_value for one in printed] == [0, 1, 0]
    assert printed[0].stdout.startswith("To tell an agreement of about 0.7 to within 0.1")
    assert "each rated by 2 of 4" in printed[2].stdout
    handed_in = tmp_path / "handed-in"
    handed_in.mkdir()
    for card in sorted((tmp_path / "study" / "raters").glob("*/scorecard-*.xlsx")):
        (handed_in / card.name).write_bytes(card.read_bytes())
        rate(handed_in / card.name, by_code)
    capsys.readouterr()
    (python,) = blocks(page, "python")
    exec(compile(python, "docs/packets.md", "exec"), {})
    assert capsys.readouterr().out == "180 []\n"
