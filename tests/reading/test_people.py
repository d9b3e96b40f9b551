"""Persons and roles, told from teams, departments and things."""

from __future__ import annotations

import pytest

from showproof.catalog.store import Catalog
from showproof.reading.people import People


@pytest.fixture(scope="module")
def people(catalog: Catalog) -> People:
    return People(catalog.lexicon)


def persons(people: People, *lines: str) -> list[str]:
    """The persons of the last line, in a document that holds all of them."""
    return people.persons(lines[-1], people.roster(lines))


@pytest.mark.parametrize(
    "text",
    [
        "Loan Operations decides on refunds.",
        "Card Operations and Fraud Risk met on Monday.",
        "Monthly Close starts on day 2.",
        "The payments team will call the bank.",
        "New York holds the second copy.",
        "Escalate to Legal, then to Compliance.",
        "Finance has the file.",
        "From Monday on, Support answers.",
        "Zendesk is the record.",
        "Payment Operations owns the queue.",
        "Backlog was 400 on Monday.",
        "Refund is closed after 3 days.",
        "Kafka has a limit of 40.",
        "The list is due by May.",
    ],
)
def test_teams_departments_places_and_tools_are_no_persons(people: People, text: str) -> None:
    assert persons(people, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dana Whitfield owns the queue.", "Dana Whitfield"),
        ("It is read by Lena van der Berg.", "Lena van der Berg"),
        ("Sofia de la Cruz approves it.", "Sofia de la Cruz"),
        ("Maria del Carmen signs", "Maria del Carmen"),
        ("Anne-Marie Dubois checked it.", "Anne-Marie Dubois"),
        ("Kofi Mensah-Boateng asked", "Kofi Mensah-Boateng"),
        ("J. Okafor ran the report.", "J. Okafor"),
        ("Priya K. Nair ran it", "Priya K. Nair"),
        ("Seán O'Brien decides.", "Seán O'Brien"),
        ("Siobhan O’Connor decides.", "Siobhan O’Connor"),
        ("Jörg Müller reviews the file.", "Jörg Müller"),
        ("Marek Dvořák reads it", "Marek Dvořák"),
        ("Ronan McCarthy signs.", "Ronan McCarthy"),
        ("Chen Wei keeps the list.", "Chen Wei"),
        ("We asked Tomas to hold it.", "Tomas"),
        ("Escalate to Priya within 15 minutes.", "Priya"),
        ("Marisol decides alone.", "Marisol"),
        ("After 2 hours Mr. Castellano is informed.", "Castellano"),
        ("Tell @lwong at once", "@lwong"),
    ],
)
def test_a_person_is_found_by_the_whole_name(people: People, text: str, name: str) -> None:
    assert persons(people, text) == [name]


@pytest.mark.parametrize("text", ["Dana Whitfield's queue", "Dana Whitfield’s queue"])
def test_a_possessive_is_not_part_of_the_name(people: People, text: str) -> None:
    assert persons(people, text) == ["Dana Whitfield"]


def test_a_first_name_is_a_person_where_the_document_has_the_full_name(people: People) -> None:
    assert persons(people, "The late queue: Dana") == []
    assert persons(people, "Dana Whitfield owns the queue.", "The late queue: Dana") == ["Dana"]


def test_a_word_that_is_written_small_elsewhere_is_no_name_at_the_head_of_a_sentence(people: People) -> None:
    assert persons(people, "A late batch is held.", "Batch runs at noon.") == []
    assert persons(people, "A late file is held.", "Nadia runs it at noon.") == ["Nadia"]


def test_a_full_name_stands_although_its_words_are_written_small_elsewhere(people: People) -> None:
    assert persons(people, "It will mark and hold the file.", "Mark Holder reads it.") == ["Mark Holder"]


def test_two_persons_of_one_sentence_stand_in_order(people: People) -> None:
    assert persons(people, "Ines Okafor calls Tomas Reyes.") == ["Ines Okafor", "Tomas Reyes"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the duty manager calls the bank", "duty manager"),
        ("told to the Shift Lead of the night", "Shift Lead"),
        ("the CFO signs", "CFO"),
        ("an on-call engineer", "on-call"),
    ],
)
def test_a_role_in_the_singular_is_found(people: People, text: str, role: str) -> None:
    span = people.role(text)
    assert span is not None
    assert text[slice(*span)] == role


@pytest.mark.parametrize("text", ["two managers met", "management agreed", "the lead report is late", "misleading", ""])
def test_a_plural_a_group_and_a_thing_are_no_role(people: People, text: str) -> None:
    assert people.role(text) is None


OWNED = [
    "Dana Whitfield",
    "Dana",
    "Dana, Luis",
    "Ruth (backup: Omar)",
    "Lena van der Berg",
    "Ines Okafor, Card Operations",
    "shift lead",
    "Head of Treasury",
    "VP Finance",
    "the analyst on duty",
    "@lwong",
]
UNOWNED = [
    "Loan Operations",
    "Card Services Team",
    "Payments Team",
    "Risk Committee",
    "Finance",
    "Ops",
    "Ops Support Team",
    "everyone",
    "the whole team",
    "Compliance Department",
    "Finance and Legal",
    "TBD",
    "analysts",
    "whoever is free",
    "vendor",
    "-",
    "",
]


@pytest.mark.parametrize("text", OWNED)
def test_an_owners_cell_with_a_person_or_role_names_an_owner(people: People, text: str) -> None:
    assert people.names_owner(text)


@pytest.mark.parametrize("text", UNOWNED)
def test_an_owners_cell_with_a_team_or_nobody_names_no_owner(people: People, text: str) -> None:
    assert not people.names_owner(text)


@pytest.mark.parametrize("text", ["the team", "Finance", "Ops and Finance", "Everyone", "agents", "TBD", ""])
def test_a_group_is_nobody_in_particular(people: People, text: str) -> None:
    assert people.is_group(text)


@pytest.mark.parametrize("text", ["Dana", "shift lead", "Dana and the team"])
def test_a_person_beside_a_group_is_no_group(people: People, text: str) -> None:
    assert not people.is_group(text)
