"""The tie-break log: a CSV to which every settled split is added, and from which nothing is taken."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from showproof.calibration.adjudication import Consensus
from showproof.errors import UnreadableError
from showproof.files import write_file
from showproof.formats.package import read_bytes

HEAD = ("draft", "scale", "consensus", "reason", "decided_by", "date", "sheet")


def add_tie_breaks(log: Path, settled: Sequence[Consensus], sheet: str) -> int:
    """How many lines were added: those that stand there already, word for word, are not added again.

    Raises UnreadableError for a file that is no such log.
    """
    before = _read(log) if log.exists() else []
    lines = [
        [one.draft, one.scale, str(one.level), one.reason, one.decided_by, one.date, sheet]
        for one in settled
    ]  # fmt: skip
    fresh = [line for line in lines if line[:-1] not in [old[:-1] for old in before]]
    if fresh:
        write_file(log, _csv([list(HEAD), *before, *fresh]).encode(), force=True)
    return len(fresh)


def consensus_csv(settled: Sequence[Consensus]) -> str:
    """What was settled, a line each. There is no column for a rater, so that nothing takes it for ratings."""
    rows = [[one.draft, one.scale, str(one.level), one.reason, one.decided_by, one.date] for one in settled]
    return _csv([list(HEAD[:-1]), *rows])


def _read(log: Path) -> list[list[str]]:
    try:
        rows = list(csv.reader(io.StringIO(read_bytes(log).decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        rows = []
    if not rows or tuple(rows[0]) != HEAD or any(len(row) != len(HEAD) for row in rows):
        remedy = f"name another file with --log; its columns are {', '.join(HEAD)}"
        raise UnreadableError("no tie-break log", where=str(log), remedy=remedy)
    return rows[1:]


def _csv(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
