"""Word lists, written as plain text, and the patterns made of them."""

import re
from collections.abc import Iterable


def words(listed: str) -> frozenset[str]:
    """The words of a list written with spaces between."""
    return frozenset(listed.split())


def any_of(listed: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits first; a wrong word is refused at its first letters."""
    tails: dict[str, list[str]] = {}
    for word in sorted(set(listed)):
        tails.setdefault(word[:1], []).append(word[1:])
    ends_here = tails.pop("", None) is not None
    branches = [re.escape(first) + _after(rest) for first, rest in tails.items()]
    return f"(?:{'|'.join(branches)}){'?' if ends_here else ''}"


def _after(rest: list[str]) -> str:
    return re.escape(rest[0]) if len(rest) == 1 else any_of(rest)
