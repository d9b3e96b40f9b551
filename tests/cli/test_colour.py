from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from showproof.cli.main import cli

ESCAPE = "\x1b["


@pytest.fixture
def draft(here, worked):
    (here / "mine.docx").write_bytes(worked)
    return "mine.docx"


@pytest.mark.parametrize("typed", [["catalog"], ["score", "mine.docx"], ["score", "mine.docx", "mine.docx"]])
def test_a_terminal_gets_colour(draft, typed):
    assert ESCAPE in CliRunner().invoke(cli, typed, color=True).output


@pytest.mark.parametrize("typed", [["catalog"], ["score", "mine.docx"]])
def test_a_file_or_pipe_gets_plain_text(draft, typed):
    assert ESCAPE not in CliRunner().invoke(cli, typed).output


@pytest.mark.parametrize("typed", [["catalog"], ["score", "mine.docx"]])
@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colour_gets_none(draft, typed, env):
    assert ESCAPE not in CliRunner().invoke(cli, typed, color=True, env=env).output
    assert ESCAPE not in CliRunner().invoke(cli, ["--no-color", *typed], color=True).output


def test_json_is_never_coloured(draft):
    assert ESCAPE not in CliRunner().invoke(cli, ["score", draft, "--json"], color=True).stdout


@pytest.mark.skipif(os.name == "nt", reason="pipes are POSIX")
def test_a_reader_that_goes_away_is_no_fault(here):
    taken, given = os.pipe()
    os.close(taken)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "showproof", "catalog"],
            stdout=given,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    finally:
        os.close(given)
    assert (ended.returncode, ended.stderr) == (0, b"")
