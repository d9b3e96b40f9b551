"""Quick to read: headed or tabled, in short statements, and not longer than it needs to be."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from showproof.model import Draft
from showproof.rules.base import CLAIMED, Case, Found, grade, quote

LONG_SENTENCE = 45
"""Words above which a sentence has to be read twice."""
LONG_PARAGRAPH = 170
"""Words above which a paragraph hides what it says."""
SHORTHAND = 0.09
"""Share of codes, signs and clipped words among all words, above which a stranger has to guess."""
_VOWELS = frozenset("aeiouyàáäéèêíóöúü")
_USUAL = frozenset(("vs", "mr", "mrs", "ms", "dr", "st", "pm", "hrs", "hr", "km", "kg", "mm", "cm", "th", "nd", "rd"))
"""Short forms that anybody reads."""
_SIGNS = frozenset("=+→<>|≥≤×Δ/")


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
        if unit.kind == "sentence":
            paragraphs[unit.paragraph] += len(unit.text.split())
    blocks = sum(words for words in paragraphs.values() if words > LONG_PARAGRAPH)
    share = 1.0 - 2.0 * len(long) / len(draft.units) - 0.8 * blocks / draft.words
    headed = len(draft.headings) >= 2 or any(unit.table >= 0 for unit in draft.units) or draft.words < 250
    cryptic = _shorthand(draft) > SHORTHAND
    share -= 0.25 * (not headed) + 0.25 * cryptic
    faults = (
        "long paragraphs or sentences" if long or blocks else "",
        "" if headed else "no headings",
        "much shorthand that a stranger must guess" if cryptic else "",
    )
    detail = "; ".join(filter(None, faults)) if share < 0.85 else ""
    evidence = tuple(quote(unit.observations[0]) for unit in long[:2])
    return Found(grade(max(share, 0.01)), evidence, detail)


def _shorthand(draft: Draft) -> float:
    """Share of the words that are codes, signs in place of words, or words without their vowels."""
    words = [word for unit in draft.units for word in unit.text.split()]
    return sum(map(_is_short, words)) / len(words)


@lru_cache(maxsize=20_000)
def _is_short(word: str) -> bool:
    plain = word.strip(".,;:()[]\"'“”’*")
    if not plain:
        return False
    if plain.isalpha():
        return len(plain) > 1 and (
            plain.isupper() or (plain.islower() and not _VOWELS & set(plain) and plain not in _USUAL)
        )
    return bool(_SIGNS & set(plain) or "_" in plain) or (plain[0].isalpha() and any(map(str.isdigit, plain)))
