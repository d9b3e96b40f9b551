"""Workflows, measures, limits and people that a report names: phrases that it says again behind the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from showproof.catalog.report_words import PhraseCues
from showproof.market.report import Line
from showproof.market.words import EMPTY

LONGEST = 9
"""Words of a phrase at most."""
MOST_WORDS = 60_000
"""Words of a report that are counted; the ones that we know have 3,000."""
MOST_OUTRIGHT = 5
"""Words of a clause that is taken for such a phrase though it be said once."""
MOST = 12
"""Phrases of one kind."""
AGAIN = 2
"""Lines that must say a longer phrase for it to be one."""
_STOP = re.compile(r"[,;:.!?()\"“”—]")
_TOKEN = re.compile(r"[^\s,;:!?()\"“”—]+")
_BREAK_WORDS = """
under that when so with where while which if is are was were until into what how who in on at this you i we they
"""
_BREAKS = frozenset(_BREAK_WORDS.split())
"""Words at which a phrase ends, however often both sides are said together."""
_LEAVES = EMPTY | {"what's", "it's", "you're", "they're", "here's", "job", "jobs", "role", "roles", "early"}
_TIMED = re.compile(r"time-(?:to|in)-\w")
_PEOPLE = re.compile(
    r"(?:\b(?:between|across|with|where|when|for|by|to|from|among))\s+"
    r"(?P<names>[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z]+)+)\b"
)


class Said:
    """How many lines of a report say a run of words."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.texts = list(_within(line.text for line in lines if line.kind != "row"))
        self._counts: Counter[tuple[str, ...]] = Counter()
        for text in self.texts:
            self._counts.update(set(_runs(text)))

    def lines(self, phrase: tuple[str, ...]) -> int:
        """Lines that say these words in a row."""
        return self._counts[phrase]

    def whole(self, rest: list[str]) -> tuple[str, ...]:
        """The phrase that begins here: as many words as the report says together again and again."""
        phrase: tuple[str, ...] = ()
        for word in rest[:LONGEST]:
            longer = (*phrase, word)
            if word in _BREAKS or (phrase and self.lines(longer) < AGAIN):
                break
            phrase = longer
        return _trimmed(phrase)


def _within(texts: Iterable[str]) -> Iterator[str]:
    """The texts as far as they have no more words than are counted."""
    words = 0
    for text in texts:
        words += len(text.split())
        if words > MOST_WORDS:
            return
        yield text


def _trimmed(phrase: tuple[str, ...]) -> tuple[str, ...]:
    while phrase and phrase[-1] in _LEAVES:
        phrase = phrase[:-1]
    return phrase


def _tokens(piece: str) -> list[str]:
    return [token.strip("'’.") for token in _TOKEN.findall(piece.replace("’", "'").lower())]


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    for piece in _STOP.split(text):
        tokens = _tokens(piece)
        for start in range(len(tokens)):
            for end in range(start + 1, min(start + LONGEST, len(tokens)) + 1):
                yield tuple(tokens[start:end])


def phrases(said: Said, cues: PhraseCues, role: str, without: Iterable[str]) -> list[str]:
    """The phrases behind these cues, those that most lines say first; none of `without`, nor of the role's words."""
    behind, outright = _behind(cues.before), _behind(cues.outright)
    barred = {tuple(_tokens(name)) for name in without}
    own = set(_tokens(role))
    found: dict[tuple[str, ...], int] = {}
    for text in said.texts:
        for pattern, whole in ((outright, True), (behind, False)):
            for cue in pattern.finditer(text):
                rest = _tokens(_STOP.split(text[cue.end() :], maxsplit=1)[0])
                for phrase in _named(said, rest, cues, whole=whole):
                    if _is_free(phrase, barred) and not own.issuperset(phrase):
                        found[phrase] = max(found.get(phrase, 0), said.lines(phrase), cues.least if whole else 0)
    kept = [phrase for phrase, lines in found.items() if lines >= cues.least]
    best = sorted(kept, key=lambda phrase: -found[phrase])[: 2 * MOST]
    return [_spelled(phrase, said.texts) for phrase in best if not _inside(phrase, best)][:MOST]


def _behind(cues: tuple[str, ...]) -> re.Pattern[str]:
    """Where a phrase may begin: behind one of the cues."""
    before = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[\s(“]))(?:{before})\s+(?=\S)" if cues else r"(?!)", re.IGNORECASE)


def _named(said: Said, rest: list[str], cues: PhraseCues, *, whole: bool) -> list[tuple[str, ...]]:
    """The phrases that these words begin with: up to a word that ends one, a short rest whole, or what is repeated."""
    if cues.ends:
        ends = (at for at, word in enumerate(rest[:4]) if word in cues.ends or _TIMED.match(word))
        return [tuple(rest[: next(ends, -1) + 1])]
    phrase = said.whole(rest)
    if whole:
        first = next((at for at, word in enumerate(rest) if word in _BREAKS or word == "still"), len(rest))
        clause = _trimmed(tuple(rest[:first]))
        two = len(phrase) >= 2 and clause[len(phrase) : len(phrase) + 1] == ("and",)
        named = [phrase, clause[len(phrase) + 1 :]] if two else [clause]
        return [one for one in named if 2 <= len(one) <= MOST_OUTRIGHT]
    return [phrase] if len(phrase) >= 2 or "/" in "".join(phrase) else []


def _is_free(phrase: tuple[str, ...], barred: set[tuple[str, ...]]) -> bool:
    """Whether a phrase begins like a name, and is no part of what is named already."""
    if not phrase or phrase[0] in _LEAVES or phrase[0][0].isdigit():
        return False
    return not any(phrase == other or _inside(phrase, [other]) for other in barred)


def _inside(phrase: tuple[str, ...], others: list[tuple[str, ...]]) -> bool:
    """Whether a longer phrase has this one in it."""
    said = f" {' '.join(phrase)} "
    return any(len(other) > len(phrase) and said in f" {' '.join(other)} " for other in others)


def _spelled(phrase: tuple[str, ...], texts: list[str]) -> str:
    """The phrase as it is mostly written inside a line."""
    pattern = re.compile(r"\b" + r"\s+".join(map(re.escape, phrase)) + r"(?!\w)", re.IGNORECASE)
    forms = Counter(" ".join(match[0].split()) for text in texts for match in pattern.finditer(text.replace("’", "'")))
    return forms.most_common(1)[0][0] if forms else " ".join(phrase)


def people(texts: Iterable[str]) -> list[str]:
    """Functions that a report names in pairs, such as Risk/Finance, those named most first."""
    found: Counter[str] = Counter()
    for text in texts:
        for match in _PEOPLE.finditer(text):
            names = match["names"].split("/")
            if not all(name.isupper() for name in names):
                found.update(names)
    return [name for name, _ in found.most_common()]
