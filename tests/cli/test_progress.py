from __future__ import annotations

import io
import os
import sys

import pytest
from many_drafts import showproof

from showproof.cli.progress import Progress

posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes are POSIX")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_how_far_it_is_on_one_line(monkeypatch):
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    progress = Progress(2000)
    progress.show(9)
    progress.clear()
    progress.clear()
    progress.show(10)
    assert shown.getvalue() == f"\r9 of 2000 drafts\r{' ' * 16}\r\r10 of 2000 drafts"


@pytest.mark.parametrize(
    ("total", "term", "stream"), [(1, "xterm", Terminal), (9, "dumb", Terminal), (9, "x", io.StringIO)]
)
def test_nobody_else_is_shown_it(monkeypatch, total, term, stream):
    shown = stream()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", term)
    progress = Progress(total)
    progress.show(1)
    progress.clear()
    assert shown.getvalue() == ""


@posix
def test_progress_is_written_over_by_messages_and_never_on_standard_output(many, monkeypatch):
    import pty

    main_end, end = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    with showproof("score", "many", "--out", "all.json", stderr=end, env=environment) as started:
        os.close(end)
        seen = b""
        while True:
            try:
                piece = os.read(main_end, 4096)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        out = started.stdout.read()
    os.close(main_end)
    assert out == b""
    assert b"\r101 of 101 drafts" in seen
    assert b"\x1b" not in seen
    assert b"\rmany/050.docx: password-protected; save it without a password\r\n" in seen
