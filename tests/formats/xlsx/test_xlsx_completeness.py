"""Completeness on the cover: the figures written are those that the formulas give, whatever is filled."""

from __future__ import annotations

import re
import shutil
import subprocess

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_forms import EMPTY, FULL_ROW, PART_ROW, example, form, opened, question, section, table

from showproof.formats.xlsx.completeness import Count, count
from showproof.formats.xlsx.write import write_xlsx


def figures(book):
    """Section titles to filled, needed and share as they stand on the cover."""
    rows = list(book["Cover"].iter_rows(values_only=True))
    start = [row[0] for row in rows].index("Section")
    return {row[0]: row[1:4] for row in rows[start + 1 :]}


def lengths(book, address):
    """Length of what each cell of a range holds, row by row."""
    sheet, place = re.fullmatch(r"'(.*)'!(.*)", address).groups()
    found = book[sheet.replace("''", "'")][place.replace("$", "")]
    return [[len(str(c.value)) if c.value is not None else 0 for c in row] for row in found]


def evaluated(formula, book):
    """What a formula of the completeness block gives, counted cell by cell."""

    def rows_with_text(match):
        columns = [lengths(book, address) for address in re.findall(r"LEN\((.*?)\)(?=[+>])", match.group(1))]
        return str(sum(any(map(sum, cells)) for cells in zip(*columns, strict=True)))

    def cells_with_text(match):
        return str(sum(length > 0 for row in lengths(book, match.group(1)) for length in row))

    text = formula.removeprefix("=")
    text = re.sub(r"(?<=,)SUMPRODUCT\(--\((LEN.*?>0)\)\)", rows_with_text, text)
    text = re.sub(r"SUMPRODUCT\(--\(LEN\(([^()]*)\)>0\)\)", cells_with_text, text)
    return eval(text, {"MAX": max, "__builtins__": {}})


def check(filled):
    cached, formulas, book = figures(opened(filled, values=True)), figures(opened(filled)), opened(filled)
    for part in filled.sections:
        have, want, share = cached[part.title]
        assert [evaluated(formula, book) for formula in formulas[part.title][:2]] == [have, want]
        assert share == (have / want if want else 1)
    parts = [cached[part.title] for part in filled.sections]
    assert cached["Total"][:2] == (sum(part[0] for part in parts), sum(part[1] for part in parts))


@pytest.mark.parametrize(
    "rows", [(), (FULL_ROW,), (FULL_ROW, PART_ROW), (FULL_ROW,) * 6, (EMPTY, EMPTY, EMPTY, PART_ROW)]
)
def test_the_figures_written_are_those_of_the_formulas(rows):
    check(example(*rows))


def test_a_blank_table_needs_its_least_rows():
    assert figures(opened(example(purpose=""), values=True))["Metrics"] == (1, 12, 1 / 12)


def test_a_started_row_needs_all_its_answers():
    note = ("", "", "", "", "", "", "only a note")
    assert figures(opened(example(FULL_ROW, FULL_ROW, note), values=True))["Metrics"][:2] == (12, 17)


def test_where_nothing_is_needed_all_of_it_is_there():
    free = section("free", question("a", required=False), rows=table((question("b", required=False),), ()))
    assert figures(opened(form(free), values=True))["Free"] == (0, 0, 1)
    assert count(free) == Count(0, 0)
    check(form(free))


def test_a_form_without_sections_is_complete():
    assert figures(opened(form(), values=True)) == {"Total": (0, 0, 1)}


answers = st.sampled_from(["", "x", "95%", "2026-01-31", " "])
kinds = st.sampled_from(["text", "serial", "percent", "date"])
columns = st.lists(st.tuples(kinds, st.booleans()), min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(
    data=st.data(),
    shape=columns,
    least=st.integers(0, 4),
    fields=st.lists(st.tuples(st.booleans(), answers), max_size=4),
)
def test_any_filling_counts_the_same(data, shape, least, fields):
    asked = tuple(question(f"c{i}", type=kind, required=need) for i, (kind, need) in enumerate(shape))
    row = st.tuples(*[answers] * len(asked))
    rows = tuple(data.draw(st.lists(row, max_size=5)))
    questions = [question(f"q{i}", required=need, answer=given_) for i, (need, given_) in enumerate(fields)]
    check(form(section("it's", *questions, rows=table(asked, rows, least))))


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("rows", [(), (FULL_ROW, PART_ROW), (FULL_ROW,) * 6])
def test_libreoffice_counts_the_same(rows, tmp_path):
    source = tmp_path / "made.xlsx"
    source.write_bytes(write_xlsx(example(*rows)))
    book = openpyxl.load_workbook(source)  # saved without the figures, so that they have to be counted
    book.save(source)
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(source)], check=True, capture_output=True, timeout=120
    )
    counted = figures(openpyxl.load_workbook(tmp_path / "out" / "made.xlsx", data_only=True))
    written = figures(opened(example(*rows), values=True))
    assert {name: pytest.approx(value) for name, value in written.items()} == counted
