"""The floor of writing: a file as a person would template it. Jinja with macros, loops and choices, then a zip.

Each template makes the same bytes as the writer. What can be worked out before (widths, heights, page turns, names,
numbers) is worked out before, and the parts that no answer changes are taken as they are.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment

if TYPE_CHECKING:
    from collections.abc import Mapping

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


class SharedTexts:
    """A workbook's texts, each once, as its cells bring them."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}
        self.uses = 0

    def place(self, text: str) -> int:
        """The number of the text."""
        self.uses += 1
        return self.places.setdefault(text, len(self.places))


class JinjaFile:
    """Renders the templated parts of a file and zips all parts at level 6."""

    def __init__(self, parts: dict[str, bytes], contexts: Mapping[str, tuple[str, Mapping[str, Any]]]) -> None:
        """`contexts` has a part's name to the file of its template and its variables."""
        self.environment = Environment(autoescape=False)
        self.environment.filters.update(x=escaped, q=_quoted, lines=_lines, shared=len)
        self.parts = parts
        self.templates = {
            part: (self.environment.from_string(_source(file)), variables)
            for part, (file, variables) in contexts.items()
        }

    def __call__(self) -> bytes:
        """The file's bytes."""
        shared = SharedTexts()
        self.environment.filters["shared"] = shared.place
        for name, (template, variables) in self.templates.items():
            self.parts[name] = template.render(variables, shared=shared).encode()
        return zipped(self.parts)


def parts_of(data: bytes) -> dict[str, bytes]:
    """A package's parts in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as the standard library zips them."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def _source(file: str) -> str:
    """A template with those that it names pasted in: a macro called for every answer takes much longer."""
    text = Path(__file__).with_name(file).read_text().strip("\n")
    return re.sub(r"\{# paste (\S+) #\}", lambda named: _source(named[1]), text)


def escaped(text: str) -> str:
    """Text as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    return escaped(text).replace('"', "&quot;")


def _lines(text: str) -> str:
    """An escaped answer, with line breaks as a document has them."""
    return escaped(text).replace("\n", _BREAK)
