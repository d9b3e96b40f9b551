"""Which section a heading opens, by its words; near names count."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz, process

from showproof.catalog.report_words import ReportWords
from showproof.market.words import folded, said_in, words_of

MOST_WORDS = 14
SURE, NEAR = 95, 84
"""Likeness, 0 to 100, of a heading that has a section's name in it, and the least of one that is only near."""
_NUMBERS = frozenset(("one", "two", "three", "first", "second", "third"))
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


class Match(NamedTuple):
    """A section by its id, and how like its name the heading is, 0 to 100; "" for none."""

    id: str
    likeness: float


class HeadingNames:
    """All names of sections, to be asked for one heading after another."""

    def __init__(self, words: ReportWords) -> None:
        self._sections = words.sections
        self._names = {
            " ".join(words_of(name)): section for section, names in words.sections.items() for name in names.headings
        }
        self._known: dict[str, Match] = {}

    def match(self, text: str) -> Match:
        """The section that a heading opens."""
        if len(text) > 160 or not 0 < len(text.split()) <= MOST_WORDS:
            return Match("", 0.0)
        if text not in self._known:
            self._known[text] = max(map(self._match, _forms(text)), key=lambda match: match.likeness)
        return self._known[text]

    def _match(self, text: str) -> Match:
        said = " ".join(words_of(text))
        if said in self._names:
            return Match(self._names[said], 100.0)
        begun = [name for name in self._names if " " in name and said.startswith(f"{name} ")]
        if begun:
            return Match(self._names[max(begun, key=len)], float(SURE))
        found = process.extractOne(said, self._names.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
        turned = process.extractOne(said, self._names.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR)
        best = max((one for one in (found, turned) if one), key=lambda one: one[1], default=None)
        return Match(self._names[best[0]], best[1]) if best else Match("", 0.0)

    def led(self, text: str) -> str:
        """The section that a line before a list makes of the list; the words that stand first decide."""
        said = folded(text)
        for section, names in self._sections.items():
            if any(said_in(lead, said) for lead in names.leads):
                return section
        return ""

    def begun(self, text: str) -> str:
        """The section whose items begin like this one, whatever it stands under: `Weeks 1–2:`, `30 days:`."""
        said = " ".join(words_of(text.partition(":")[0])) if ":" in text[:40] else ""
        if not (_NUMBERS.intersection(said.split()) or any(sign.isdigit() for sign in said)):
            return ""
        for section, names in self._sections.items():
            if any(said == name or said.startswith(f"{name} ") for name in names.begins):
                return section
        return ""


def _forms(text: str) -> tuple[str, ...]:
    """A heading whole, without what stands in brackets, and the part before a colon."""
    short = _ASIDE.sub("", text).strip() or text
    return (text, short, short.partition(":")[0]) if ":" in short else (text, short)
