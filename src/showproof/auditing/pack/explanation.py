"""Why a decision came about, for the candidate: what it rested on, what spoke for and against, how to ask again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from statistics import fmean
from typing import Any

from showproof.auditing.pack.given import Given, Review
from showproof.calibration.decisions import Decision
from showproof.calibration.explained import Explanation, Point, Rated
from showproof.calibration.group_agreement import WHOLE
from showproof.calibration.ratings import Ratings
from showproof.outputs.terminal import LEVELS, short

STRENGTHS, GAPS, QUOTED = 4, 5, 220
"""Most points on either side, and characters of a quote."""
GOOD = 3
"""The level from which something speaks for a draft."""
NO_REASONS = (
    "The files of this procedure hold no reasons for this decision: no rating and no scorecard of what you handed in. "
    "Ask for them."
)
IS_NOT = (
    "A level says what stands in a document, not how able you are. Work samples predict how people do at work with a "
    "validity of about .33 (Sackett et al., 2022), not more. This page is no legal advice; your rights depend on where "
    "you live."
)


def explanations(given: Given) -> Iterator[Explanation]:
    """One for each candidate: of the decisions, else of everybody who was rated or scored."""
    if given.decisions:
        yield from (_explanation(given, one, decided=True) for one in given.decisions.made)
        return
    for draft in sorted({*given.ratings.drafts, *given.cards}):
        yield _explanation(given, Decision(draft, selected=False, groups={}, drafts=(draft,)), decided=False)


def _explanation(given: Given, one: Decision, *, decided: bool) -> Explanation:
    cards = [given.cards[draft] for draft in one.drafts if draft in given.cards]
    rated = tuple(_rated(given.ratings, one.drafts, given.titles))
    return Explanation(
        candidate=one.candidate,
        decision=_decision(one) if decided else "The files of this procedure do not say what was decided.",
        rested_on=tuple(_rested_on(given, one, cards)),
        spoke_for=tuple(point for card in cards for point in _strengths(card))[:STRENGTHS],
        spoke_against=tuple(point for card in cards for point in _gaps(card))[:GAPS],
        rated=rated,
        review=tuple(_review(given.review, one.candidate)),
        is_not=IS_NOT,
    )


def _decision(one: Decision) -> str:
    what = "You were selected" if one.selected else "You were not selected"
    when = f" on {one.date}" if one.date else ""
    who = f"; decided by {one.decided_by}" if one.decided_by else ""
    return f"{what}{when}{who}."


def _rested_on(given: Given, one: Decision, cards: Sequence[dict[str, Any]]) -> Iterator[str]:
    if one.reason:
        yield f"The reason given: “{one.reason}”"
    levels = [found.level for found in given.ratings.of_kind("person").given
              if found.draft in one.drafts and found.scale == WHOLE]  # fmt: skip
    if levels:
        told = ", ".join(f"{level:g}" for level in levels)
        mean = f" (mean {fmean(levels):.1f})" if len(levels) > 1 else ""
        yield f"People rated your work, each by themselves: overall {told} of 4{mean}."
    for card in cards:
        file, overall = PurePath(card["file"]).name, card["overall"]
        yield (
            f"Written rules, which people set before, scored {file}: level {overall['level']} of 4, "
            f"“{overall['verdict']}”. No model judged you."
        )
    for settled in given.settled:
        if settled.draft in one.drafts:
            about = given.titles.get(settled.scale, settled.scale)
            yield f"Where raters differed on “{about}”, people settled on level {settled.level}: “{settled.reason}”"
    if given.decisions and given.decisions.scored and one.score is not None:
        yield f"The score that stood beside the decision: {one.score:g}."
    if not levels and not cards:
        yield NO_REASONS


def _rated(ratings: Ratings, drafts: tuple[str, ...], titles: dict[str, str]) -> Iterator[Rated]:
    """What people gave, raters without their names."""
    people = ratings.of_kind("person")
    for scale in people.scales:
        found = [one for one in people.given if one.draft in drafts and one.scale == scale]
        if found:
            levels = ", ".join(f"{one.level:g}" for one in found)
            notes = tuple(short(one.note, QUOTED) for one in found if one.note)
            yield Rated(titles.get(scale, scale.removeprefix("skill:")), levels, notes)


def _strengths(card: dict[str, Any]) -> Iterator[Point]:
    """The best criteria and rows with the words that show them."""
    best = sorted(_scales(card), key=lambda one: -one[1]["score"])
    for path, scale in best:
        shown = next((one for one in _findings(card, path) if one["verdict"] == "met" and one["evidence"]), None)
        if scale["level"] >= GOOD and shown:
            quote = shown["evidence"][0]
            says = f"{_level(scale)}: {shown['looks_for']}"
            yield Point(scale["title"], says, short(quote["quote"], QUOTED), quote["where"])


def _level(scale: dict[str, Any]) -> str:
    return f"level {scale['level']} ({LEVELS[scale['level']]})"


def _gaps(card: dict[str, Any]) -> Iterator[Point]:
    """Signals that count against it, then what is missing, the most worth first."""
    for flag in card["flags"]:
        quote = flag["evidence"][0] if flag["evidence"] else {"quote": "", "where": ""}
        yield Point("Counts against it", flag["means"], short(quote["quote"], QUOTED), quote["where"], flag["fix"])
    scales = dict(_scales(card))
    told = set()
    open_ = [one for one in card["findings"] if one["verdict"] in ("unmet", "partly") and one["worth"] > 0]
    for one in sorted(open_, key=lambda finding: -finding["worth"]):
        path = one["id"].rpartition(".")[0]
        if path in scales and one["looks_for"] not in told:
            told.add(one["looks_for"])
            quote = one["evidence"][0] if one["evidence"] else {"quote": "", "where": one["absence"] or ""}
            how = "only in part" if one["verdict"] == "partly" else "not enough" if one["evidence"] else "not there"
            says = f"{_level(scales[path])}; {how}: {one['looks_for']}"
            yield Point(scales[path]["title"], says, short(quote["quote"], QUOTED), quote["where"], one["fix"] or "")


def _scales(card: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for group in ("criteria", "skills"):
        yield from ((f"{group}.{name}", one) for name, one in card[group].items())


def _findings(card: dict[str, Any], path: str) -> Iterator[dict[str, Any]]:
    return (one for one in card["findings"] if one["id"].rpartition(".")[0] == path)


def _review(review: Review, candidate: str) -> Iterator[str]:
    yield (
        "You may ask for a person to look at this again, someone who had no part in it where that is possible, and you "
        "may send what you think was overlooked."
    )
    if review.contact:
        until = f" until {review.until}" if review.until else ""
        yield f"Write{until} to: {review.contact}. Name the code {candidate}; nothing else is needed."
    else:
        yield "No contact was given when this was written: ask whoever told you the decision."
    yield "Asking must not count against you."
