"""The sample scorecard in README.md is what the command prints: `python -m tests.house.sample` puts it there anew."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from showproof.cli.main import cli

README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN, END = "<!-- sample output: begin -->\n```text\n", "```\n<!-- sample output: end -->"


def printed() -> str:
    """What the two commands above the sample print."""
    here = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            runner = CliRunner()
            runner.invoke(cli, ["new", "dashboard-spec", "--example", "weak", "--out", "draft.xlsx"])
            return runner.invoke(cli, ["score", "draft.xlsx", "--top", "3"]).stdout.strip() + "\n"
        finally:
            os.chdir(here)


def shown(text: str) -> str:
    """The sample as it stands in the text of README.md."""
    return text.split(BEGIN, 1)[1].split(END, 1)[0]


if __name__ == "__main__":
    readme = README.read_text(encoding="utf-8")
    README.write_text(readme.replace(shown(readme), printed()), encoding="utf-8")
