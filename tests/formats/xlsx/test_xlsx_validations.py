"""Cells say what they want, and offer their values."""

from __future__ import annotations

from written_forms import COLUMNS, EMPTY, example, form, opened, question, section, table


def rules(sheet):
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}


def only(asked):
    book = opened(form(section("a", asked)))
    return book, rules(book["A"])["B4"]


def test_every_question_and_column_has_its_guidance_as_a_message():
    found = rules(opened(example())["Metrics"])
    assert {place: rule.prompt for place, rule in found.items()} == {
        "C4": "About purpose",
        "C5": "About cadence",
        "A8:A113": "About number",
        "B8:B113": "About measure",
        "C8:C113": "About target",
        "D8:D113": "About cost",
        "E8:E113": "About due",
        "F8:F113": "About status",
        "G8:G113": "About note",
    }
    assert all(rule.showInputMessage and rule.allowBlank for rule in found.values())


def test_a_message_keeps_to_the_limits_of_the_program():
    _, rule = only(question("q", "A label that is much longer than a title can be", guidance="long " * 80))
    assert (len(rule.promptTitle), len(rule.prompt)) == (32, 255)
    assert rule.prompt.endswith("…")


def test_a_question_without_guidance_and_values_has_no_rule():
    assert not rules(opened(form(section("a", question("q", guidance=""))))["A"])


def test_short_choices_stand_in_the_rule():
    _, rule = only(question("q", type="choice", options=("Open", "In progress")))
    assert (rule.type, rule.formula1) == ("list", '"Open,In progress"')


def test_a_check_box_is_yes_or_no():
    _, rule = only(question("q", type="checkbox"))
    assert rule.formula1 == '"Yes,No"'


def test_choices_with_commas_or_quotes_stand_on_a_sheet_of_their_own():
    book, rule = only(question("q", type="choice", options=('Sure, "with data"', "Guess")))
    assert rule.formula1 == "Lists!$A$5:$A$6"
    assert [cell.value for cell in book["Lists"]["A"][3:]] == ["Q", 'Sure, "with data"', "Guess"]
    assert book["Lists"].sheet_state == "visible"


def test_choices_longer_than_a_rule_stand_on_a_sheet_of_their_own():
    options = tuple(f"Value number {number}" for number in range(30))
    book, rule = only(question("q", type="choice", options=options))
    assert rule.formula1 == "Lists!$A$5:$A$34"
    assert book["Lists"]["A34"].value == "Value number 29"


def test_the_same_choices_are_listed_once():
    odd, more = ("a,b", "c"), ("d,e",)
    columns = (question("x", type="choice", options=odd), question("y", type="choice", options=more))
    book = opened(form(section("a", question("q", type="choice", options=odd), rows=table(columns, ()))))
    assert [rule.formula1 for rule in rules(book["A"]).values()] == [
        "Lists!$A$5:$A$6", "Lists!$A$5:$A$6", "Lists!$B$5:$B$5",
    ]  # fmt: skip
    assert [[cell.value for cell in row] for row in book["Lists"]["A4:B6"]] == [["Q", "Y"], ["a,b", "d,e"], ["c", None]]


def test_dates_are_checked_but_text_may_be_kept():
    _, rule = only(question("q", type="date"))
    assert (rule.type, rule.operator, rule.formula1, rule.errorStyle) == (
        "date",
        "greaterThanOrEqual",
        "36526",
        "warning",
    )


def test_the_head_block_says_what_it_wants_too():
    head = section("head", question("title"), question("kind", type="choice", options=("Draft", "Final")))
    found = rules(opened(form(head=head))["Cover"])
    assert (found["B6"].prompt, found["B7"].formula1) == ("About title", '"Draft,Final"')


def test_rows_that_people_add_below_have_the_same_rules():
    rows = table(COLUMNS, (EMPTY,) * 3)
    assert "F5:F107" in rules(opened(form(section("a", rows=rows)))["A"])
