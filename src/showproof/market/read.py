"""The one door for reports: text, Markdown, HTML and Word, told apart by what they hold."""

from __future__ import annotations

from pathlib import Path

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.formats.markdown.decode import decoded
from showproof.formats.package import read_bytes
from showproof.market.document import REMEDY, document_lines
from showproof.market.page import page_lines
from showproof.market.plain import plain_lines
from showproof.market.report import MAX_LENGTH, MAX_LINES, Report

_PACKAGES = (b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OTHERS = ((b"%PDF", "a PDF"), (b"{\\rtf", "rich text"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"))
_PAGES = (".html", ".htm", ".xhtml")
NAMED = "name a report as .txt, .md, .html or .docx"
LONG_LINE = "some lines are longer than {:,} characters: the rest of them was left out"


def read_report(path: Path, limits: Limits = USUAL) -> Report:
    """The lines of the report at a path. Raises UnreadableError, one line with what to do, for what is none."""
    shown = str(path)
    try:
        data = read_bytes(path, limits)
    except UnreadableError as error:
        raise UnreadableError(error.message, where=error.where, remedy=NAMED) from None
    for sign, what in _OTHERS:
        if data.startswith(sign):
            raise UnreadableError(f"this is {what}", where=shown, remedy=REMEDY)
    if data.startswith(_PACKAGES):
        lines, notices = document_lines(data, path, limits)
        return _within(Report(shown, tuple(lines), "block", notices))
    try:
        text, notices = decoded(data, shown, limits)
    except UnreadableError as error:
        raise UnreadableError(error.message, where=shown, remedy=REMEDY) from None
    if path.suffix.lower() in _PAGES or text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        return _within(Report(shown, tuple(page_lines(text.encode(), shown)), "block", notices))
    if any(len(line) > MAX_LENGTH for line in text.split("\n")):
        notices = (*notices, LONG_LINE.format(MAX_LENGTH))
    return _within(Report(shown, tuple(plain_lines(text)), "line", notices))


def _within(report: Report) -> Report:
    if len(report.lines) > MAX_LINES:
        found = f"found {len(report.lines):,} {report.counted}s of text; allowed: {MAX_LINES:,}"
        raise UnreadableError(found, where=report.file, remedy="import the report alone")
    return report
