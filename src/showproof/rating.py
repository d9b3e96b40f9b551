"""How a draft meets one criterion or one row of a role: findings, the level by its table, what holds the level down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.rubric import Criterion, EvidenceRule, LevelLine, Limit, SkillRow
from showproof.model import Draft, Finding, Location, Rated
from showproof.rules import RULES
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found
from showproof.rules.view import View

TOP = 4
"""The highest level."""

DISPUTED = 2
"""Highest level of a row that rests on places that contradict each other; criteria say so in their limits."""

UNRELIABLE = 2.5
"""Contradictions from which on nothing in a draft can be relied on; a slip, such as a weekday, counts half."""

PLACEHOLDERS = 5
"""Placeholders from which a draft is an empty form, where no more statements than that can be checked."""


class Whole(NamedTuple):
    """What the whole draft says about each of its levels."""

    empty: bool
    """Nobody has written in it: no statement, or as many placeholders as statements that could be checked."""
    general: bool
    """It speaks in general words throughout."""
    apart: bool
    """Its statements have nothing to do with each other, or its cells with their columns."""
    unreliable: bool
    """Its places contradict each other so often that nothing in it can be relied on."""
    verified: bool
    """Some check or result stands in it with particulars."""
    disputed: frozenset[str]
    """Texts that a contradiction was found in."""


Part = Literal["essential", "support", "limit"]


class Judged(NamedTuple):
    """One rule's result, and the highest level that it allows."""

    part: Part
    rule: EvidenceRule
    found: Found
    allows: int = TOP


class Weighing(NamedTuple):
    """The results of a criterion's rules, from which level and score follow."""

    measure: Criterion | SkillRow
    judged: tuple[Judged, ...]
    whole: Whole

    def strengths(self, part: Part) -> list[float]:
        """The strengths of the essentials, the supports or the limits."""
        return [one.found.strength for one in self.judged if one.part == part]

    def mended(self, which: Judged) -> Weighing:
        """The same with one rule met."""
        met = which._replace(found=which.found._replace(strength=MET), allows=TOP)
        return self._replace(judged=tuple(met if one is which else one for one in self.judged))


def whole_of(view: View) -> Whole:
    """What the whole draft says about each of its levels."""
    draft, disputed = view.draft, view.disputes
    return Whole(
        empty=not draft.units or len(draft.unfilled) >= max(PLACEHOLDERS, view.anchored),
        general=view.general,
        apart=bool(view.apart),
        unreliable=sum(0.5 if found.slip else 1 for found in disputed) >= UNRELIABLE,
        verified=bool(view.checked),
        disputed=frozenset(text for found in disputed for text in found.said),
    )


def rate(measure: Criterion | SkillRow, view: View, kind: ArtifactType | None, whole: Whole) -> Rated:
    """The level of a criterion or row, with every finding behind it."""
    weighing = weighing_of(measure, view, kind, whole)
    level, score, capped = level_of(weighing)
    findings = tuple(_finding(one, weighing, score, view.draft, kind) for one in weighing.judged)
    title = measure.title if isinstance(measure, Criterion) else measure.skill
    return Rated(measure.id, title, level, score, findings, capped)


def weighing_of(measure: Criterion | SkillRow, view: View, kind: ArtifactType | None, whole: Whole) -> Weighing:
    """The results of all rules of a criterion or row."""

    def judge(rule: EvidenceRule) -> Found:
        if whole.empty:
            return _nothing(rule, kind)
        return RULES[rule.rule](Case(view, kind, rule))

    judged = [Judged("essential", rule, judge(rule)) for rule in measure.essentials]
    judged += [Judged("support", rule, judge(rule)) for rule in measure.supports]
    judged += [Judged("limit", rule, found := judge(rule), _allowed(rule, found)) for rule in measure.limits]
    return Weighing(measure, tuple(judged), whole)


def _nothing(rule: EvidenceRule, kind: ArtifactType | None) -> Found:
    """What a rule finds where nobody has written."""
    parts = kind.parts if kind and rule.rule == "filled" else ()
    missing = ", ".join(part.title for part in parts if part.essential)
    return Found(0.0, (), f"missing: {missing}" if missing else "")


def _allowed(limit: Limit, found: Found) -> int:
    return TOP if found.strength >= MET else limit.partly if found.strength >= PARTLY else limit.unmet


def level_of(weighing: Weighing) -> tuple[int, float, str]:
    """(level, score, why it is held down), by the level table and the caps."""
    essentials, supports = weighing.strengths("essential"), weighing.strengths("support")
    level, score = weigh(essentials, supports, weighing.measure.levels, verified=weighing.whole.verified)
    cap = min(caps_of(weighing), key=lambda cap: cap.level, default=_NO_CAP)
    if level <= cap.level:
        return level, score, ""
    # Where nothing can be relied on, what was found says nothing of the order among such drafts.
    return cap.level, float(cap.level) if cap.by in _NOTHING_HOLDS else within(cap.level, score), cap.why


class HeldDown(NamedTuple):
    """The highest level that something allows, and why."""

    by: Literal["general", "apart", "unreliable", "disputed", "limit"]
    level: int
    why: str
    rule: str = ""
    """Of a limit, the id of its rule."""


_NOTHING_HOLDS = ("apart", "unreliable")

_NO_CAP = HeldDown("limit", TOP, "")


def caps_of(weighing: Weighing) -> list[HeldDown]:
    """What the draft as a whole, and the limits of the criterion, allow at most."""
    measure, whole = weighing.measure, weighing.whole
    caps: list[HeldDown] = []
    if whole.general:
        why = "few statements name a number, a date or a person that could be checked"
        caps.append(HeldDown("general", measure.general, why))
    if whole.apart:
        why = "statements have nothing to do with each other, or cells with what their columns ask"
        caps.append(HeldDown("apart", 0, why))
    if whole.unreliable:
        caps.append(HeldDown("unreliable", 1, "figures and dates contradict each other in several places"))
    elif isinstance(measure, SkillRow) and whole.disputed and _rests_on(weighing.judged, whole.disputed):
        caps.append(HeldDown("disputed", DISPUTED, "two places that this rests on contradict each other"))
    held = ((one.rule, _allows(one, weighing)) for one in weighing.judged)
    caps += [
        HeldDown("limit", allows, rule.why, rule.id)
        for rule, allows in held
        if isinstance(rule, Limit) and allows < TOP
    ]
    return caps


def _allows(judged: Judged, weighing: Weighing) -> int:
    """What a rule allows; a limit is eased where the essentials show by themselves what it looks for."""
    if not isinstance(judged.rule, Limit) or judged.allows >= judged.rule.eased:
        return judged.allows
    share, _ = shares(weighing.strengths("essential"), ())
    return judged.rule.eased if reached(share, judged.rule.unless) else judged.allows


def shares(essentials: Sequence[float], supports: Sequence[float]) -> tuple[float, float]:
    """Mean strength of the essentials, and share of the supports that are at least partly met."""
    share = sum(essentials) / len(essentials) if essentials else 0.0
    support = sum(strength >= PARTLY for strength in supports) / len(supports) if supports else 1.0
    return share, support


def reached(share: float, least: float) -> bool:
    """Whether a share is what a line of a table asks; a hair less is, since shares are sums of thirds and the like."""
    return share >= least - 1e-9


def weigh(
    essentials: Sequence[float], supports: Sequence[float], table: Sequence[LevelLine], *, verified: bool
) -> tuple[int, float]:
    """(level, score) of strengths by a level table: the first line that holds gives the level."""
    share, support = shares(essentials, supports)
    level = 0
    for line in sorted(table, key=lambda line: -line.level):
        if reached(share, line.essentials) and reached(support, line.supports) and (verified or not line.verified):
            level = line.level
            break
    soft = sum(supports) / len(supports) if supports else 0.0
    return level, within(level, 3.0 * share + soft if share < 1 else 3.0 + soft)


def within(level: int, score: float) -> float:
    """A score kept inside the band of its level."""
    return round(min(4.0, max(float(level), min(score, level + 0.9))), 2)


def _finding(judged: Judged, weighing: Weighing, now: float, draft: Draft, kind: ArtifactType | None) -> Finding:
    rule, found = judged.rule, judged.found
    met = found.strength >= MET
    missing = _Missing() if met or found.evidence else _belongs(rule, draft, kind)
    verdict = "met" if met else "partly" if found.strength >= PARTLY else "unmet"
    say = f"{rule.say}: {found.detail}" if found.detail and not met else rule.say
    return Finding(
        id=rule.id,
        rule=rule.rule,
        say=say,
        verdict=verdict,  # type: ignore[arg-type]
        strength=found.strength,
        evidence=found.evidence,
        absence=missing.words,
        fix="" if met else rule.fix,
        worth=0.0 if met else round(max(0.0, level_of(weighing.mended(judged))[1] - now), 2),
        part=judged.part,
        allows=_allows(judged, weighing),
        question=missing.question,
        under=missing.under,
    )


class _Missing(NamedTuple):
    """Where something that is missing belongs: in words, and by the question or heading that is meant."""

    words: str = ""
    question: str = ""
    under: Location | None = None


def _belongs(rule: EvidenceRule, draft: Draft, kind: ArtifactType | None) -> _Missing:
    """Where a missing statement would be looked for: a question of the type, or a heading of the draft."""
    wanted = set(rule.about)
    best: tuple[float, _Missing] = (0.0, _Missing("nowhere in the document yet"))
    for part in kind.parts if kind else ():
        for field in (*part.fields, *(part.table.columns if part.table else ())):
            shared = wanted & set(field.facets)
            fit = len(shared) / len(field.facets) + (field.facets[0] in wanted) if shared else 0.0
            if fit > best[0]:
                best = (fit, _Missing(f"part “{part.title}”, at “{field.label}”", f"{part.id}.{field.id}"))
    if best[0]:
        return best[1]
    for heading in draft.headings:
        if wanted & heading.facets:
            words = f"under “{heading.text[:60]}” ({heading.location.where()})"
            return _Missing(words, under=heading.location)
    return best[1]


def _rests_on(judged: Sequence[Judged], disputed: frozenset[str]) -> bool:
    return any(
        evidence.quote in disputed for one in judged if one.found.strength >= CLAIMED for evidence in one.found.evidence
    )
