"""Filled packets read back: every level where it stands, every fault with its cell, nothing lost in silence."""

from __future__ import annotations

import datetime
import shutil

import pytest

from rated import RATERS, by_code, card, changed, key_of, lines, rate, study, written
from showproof.studies import read_ratings


def told(faults, folder):
    """The faults as a person reads them, with the folder left out."""
    return [str(one).replace(f"{folder}/raters/", "") for one in faults]


def test_every_level_comes_back_with_its_cell_and_note(filled, read):
    found = read(filled)
    assert (found.faults, found.notices, found.lost) == ((), (), ())
    key = key_of(filled)
    assert [one.name for one in found.ratings.raters] == list(RATERS)
    assert len(found.ratings.given) == len(RATERS) * len(key["drafts"]) * len(key["scales"])
    assert found.ratings.scales == tuple(key["scales"])
    first = found.ratings.given[0]
    assert first.level == by_code("1 Scope", first.draft)
    assert first.note == f"{first.draft}: “seen”"
    assert first.place == f"{card(filled)}: 1 Scope!B10"


def test_each_rater_has_an_order_of_their_own_on_each_sheet(folder):
    import openpyxl

    orders = {}
    for rater in ("ana-ruiz", "ben-okoye"):
        book = openpyxl.load_workbook(card(folder, rater))
        for sheet, _, code in lines(book):
            orders.setdefault((rater, sheet.title), []).append(code)
    assert {tuple(sorted(order)) for order in orders.values()} == {("D01", "D02", "D03", "D04")}
    assert len({tuple(order) for order in orders.values()}) > 5


def put(cell, value):
    def change(book):
        book["1 Scope"][cell] = value

    return change


@pytest.mark.parametrize(
    ("value", "found"),
    [(5, "“5”"), (-1, "“-1”"), (2.5, "“2.5”"), ("3-4", "“3-4”"), ("high", "“high”"), ("٣", "“٣”"), ("1e0", "“1e0”")],
)
def test_a_level_outside_the_scale_leaves_out_exactly_itself(filled, read, value, found):
    changed(card(filled), put("B10", value))
    after = read(filled)
    assert len(after.ratings.given) == 3 * 4 * 15 - 1
    (fault,) = told(after.faults, filled)
    assert fault.startswith(f"ana-ruiz/scorecard-ana-ruiz.xlsx: 1 Scope!B10: found {found} for D")
    assert fault.endswith("; allowed: 0, 1, 2, 3, 4; choose one from the list; it does not count")


def test_a_gap_is_no_fault_and_is_named(filled, read):
    changed(card(filled), lambda book: (put("B10", None)(book), put("C10", None)(book)))
    after = read(filled)
    assert after.faults == ()
    assert told(after.notices, filled) == [
        "ana-ruiz/scorecard-ana-ruiz.xlsx: 1 Scope!B10: found 1 of 60 levels not given; allowed: gaps; fill them in if "
        "they were missed"
    ]


def test_a_note_without_a_level_is_told(filled, read):
    changed(card(filled), put("B10", None))
    (fault,) = read(filled).faults
    assert fault.place == "1 Scope!B10"
    assert fault.found.endswith("without a level")


def test_columns_may_move_and_a_renamed_one_is_told(filled, read):
    def move(book):
        sheet = book["1 Scope"]
        for row in range(9, 14):
            sheet.cell(row, 5).value = sheet.cell(row, 2).value
            sheet.cell(row, 2).value = None

    changed(card(filled), move)
    after = read(filled)
    assert (after.faults, len(after.ratings.given)) == ((), 180)
    assert after.ratings.given[0].place.endswith("1 Scope!E10")
    changed(card(filled), put("E9", "Points"))
    after = read(filled)
    assert told(after.faults, filled) == [
        "ana-ruiz/scorecard-ana-ruiz.xlsx: 1 Scope: found no column “Level”; allowed: Draft, Level, What shows it, in "
        "a few words of the draft; put it back as it was made; the sheet does not count"
    ]
    assert len(after.ratings.given) == 176


def test_a_sheet_that_is_gone_and_a_code_that_nobody_gave_are_told(filled, read):
    def change(book):
        del book["2 Structure"]
        book["1 Scope"]["A10"] = "D77"

    changed(card(filled), change)
    after = read(filled)
    assert told(after.faults, filled) == [
        "ana-ruiz/scorecard-ana-ruiz.xlsx: Start!C19: found no sheet for structure; allowed: a sheet for each scale; "
        "put it back from the packet as it was made; its levels are missing",
        "ana-ruiz/scorecard-ana-ruiz.xlsx: 1 Scope!B10: found 1 level of “D77”; allowed: a code or file of the key; "
        "mend the code; they do not count",
    ]


def test_a_packet_without_its_rater_counts_for_nobody(filled, read):
    changed(card(filled), lambda book: book["Start"].__setitem__("B4", None))
    after = read(filled)
    assert told(after.faults, filled) == [
        "ana-ruiz/scorecard-ana-ruiz.xlsx: Start!B4: found nothing; allowed: the rater; write the name; nothing counts "
        "until then"
    ]
    assert {one.name for one in after.ratings.raters} == {"Ben Okoye", "Cleo Marsh"}
    assert "found nothing by Ana Ruiz, who was to rate 4 drafts" in " ".join(map(str, after.notices))


@pytest.mark.parametrize("day", ["2026-04-30", datetime.date(2026, 4, 30), datetime.datetime(2026, 4, 30)])
def test_the_day_stands_with_every_level(filled, read, day):
    changed(card(filled), lambda book: book["Start"].__setitem__("B5", day))
    after = read(filled)
    assert after.notices == ()
    assert {one.date for one in after.ratings.given if one.rater == "Ana Ruiz"} == {"2026-04-30"}


def test_a_day_that_is_none_is_told_and_the_levels_count(filled, read):
    changed(card(filled), lambda book: book["Start"].__setitem__("B5", "soon"))
    after = read(filled)
    assert len(after.ratings.given) == 180
    assert told(after.notices, filled)[0] == (
        "ana-ruiz/scorecard-ana-ruiz.xlsx: Start!B5: found “soon” as the day; allowed: a day such as 2026-04-30; the "
        "levels count without their date"
    )


def test_two_sheets_by_one_rater_count_once_where_they_agree_and_not_where_they_differ(filled, read):
    again = card(filled).with_name("scorecard-ana-again.xlsx")
    shutil.copy(card(filled), again)
    after = read(filled)
    assert (after.faults, len(after.ratings.given), len(after.notices)) == ((), 180, 60)
    assert after.notices[0].remedy == "it counts once"
    rate(again, lambda tab, code: (by_code(tab, code) + (tab == "1 Scope" and code == "D02")) % 5)
    after = read(filled)
    (fault,) = after.faults
    assert fault.found.startswith("Ana Ruiz on D02, scope: level ")
    assert str(again) in fault.found or str(again) == fault.file
    assert fault.remedy == "ask which holds and take the other out; none of them counts"
    assert len(after.ratings.given) == 179


def test_a_packet_of_another_rubric_or_study_is_left_out_and_told(catalog, filled, read, tmp_path):
    def older(book):
        book["Start"]["B7"] = "operations-manager 1.0 · rubric 0123456789abcdef · showproof 0.1.0"

    changed(card(filled), older)
    after = read(filled)
    assert told(after.faults, filled) == [
        "ana-ruiz/scorecard-ana-ruiz.xlsx: Start!B7: found rubric 0123456789abcdef; allowed: rubric "
        f"{catalog.digest}, the study's; rate the drafts by this rubric; none of its ratings counts"
    ]
    assert len(after.ratings.given) == 120
    assert len(read(filled, any_rubric=True).ratings.given) == 180
    other = written(study(catalog, seed=8), tmp_path / "other")
    shutil.copy(card(other), card(filled))
    (fault,) = read(filled).faults
    assert fault.found == f"a packet of the study {key_of(other)['study']}"


def test_packets_of_two_studies_need_a_key(catalog, filled, tmp_path):
    from showproof.errors import UserError

    other = written(study(catalog, seed=8), tmp_path / "other")
    with pytest.raises(UserError, match=r"packets of two studies: .* read one study at a time, or say --key"):
        read_ratings(catalog, [card(filled), card(other)])


def test_a_draft_that_nobody_rated_and_a_rater_who_gave_one_level_are_told(filled, read):
    for rater in ("ana-ruiz", "ben-okoye", "cleo-marsh"):
        changed(
            card(filled, rater), lambda book: [clear(sheet, row) for sheet, row, code in lines(book) if code == "D03"]
        )
    rate_all = card(filled, "ben-okoye")
    changed(rate_all, lambda book: [set_two(sheet, row) for sheet, row, code in lines(book) if code != "D03"])
    said = " | ".join(map(str, read(filled).notices))
    assert "found drafts that nobody rated: D03; allowed: a rating of each draft" in said
    assert "found level 2 from Ben Okoye all 45 times" in said


def clear(sheet, row):
    sheet.cell(row, 2).value = sheet.cell(row, 3).value = None


def set_two(sheet, row):
    sheet.cell(row, 2).value = 2


def test_one_rater_alone_is_told(catalog, filled):
    found = read_ratings(catalog, [card(filled)])
    assert [one.found for one in found.notices] == ["one rater only, Ana Ruiz"]
    assert len(found.ratings.given) == 60


def test_drafts_and_anchors_beside_a_scorecard_are_no_ratings(filled, read):
    (card(filled).parent / "anchors").mkdir()
    (card(filled).parent / "anchors" / "level-4.xlsx").write_bytes(card(filled).read_bytes())
    assert len(read(filled).files) == 3


def test_the_organisers_folder_holds_no_ratings(catalog, filled):
    (lost,) = read_ratings(catalog, [filled]).lost
    assert str(lost) == f"{filled}/organiser/key.json: the key of a study, no ratings; say --key and this file"
    found = read_ratings(catalog, [filled], key=filled / "organiser" / "key.json")
    assert (found.lost, len(found.ratings.given)) == ((), 180)
