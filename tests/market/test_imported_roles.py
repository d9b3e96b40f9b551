from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import market_reports as reports
import pytest
import yaml

from showproof.api import Said, Scorer, make_template, open_catalog, role_file, usual_context
from showproof.market.importing import import_report
from showproof.market.row_sources import RowSources
from showproof.market.table import Row

DRAFTS = yaml.safe_load(Path(__file__).with_name("ladder.yaml").read_text(encoding="utf-8"))
NIGHT = "dispatch-coordinator-logistics"
SUPPORT = "production-support-analyst"


@pytest.fixture(scope="module")
def installed(catalog, tmp_path_factory):
    """Puts a report's role into a folder over the built-in catalogue."""

    def go(name: str):
        folder = tmp_path_factory.mktemp("team")
        found = import_report(reports.REPORTS[name], catalog, name=f"imported-{found_id(name)}")
        target = folder / "rubrics/roles" / f"{found.role.id}.yaml"
        target.parent.mkdir(parents=True)
        target.write_text(role_file(found, reports.REPORTS[name]), encoding="utf-8")
        return found.role, open_catalog([folder])

    return go


def found_id(name: str) -> str:
    return name.partition("-")[0]


@pytest.mark.parametrize("name", reports.REPORTS)
def test_the_file_loads_as_the_role_that_was_imported(installed, name):
    role, known = installed(name)
    assert asdict(known.role(role.id)) == asdict(role)


@pytest.mark.parametrize("name", reports.REPORTS)
def test_a_template_is_made_for_it_and_scored_by_it(installed, name, tmp_path):
    role, known = installed(name)
    context = usual_context(known, "sop", role.id)
    assert context["workflow"] == role.workflows[0]
    draft = tmp_path / "sop.docx"
    draft.write_bytes(make_template(known, "sop", format_name="docx", role=role.id, context=context))
    blank = Scorer(known).score(draft, Said(role=role.id))
    assert [skill.id for skill in blank.skills] == [row.id for row in role.rows]
    assert {skill.level for skill in blank.skills} == {0}
    draft.write_bytes(make_template(known, "sop", format_name="docx", role=role.id, example="strong"))
    assert Scorer(known).score(draft, Said(role=role.id)).level >= 3


def test_the_usual_rules_climb_from_claimed_to_verified(installed, tmp_path):
    role, known = installed(NIGHT)
    scorer = Scorer(known)
    levels = {}
    for quality, text in DRAFTS.items():
        draft = tmp_path / f"{quality}.md"
        draft.write_text(text, encoding="utf-8")
        card = scorer.score(draft, Said(role=role.id, artifact="sop"))
        levels[quality] = next(skill.level for skill in card.skills if skill.id == "load-planning")
    assert levels == {"blank": 0, "elsewhere": 0, "claimed": 1, "particular": 2, "complete": 3, "verified": 4}


def test_a_row_of_another_subject_is_not_opened_by_other_work(installed, catalog, tmp_path):
    role, known = installed(NIGHT)
    draft = tmp_path / "reply.docx"
    draft.write_bytes(make_template(catalog, "customer-reply", format_name="docx", example="strong"))
    card = Scorer(known).score(draft, Said(role=role.id))
    assert {skill.level for skill in card.skills if skill.id in ("load-planning", "carrier-handover")} <= {0, 1}


def test_rows_say_where_their_rules_come_from(installed):
    role, _ = installed(NIGHT)
    told = {row.id: (row.matched.row, row.matched.check.partition(":")[0]) for row in role.rows}
    assert told == {
        "load-planning": ("", "no row is like it"),
        "carrier-handover": ("", "no row is like it"),
        "tms-hygiene": ("production-support-analyst/tooling", "loose"),
        "eta-judgment": ("production-support-analyst/escalation-judgment", "close"),
        "process-improvement": ("production-support-analyst/process-improvement", "close"),
    }
    assert all(row.matched.check for row in role.rows)
    eta = next(row for row in role.rows if row.id == "eta-judgment")
    assert eta.matched.check.endswith("; no rule looks for: eta")
    opened = next(limit for limit in eta.limits if limit.unmet == 0)
    assert "eta judgment" in opened.terms


def test_each_row_of_the_catalogue_is_most_like_itself(catalog):
    sources = RowSources(catalog)
    for role in catalog.role_ids:
        for row in catalog.role(role).rows:
            like = sources.nearest(Row(row.skill, row.good, row.proof, row.line))
            assert (like.source.name, like.share, like.missing) == (f"{role}/{row.id}", 1.0, ())


@pytest.mark.parametrize(
    ("row", "source"),
    [
        (
            ("Incident comms", "Calm, clear updates to customers", "Draft response"),
            "production-support-analyst/communication",
        ),
        (("Cloud budgets", "Budgets and alerts with exceptions", "Budget policy"), "finops-analyst/governance"),
        (
            ("Debugging", "Isolates issues and reproduces them", "Case walkthrough"),
            "production-support-analyst/troubleshooting",
        ),
        (("Release safety", "Ships changes safely", "Rollout checklist"), "operations-manager/execution"),
        (("Welding", "Seams hold", "Test piece"), ""),
        (("Negotiation", "Gets to yes", "Deal story"), ""),
    ],
)
def test_rows_of_other_tables_take_the_rules_that_look_for_their_words(catalog, row, source):
    like = RowSources(catalog).nearest(Row(*row, line=1))
    assert (like.source.name if like.share >= 0.4 else "") == source


def test_a_criterion_serves_where_no_row_does(catalog, tmp_path):
    from showproof.market.common_words import common_words
    from showproof.market.rules_of_rows import skill_rows

    rows = [Row("Ownership", "One accountable person, clear who decides", "Control list", 7)]
    made = skill_rows(rows, RowSources(catalog), catalog.usual_row, common_words(catalog))[0]
    assert made.matched.row == "ownership"
    assert made.essentials == next(one for one in catalog.criteria if one.id == "ownership").essentials
    assert any(limit.unmet == 0 and "ownership" in limit.terms for limit in made.limits)
