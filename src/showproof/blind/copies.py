"""Drafts as copies for fair review, all by one key, and what in them nobody could look into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from showproof.blind.finds import Finder
from showproof.blind.people import Person, is_a_name, parts_of, persons, plain
from showproof.catalog.rubric import Lexicon
from showproof.errors import UserError
from showproof.formats.limits import Limits
from showproof.formats.markdown.decode import decoded
from showproof.formats.open import read_draft
from showproof.formats.package import Package, read_bytes
from showproof.formats.patched import SIGNATURES, authors_of, patched
from showproof.formats.patched_text import patched_text
from showproof.model import Block, Outline
from showproof.reading.people import People

_SMALL = r"(?<![\w’'@./-])[^\W\d_]+(?![\w’@-]|[./]\w)"
"""A word that is no piece of an address, a link or a compound."""


class Original(NamedTuple):
    """A draft as it was handed in."""

    path: Path
    data: bytes
    outline: Outline
    authors: tuple[str, ...]
    """Every name in an author's place."""

    @property
    def packed(self) -> bool:
        """Whether it is an office file; else it is a text."""
        return self.data.startswith(b"PK")


class Replaced(NamedTuple):
    """One thing that was replaced in a file."""

    kind: str
    was: str
    now: str
    times: int


class Copy(NamedTuple):
    """A blinded draft."""

    path: Path
    name: str
    """Its file name, without the person's name where that stood in it."""
    data: bytes
    replaced: tuple[Replaced, ...]
    pictures: int
    left: tuple[str, ...]
    """What is still there and could tell who somebody is, a line each."""


def read_original(path: Path, limits: Limits, *, force: bool) -> Original:
    """A draft to be blinded.

    Raises UnreadableError for what is none, UserError for a signed one unless forced: the signature would not hold.
    """
    data = read_bytes(path, limits)
    outline = read_draft(data, path, limits)
    package = Package(data, str(path), limits) if data.startswith(b"PK") else None
    signed = package and any(name.startswith(SIGNATURES) for name in package.names)
    if signed and not force:
        remedy = "say --force to leave the signature out, or ask for an unsigned copy"
        raise UserError("the file is signed, and no signature holds for a changed copy", where=str(path), remedy=remedy)
    named = (text for key, text in outline.properties.items() if key.lower() in ("author", "creator"))
    return Original(path, data, outline, (*(authors_of(package) if package else ()), *named))


def people_of(
    originals: Sequence[Original], names: Iterable[str], lexicon: Lexicon, people: People
) -> tuple[list[Person], set[str]]:
    """(persons in the order of the names given, then authors of files; parts of their names that are words too)."""
    authors = [name for one in originals for name in one.authors if is_a_name(name)]
    given = list(names)
    every = [*given, *dict.fromkeys(authors)]
    words = {word for one in originals for text in texts_of(one.outline) for word in _small_words(text)}
    words |= {plain(word) for word in (*lexicon.not_names, *lexicon.groups, *lexicon.roles)}
    # An author's field may hold what is no person's name: its words alone are left.
    doubtful = _parts(name for name in authors if not _reads(people, name)) - _parts(given)
    return persons(every, words, partial(_reads, people)), _parts(every) & words | doubtful


def _parts(names: Iterable[str]) -> set[str]:
    return {plain(part) for name in names for part in parts_of(name)}


def _reads(people: People, name: str) -> bool:
    """Whether the scorer takes a name for a person's; one with a word such as Price in it, it does not."""
    text = f"{name} owns the check."
    return bool(people.persons(text, people.roster([text])))


def blinded(one: Original, finder: Finder, limits: Limits, people: People) -> Copy:
    """The copy of one draft, read back: what still identifies somebody is said."""
    before = finder.replaced.copy()
    name = _file_name(one.path, finder)
    if one.packed:
        made = patched(Package(one.data, str(one.path), limits), finder)
        data, pictures, left = made.data, made.pictures, [f"not looked into: {part}" for part in made.left]
    else:
        text, pictures = patched_text(decoded(one.data, str(one.path), limits)[0], finder)
        data, left = text.encode(), []
    outline = read_draft(data, Path(name), limits)
    changed = finder.replaced - before
    replaced = tuple(Replaced(*key, times) for key, times in sorted(changed.items()))
    return Copy(one.path, name, data, replaced, pictures, (*left, *_still_there(outline, finder, people)))


def texts_of(outline: Outline) -> Iterator[str]:
    """Every text of a draft, hidden ones and those of headers and footers too."""
    for item in (*outline.items, *outline.hidden, *outline.margins):
        if isinstance(item, Block):
            yield item.text
        else:
            yield from (cell.text for row in item.rows for cell in row)


def _small_words(text: str) -> Iterator[str]:
    yield from (plain(word) for word in re.findall(_SMALL, text) if word[:1].islower())


def _file_name(path: Path, finder: Finder) -> str:
    """The file's name with labels for names; a pseudonym of the text would look like somebody's own name there."""
    edits = finder.edits(path.stem)
    stem, at = "", 0
    for edit in edits:
        person = next(
            (p for p in finder.people if plain(p.given) in plain(edit.new) or plain(p.family) in plain(edit.new)), None
        )
        stem += path.stem[at : edit.start] + (person.label.lower().replace(" ", "-") if person else "x")
        at = edit.end
    return stem + path.stem[at:] + path.suffix


def _still_there(outline: Outline, finder: Finder, people: People) -> Iterator[str]:
    """What a reader should look at: names that nobody listed, parts of names that are words too, names of sheets."""
    texts = list(texts_of(outline))
    pseudonyms = {part for one in finder.people for part in (one.given, one.family)}
    roster = people.roster(texts)
    strangers = sorted(name for name in roster.full if not pseudonyms & set(name.split()))
    if strangers:
        yield f"names that no roster lists: {', '.join(strangers)}"
    sheets = {place.part for _, place in outline.standing() if place.cell and place.part}
    named = sorted(sheet for sheet in sheets if finder.edits(sheet))
    if named and outline.format == "xlsx":
        yield f"names of sheets, to which formulas point: {', '.join(named)}"
    words = sorted(part for part in finder.words_too if any(part.capitalize() in text for text in texts))
    if words:
        yield f"words that are parts of names too: {', '.join(word.capitalize() for word in words)}"
