"""What a rater wrote is read back whole; what does not count is said with its cell."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from filled_cards import FIRST, NOTES, ROLE, blank, changed, fill, filled

from showproof import __version__
from showproof.api import open_catalog, read_ratings
from showproof.errors import UnreadableError
from showproof.formats.write import write_handout, write_rating_form
from showproof.kit.interview import interview_kit
from showproof.kit.ratings import read_scorecard
from showproof.kit.scorecard import scorecard


def after(catalog, tmp_path: Path, change):
    """A filled scorecard with one more change, read."""

    def both(book: openpyxl.Workbook) -> None:
        fill(book)
        change(book)

    return read_scorecard(catalog, changed(blank(catalog), tmp_path / "card.xlsx", both))


def put(sheet: str, cell: str, value: object):
    def change(book: openpyxl.Workbook) -> None:
        book[sheet][cell] = value

    return change


def test_a_filled_scorecard_is_read_back_without_loss(catalog, tmp_path):
    card = read_scorecard(catalog, filled(catalog, tmp_path / "card.xlsx"), ROLE)
    rows = [row.id for row in catalog.role(ROLE).rows]
    assert (card.role, card.rubric, card.tool) == (ROLE, catalog.digest, __version__)
    assert (card.rater, card.draft, card.warnings) == ("Ana Ruiz", "C-014", "None heard.")
    assert card.faults == ()
    assert [one.scale for one in card.ratings] == [*(f"skill:{row}" for row in rows), "overall"]
    assert [one.level for one in card.ratings] == [0, 1, 2, 3, 4, 3]
    assert [one.note for one in card.ratings] == [*NOTES, "Two causes shown; the check was weak."]
    assert [one.cell for one in card.ratings] == [*(f"Rows!B{FIRST + at}" for at in range(5)), "Overall!B4"]


@pytest.mark.parametrize(
    ("change", "line", "lost"),
    [
        (put("Rows", "B5", 7), "Rows!B5: found “7”; allowed: 0, 1, 2, 3, 4; choose one from the list", 1),
        (put("Rows", "B5", "3-4"), "Rows!B5: found “3-4”; allowed: 0, 1, 2, 3, 4; choose one from the list", 1),
        (put("Rows", "B5", None), "Rows!B5: found nothing; allowed: 0, 1, 2, 3, 4; choose one from the list", 1),
        (put("Rows", "C6", "  "), "Rows!C6: found level 2 without a note; allowed: what was said or shown; write "
                                  "what it rests on", 1),
        (put("Start", "B4", None), "Start!B4: found nothing; allowed: the rater; write it", None),
        (put("Start", "B5", None), "Start!B5: found nothing; allowed: the candidate code; write it", None),
        (put("Overall", "B4", None), "Overall!B4: found nothing; allowed: 0, 1, 2, 3, 4; choose one from the list", 0),
        (put("Overall", "B5", None), "Overall!B5: found level 3 without a note; allowed: what decided it; write what "
                                     "it rests on", 0),
    ],
)  # fmt: skip
def test_what_a_rater_left_out_or_got_wrong_is_told_with_its_cell(catalog, tmp_path, change, line, lost):
    card = after(catalog, tmp_path, change)
    assert str(card.faults[0]) == line
    levels = [one.level for one in card.ratings]
    if lost == 1:
        assert str(card.faults[1]) == (
            "Overall!B4: found “3” with 4 of 5 rows that count; allowed: a verdict after all rows; mend the rows, then "
            "decide anew"
        )
        assert len(levels) == 4
    elif lost == 0:
        assert (levels, len(card.faults)) == ([0, 1, 2, 3, 4], 1)
    else:
        assert (levels, len(card.faults)) == ([0, 1, 2, 3, 4, 3], 1)


def test_lines_that_somebody_changed_are_no_scale(catalog, tmp_path):
    card = after(catalog, tmp_path, put("Rows", "D7", "4 if you liked it"))
    assert str(card.faults[0]) == (
        f"Rows!D7: found level 3 against lines that were changed; allowed: the lines of rubric {catalog.digest}; rate "
        "the row on a scorecard made anew"
    )
    assert [one.level for one in card.ratings] == [0, 1, 2, 4]


def test_an_untouched_scorecard_has_a_fault_for_each_row_and_none_for_the_verdict(catalog, tmp_path):
    (tmp_path / "card.xlsx").write_bytes(blank(catalog))
    card = read_scorecard(catalog, tmp_path / "card.xlsx")
    assert [one.cell for one in card.faults] == [f"Rows!B{FIRST + at}" for at in range(5)]
    assert {one.found for one in card.faults} == {"nothing"}
    assert card.ratings == ()


def test_rows_that_are_gone_twice_there_or_unknown_are_told(catalog, tmp_path):
    def change(book):
        rows = book["Rows"]
        rows["A5"] = rows["A4"].value
        rows["A6"] = "Charm: is nice"

    card = after(catalog, tmp_path, change)
    assert [str(one) for one in card.faults[:2]] == [
        "Rows!A5: found “Root cause: finds causes, not blame”; allowed: each row of the role once; remove it, or use a "
        "scorecard made anew",
        "Rows!A6: found “Charm: is nice”; allowed: each row of the role once; remove it, or use a scorecard made anew",
    ]
    assert [one.found for one in card.faults[2:4]] == ["nothing", "nothing"]
    assert "KPI cadence" in card.faults[2].allowed


def test_a_table_without_its_header_is_told_and_nothing_is_guessed(catalog, tmp_path):
    card = after(catalog, tmp_path, put("Rows", "B3", "Score"))
    assert str(card.faults[0]) == (
        "the sheet of rows: found no column “Level”; allowed: the header as it was made; put it back"
    )
    assert card.ratings == ()


def test_columns_and_sheets_may_move(catalog, tmp_path):
    def change(book):
        book["Rows"].insert_cols(2)
        book["Rows"].insert_rows(1)
        book["Rows"].title = "Zeilen"
        book.move_sheet("Zeilen", 1)

    card = after(catalog, tmp_path, change)
    assert card.faults == ()
    assert card.ratings[0].cell == "Zeilen!C5"


def test_another_roles_scorecard_is_told_where_a_role_is_asked_for(catalog, tmp_path):
    card = read_scorecard(catalog, filled(catalog, tmp_path / "card.xlsx"), "finops-analyst")
    assert str(card.faults[0]) == (
        "Start!B6: found a scorecard for operations-manager; allowed: finops-analyst; leave it out, or read it "
        "by itself"
    )


def older(root, tmp_path: Path, text: tuple[str, str]):
    """The catalogue with one text of the role changed."""
    path = tmp_path / "own" / "rubrics" / "roles" / f"{ROLE}.yaml"
    path.parent.mkdir(parents=True)
    role = (root / "rubrics" / "roles" / f"{ROLE}.yaml").read_text(encoding="utf-8")
    assert text[0] in role
    path.write_text(role.replace(*text, 1), encoding="utf-8")
    return open_catalog([tmp_path / "own"])


def test_a_scorecard_of_another_rubric_counts_while_its_lines_are_the_same(root, catalog, tmp_path):
    other = older(root, tmp_path, ("segment: US fintech", "segment: Fintech"))
    assert other.digest != catalog.digest
    card = read_scorecard(other, filled(catalog, tmp_path / "card.xlsx"))
    assert (card.faults, len(card.ratings)) == ((), 6)


def test_a_row_whose_lines_were_others_does_not_count(root, catalog, tmp_path):
    line = catalog.role(ROLE).rows[1].anchors[:1] or (catalog.role(ROLE).rows[1].essentials[0].say,)
    other = older(root, tmp_path, (line[0], line[0] + " indeed"))
    card = read_scorecard(other, filled(catalog, tmp_path / "card.xlsx"))
    assert str(card.faults[0]) == (
        f"Rows!D5: found level 1 against the lines of rubric {catalog.digest}; allowed: the lines of rubric "
        f"{other.digest}; rate the row on a scorecard made anew"
    )
    assert [one.level for one in card.ratings] == [0, 2, 3, 4]


def test_the_second_scorecard_of_a_rater_on_a_candidate_does_not_count(catalog, tmp_path):
    paths = [filled(catalog, tmp_path / name) for name in ("a.xlsx", "b.xlsx")]
    (first, second), failed = read_ratings(catalog, paths)
    assert (len(first.ratings), first.faults, failed) == (6, (), [])
    assert second.ratings == ()
    assert str(second.faults[0]) == (
        f"Rater: found the same rater and candidate as in {paths[0]}; allowed: one scorecard a rater and candidate; "
        "hand in one of the two"
    )


def test_files_that_are_no_scorecards_are_unreadable_each_with_what_to_do(catalog, tmp_path):
    kit = write_handout(interview_kit(catalog.role(ROLE), catalog.digest, "letter"), "xlsx")
    strange = scorecard(catalog.role(ROLE), catalog.digest, "A", "B", "letter")
    files = {
        "kit.xlsx": kit,
        "kit.docx": write_handout(interview_kit(catalog.role(ROLE), catalog.digest, "letter"), "docx"),
        "text.xlsx": b"level 3",
        "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    told = {}
    for name in files:
        with pytest.raises(UnreadableError) as error:
            read_scorecard(catalog, tmp_path / name)
        told[name] = str(error.value).removeprefix(f"{tmp_path / name}: ")
    assert told == {
        "kit.xlsx": (
            "not a scorecard; hand in a scorecard that `showproof kit` made; filled packets go to `showproof calibrate`"
        ),
        "kit.docx": "a text document, not a workbook; name the .xlsx file",
        "text.xlsx": "not a workbook; save it as .xlsx in your office program",
        "old.xls": "saved in the 1997 format; save it as .docx or .xlsx",
    }
    from dataclasses import replace

    (tmp_path / "other.xlsx").write_bytes(write_rating_form(replace(strange, artifact="astronaut")))
    with pytest.raises(UnreadableError, match='a scorecard for the role "astronaut", which the catalogue does not'):
        read_scorecard(catalog, tmp_path / "other.xlsx")


def test_the_form_says_by_formula_and_rule_that_rows_come_first(catalog):
    book = openpyxl.load_workbook(io.BytesIO(blank(catalog)))
    rows, overall = book["Rows"], book["Overall"]
    assert [sheet.title for sheet in book] == ["Start", "Rows", "Overall"]
    assert all(sheet.protection.sheet for sheet in book)
    levels = next(rule for rule in rows.data_validations.dataValidation if "B4" in str(rule.sqref))
    assert (levels.formula1, str(levels.sqref)) == ('"0,1,2,3,4"', "B4:B8")
    counted = "SUMPRODUCT((LEN(Rows!$B$4:$B$8)>0)*(LEN(TRIM(Rows!$C$4:$C$8))>0))"
    verdict = overall.data_validations.dataValidation[0]
    assert (verdict.formula1, verdict.allowBlank) == (f"IF({counted}=5,$A$9:$A$13,$B$14)", False)
    assert overall["B3"].value.startswith(f"=IF({counted}=5,")
    assert [overall[f"A{row}"].value for row in range(9, 14)] == [0, 1, 2, 3, 4]
    assert overall["B14"].value == "rows first"
    free = {cell.coordinate for sheet in book for row in sheet for cell in row if not cell.protection.locked}
    assert free == {*(f"{column}{row}" for column in "BC" for row in range(4, 9)), "B4", "B5", "B6"}


def test_the_same_form_gives_the_same_bytes(catalog):
    assert blank(catalog) == blank(catalog)
