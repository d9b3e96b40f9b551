from __future__ import annotations

from dataclasses import replace

from edited import HEADER, imported, put, row_of

from showproof.rubric_sheets.as_before import as_before


def test_quotes_and_spaces_that_a_program_changed_stay_as_they_were(catalog):
    row = catalog.role("operations-manager").rows[0]
    old = replace(row, good="Finds “causes”,  not blame", proof="the team's write-up\n")
    new = replace(old, good='Finds "causes", not blame', proof="the team’s write-up", skill="Causes")
    assert as_before(new, old) == replace(old, skill="Causes")


def test_a_limit_that_is_never_eased_keeps_its_own_never(catalog):
    limit = catalog.role("operations-manager").rows[0].limits[0]
    assert as_before(replace(limit, unless=2.0), replace(limit, unless=5.0)).unless == 5.0
    assert as_before(replace(limit, unless=0.5), replace(limit, unless=5.0)).unless == 0.5


def test_what_no_sheet_shows_is_kept_where_its_line_was_edited(catalog, tmp_path):
    def edit(book):
        sheet = book["Verdict"]
        put(sheet, row_of(sheet, In_words="advance"), "In words", "go on")
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER + 1)]
        for row, values in enumerate(reversed(rows), start=HEADER + 1):
            for at, value in enumerate(values, start=1):
                sheet.cell(row, at).value = value

    made = imported(catalog, tmp_path, "overall", edit).rubrics[0].after.content
    by_level = {line.level: line for line in made.lines}
    for line in catalog.screen.lines:
        assert by_level[line.level].rules == line.rules
    assert any(line.rules for line in made.lines)
