"""No draft that nobody worked for gets past the screen: every attack, for every type and every role that it serves."""

from __future__ import annotations

import pytest
from attacks import ATTACKS

from example_drafts import TYPES, judged_for, read
from showproof.api import Scorer
from showproof.catalog.store import Catalog


@pytest.mark.parametrize("artifact", TYPES)
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_draft_without_work_behind_it_is_rejected(
    attack: str, artifact: str, catalog: Catalog, scorer: Scorer
) -> None:
    kind = catalog.artifact(artifact)
    draft = read(scorer, ATTACKS[attack](catalog, kind, kind.usual_role), kind.usual_role, artifact)
    cards = judged_for(scorer, draft, kind.proves)
    assert {role: card.level for role, card in cards.items() if card.level > 1} == {}
