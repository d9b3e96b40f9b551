from __future__ import annotations

import pytest

from showproof.catalog.context import CONTEXT_WORDS, fill, template_fault


def test_words_of_the_context_are_put_in():
    assert fill("Why {{ workflow }} needs it", {"workflow": "payout"}) == "Why payout needs it"


def test_where_the_context_is_silent_plain_words_stand():
    text = "{{ workflow }}, {{ metric }}, {{ constraint }}, {{ team }}, {{ stakeholder }}"
    assert fill(text, {}) == "the workflow, the metric, the constraint, the team, the stakeholder"
    assert fill(text, {"metric": ""}) == fill(text, {})


def test_an_answer_stays_empty_where_the_context_is_silent():
    assert fill("{{ workflow }}", {}, spoken=False) == ""
    assert fill("{{ owner }}", {}) == ""


def test_a_text_without_braces_is_left_as_it_is():
    assert fill(" 50% {off} \n", {}) == " 50% {off} \n"


def test_what_a_person_types_is_text_and_never_a_template():
    assert fill("{{ workflow }}", {"workflow": "{{ metric }} <b>&"}) == "{{ metric }} <b>&"


@pytest.mark.parametrize("text", ["{{ workflow }}", "plain", *(f"{{{{ {word} }}}}" for word in CONTEXT_WORDS)])
def test_a_text_that_works_has_no_fault(text):
    assert template_fault(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "{{ workflw }}",
        "{{",
        "{% for %}",
        "{{ 1/0 }}",
        "{{ 1 + workflow }}",
        "{{ range(10**9) }}",
        "{{ cycler }}{{ x.y }}",
    ],
)
def test_a_text_that_does_not_work_is_told_in_one_line(text):
    fault = template_fault(text)
    assert fault
    assert "\n" not in fault
    assert fault.endswith("; the words are " + ", ".join(CONTEXT_WORDS))


@pytest.mark.parametrize("form", ["{{ workflow | lead }}", "{% if true %}{{ workflow|lead }}{% endif %}"])
def test_words_that_open_an_answer_have_a_capital_and_a_colon(form: str) -> None:
    assert fill(form + "what it is", {"workflow": "weekly close"}) == "Weekly close: what it is"
    assert fill(form, {}, spoken=False) == ""
