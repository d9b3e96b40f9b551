"""What is no answer; answers that only look like placeholders come first."""

from __future__ import annotations

import pytest

from showproof.reading.blanks import fold, is_blank, is_empty_entry, is_sample, left_in, says_to_come

ANSWERS = [
    "kubectl get pods -n <namespace>",
    "None of the files was late",
    "none so far, last read on 4 May",
    "Not applicable because the desk takes no cards",
    "N/A: the report writes nothing",
    "Pending with the bank since 4 May",
    "To be confirmed by Ines on Friday",
    "High",
    "High for cards, low for wires",
    "credit / debit / prepaid",
    "Visa / Mastercard / Amex",
    "Insert the card and wait for the light",
    "Enter the amount in the ledger",
    "Fill in the slip, then sign it",
    "Todoist list of the desk",
    "0",
    "No",
    "$0",
    "<= 5",
    "[x]",
    "XXL batches are split",
    "?: ask the bank",
    "yes",
    "Go / no-go",
    "Pass/Fail",
    "card / wire",
    "open / held",
    "Pass 1, 3, 4, 6",
    "kubectl logs [-f|--follow] deploy/payout",
    "systemctl [start|stop] payout",
    "ENTER THE BATCH ID AND SIGN THE SLIP",
    "STATE STREET CLEARS THE WIRES OF MONDAY",
    "PROVIDE 14 FILES TO THE BANK BY NOON",
    "☒ Yes ☐ No",
    "☐ Call the bank at noon, then the desk",
    "Signature of Ines Okafor, 4 May 2026",
    "field_name__c is read",
    '~"type::bug"',
    "a < b and c > d",
]
PLACEHOLDERS = [
    "TBD",
    "tbd.",
    "To be determined",
    "[insert name]",
    "[Your name here]",
    "<name of the approver>",
    "{{ owner }}",
    "Insert your date here",
    "Enter text here",
    "Click or tap here to enter text.",
    "Choose an item.",
    "High/Medium/Low",
    "High / Medium / Low",
    "Red|Yellow|Green",
    "dd/mm/yyyy",
    "DD.MM.YYYY",
    "YYYY-MM-DD",
    "20xx-MM-DD HH:mm",
    "XXX",
    "XXX/YYY/ZZZ",
    "<lowest-class-id>",
    "[PICK|LIST]",
    "Yes/No",
    "Not started / In progress / Done",
    "☐ Yes ☐ No",
    "☐ Low ☐ Medium ☐ High",
    "Signature: ________ Date: ________",
    "Name ______",
    "MENTION THE DATE ON WHICH THE RISK WAS FOUND",
    "PLEASE DESCRIBE HOW THE ISSUE WAS SOLVED",
    "Lorem ipsum dolor",
    "Pending",
    "???",
]  # fmt: skip
EMPTY = ["", "  ", "-", "—", "…", "...", "____", "--:--", "[ ]", "•"]
NONE = ["N/A", "n/a.", "NA", "None", "none."]


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize("text", [text for text in PLACEHOLDERS if text != "???"])
def test_a_placeholder_is_blank_and_says_that_an_answer_is_to_come(text: str) -> None:
    assert (is_blank(text), says_to_come(text)) == (True, True)


@pytest.mark.parametrize("text", [*EMPTY, *NONE, "???"])
def test_nothing_is_blank_and_promises_nothing(text: str) -> None:
    assert (is_blank(text), says_to_come(text)) == (True, False)


def test_an_instruction_of_the_template_is_blank_in_whatever_case_it_stands() -> None:
    known = {fold("First and last step of the workflow")}
    assert is_blank("First and  last step of the Workflow.", known)
    assert not is_blank("First and last step of the workflow: form to bank", known)


@pytest.mark.parametrize(
    "text",
    [
        "-n <namespace> in [cluster]",
        "see [1] and [ledger, page 3]",
        "XXL batches",
        '~"type::bug"',
        "a [ ] task",
        "done [x]",
        "systemctl [start|stop] payout",
        "a -- b: c",
        "from 09:00 to 10:00 --:",
        "if a < your limit and b > 2",
    ],
)
def test_brackets_of_commands_and_references_are_not_left_in(text: str) -> None:
    assert left_in(text) == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Owned by [your name] from May", ["[your name]"]),
        ("Ends on [insert date], cost TBD", ["[insert date]", "TBD"]),
        ("Dear {{ customer }}, hello", ["{{ customer }}"]),
        ("Found 2019-12-03 --:-- by the desk", ["--:--"]),
        ("Met on 20xx-MM-DD in room 4", ["20xx-MM-DD"]),
        ("Owned by <your name>, it is [OPEN|CLOSED]", ["<your name>", "[OPEN|CLOSED]"]),
        ("Above XX% the lead is told", ["XX"]),
    ],
)
def test_a_placeholder_inside_an_answer_is_found_at_its_place(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in left_in(text)] == inside


def test_prompts_are_compared_without_case_space_and_end_marks() -> None:
    assert fold("  Who   decides?: ") == "who decides"


@pytest.mark.parametrize(
    "row", [("Example", "Bank is late", "Low"), ("(sample)", "4 May"), ("", "e.g.", "Ines Okafor")]
)
def test_a_row_that_says_so_is_a_sample(row: tuple[str, ...]) -> None:
    assert is_sample(row)


@pytest.mark.parametrize(
    "row", [("Example",), ("Example", "", ""), ("Sample of 40 files", "read"), ("1", "example"), ()]
)
def test_another_row_is_no_sample(row: tuple[str, ...]) -> None:
    assert not is_sample(row)


@pytest.mark.parametrize("row", [("1", "", ""), ("R-01", "-", ""), ("12.", "")])
def test_a_number_with_nothing_behind_it_is_no_entry(row: tuple[str, ...]) -> None:
    assert is_empty_entry(row)


@pytest.mark.parametrize(
    "row", [("1",), ("", "1"), ("1", "Call the bank"), ("Cards", "", ""), ("2026", "", ""), ("", "")]
)
def test_a_lone_cell_that_says_something_is_an_entry(row: tuple[str, ...]) -> None:
    assert not is_empty_entry(row)
