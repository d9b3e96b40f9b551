"""The scores before and after are the same: names stay names, figures stay figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from files import MARKDOWN, ROSTER, docx_with_everything, xlsx_with_everything

from showproof.api import make_template
from showproof.blind.copies import texts_of
from showproof.blind.people import persons
from showproof.formats.open import read_draft
from showproof.reading.people import People
from showproof.sets import score_bytes

STORIES = sorted((Path(__file__).parents[2] / "samples").glob("*/*/*.md"))
PEOPLE = (
    "Marisol Ibarra", "Jonas Keller", "Priya Nambiar", "Teresa Albrecht", "Kofi Mensah", "Lena Brandt", "Daniel Osei",
    "Ingrid Moe", "Samuel Adeyemi", "Lucia Ferrante", "Astrid Falk", "Noor Haddad", "Ana Petrov", "Viktor Lund",
)  # fmt: skip


def levels(card):
    return card.level, card.score, [(one.id, one.level, one.score) for one in (*card.criteria, *card.skills)]


def both(scorer, copies, name, data):
    (one,) = copies({name: data}, *PEOPLE, *ROSTER)
    return levels(score_bytes(scorer, data, name)), levels(score_bytes(scorer, one.data, name)), one


@pytest.mark.parametrize("path", STORIES, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_story_scores_the_same(scorer, copies, path):
    before, after, one = both(scorer, copies, path.name, path.read_bytes())
    assert before == after
    assert one.replaced
    strangers = {"names that no roster lists: Mrs Vance", "names that no roster lists: Pellworm Travel"}
    assert {line for line in one.left if line.startswith("names that")} <= strangers


@pytest.mark.parametrize(
    ("name", "make"), [("a.docx", docx_with_everything), ("b.xlsx", xlsx_with_everything), ("c.md", MARKDOWN.encode)]
)
def test_a_draft_with_everything_planted_scores_the_same(scorer, copies, name, make):
    before, after, _ = both(scorer, copies, name, make())
    assert before == after


@pytest.mark.parametrize("artifact", ["sop", "rca", "sla-model", "decision-memo", "case-walkthrough", "risk-register"])
def test_a_worked_example_with_all_its_people_replaced_scores_the_same(scorer, copies, catalog, artifact):
    kind = catalog.artifact(artifact)
    name = f"a.{kind.formats[0]}"
    data = make_template(catalog, artifact, example="strong")
    everyone = sorted(People(catalog.lexicon).roster(texts_of(read_draft(data, Path(name)))).full)
    assert everyone
    (one,) = copies({name: data}, *everyone)
    before, after = levels(score_bytes(scorer, data, name)), levels(score_bytes(scorer, one.data, name))
    # The copy is no unchanged example any more, so that what is judged as copied differs: levels of rows do not.
    assert before[2] == after[2]


def test_every_pseudonym_reads_as_a_person_to_the_scorer(catalog):
    people = People(catalog.lexicon)
    made = persons([f"Name{chr(97 + at // 26)}{chr(97 + at % 26)} Other{chr(97 + at // 26)}{chr(97 + at % 26)}"
                    for at in range(80)], ())  # fmt: skip
    assert len({one.spoken for one in made}) == 80
    for one in made:
        text = f"{one.spoken} owns the check."
        assert people.persons(text, people.roster([text])) == [one.spoken]
        assert people.names_owner(one.spoken)
        alone = f"{one.given} decided it. {one.spoken} agreed."
        assert one.given in people.roster([alone]).singles
