"""No rule is dead: each changes some level, and each flag is raised, or it is listed with why it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from living_rules import Trial, drafts_of

from showproof.api import Scorer
from showproof.catalog.named_rules import named_rules
from showproof.catalog.store import Catalog

LISTED = yaml.safe_load((Path(__file__).parent / "idle_rules.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def trial(scorer: Scorer, shared: Path) -> Trial:
    labelled = shared / "corpus" / "dev"
    if not labelled.is_dir():
        pytest.skip("the labelled drafts are not beside the project")
    return Trial(scorer, drafts_of(scorer, labelled))


def test_every_rule_decides_a_level_or_is_listed_with_why_it_stays(trial: Trial) -> None:
    assert sorted(set(trial.idle()) - set(LISTED["rules"])) == []


def test_every_flag_is_raised_or_is_listed_with_why_it_stays(trial: Trial) -> None:
    assert sorted(set(trial.never_raised()) - set(LISTED["flags"])) == []


def test_what_is_listed_is_there_and_has_its_reason(catalog: Catalog) -> None:
    assert set(LISTED["rules"]) <= {one.key for one in named_rules(catalog)}
    assert set(LISTED["flags"]) <= set(catalog.flags)
    assert all(len(why.split()) > 3 for group in LISTED.values() for why in group.values())
