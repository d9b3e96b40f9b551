"""The block of "key: value" lines between two rules that opens many Markdown pages: the plain part of YAML."""

from __future__ import annotations

import re

MAX_LINES = 200

_KEY = re.compile(r"([A-Za-z][\w .-]{0,60}?)\s*:(?:\s+(.*))?$")
_NESTED = re.compile(r"\s+([A-Za-z][\w .-]{0,60}?)\s*:(?:\s+(.*))?$")
_ENTRY = re.compile(r"\s*-(?:\s+(.*))?$")
_PASSED = re.compile(r"\s*(?:#|$)")
_BLOCK = re.compile(r"[|>][+-]?\d?$")
_QUOTED = re.compile(r"(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)')\s*(?:#.*)?$")
_COMMENT = re.compile(r"(?:^|\s+)#.*$")
_FLOW = re.compile(r"\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,\s][^,]*)")


def take_front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The keys with their values, and how many lines the block takes; ({}, 0) where there is none.

    The entries of a list are one value, parted by commas; keys below a key are named after both, as `author.name`.
    """
    if not lines or lines[0].rstrip() != "---":
        return {}, 0
    reader = _Reader()
    for place, line in enumerate(lines[1:MAX_LINES], start=1):
        if line.rstrip() in ("---", "..."):
            found = {key: value for key, value in reader.properties.items() if value}
            return (found, place + 1) if reader.properties else ({}, 0)
        if not reader.take(line):
            return {}, 0
    return {}, 0


class _Reader:
    """Takes line after line; `properties` has what they said so far."""

    def __init__(self) -> None:
        self.properties: dict[str, str] = {}
        self._key = ""
        self._block = ""
        """How the lines of a text over several are joined, while one is read."""

    def take(self, line: str) -> bool:
        """One line; False where it can be none of a front matter."""
        key = _KEY.match(line)
        if key:
            self._open(key[1], key[2] or "")
            return True
        nested = _NESTED.match(line)
        entry = _ENTRY.match(line)
        if self._block and (line[:1].isspace() or not line):
            self._add(line.strip(), self._block)
        elif _PASSED.match(line):
            pass
        elif entry and self._key:
            self._add(_value(entry[1] or ""), ", ")
        elif nested and self._key:
            self.properties[f"{self._key}.{nested[1]}"] = _value(nested[2] or "")
        elif line[:1].isspace() and self._key:
            self._add(_value(line.strip()), " ")
        else:
            return False
        return True

    def _open(self, key: str, value: str) -> None:
        self._key = key
        value = value.strip()
        self._block = ("\n" if value[0] == "|" else " ") if _BLOCK.match(value) else ""
        self.properties[key] = "" if self._block else _value(value)

    def _add(self, more: str, between: str) -> None:
        before = self.properties[self._key]
        self.properties[self._key] = f"{before}{between}{more}".strip() if before and more else before + more


def _value(text: str) -> str:
    """A value without quotes or comment; a list in brackets as its entries with commas."""
    text = text.strip()
    quoted = _QUOTED.match(text)
    if quoted:
        return quoted[2].replace("''", "'") if quoted[1] is None else re.sub(r"\\(.)", r"\1", quoted[1])
    text = _COMMENT.sub("", text)
    if text[:1] == "[" and text[-1:] == "]":
        return ", ".join(_value(entry) for entry in _FLOW.findall(text[1:-1]) if entry.strip())
    return text
