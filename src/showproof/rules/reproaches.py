"""Reproaches: a bad outcome laid to the attitude or the fault of somebody, not to a fact about their work."""

from __future__ import annotations

import re
from collections.abc import Iterable

from showproof.model import Observation, Unit
from showproof.rules.view import ANCHORS

_HABIT = frozenset(("party", "failing", "habit"))
"""Who, what they fail at, and that they do so by habit: a reproach, where no figure or day makes it a fact."""
_SPOKEN = re.compile(r"[\"“«][^\"”»]*[\"”»]?")
_SUPPOSED = re.compile(r"(?i)\b(?:if|when|whenever|unless|should|in case)\b")
_IT_DEPARTMENT = re.compile(r"\bIT\b")


def reproaches(units: Iterable[Unit]) -> list[Observation]:
    """The statements that blame; mild ones only where there are two, since one may be a complaint about a fact."""
    told = [observation for unit in units for observation in unit.observations]
    open_ones = [one for one in told if _blames(one)]
    mild = [one for one in told if _complains(one)]
    return [one for one in told if one in open_ones or (len(open_ones) + len(mild) > 1 and one in mild)]


def _blames(said: Observation) -> bool:
    """Fault or attitude laid to somebody in so many words, by the writer."""
    return ("blame" in said.traits or ("scorn" in said.traits and _names_party(said))) and not _is_quoted(said.text)


def _complains(said: Observation) -> bool:
    """Somebody fails at something by habit, without a figure or a day that could be checked."""
    return (
        _HABIT - {"party"} <= said.traits
        and _names_party(said)
        and not said.traits & (ANCHORS - {"thing", "person"})
        and not _SUPPOSED.search(said.text)
        and not _is_quoted(said.text)
    )


def _names_party(said: Observation) -> bool:
    """A party to blame: a vendor, a department, `they`; `IT` is told from `it` by its capitals."""
    return "party" in said.traits or bool(_IT_DEPARTMENT.search(said.text))


def _is_quoted(text: str) -> bool:
    """Whether most of the statement is somebody else's words, in quotation marks."""
    spoken = sum(len(part.split()) for part in _SPOKEN.findall(text))
    return spoken * 2 > len(text.split())
