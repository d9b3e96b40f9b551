"""A draft and a rubric to a scorecard: findings, levels by the rubric's own tables, flags, the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.rubric import Criterion, EvidenceRule, Flag, LevelLine, OverallLine, Role, Screen, SkillRow
from showproof.model import Draft, Finding, Raised, Rated, Scorecard
from showproof.rules import RULES
from showproof.rules.base import CLAIMED, MET, PARTLY, Case, Found, quote
from showproof.rules.runs import Runs
from showproof.rules.signals import SIGNALS
from showproof.rules.signals.base import Suspect
from showproof.rules.view import ANCHORS, EMPTY, View

CAP = 2
"""Highest level of what rests on places that contradict each other."""

UNRELIABLE = 3
"""Contradictions from which on nothing in a draft can be relied on: one is a slip, two are carelessness."""

GENERAL = 0.3
"""A draft is general where the statements that can be checked, less the empty ones, are fewer than this share."""


class Rubric(NamedTuple):
    """Everything that a draft is judged by."""

    version: str
    digest: str
    criteria: tuple[Criterion, ...]
    flags: tuple[Flag, ...]
    screen: Screen
    role: Role


def score_draft(
    draft: Draft,
    rubric: Rubric,
    kind: ArtifactType | None,
    *,
    sha256: str,
    shipped: Runs,
    notices: Sequence[str] = (),
) -> Scorecard:
    """The scorecard of one draft; `shipped` are the runs of words of showproof's own texts for its type."""
    view = View(draft)
    flags = tuple(raised for flag in rubric.flags if (raised := _raise(flag, view, kind, rubric.role, shipped)))
    whole = _whole(view)
    criteria = tuple(_rate(criterion, view, kind, whole) for criterion in rubric.criteria)
    skills = tuple(_rate(row, view, kind, whole) for row in rubric.role.rows)
    level, verdict = _verdict(criteria, skills, rubric.screen)
    caps = {flag.id: flag.cap for flag in rubric.flags}
    capped = min([level, *(caps[flag.id] for flag in flags)])
    if capped < level:
        level, verdict = capped, next(line.say for line in rubric.screen.lines if line.level == capped)
    mean = sum(rated.score for rated in criteria) / len(criteria)
    best = max(rated.score for rated in skills)
    return Scorecard(
        file=draft.outline.file,
        sha256=sha256,
        role=draft.role,
        artifact=draft.artifact,
        rubric_version=rubric.version,
        rubric_digest=rubric.digest,
        level=level,
        score=_within(level, 0.8 * mean + 0.2 * best),
        verdict=verdict,
        criteria=criteria,
        skills=skills,
        flags=flags,
        notices=(*draft.outline.notices, *notices),
        unplaced=tuple(quote(observation) for observation in draft.unplaced),
    )


class _Whole(NamedTuple):
    """What the whole draft says about each of its levels."""

    empty: bool
    """Nobody has written in it: no statement, or mostly placeholders."""
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


def _whole(view: View) -> _Whole:
    draft, disputed = view.draft, view.disputes
    units = len(draft.units)
    told = sum(bool(unit.traits & ANCHORS) for unit in draft.units)
    vague = sum(bool(unit.traits & EMPTY) for unit in draft.units)
    return _Whole(
        empty=not units or len(draft.unfilled) > sum(len(unit.observations) for unit in draft.units),
        general=told - vague < GENERAL * units,
        apart=bool(view.apart),
        unreliable=len(disputed) >= UNRELIABLE,
        verified=_verified(draft),
        disputed=frozenset(evidence.quote for _, pair in disputed for evidence in pair),
    )


def _rate(measure: Criterion | SkillRow, view: View, kind: ArtifactType | None, whole: _Whole) -> Rated:
    draft = view.draft
    rules, cut = (*measure.essentials, *measure.supports), len(measure.essentials)
    if whole.empty:
        lacks = "missing: " + ", ".join(part.title for part in kind.parts if part.essential) if kind else ""
        found = [
            Found(0.0, (), lacks if rule in measure.essentials and rule.rule == "filled" else "") for rule in rules
        ]
    else:
        found = [RULES[rule.rule](Case(view, kind, rule)) for rule in rules]
    strengths = [one.strength for one in found[:cut]], [one.strength for one in found[cut:]]
    findings = [
        _finding(rule, one, draft, kind, support=place >= cut)
        for place, (rule, one) in enumerate(zip(rules, found, strict=True))
    ]
    level, score = weigh(*strengths, measure.levels, verified=whole.verified)
    cap, capped = _cap(measure, findings, whole)
    if level > cap:
        level, score = cap, _within(cap, score)
    else:
        capped = ""
    priced = tuple(
        _priced(finding, findings, strengths, measure.levels, whole.verified, score, cap) for finding in findings
    )
    title = measure.title if isinstance(measure, Criterion) else measure.skill
    return Rated(measure.id, title, level, score, priced, capped)


def _cap(measure: Criterion | SkillRow, findings: Sequence[Finding], whole: _Whole) -> tuple[int, str]:
    """The highest level that the draft as a whole allows, and why."""
    caps = [(4, "")]
    if whole.general:
        caps.append((measure.general, "few statements name a number, a date or a person that could be checked"))
    if whole.apart:
        caps.append((1, "statements have nothing to do with each other, or cells with what their columns ask"))
    if whole.unreliable:
        caps.append((1, "figures and dates contradict each other in several places"))
    elif _rests_on(findings, whole.disputed):
        caps.append((CAP, "two places that this rests on contradict each other"))
    return min(caps, key=lambda pair: pair[0])


def weigh(
    essentials: Sequence[float], supports: Sequence[float], table: Sequence[LevelLine], *, verified: bool
) -> tuple[int, float]:
    """(level, score) of strengths by a level table: the first line that holds gives the level."""
    share = sum(essentials) / len(essentials) if essentials else 0.0
    support = sum(strength >= PARTLY for strength in supports) / len(supports) if supports else 1.0
    level = 0
    for line in sorted(table, key=lambda line: -line.level):
        if share >= line.essentials - 1e-9 and support >= line.supports - 1e-9 and (verified or not line.verified):
            level = line.level
            break
    soft = sum(supports) / len(supports) if supports else 0.0
    return level, _within(level, 3.0 * share + soft if share < 1 else 3.0 + soft)


def _within(level: int, score: float) -> float:
    """A score kept inside the band of its level."""
    return round(min(4.0, max(float(level), min(score, level + 0.9))), 2)


def _finding(rule: EvidenceRule, found: Found, draft: Draft, kind: ArtifactType | None, *, support: bool) -> Finding:
    verdict = "met" if found.strength >= MET else "partly" if found.strength >= PARTLY else "unmet"
    fix = "" if verdict == "met" else rule.fix
    absence = "" if verdict == "met" or found.evidence else _belongs(rule, draft, kind)
    say = f"{rule.say}: {found.detail}" if found.detail and verdict != "met" else rule.say
    return Finding(rule.id, rule.rule, say, verdict, found.strength, found.evidence, absence, fix, 0.0, support)  # type: ignore[arg-type]


def _belongs(rule: EvidenceRule, draft: Draft, kind: ArtifactType | None) -> str:
    """Where a missing statement would be looked for: a question of the type, or a heading of the draft."""
    wanted = set(rule.about)
    best: tuple[float, str] = (0.0, "")
    for part in kind.parts if kind else ():
        for field in (*part.fields, *(part.table.columns if part.table else ())):
            shared = wanted & set(field.facets)
            fit = len(shared) / len(field.facets) + (field.facets[0] in wanted) if shared else 0.0
            if fit > best[0]:
                best = (fit, f"part “{part.title}”, at “{field.label}”")
    if best[1]:
        return best[1]
    for heading in draft.headings:
        if wanted & heading.facets:
            return f"under “{heading.text[:60]}” ({heading.location.where()})"
    return "nowhere in the document yet"


def _priced(
    finding: Finding,
    findings: Sequence[Finding],
    strengths: tuple[Sequence[float], Sequence[float]],
    table: Sequence[LevelLine],
    verified: bool,
    now: float,
    cap: int,
) -> Finding:
    """The finding with what mending exactly it would add."""
    if finding.verdict == "met":
        return finding
    at = next(index for index, other in enumerate(findings) if other is finding)
    mended = [*strengths[0], *strengths[1]]
    mended[at] = MET
    cut = len(strengths[0])
    level, score = weigh(mended[:cut], mended[cut:], table, verified=verified)
    score = _within(cap, score) if level > cap else score
    return finding._replace(worth=round(max(0.0, score - now), 2))


def _verdict(criteria: Sequence[Rated], skills: Sequence[Rated], screen: Screen) -> tuple[int, str]:
    levels = {rated.id: rated.level for rated in criteria}
    best = max((rated.level for rated in skills), default=0)
    for line in screen.lines:
        if _holds(line, levels, best):
            return line.level, line.say
    return 0, screen.lines[-1].say


def _holds(line: OverallLine, levels: dict[str, int], best: int) -> bool:
    reached = all(sum(level >= int(least) for level in levels.values()) >= count for least, count in line.reach.items())
    floors = all(levels.get(name, 0) >= least for name, least in (line.floor or {}).items())
    return reached and floors and best >= line.skill


def _raise(flag: Flag, view: View, kind: ArtifactType | None, role: Role, shipped: Runs) -> Raised | None:
    found = SIGNALS[flag.rule](Suspect(view, kind, flag, role.variants, shipped))
    return None if found is None else Raised(flag.id, flag.say, flag.fix, found)


def _rests_on(findings: Sequence[Finding], disputed: frozenset[str]) -> bool:
    return any(
        evidence.quote in disputed
        for finding in findings
        if finding.strength >= CLAIMED
        for evidence in finding.evidence
    )


def _verified(draft: Draft) -> bool:
    """Whether some check or result stands in the draft with particulars."""
    return any(
        unit.facets & {"verification", "result"}
        and "check" in unit.traits
        and unit.traits & {"quantity", "when", "person"}
        for unit in draft.units
    )
