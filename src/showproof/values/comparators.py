"""Comparators before and after a value: "at least 95%", "≤ 0.5%", "30 minutes or less"."""

import re

from showproof.values.value import Kind, Passage, Value

_SYMBOLS = {"<": "<", "<=": "<=", "≤": "<=", ">": ">", ">=": ">=", "≥": ">=", "~": "~"}
_WORDS = {
    "<": "under|below|less than|fewer than|lower than|shorter than",
    "<=": "within|up to|at most|no more than|not more than|no longer than|no later than|no higher than|not over"
    "|not above|not exceed|not exceeds|not exceeding|not to exceed|less than or equal to|maximum of|maximum|max|max.",
    ">": "over|above|exceed|exceeds|exceeded|exceeding|more than|greater than|higher than|longer than|older than"
    "|later than|beyond",
    ">=": "at least|no less than|not less than|no fewer than|not below|not under|greater than or equal to|minimum of"
    "|minimum",
    "~": "about|approx|approx.|approximately|roughly|around|circa|nearly|almost|close to",
}
_SIGN_OF_WORDS = {phrase: sign for sign, phrases in _WORDS.items() for phrase in phrases.split("|")}
_LAST_WORDS = tuple(dict.fromkeys(phrase.rpartition(" ")[2] for phrase in _SIGN_OF_WORDS))
_SIGNS = frozenset("<>=≤≥~")
_SIGN_OF = _SYMBOLS | _SIGN_OF_WORDS
_WORDS_BEFORE = re.compile(r"\b[a-z]+(?: [a-z]+){0,4}\.?[ \t]{1,2}\Z")
_SYMBOL_BEFORE = re.compile(r"(?<![-=<>])(<=|>=|[<>≤≥~])[ \t]{0,2}\Z")
_LONGEST_BEFORE = 32
_AFTER = re.compile(
    r" {1,2}(?:or|and) (?:(?P<more>more|above|over|greater|higher|longer|later)"
    r"|less|fewer|below|under|lower|shorter|sooner)(?![a-z])"
)
_AMOUNTS: frozenset[Kind] = frozenset({"number", "money", "percent", "points", "duration", "ratio"})
_HOW_OFTEN = frozenset({"at least", "at most", "no more than", "no less than"})


def compare(passage: Passage, value: Value, floor: int) -> Value:
    """The value with the comparator written next to it, if any; its span grows over it, back to `floor` at most."""
    phrase, start = _phrase_before(passage.view, max(floor, value.start - _LONGEST_BEFORE), value.start)
    if phrase and _may_compare(value.kind, phrase):
        return _grown(passage, value, start, value.end, _SIGN_OF[phrase])
    if value.comparator or value.kind not in _AMOUNTS:
        return value
    after = _AFTER.match(passage.view, value.end)
    if after is None:
        return value
    return _grown(passage, value, value.start, after.end(), ">=" if after["more"] else "<=")


def _phrase_before(view: str, since: int, end: int) -> tuple[str, int]:
    """The symbol or the longest phrase that ends before `end` and where it starts, or ("", end)."""
    before = view[since:end].rstrip(" \t")
    if before[-1:] in _SIGNS:
        symbol = _SYMBOL_BEFORE.search(view, since, end)
        return (symbol[1], symbol.start()) if symbol else ("", end)
    if not before.endswith(_LAST_WORDS):
        return "", end
    found = _WORDS_BEFORE.search(view, since, end)
    if found is None:
        return "", end
    start, words = found.start(), found[0].rstrip()
    while words:
        phrase = words.removeprefix("can")
        if phrase in _SIGN_OF_WORDS and not (phrase in ("above", "below") and view.endswith("the ", 0, start)):
            return phrase, start
        first, _, words = words.partition(" ")
        start += len(first) + 1
    return "", end


def _may_compare(kind: Kind, phrase: str) -> bool:
    """Whether the phrase fits the kind: dates take symbols only, times also "about", cadences also "at least"."""
    if kind in _AMOUNTS or phrase in _SYMBOLS:
        return True
    return _SIGN_OF[phrase] == "~" if kind == "time" else kind == "cadence" and phrase in _HOW_OFTEN


def _grown(passage: Passage, value: Value, start: int, end: int, sign: str) -> Value:
    return value._replace(start=start, end=end, text=passage.text[start:end], comparator=sign)
