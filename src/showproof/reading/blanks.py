"""What is no answer: placeholders, kept instructions, option lists kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_PLACEHOLDER = re.compile(
    r"^\W*(?:tbd|tba|tbc|to be (?:done|determined|decided|defined|agreed|added|confirmed|"
    r"completed|filled|specified|provided|written)(?: later| soon)?|n/?a|none|"
    r"xx+|yyy+|x{2,}(?:[/ -](?:x{2,}|y{2,}|z{2,}))+|\?+|"
    r"insert (?:your |an? )?(?:\w+ ){0,3}"
    r"(?:here|names?|dates?|text|titles?|links?|logo|numbers?|amounts?|details?|descriptions?)|"
    r"lorem ipsum.*|enter .{0,60}here|your .{0,40}here|click (?:or tap )?(?:here )?to .{0,60}|"
    r"choose (?:one|an item)|select one|write here|placeholder|sample text|"
    r"fill in(?: (?:here|later|this|your)\b.{0,40})?|"
    r"todo\b.{0,40}|coming soon|pending|"
    r"\(blank\)|\[(?!x\])[^\]]{0,80}\]|<[A-Za-z][^<>=/]{1,60}>|\{\{?[^{}]{1,60}\}?\}|_{2,}|\.{3,}|…|-{1,3}|–|—|"
    r"dd[/.-]mm[/.-]yyyy|mm[/.-]dd[/.-]yyyy|(?:yyyy|20xx)-mm-dd(?: hh:mm)?)\W*$",
    re.IGNORECASE,
)
_OPTIONS = re.compile(r"^[A-Za-z][\w -]{0,20}+(?:[ \t]*+[/|][ \t]*+[A-Za-z][\w -]{0,20}+)++$")
_BOXES = re.compile(r"^(?:[☐□][ \t]*+[A-Za-z][\w/ -]{0,20}+){2,}+$")
_LINES = re.compile(r"^(?:(?:[A-Za-z][A-Za-z ]{0,30}:?)?+\s*+_{3,}+[\s.,;/|]*+)++$")
"""Lines to sign and date on: "Signature: ____ Date: ____"."""
_TOLD = re.compile(r"^(?:PLEASE )?(?:MENTION|DESCRIBE|SPECIFY|EXPLAIN|INDICATE|PROVIDE)(?: [^\W\d]\S*+){4,}+$")
"""Guidance in capitals; verbs that are also steps of a procedure, such as ENTER, are left out."""
_BRACKETED = re.compile(
    r"\[(?:insert|your|name|date|add|describe|enter|xx+|tbd|todo)\b[^\]]{0,80}\]|<(?:insert|your|add|enter)\b[^<>]{1,60}>|"
    r"\bTBD\b|\bTBC\b|\bXX+\b|\{\{[^{}]{1,60}\}\}|(?<=\d )--:--|\b(?:20xx|yyyy)-mm-dd\b",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"(?:[A-Z]{1,4}[-_. ]?)?\d{1,3}[.):]?")
_SAMPLES = frozenset(("example", "sample", "e.g", "eg", "example row", "sample row", "for example", "sample data"))
_PICK = re.compile(r"\[[A-Z][A-Z ]*+(?:\|[A-Z][A-Z ]*+)+\]")
"""A list to pick from; a command's own choices ([start|stop]) are written small."""
_HINTS = ("[", "{{", "tb", "xx", "--:--", "mm-dd", "<")
"""What any placeholder inside a text has, in small letters: the patterns are only tried where one of them stands."""

_CHOICE_WORDS = frozenset(
    [
        "high",
        "medium",
        "low",
        "yes",
        "no",
        "red",
        "yellow",
        "amber",
        "green",
        "critical",
        "major",
        "minor",
        "open",
        "closed",
        "done",
        "pass",
        "fail",
        "na",
        "n",
        "new",
        "blocked",
        "in progress",
        "not started",
        "on hold",
        "at risk",
        "on track",
    ]
)

_MARKS = " -–—_.…/\\|*#?!:;,'\"()[]{}<>•·☐"
"""Signs that say nothing by themselves; `%`, `✓` and `€` do."""


def is_blank(text: str, known: Iterable[str] = ()) -> bool:
    """Whether a text is nothing, a placeholder, or one of the instruction texts known to stand in the template."""
    plain = " ".join(text.split())
    if not plain.strip(_MARKS):
        return True
    if _PLACEHOLDER.match(plain) or fold(plain) in known:
        return True
    return bool(_LINES.match(plain) or _TOLD.match(plain)) or _is_option_list(text.strip())


def is_sample(row: Sequence[str]) -> bool:
    """Whether a row of a table says of itself that it is a sample, as templates show how to fill them."""
    first = next((fold(text) for text in row if text.strip()), "")
    return first.strip("()[]<>") in _SAMPLES and sum(bool(text.strip()) for text in row) > 1


def is_empty_entry(row: Sequence[str]) -> bool:
    """Whether a row has its running number and nothing else."""
    filled = [text.strip() for text in row if text.strip(_MARKS)]
    return len(row) > 1 and len(filled) == 1 and filled[0] == row[0].strip() and bool(_SERIAL.fullmatch(filled[0]))


def left_in(text: str) -> list[tuple[int, int]]:
    """(start, end) of placeholder marks inside a text that is otherwise an answer."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return []
    return sorted(match.span() for pattern in (_BRACKETED, _PICK) for match in pattern.finditer(text))


def says_to_come(text: str) -> bool:
    """Whether the text is a placeholder that a person typed or kept (TBD, [insert …]), not mere emptiness or a dash."""
    plain = " ".join(text.split())
    return any(char.isalnum() for char in plain) and is_blank(plain) and fold(plain) not in ("n/a", "na", "none")


def fold(text: str) -> str:
    """Text in the form in which prompts are compared: lower case, single spaces, no end marks."""
    return " ".join(text.lower().split()).strip(" .:;*?…")


def _is_option_list(plain: str) -> bool:
    if _BOXES.match(plain):
        return True
    if not _OPTIONS.match(plain):
        return False
    words = [word.strip().lower() for word in re.split(r"[/|]", plain)]
    if len(words) == 2:
        return sorted(words) == ["no", "yes"]
    return sum(word in _CHOICE_WORDS for word in words) * 2 >= len(words)
