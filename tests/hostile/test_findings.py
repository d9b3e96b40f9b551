"""What the fuzzers found, each as the smallest draft that shows it."""

from __future__ import annotations

from hostile_files import read, texts


def test_a_row_that_opens_within_a_cell_has_no_cell_of_its_own_yet() -> None:
    found = read(b"<table><tr><td>a<table><tr>b<td>c\n", "draft.md")
    assert {"a", "c"} <= set("".join(texts(found)))


def test_a_table_may_begin_with_a_row_without_cells() -> None:
    found = read(b"<table><tr></tr><tr><td>a</td><td>b</td></tr></table>\n", "draft.md")
    assert texts(found) == ["a", "b"]
