from __future__ import annotations

import pytest
from edited import HEADER, add, imported, put, row_of

from showproof.api import Said, Scorer, describe, open_catalog
from showproof.catalog.to_yaml import to_yaml
from showproof.rubric_sheets.rubrics import next_version


def written(folder, made):
    """The catalogue with an import in a folder over it."""
    for relative, data in made.files.items():
        path = folder / "team" / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return open_catalog([folder / "team"])


def lines(made) -> list[str]:
    return [str(one) for one in made.changes]


def test_every_change_is_one_line(catalog, tmp_path):
    def edit(book):
        rules, rows, levels = book["Rules"], book["Rows"], book["Levels"]
        put(rows, row_of(rows, Id="execution"), "What good looks like", "Ships changes that can be taken back")
        at = row_of(rules, Row="root-cause", Id="chain")
        put(rules, at, "At least", 2)
        put(rules, at, "Must carry", "cause or because, when")
        put(rules, row_of(rules, Row="root-cause", Id="recurrence"), "Part", "essential")
        add(
            rules,
            Row="Root cause",
            Part="support",
            What_is_looked_for="what it cost",
            What_to_write_where_it_is_missing="Give the amount.",
            About="cost",
            Must_carry="money",
        )
        rules.delete_rows(row_of(rules, Row="kpi-cadence", Id="misses"))
        put(levels, row_of(levels, Row="root-cause"), "Essentials met", 0.9)
        put(book["Role"], HEADER + 1, "Title", "Head of operations")

    made = imported(catalog, tmp_path, "operations-manager", edit)
    assert lines(made) == [
        "row reworded: execution: what good looks like: Ships changes safely → Ships changes that can be taken back",
        "rule changed: root-cause.chain: must carry: nothing → cause or because, when",
        "rule changed: root-cause.chain: at least: 1 → 2",
        "rule moved: root-cause.recurrence: part: support → essential",
        "rule added: root-cause.cost: what it cost",
        "rule removed: kpi-cadence.misses: how misses are followed up",
        "level changed: root-cause level 4: essentials met: 100% → 90%",
        "role reworded: the role: title: Operations manager, operational metrics → Head of operations",
    ]
    one = made.rubrics[0]
    assert (one.before.version, one.after.version) == ("1.0", "1.1")
    assert one.before.digest != one.after.digest
    over = written(tmp_path, made)
    assert over.role("operations-manager") == one.after.content
    assert describe(over, "rules", "root-cause.cost")["looks_for"] == "what it cost"


def new_row(book):
    rules = book["Rules"]
    add(
        book["Rows"],
        Skill="Vendor care",
        What_good_looks_like="Holds vendors to what was agreed",
        How_to_prove_it="Vendor review note",
        Highest_level_of_general_words=1,
    )
    add(
        rules,
        Row="Vendor care",
        Part="essential",
        What_is_looked_for="a promise of a vendor, with its date",
        What_to_write_where_it_is_missing="Say what the vendor promised, and for when.",
        Must_carry="thing, date",
    )
    row = add(
        rules,
        Row="Vendor care",
        Part="limit",
        What_is_looked_for="a vendor",
        Kind="spoken-of",
        Phrases="vendor*",
        What_to_write_where_it_is_missing="Name the vendor.",
    )
    put(rules, row, "Limit: why it holds the level down", "it does not speak of a vendor")
    put(rules, row, "Limit: highest level where not met", 0)
    put(rules, row, "Limit: highest level where partly met", 0)


def test_a_row_of_ones_own_is_scored(catalog, tmp_path):
    made = imported(catalog, tmp_path, "operations-manager", new_row)
    assert lines(made) == [
        "row added: vendor-care: Vendor care",
        "rule added: vendor-care.promise-vendor-date: a promise of a vendor, with its date",
        "rule added: vendor-care.vendor: a vendor",
    ]
    over = written(tmp_path, made)
    draft = tmp_path / "note.md"
    draft.write_text(
        "# Vendor review\n\nThe vendor Northgate promised file REC-204 by 5 March 2026.\n", encoding="utf-8"
    )
    card = Scorer(over).score(draft, Said("operations-manager", "sop"))
    assert next(one for one in card.skills if one.id == "vendor-care").level >= 2


def test_a_row_that_is_taken_out_is_no_longer_named(catalog, tmp_path):
    def edit(book):
        for sheet in (book["Rows"], book["Rules"], book["Levels"]):
            for row in range(sheet.max_row, HEADER, -1):
                if sheet.cell(row, 1).value == "execution":
                    sheet.delete_rows(row)

    made = imported(catalog, tmp_path, "operations-manager", edit)
    rules = catalog.role("operations-manager").rows[-1].rules
    assert [(one.what, one.where, one.before) for one in made.changes][: len(rules) + 1] == [
        ("row removed", "execution", "Execution"),
        *(("rule removed", f"execution.{rule.id}", rule.say) for rule in rules),
    ]
    over = written(tmp_path, made)
    role = over.role("operations-manager")
    assert "execution" not in [row.id for row in role.rows]
    assert all("execution" not in stage.rows for stage in role.stages)


def test_examples_of_rules_that_are_gone_go_with_them(catalog, tmp_path):
    def edit(book):
        sheet = book["Rules"]
        sheet.delete_rows(row_of(sheet, Row="root-cause", Id="no-blame"))

    assert "operations-manager/root-cause.no-blame" in catalog.examples
    over = written(tmp_path, imported(catalog, tmp_path, "operations-manager", edit))
    left = {name: one for name, one in catalog.examples.items() if name != "operations-manager/root-cause.no-blame"}
    assert over.examples == left


def test_a_role_under_an_id_of_its_own_stands_beside_the_one_it_came_from(catalog, tmp_path):
    made = imported(catalog, tmp_path, "operations-manager", new_row, new_id="night-operations")
    assert list(made.files) == ["rubrics/roles/night-operations.yaml"]
    assert len(made.changes) == 3
    over = written(tmp_path, made)
    assert over.role_ids == ("finops-analyst", "night-operations", "operations-manager", "production-support-analyst")
    assert over.role("operations-manager") == catalog.role("operations-manager")


def test_a_criterion_of_ones_own_is_added(catalog, tmp_path):
    def edit(book):
        add(
            book["Criteria"],
            Title="Handing over",
            Question="Could somebody go on tonight?",
            Highest_level_of_general_words=1,
        )
        add(
            book["Rules"],
            Criterion="Handing over",
            Part="essential",
            What_is_looked_for="open steps",
            What_to_write_where_it_is_missing="Write each open step.",
            About="action, step",
            Must_carry="owner, when",
        )

    made = imported(catalog, tmp_path, "clarity", edit)
    assert lines(made) == [
        "criterion added: handing-over: Handing over",
        "rule added: handing-over.open-steps: open steps",
    ]
    over = written(tmp_path, made)
    assert [one.id for one in over.criteria][-1] == "handing-over"
    assert [line.level for line in over.criteria[-1].levels] == [4, 3, 2, 1]


def test_the_verdict_is_edited_like_the_rest(catalog, tmp_path):
    def edit(book):
        sheet = book["Verdict"]
        put(sheet, row_of(sheet, In_words="advance"), "Criteria at 3 or more", 6)
        put(sheet, row_of(sheet, In_words="advance"), "Clarity and consistency: at least", 2)
        put(sheet, row_of(sheet, In_words="reject"), "In words", "not yet")

    made = imported(catalog, tmp_path, "overall", edit)
    assert lines(made) == [
        "verdict changed: level 3: criteria at 3 or more: 5 → 6",
        "verdict changed: level 3: clarity and consistency: at least: nothing → 2",
        "verdict reworded: level 1: in words: reject → not yet",
    ]
    screen = written(tmp_path, made).screen
    assert screen.version == "1.1"
    assert (screen.lines[1].reach, screen.lines[1].floor) == ({"1": 9, "2": 8, "3": 6}, {"structure": 2, "clarity": 2})


def test_a_sorted_sheet_changes_the_order_alone(catalog, tmp_path):
    def edit(book):
        sheet = book["Rules"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER + 1)]
        for row, values in enumerate(sorted(rows, key=lambda values: str(values[3])), start=HEADER + 1):
            for at, value in enumerate(values, start=1):
                sheet.cell(row, at).value = value

    assert lines(imported(catalog, tmp_path, "operations-manager", edit)) == ["order changed: sheet Rules"]


@pytest.mark.parametrize(
    ("version", "after"), [("1.0", "1.1"), ("1.9", "1.10"), ("2", "3"), ("draft", "draft.1"), ("2026-05", "2026-6")]
)
def test_the_next_version_counts_its_last_number_on(version, after):
    assert next_version(version) == after


def test_the_file_is_written_as_people_write_it(catalog):
    text = to_yaml(catalog.role("operations-manager").rows[0].limits[0]).decode()
    assert text.startswith(
        "id: opened\nsay: causes of a problem\nwhy: it does not speak of causes of a problem\nrule: spoken-of\n"
        "about: [cause]\nterms: [cause, causes, caused, root cause*, "
    )
    assert text.endswith(
        "at_least: 2\nunmet: 0\npartly: 0\nunless: 0.6\neased: 1\nfix: Name the problem and ask what caused it.\n"
    )
    tight = to_yaml({"a": "no", "b": "one: two", "c": "first\nsecond\n"}).decode()
    assert tight == 'a: "no"\nb: "one: two"\nc: |\n  first\n  second\n'
