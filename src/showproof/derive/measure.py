"""How a criterion or a row of a role got its level: rule by rule, line by line of its table, and what held it down."""

from __future__ import annotations

from collections.abc import Iterator

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.rubric import Criterion, LevelLine, SkillRow
from showproof.derivation import Asked, Cap, Derivation, Line, Step, Weighed
from showproof.derive.words import Words
from showproof.model import Finding, Quote, Rated
from showproof.rating import HeldDown, Weighing, Whole, caps_of, rate, reached, shares, weigh, weighing_of, whole_of
from showproof.rules import WEIGHED
from showproof.rules.base import Case, quotes
from showproof.rules.view import ANCHORS, View

LEVELS = ("missing", "claimed", "shown", "demonstrated", "defensible")


def derive_measure(measure: Criterion | SkillRow, view: View, kind: ArtifactType | None, words: Words) -> Derivation:
    """All that led to the level of one criterion or row."""
    whole = whole_of(view)
    rated, weighing = rate(measure, view, kind, whole), weighing_of(measure, view, kind, whole)
    row = isinstance(measure, SkillRow)
    return Derivation(
        file=view.draft.outline.file,
        subject="row" if row else "criterion",
        id=measure.id,
        title=rated.title,
        question=measure.good if isinstance(measure, SkillRow) else measure.question,
        level=rated.level,
        score=rated.score,
        says=LEVELS[rated.level],
        steps=tuple(_steps(weighing, rated, view, kind, words)),
        lines=tuple(_line(line, weighing) for line in sorted(measure.levels, key=lambda line: -line.level)),
        caps=tuple(_caps(weighing, rated, view)),
    )


def _steps(weighing: Weighing, rated: Rated, view: View, kind: ArtifactType | None, words: Words) -> Iterator[Step]:
    for judged, finding in zip(weighing.judged, rated.findings, strict=True):
        rule = judged.rule
        decided = () if weighing.whole.empty or rule.rule not in WEIGHED else WEIGHED[rule.rule](Case(view, kind, rule))
        weighed = tuple(Weighed(quote, lacks) for quote, lacks in decided)
        yield Step(finding, words.kind_line(rule.rule), words.parameters(rule, rule.rule), weighed)


def _line(line: LevelLine, weighing: Weighing) -> Line:
    essentials, supports = weighing.strengths("essential"), weighing.strengths("support")
    share, support = shares(essentials, supports)
    asked = [Asked(f"essentials met to {line.essentials:.0%}", f"{share:.0%}", reached(share, line.essentials))]
    if line.supports:
        asks = f"{line.supports:.0%} of the supports met, at least partly"
        asked.append(Asked(asks, f"{support:.0%}", reached(support, line.supports)))
    if line.verified:
        verified = weighing.whole.verified
        asks = "a check or a result with particulars, anywhere in the draft"
        asked.append(Asked(asks, "there is one" if verified else "there is none", verified))
    return Line(line.level, LEVELS[line.level], tuple(asked))


def _caps(weighing: Weighing, rated: Rated, view: View) -> Iterator[Cap]:
    essentials, supports = weighing.strengths("essential"), weighing.strengths("support")
    earned, _ = weigh(essentials, supports, weighing.measure.levels, verified=weighing.whole.verified)
    for held in caps_of(weighing):
        yield Cap(held.level, held.why, _places(held, weighing.whole, rated, view), held.level < earned)


def _places(held: HeldDown, whole: Whole, rated: Rated, view: View) -> tuple[Quote, ...]:
    """The places that show why a level is held down."""
    if held.by == "general":
        loose = [unit for unit in view.draft.units if not unit.traits & ANCHORS]
        return quotes(loose, frozenset())
    if held.by == "apart":
        return view.apart[:6]
    if held.by == "unreliable":
        return tuple(quote for found in view.disputes for quote in found.quotes)[:6]
    findings: list[Finding] = [one for one in rated.findings if held.by == "disputed" or one.id == held.rule]
    found = dict.fromkeys(quote for finding in findings for quote in finding.evidence)
    return tuple(quote for quote in found if held.by == "limit" or quote.quote in whole.disputed)
