"""Why a flag is raised, or is not."""

from __future__ import annotations

from showproof.catalog.rubric import Flag
from showproof.derivation import Derivation
from showproof.derive.words import Words
from showproof.model import Scorecard


def derive_flag(flag: Flag, card: Scorecard, words: Words) -> Derivation:
    """What the flag is raised by, and the places that show it."""
    raised = next((one for one in card.flags if one.id == flag.id), None)
    return Derivation(
        file=card.file,
        subject="flag",
        id=flag.id,
        title=flag.say,
        question="",
        level=None,
        score=None,
        says="raised" if raised else "not raised",
        looked_for=(words.kind_line(flag.rule), *words.parameters(flag, flag.rule), *words.bounds(flag)),
        evidence=raised.evidence if raised else (),
        fix=flag.fix if raised else "",
    )
