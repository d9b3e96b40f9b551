"""The noun that a number counts."""

import re

from showproof.values.wordlist import words

_NEXT_WORD = re.compile(r" {1,2}([^\W\d_]{3,}(?:-[^\W\d_]+)*)(?![\w-])")
_IRREGULAR = frozenset({"people", "children", "men", "women", "staff", "criteria"})
_NOT_COUNTED = words(
    """quarters this its was has does less plus minus versus always across perhaps besides sometimes times thirds
    halves fourths fifths tenths means remains exceeds shows needs requires equals indicates takes makes gets
    includes covers applies becomes represents stays gives goes says lets overseas towards afterwards yes series"""
)
_NOT_PLURAL_ENDINGS = ("ss", "us", "is", "'s")


def counted_noun(view: str, at: int, one: bool = False) -> tuple[str, int]:
    """The plural noun directly after `at` and its end, or ("", at); after exactly one, any noun of a known plural."""
    found = _NEXT_WORD.match(view, at)
    if found is None:
        return "", at
    word = found[1]
    if word in _IRREGULAR or (word.endswith("s") and _is_plural(word)):
        return word, found.end()
    if one and word in _SINGULAR:
        return word, found.end()
    return "", at


def _is_plural(word: str) -> bool:
    return word not in _NOT_COUNTED and not word.endswith(_NOT_PLURAL_ENDINGS)


_SINGULAR = words(
    """account action agent analyst application approval batch break call case claim client complaint control customer
    defect document email employee engineer error escalation exception failure file finding form hire incident
    invoice item line manager member metric order owner page payment person position process project record release
    report request reviewer risk row run sample service shift site step supplier task team test ticket time trade
    transaction user vendor"""
)
