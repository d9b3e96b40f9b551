"""Quick to read: headed or tabled, in short statements, and not longer than it needs to be."""

from __future__ import annotations

from collections import Counter

from showproof.rules.base import CLAIMED, Case, Found, grade, quote

LONG_SENTENCE = 45
"""Words above which a sentence has to be read twice."""
LONG_PARAGRAPH = 170
"""Words above which a paragraph hides what it says."""


def readable(case: Case) -> Found:
    """Share of the draft that stands in short statements, less for missing headings and very long paragraphs."""
    draft = case.draft
    if not draft.units or draft.words < 40:
        return Found(CLAIMED if draft.units else 0.0, (), "there is too little text to read")
    long = [
        unit
        for unit in draft.units
        for o in unit.observations[:1]
        if unit.kind != "row" and len(o.text.split()) > LONG_SENTENCE
    ]
    paragraphs: Counter[int] = Counter()
    for unit in draft.units:
        if unit.kind != "row":
            paragraphs[unit.paragraph] += len(unit.text.split())
    blocks = sum(words for words in paragraphs.values() if words > LONG_PARAGRAPH)
    share = 1.0 - 2.0 * len(long) / len(draft.units) - 0.8 * blocks / draft.words
    headed = len(draft.headings) >= 2 or any(unit.table >= 0 for unit in draft.units) or draft.words < 250
    share -= 0 if headed else 0.25
    detail = (
        ""
        if share >= 0.85
        else "long paragraphs or sentences; no headings"
        if not headed
        else "long paragraphs or sentences"
    )
    evidence = tuple(quote(unit.observations[0]) for unit in long[:2])
    return Found(grade(max(share, 0.01)), evidence, detail)
