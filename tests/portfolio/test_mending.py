"""The fixes that a plan names bring the row to level 3, and no cheaper ones do."""

from __future__ import annotations

from itertools import combinations

import pytest

from showproof.api import Said, Scorer
from showproof.portfolio.matrix import rows_of
from showproof.portfolio.mending import PARTLY_COST, UNMET_COST, cheapest_fixes
from showproof.portfolio.plan import options_of, plan_of
from showproof.portfolio.taken import Taken
from showproof.rating import level_of, weighing_of

FIRST = ("operations-manager", "finops-analyst", "production-support-analyst")


@pytest.fixture(scope="module")
def drafts(root, catalog):
    """(role, draft) of every first version."""
    scorer = Scorer(catalog)
    found = []
    for role in FIRST:
        for path in sorted((root / "samples" / role / "first").iterdir()):
            ready = scorer.read(path, Said(role))
            found.append((catalog.role(role), Taken(ready.card(), ready.draft, ready.kind, {})))
    return found


def mended(weighing, ids):
    for one in [one for one in weighing.judged if one.rule.id in ids]:
        weighing = weighing.mended(next(other for other in weighing.judged if other.rule.id == one.rule.id))
    return weighing


def cost_of(weighing, ids):
    strengths = {one.rule.id: one.found.strength for one in weighing.judged}
    return sum(PARTLY_COST if strengths[name] >= 0.5 else UNMET_COST for name in ids)


def test_no_set_of_findings_is_cheaper_than_the_one_that_is_named(drafts):
    seen = 0
    for role, one in drafts:
        for row in role.rows:
            fixes = cheapest_fixes(row, one)
            weighing = weighing_of(row, one.view, one.kind, one.whole)
            if level_of(weighing)[0] >= 3 or one.whole.disputed:
                continue
            ids = [found.rule.id for found in weighing.judged if found.found.strength < 1 and found.part != "support"]
            working = [
                some for size in range(1, len(ids) + 1) for some in combinations(ids, size)
                if level_of(mended(weighing, some))[0] >= 3
            ]  # fmt: skip
            assert bool(working) == bool(fixes)
            if fixes:
                seen += 1
                assert sum(fix.cost for fix in fixes) == min(cost_of(weighing, some) for some in working)
                assert level_of(mended(weighing, [fix.id.rpartition(".")[2] for fix in fixes]))[0] >= 3
    assert seen > 20


def test_a_fix_says_what_the_rubric_says(drafts):
    role, one = next((role, one) for role, one in drafts if one.file.endswith("rollout-scan-check.md"))
    row = next(row for row in role.rows if row.id == "execution")
    (fix,) = cheapest_fixes(row, one)
    rule = next(rule for rule in row.rules if rule.id == "rollback")
    assert fix == ("skills.execution.rollback", rule.say, rule.fix, UNMET_COST)


@pytest.mark.parametrize("role", FIRST)
def test_the_plan_of_a_story_costs_what_the_best_of_all_sets_of_steps_costs(drafts, catalog, role):
    own = [one for named, one in drafts if named.id == role]
    asked = catalog.role(role)
    rows = rows_of(asked, own)
    kinds = {name: catalog.artifact(name) for name in catalog.artifact_ids}
    wanted = {row.id for row in rows if row.level < 3}
    options = options_of(asked, [row.id for row in asked.rows if row.id in wanted], own, kinds)
    plan, _ = plan_of(asked, rows, own, kinds, lambda artifact: {})
    best = min(
        sum(step.cost for step in some)
        for size in range(1, len(wanted) + 1)
        for some in combinations(options, size)
        if {row for step in some for row in step.rows} == wanted
    )
    assert sum(step.cost for step in plan) == best
