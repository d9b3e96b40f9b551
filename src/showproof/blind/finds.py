"""What in a text identifies a person, and what is to stand there: names, addresses, phones, links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from showproof.blind.people import Person, parts_of, plain
from showproof.formats.patched import Swap

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?:https?|ftp)://[^\s<>\"')\]}|]+|(?<![\w@.-])(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+"
    r"(?:com|org|net|io|dev|me|co|edu|gov|info|app|page|us|uk|de|eu)(?=/))(?:/[^\s<>\"')\]}|]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w.,:/$€£-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]?\d{2,4}){2,4}"
    r"|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}[.-]\d{3}[.-]\d{4}|0\d{2,4}[ /-]\d{3,4}[ -]?\d{3,4})(?![\w%/-]|[.,]\d)"
)
_HANDLE = re.compile(r"(?<![\w.@/])@([A-Za-z][\w.-]{1,30})\b")
_TRAILING = ".,;:!?"
_APART = r"[\s._,-]{1,3}"
"""What may stand between the parts of a name: blanks, or the signs of file names and log-ins."""


class Edit(NamedTuple):
    """Characters of a text and what stands there afterwards."""

    start: int
    end: int
    new: str
    kind: str
    """`name`, `e-mail`, `phone`, `link`, `handle`."""


class Finder:
    """Finds what identifies somebody. The same thing gets the same pseudonym in all texts that it is asked for."""

    def __init__(self, people: Sequence[Person], unsafe: Iterable[str] = ()) -> None:
        """`unsafe` are folded parts of names that are words too: alone they are left as they are."""
        self.people = people
        self.replaced: Counter[tuple[str, str, str]] = Counter()
        """(kind, what stood there, what stands there now) to how often."""
        self.words_too = frozenset(unsafe)
        self._numbers: dict[tuple[str, str], int] = {}
        self._parts = _parts(people)
        self._names = _name_pattern(people, self._parts.keys() - self.words_too)

    def edits(self, text: str) -> list[Edit]:
        """The edits of a text, in order and without overlap; addresses and links before the names in them."""
        found: list[Edit] = []
        for edit in (*self._addresses(text), *self._spoken(text)):
            if all(edit.end <= other.start or other.end <= edit.start for other in found):
                found.append(edit)
        found.sort()
        return found

    def swaps(self, text: str) -> list[Swap]:
        """The edits as changes of a file's text; they count as made."""
        found = self.edits(text)
        for edit in found:
            said = text[edit.start : edit.end]
            if said != edit.new:
                self.replaced[edit.kind, said, edit.new] += 1
        return [Swap(edit.start, edit.end, edit.new) for edit in found]

    def author(self, name: str) -> str:
        """What stands instead of an author: the label of a person who is known, else `Person` and a number."""
        label = self._label(name)
        if name != label:
            self.replaced["author", name, label] += 1
        return label

    def _label(self, name: str) -> str:
        if re.fullmatch(r"Person \d+|showproof", name):
            return name
        folded = plain(" ".join(name.split()))
        for one in self.people:
            if plain(one.name) == folded or set(map(plain, parts_of(name))) == set(map(plain, parts_of(one.name))):
                return one.label
        return f"Person {len(self.people) + self._number('author', folded)}"

    def _addresses(self, text: str) -> list[Edit]:
        if not re.search(r"[@\d]|://|www\.|\.\w+/", text):
            return []
        found = [self._edit("e-mail", text, hit, "{}@example.invalid") for hit in _EMAIL.finditer(text)]
        found += [self._edit("link", text, hit, "https://example.invalid/{}") for hit in _LINK.finditer(text)]
        found += [self._phone(hit) for hit in _PHONE.finditer(text)]
        found += [edit for hit in _HANDLE.finditer(text) if (edit := self._handle(hit))]
        return found

    def _edit(self, kind: str, text: str, hit: re.Match[str], form: str) -> Edit:
        end = hit.end()
        while kind == "link" and text[end - 1] in _TRAILING:
            end -= 1
        said = text[hit.start() : end]
        if "example.invalid" in said:
            return Edit(hit.start(), end, said, kind)
        return Edit(hit.start(), end, form.format(self._named(said) or self._numbered(kind, said)), kind)

    def _named(self, said: str) -> str:
        """The pseudonyms of the names in an address or link, with the signs between them; nothing without one.

        The scorer tells names from words by whether they are written small too, and in addresses they are.
        """
        words = [(hit.start(), hit.end(), self._parts[hit[0]]) for hit in re.finditer(r"[^\W\d_]+", plain(said))
                 if hit[0] in self._parts]  # fmt: skip
        made = [new.lower() for _, _, new in words[:1]]
        for (_, end, _), (start, _, new) in pairwise(words):
            apart = re.match(_APART + "$", said[end:start])
            made += [apart[0] if apart else "-", new.lower()]
        return "".join(made)

    def _numbered(self, kind: str, said: str) -> str:
        return f"{'address-' if kind == 'e-mail' else ''}{self._number(kind, said.lower())}"

    def _phone(self, hit: re.Match[str]) -> Edit:
        """The same shape with other digits, so that what reads as one number still does."""
        digits = re.sub(r"\D", "", hit[0])
        number = iter(str(self._number("phone", digits)).rjust(len(digits), "0"))
        return Edit(hit.start(), hit.end(), re.sub(r"\d", lambda _: next(number), hit[0]), "phone")

    def _handle(self, hit: re.Match[str]) -> Edit | None:
        """A handle that is made of a person's name: @ana.ruiz, @aruiz, @anar."""
        bare = re.sub(r"[\W_\d]", "", plain(hit[1]))
        for one in self.people:
            parts = [re.sub(r"\W", "", plain(part)) for part in parts_of(one.name)]
            first, last = parts[0], parts[-1]
            if bare in {first, last, first + last, last + first, first[:1] + last, first + last[:1]}:
                return Edit(hit.start(), hit.end(), "@" + one.given.lower(), "handle")
        return None

    def _spoken(self, text: str) -> list[Edit]:
        if self._names is None:
            return []
        folded = plain(text)
        found = []
        for hit in self._names.finditer(folded):
            said = text[hit.start() : hit.end()]
            new = self._new_name(said, hit)
            if new:
                found.append(Edit(hit.start(), hit.end(), new, "name"))
        return found

    def _new_name(self, said: str, hit: re.Match[str]) -> str:
        """What stands for a name, in its own case and with its own signs between; nothing for a mere word."""
        group = hit.lastgroup or ""
        kind, number = group[0], int(group[1:])
        if kind == "s":
            part = plain(said)
            return _in_case(self._parts[part], said) if said[:1].isupper() else ""
        one = self.people[number]
        parts = parts_of(one.name)
        pair, first = ((one.family, one.given), parts[-1]) if kind == "r" else ((one.given, one.family), parts[0])
        apart = re.match(_APART, said[len(first) :])
        return _in_case((apart[0] if apart else " ").join(pair), said)

    def _number(self, kind: str, said: str) -> int:
        of_kind = sum(known == kind for known, _ in self._numbers)
        return self._numbers.setdefault((kind, said), of_kind + 1)


def _in_case(new: str, said: str) -> str:
    if said.isupper() and len(said) > 1:
        return new.upper()
    return new.lower() if said.islower() else new


def _parts(people: Sequence[Person]) -> dict[str, str]:
    """Folded part of a name to its pseudonym: the first is a given name, all others are family names."""
    found: dict[str, str] = {}
    for one in people:
        first, *others = map(plain, parts_of(one.name))
        found.setdefault(first, one.given)
        for part in others:
            found.setdefault(part, one.family)
    return found


def _name_pattern(people: Sequence[Person], singles: Iterable[str]) -> re.Pattern[str] | None:
    """Full names in either order, longest first; then single parts."""
    branches: list[tuple[int, str]] = []
    for number, one in enumerate(people):
        parts = list(map(plain, parts_of(one.name)))
        if len(parts) < 2:
            continue
        middle = rf"(?:{_APART}[^\W\d_][\w’'.-]*){{0,3}}?"
        first, last = re.escape(parts[0]), re.escape(parts[-1])
        whole = _APART.join(re.escape(part) for part in re.findall(r"[\w’'-]+", plain(one.name)))
        branches.append((0, rf"(?P<f{number}>{whole})"))
        branches.append((1, rf"(?P<g{number}>{first}{_between(parts, middle)}{_APART}{last})"))
        branches.append((2, rf"(?P<r{number}>{last}{_APART}{first})"))
    branches.sort(key=lambda one: (one[0], -len(one[1])))
    alone = sorted({part for part in singles if len(part) > 1}, key=lambda part: (-len(part), part))
    texts = [text for _, text in branches]
    texts += [rf"(?P<s{number}>{re.escape(part)})" for number, part in enumerate(alone)]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(texts)})(?![^\W_])") if texts else None


def _between(parts: Sequence[str], middle: str) -> str:
    """A middle name or initial that the roster leaves out is allowed for; one that it has need not stand there."""
    initial = rf"(?:{_APART}[^\W\d_]\.?)?"
    return initial if len(parts) == 2 else middle
