from __future__ import annotations

import json
from dataclasses import replace

import pytest

from showproof.api import make_template, role_defaults
from showproof.catalog.artifact import Answers, ArtifactType, Field, Part, Table
from showproof.catalog.expected import looked_for
from showproof.errors import UserError
from showproof.formats.compose import Choices, compose
from showproof.formats.form import Form, mark, tag

HEAD = Part(
    id="head",
    title="About",
    guidance="What it covers.",
    fields=tuple(Field(id=name, label=name, prefill=f"{{{{ {name} }}}}") for name in ("title", "workflow", "owner")),
)
KIND = ArtifactType(
    id="note",
    title="Note",
    version="1.2",
    summary="Says one thing.",
    formats=("docx", "xlsx"),
    proves={"operations-manager": ("execution",)},
    parts=(
        Part(
            id="what",
            title="What",
            guidance="About {{ workflow }} and {{ metric }}.",
            fields=(Field(id="thing", label="Thing", guidance="For {{ team }}", prefill="Kept by {{ owner }}"),),
            table=Table(
                columns=(
                    Field(id="no", label="No.", type="serial"),
                    Field(id="step", label="Step", prefill="{{ workflow }}"),
                    Field(id="who", label="Who"),
                ),
                rows=3,
            ),
        ),
    ),
    defaults={"workflow": "intake", "constraint": "few hands"},
)  # fmt: skip
ANSWERS = Answers(
    artifact="note",
    role="operations-manager",
    case="A case",
    context={"workflow": "returns", "metric": "hours"},
    head={"owner": "Ana Lopez"},
    answers={"what": {"thing": "This one", "rows": [{"step": "Open"}, {"step": "Close", "who": "Ben"}]}},
)


def form(context=None, answers=None, choices=Choices(), role=None) -> Form:  # noqa: B008
    return compose(KIND, HEAD, role, context or {}, answers, choices)


def asked(made: Form) -> dict[str, str]:
    return {question.id: question.answer for question in made.head.questions}


def test_the_context_fills_guidance_and_first_answers():
    made = form({"workflow": "payout", "metric": "aging", "team": "Treasury", "owner": "Ana Lopez"})
    section = made.sections[0]
    assert section.guidance == "About payout and aging."
    assert (section.questions[0].guidance, section.questions[0].answer) == ("For Treasury", "Kept by Ana Lopez")
    assert asked(made) == {"title": "Note: payout", "workflow": "payout", "owner": "Ana Lopez"}


def test_where_nothing_was_said_guidance_reads_plain_and_answers_stay_empty():
    made = form({"owner": ""})
    assert made.sections[0].guidance == "About the workflow and the metric."
    assert made.sections[0].questions[0].guidance == "For the team"
    assert asked(made)["owner"] == ""


def test_what_a_person_says_wins_over_the_example():
    assert asked(form())["workflow"] == ""
    assert asked(form(answers=ANSWERS))["workflow"] == "returns"
    assert asked(form({"workflow": "payout"}, ANSWERS))["workflow"] == "payout"


def test_answers_of_an_example_win_over_first_answers():
    made = form({"owner": "Somebody"}, ANSWERS)
    assert asked(made)["owner"] == "Ana Lopez"
    assert made.sections[0].questions[0].answer == "This one"


def test_a_title_is_made_from_type_and_workflow_unless_one_is_given():
    assert form().title == "Note"
    assert form({"workflow": "intake"}).title == "Note: intake"
    assert form({"title": "My note"}).title == "My note"


def test_rows_are_numbered_and_the_first_row_takes_the_first_answers():
    assert form({"workflow": "payout"}).sections[0].table.rows == (("1", "payout", ""), ("2", "", ""), ("3", "", ""))


def test_rows_of_an_example_are_all_that_there_is():
    assert form(answers=ANSWERS).sections[0].table.rows == (("1", "Open", ""), ("2", "Close", "Ben"))


def test_more_rows_come_after_the_usual_and_after_the_answered_ones():
    more = Choices(rows=2)
    assert [row[0] for row in form(choices=more).sections[0].table.rows] == ["1", "2", "3", "4", "5"]
    assert form(answers=ANSWERS, choices=more).sections[0].table.rows[2:] == (("3", "", ""), ("4", "", ""))


def test_the_form_says_what_it_was_made_from(catalog):
    role = catalog.role("operations-manager")
    made = form(
        {"workflow": "payout"}, choices=Choices(properties={"own": "x"}, paper="a4", language="de-DE"), role=role
    )
    properties = dict(made.properties)
    assert {name: properties[f"showproof.{name}"] for name in ("artifact", "version", "role")} == {
        "artifact": "note", "version": "1.2", "role": "operations-manager",
    }  # fmt: skip
    assert json.loads(properties["showproof.context"]) == {
        "role": role.title, "title": "Note: payout", "workflow": "payout",
    }  # fmt: skip
    assert (properties["own"], made.paper, made.language) == ("x", "a4", "de-DE")


def test_reviewers_look_for_the_rows_that_the_type_proves_for_the_role(catalog):
    role = catalog.role("operations-manager")
    row = next(row for row in role.rows if row.id == "execution")
    assert form(role=role).looked_for == ((f"{row.skill}: {row.good}", tuple(rule.say for rule in row.essentials)),)
    assert form().looked_for == ()


def test_for_another_role_the_first_row_stands_in(catalog):
    role = catalog.role("finops-analyst")
    assert [title for title, _ in form(role=role).looked_for] == [f"{role.rows[0].skill}: {role.rows[0].good}"]


def test_a_type_that_proves_no_row_names_none(catalog):
    assert looked_for(replace(KIND, proves={"finops-analyst": ()}), catalog.role("finops-analyst")) == ()


def test_the_same_choices_give_the_same_form():
    assert form({"workflow": "a", "metric": "b"}) == form({"metric": "b", "workflow": "a"})


@pytest.mark.parametrize("form_name", ["docx", "xlsx"])
def test_the_same_choices_give_the_same_bytes(catalog, form_name):
    def made() -> bytes:
        context = role_defaults(catalog, "operations-manager")
        return make_template(catalog, "sop", format_name=form_name, role="operations-manager", context=context)

    assert made() == made()


def test_a_format_that_a_type_is_not_made_in_is_refused(catalog):
    with pytest.raises(UserError) as caught:
        make_template(catalog, "sop", format_name="pdf")
    assert str(caught.value) == 'sop is not made as "pdf"; allowed: docx, xlsx'


def test_a_place_is_named_the_same_way_everywhere():
    assert tag("what", "thing") == "what.thing"
    assert tag("what", "step", 3) == "what.3.step"
    assert mark("re-do.3.by-whom") == "sp_re_do_3_by_whom"
