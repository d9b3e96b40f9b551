"""Who the report is about: title, segment, track and variants of the role."""

from __future__ import annotations

import re
from typing import NamedTuple

from showproof.catalog.report_words import ReportWords
from showproof.market.ids import id_of
from showproof.market.report import Line, Report
from showproof.market.sections import Sections
from showproof.market.words import folded, said_in, words_of

DASH = re.compile(r"\s+[—–-]{1,2}\s+|(?<=\w)—(?=\w)")
"""What parts the name of a variant or stage from what is said of it."""
_YEAR = re.compile(r"[\s(,:-]*\(?20\d\d\)?\s*$")
_ROLES_IN = re.compile(r"\b(?:in|for)\s+(?:the\s+)?(?P<industry>[A-Z][\w&/ -]{2,40}?)\s*[.!]?$")


class Identity(NamedTuple):
    """What a role is called."""

    source: str
    """The report's own title."""
    name: str
    """The role as the report writes it."""
    title: str
    segment: str
    industry: str
    line: int
    """Line of the title, or 0 where none was found."""

    @property
    def id(self) -> str:
        """An id made of the title up to its comma."""
        return id_of(self.title.partition(",")[0])


def identity_of(report: Report, sections: Sections, words: ReportWords, jobs: frozenset[str]) -> Identity:
    """Title, role and segment; `jobs` are nouns that name a person by the job."""
    line = _title_line(report, sections, words)
    source = line.text if line else ""
    industry = _industry(sections, words, source)
    rest = _without_ending(source, words)
    place, rest = _place(rest, words)
    if industry:
        rest = re.sub(rf"[\s(,:–—-]*(?:in\s+)?{re.escape(industry)}\)?$", "", rest, flags=re.IGNORECASE)
    name = rest.strip(" ,:-–—|") or source
    segment = " ".join(part for part in (place, _small(industry)) if part)
    return Identity(source, name, _title(name, jobs), segment, industry, line.number if line else 0)


def _without_ending(title: str, words: ReportWords) -> str:
    """A title without its year and what calls it a report, whether that stands at its end or before a colon."""
    rest = _YEAR.sub("", title)
    for ending in sorted(words.titles, key=len, reverse=True):
        before, said, after = _parted(rest, ending)
        rest = (before or _YEAR.sub("", after.partition(":")[2])) if said else rest
    return rest.strip(" ,:-–—|")


def _parted(text: str, ending: str) -> tuple[str, str, str]:
    """The text before an ending, the ending as it stands, and the text after it."""
    match = re.search(rf"\b{re.escape(ending)}\b", text, re.IGNORECASE)
    return (text[: match.start()].strip(), match[0], text[match.end() :]) if match else (text, "", "")


def _title_line(report: Report, sections: Sections, words: ReportWords) -> Line | None:
    """The line above all sections that ends like a report's title, or else the first heading or short line there."""
    front = sections.front or [line for line in report.lines[:5] if line.kind in ("heading", "text")]
    for line in front:
        if len(line.text) <= 160 and any(said_in(ending, line.text) for ending in words.titles):
            return line
    named = [line for line in front if line.kind == "heading"] or [
        line for line in front if len(line.text.split()) <= 14 and line.text[-1] not in ".:;!?"
    ]
    return named[0] if named else None


def _industry(sections: Sections, words: ReportWords, source: str) -> str:
    """What stands behind the colon of the heading for the industry, or is said of the title in the line below it."""
    for section in sections.found:
        head, colon, named = section.title.partition(":")
        if colon and folded(head) in words.industry_headings:
            return named.strip()
    said = folded(source)
    for line in sections.front:
        match = _ROLES_IN.search(line.text)
        if match and folded(match["industry"]) in said and folded(match["industry"]) != said:
            return match["industry"].strip()
    return ""


def _place(text: str, words: ReportWords) -> tuple[str, str]:
    """A country at the start of a title, and the rest of it."""
    for place in sorted(words.places, key=len, reverse=True):
        if folded(text).startswith(f"{place} "):
            return text[: len(place)], text[len(place) :].strip()
    return "", text


def _title(name: str, jobs: frozenset[str]) -> str:
    """The role as a sentence begins, with a comma behind the noun of the job where more follows."""
    parts = name.split()
    said = [_small(part) if at else part for at, part in enumerate(parts)]
    at = next((at for at, part in enumerate(parts) if at and folded(part) in jobs), len(parts))
    if 0 < at < len(parts) - 1 and folded(parts[at + 1])[:3] not in ("of", "for", "and", "-", "–", "&", "("):
        said[at] = said[at].rstrip(",") + ","
    return " ".join(said)


def _small(text: str) -> str:
    """Words with a capital at the start in small letters; acronyms and names with capitals inside stay."""
    return " ".join(part.lower() if part[1:].islower() or len(part) == 1 else part for part in text.split())


def variants_of(report: Report, sections: Sections) -> tuple[str, ...]:
    """The variants, the one first that the rest of the report speaks of most: it is the usual track."""
    lines = [line for line in sections.items("variants") if _name(line.text)]
    names = list(dict.fromkeys(_name(line.text) for line in lines))
    own = {line.number for line in lines}
    others = [f" {' '.join(words_of(line.text))} " for line in report.lines if line.number not in own]
    said = {name: sum(f" {' '.join(words_of(name))} " in text for text in others) for name in names}
    return tuple(sorted(names, key=lambda name: said[name] < max(said.values())))


def _name(text: str) -> str:
    return DASH.split(text, maxsplit=1)[0].strip(" .;:")[:80]
