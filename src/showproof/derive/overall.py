"""How the overall verdict came about: the screen's lines, and the flags that hold it down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showproof.catalog.rubric import OverallLine
from showproof.derivation import Asked, Cap, Derivation, Line
from showproof.model import Rated, Scorecard
from showproof.scoring import Rubric, verdict_of


def derive_overall(card: Scorecard, rubric: Rubric) -> Derivation:
    """All that led to the verdict on the whole draft."""
    earned, _ = verdict_of(card.criteria, card.skills, rubric.screen)
    caps = {flag.id: flag.cap for flag in rubric.flags}
    mean = sum(one.score for one in card.criteria) / len(card.criteria)
    best = max(card.skills, key=lambda one: one.score)
    return Derivation(
        file=card.file,
        subject="overall",
        id="overall",
        title="Overall verdict",
        question="Would this draft advance?",
        level=card.level,
        score=card.score,
        says=card.verdict,
        lines=tuple(_line(line, card) for line in rubric.screen.lines),
        caps=tuple(
            Cap(caps[flag.id], f"{flag.id}: {flag.say}", flag.evidence, caps[flag.id] < earned)
            for flag in card.flags
            if caps[flag.id] < 4
        ),
        looked_for=(
            f"the score mixes the mean of the criteria, {mean:.2f} (four fifths), and the best row, "
            f"{best.title} at {best.score:.2f} (one fifth), and stays inside the band of the level",
        ),
    )


def _line(line: OverallLine, card: Scorecard) -> Line:
    return Line(line.level, line.say, tuple(_asked(line, card.criteria, card.skills)))


def _asked(line: OverallLine, criteria: Sequence[Rated], skills: Sequence[Rated]) -> Iterator[Asked]:
    for least, count in line.reach.items():
        there = [one.id for one in criteria if one.level >= int(least)]
        asks = f"{count} criteria at level {least} or higher"
        yield Asked(asks, f"{len(there)}: {', '.join(there) or 'none'}", len(there) >= count)
    levels = {one.id: one.level for one in criteria}
    for name, level in (line.floor or {}).items():
        yield Asked(f"{name} at level {level} or higher", f"{levels.get(name, 0)}", levels.get(name, 0) >= level)
    for name, rule in (line.rules or {}).items():
        finding = next(
            (one for rated in criteria if rated.id == name for one in rated.findings if one.id == rule), None
        )
        met = finding is not None and finding.verdict == "met"
        yield Asked(f"{name}: {finding.say.partition(':')[0] if finding else rule}", "yes" if met else "no", met)
    if line.skill:
        best = max(skills, key=lambda one: one.level)
        asks = f"one skill row at level {line.skill} or higher"
        yield Asked(asks, f"{best.level}: {best.id}", best.level >= line.skill)
