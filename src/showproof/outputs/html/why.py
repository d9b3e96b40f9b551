"""Every level's derivation as a page unfolds it, its quotes leading to their places in the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from showproof.derivation import Derivation, Line
from showproof.model import Finding, Location, Quote
from showproof.outputs.derivation_text import strength_in_words
from showproof.outputs.html.standing import Texts


class Cited(NamedTuple):
    """A quote, its place in words, and the text of the page that it leads to, if any."""

    quote: str
    where: str
    text: int | None


class Shown(NamedTuple):
    """One rule of a derivation."""

    finding: Finding
    strength: str
    looked_for: tuple[str, ...]
    decided: tuple[tuple[Cited, tuple[str, ...]], ...]
    """Statements that decided, each with what it lacks."""
    found: tuple[Cited, ...]


class Why(NamedTuple):
    """One derivation."""

    of: Derivation
    rules: tuple[Shown, ...]
    caps: tuple[tuple[str, int, bool, tuple[Cited, ...]], ...]
    """Why, the highest level with it, whether the level would be higher without it, and the places that show it."""
    found: tuple[Cited, ...]
    gives: Line | None
    """The line of the level table that gives the level."""


def why(told: Derivation, texts: Texts) -> Why:
    """What led to one level."""

    def led(quotes: Iterable[Quote]) -> tuple[Cited, ...]:
        return tuple(cited(one, texts) for one in quotes)

    rules = tuple(
        Shown(
            step.finding,
            strength_in_words(step.finding.strength),
            step.looked_for,
            tuple((cited(one.quote, texts), one.lacks) for one in step.weighed),
            () if step.weighed else led(step.finding.evidence),
        )
        for step in told.steps
    )
    caps = tuple((cap.why, cap.level, cap.binds, led(cap.evidence)) for cap in told.caps)
    gives = next((line for line in told.lines if line.holds), None)
    return Why(told, rules, caps, led(told.evidence), gives)


def cited(one: Quote, texts: Texts) -> Cited:
    """The quote with what it leads to."""
    return Cited(one.quote, one.location.where(), leads_to(one.location, texts))


def leads_to(where: Location, texts: Texts) -> int | None:
    """The running number of the first text at a place."""
    return next((stretch.text for stretch in texts.at(where)), None)
