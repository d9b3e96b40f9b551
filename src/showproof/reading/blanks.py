"""What is no answer: placeholders, kept instructions, option lists kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLACEHOLDER = re.compile(
    r"^\W*(?:tbd|tba|tbc|to be (?:done|determined|decided|added|confirmed|completed|filled)|n/?a|none|xx+|yyy+|\?+|"
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
_OPTIONS = re.compile(r"^[A-Za-z][\w -]{0,20}+(?:[ \t]*+[/|][ \t]*+[A-Za-z][\w -]{0,20}+){2,}$")
_BRACKETED = re.compile(
    r"\[(?:insert|your|name|date|add|describe|enter|xx+|tbd|todo)\b[^\]]{0,80}\]|\bTBD\b|\bTBC\b|\bXX+\b|\{\{[^{}]{1,60}\}\}",
    re.IGNORECASE,
)
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
        "open",
        "closed",
        "done",
        "pass",
        "fail",
        "na",
    ]
)

_MARKS = " -–—_.…/\\|*#?!:;,'\"()[]{}<>•·☐"
"""Signs that say nothing by themselves; `%`, `✓` and `€` do."""


def is_blank(text: str, known: Iterable[str] = ()) -> bool:
    """Whether a text is nothing, a placeholder, or one of the instruction texts known to stand in the template."""
    plain = " ".join(text.split())
    if not plain.strip(_MARKS):
        return True
    return bool(_PLACEHOLDER.match(plain)) or _is_option_list(text.strip()) or fold(plain) in known


def left_in(text: str) -> list[tuple[int, int]]:
    """(start, end) of placeholder marks inside a text that is otherwise an answer."""
    lower = text.lower()
    if "[" in lower or "{{" in lower or "tb" in lower or "xx" in lower:
        return [match.span() for match in _BRACKETED.finditer(text)]
    return []


def says_to_come(text: str) -> bool:
    """Whether the text is a placeholder that a person typed or kept (TBD, [insert …]), not mere emptiness or a dash."""
    plain = " ".join(text.split())
    return any(char.isalnum() for char in plain) and is_blank(plain) and fold(plain) not in ("n/a", "na", "none")


def fold(text: str) -> str:
    """Text in the form in which prompts are compared: lower case, single spaces, no end marks."""
    return " ".join(text.lower().split()).strip(" .:;*?…")


def _is_option_list(plain: str) -> bool:
    if not _OPTIONS.match(plain):
        return False
    words = [word.strip().lower() for word in re.split(r"[/|]", plain)]
    return sum(word in _CHOICE_WORDS for word in words) * 2 >= len(words)
