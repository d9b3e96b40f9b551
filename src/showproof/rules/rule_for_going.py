"""A rule for going ahead, and a going ahead that it forbids: `go needs 7 of 9`, `we went live with 5 of 9`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from showproof.model import Observation
from showproof.rules.dispute import Dispute, dispute
from showproof.rules.name_words import name_words
from showproof.rules.passages import words_before
from showproof.rules.view import View
from showproof.values import Value

_GO = r"\b(?:go|go-live|live|launch|release|ship|roll[- ]?out|cut ?over|start|promote|move on|proceed|switch)\b"
_NEEDS = r"\b(?:needs?|requires?|only (?:if|when|with|after)|at least|not (?:before|below|without)|takes)\b[^.;]*$"
_WENT = (
    r"\b(?:went (?:live|ahead)|released|launched|shipped|rolled out|cut over|switched over|promoted|proceeded"
    r"|moved on)\b"
    r"[^.;]{0,40}\b(?:with|at|on|though|although)\b[^.;]{0,24}$"
)
_HELD = (
    r"\bnot\b|n['’]t\b"
    r"|\b(?:exception|waiv\w+|despite|although|though|anyway|nevertheless|until|would|if|pilot)\b"
)
_ABOVE, _BELOW = frozenset((">", ">=")), frozenset(("<", "<="))


class Gate(NamedTuple):
    """What is needed to go ahead."""

    observation: Observation
    value: Value

    @property
    def place(self) -> tuple[Observation, int, int]:
        """The figure's own words."""
        return self.observation, self.value.start, self.value.end


def went_against_rule(view: View) -> Iterator[Dispute]:
    """Every going ahead with a figure that the rule does not allow."""
    gates: list[Gate] = []
    gone: list[Gate] = []
    for unit in view.draft.units:
        for observation in unit.observations if unit.traits & {"ratio", "percent"} else ():
            for value in observation.values:
                if value.kind not in ("ratio", "percent") or value.low is None:
                    continue
                before = re.split(r"[.;]", words_before(observation, value))[-1]
                if re.search(_WENT, before) and not re.search(_HELD, observation.text.lower()):
                    gone.append(Gate(observation, value))
                elif re.search(_GO, before) and re.search(_NEEDS, before):
                    gates.append(Gate(observation, value))
    for gate in gates:
        for one in gone:
            if _forbidden(gate, one):
                fault = f"going ahead needs {gate.value.text}, and it went ahead with {one.value.text}"
                yield dispute(fault, gate.place, one.place)


def _forbidden(gate: Gate, one: Gate) -> bool:
    """Whether a figure is on the wrong side of the one that is needed, of the same whole or the same measure."""
    need, got = gate.value, one.value
    if need.kind != got.kind or need.low is None or got.low is None:
        return False
    if need.kind == "ratio":
        return need.high == got.high and got.low < need.low
    shared = name_words(words_before(gate.observation, need)[-40:]) & name_words(one.observation.text)
    if not shared - name_words(_GO):
        return False
    return (need.comparator in _ABOVE and got.low < need.low) or (need.comparator in _BELOW and got.low > need.low)
