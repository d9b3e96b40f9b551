"""Quotes as they stand in the file: whoever looks at the place, or searches for the quote, finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from showproof.derivation import Derivation, Step
from showproof.model import Finding, Location, Outline, Quote, Rated, Scorecard

Written = Callable[[Quote], str]
"""What stands in the file at the place of a quote."""


def as_written(card: Scorecard, outline: Outline) -> Scorecard:
    """The scorecard of a draft read as this outline: each quote with the markup and the signs that stand there.

    A quote of a text file is its source; of an office file, the text as it shows, in the letters that it is written in.
    """
    written = _writer(outline)
    return card._replace(
        criteria=tuple(_rated(one, written) for one in card.criteria),
        skills=tuple(_rated(one, written) for one in card.skills),
        flags=tuple(flag._replace(evidence=_quotes(flag.evidence, written)) for flag in card.flags),
        unplaced=_quotes(card.unplaced, written),
    )


def derivation_as_written(told: Derivation, outline: Outline) -> Derivation:
    """The derivation with its quotes as they stand in the file that was read as this outline."""
    written = _writer(outline)
    return told._replace(
        steps=tuple(_step(one, written) for one in told.steps),
        caps=tuple(cap._replace(evidence=_quotes(cap.evidence, written)) for cap in told.caps),
        evidence=_quotes(told.evidence, written),
    )


def _step(step: Step, written: Written) -> Step:
    weighed = tuple(one._replace(quote=_quotes((one.quote,), written)[0]) for one in step.weighed)
    return step._replace(finding=_finding(step.finding, written), weighed=weighed)


def quotes_as_written(quotes: Iterable[Quote], outline: Outline) -> tuple[Quote, ...]:
    """The quotes as they stand in the file that was read as this outline."""
    return _quotes(quotes, _writer(outline))


def written_at(where: Location, source: Sequence[str]) -> str:
    """What stands at a place of a text file."""
    lines = list(source[where.line - 1 : max(where.line, where.end_line)])
    if lines:
        lines[-1] = lines[-1][: where.end]
        lines[0] = lines[0][where.start :]
    return "\n".join(lines)


def _writer(outline: Outline) -> Written:
    return _in_source(outline.source) if outline.source else _in_texts(outline)


def _in_source(source: Sequence[str]) -> Written:
    return lambda quote: written_at(quote.location, source)


def _in_texts(outline: Outline) -> Written:
    texts: dict[tuple[str, int, str], list[tuple[int, str]]] = {}
    for text, where in outline.standing():
        texts.setdefault((where.part, where.paragraph, where.cell), []).append((where.start, text))

    def written(quote: Quote) -> str:
        where = quote.location
        if not where.runs:
            return quote.quote
        for start, text in texts[where.part, where.paragraph, where.cell]:
            if start <= where.start and where.end <= start + len(text):
                return text[where.start - start : where.end - start]
        return quote.quote

    return written


def _rated(rated: Rated, written: Written) -> Rated:
    return rated._replace(findings=tuple(_finding(finding, written) for finding in rated.findings))


def _finding(finding: Finding, written: Written) -> Finding:
    return finding._replace(evidence=_quotes(finding.evidence, written)) if finding.evidence else finding


def _quotes(quotes: Iterable[Quote], written: Written) -> tuple[Quote, ...]:
    return tuple(Quote(written(one), one.location._replace(runs=())) for one in quotes)
