"""Rows of a CSV that a person wrote, with the line of each; what is no CSV is told with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from showproof.errors import UnreadableError


def csv_rows(text: str, separator: str, shown: str, *, strict: bool = False) -> Iterator[tuple[int, list[str]]]:
    """The number of the line where a row ends, and its cells; `strict` as the csv module means it.

    Raises UnreadableError at the first row that cannot be parted into cells.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        where, remedy = f"{shown}:{rows.line_num}", "save the sheet as CSV, UTF-8"
        raise UnreadableError(f"not a CSV file: {error}", where=where, remedy=remedy) from None


def separator_of(text: str) -> str:
    """What parts the cells of the first line: comma, semicolon or tab, whichever stands there most."""
    return max(",;\t", key=text.partition("\n")[0].count)
