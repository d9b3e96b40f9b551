"""Cells and their addresses as XML, and the shared strings that they point to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from showproof.errors import UserError
from showproof.formats.xlsx.styles import ANSWER, STYLE
from showproof.formats.xlsx.text import clean, escape, units
from showproof.formats.xlsx.typed import DATE, TYPED, typed

if TYPE_CHECKING:
    from showproof.formats.form import Question

_BETWEEN = "\0"
LONGEST = 32_767
"""Characters that a cell holds."""


@cache
def letters(column: int) -> str:
    """`1` as A, `27` as AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Strings:
    """The workbook's texts, each once, in the order in which the cells bring them."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self.uses = 0

    def place(self, text: str, label: str) -> int:
        """The number of a clean text. Raises UserError, naming the label, where no cell can hold it."""
        if len(text) * 2 > LONGEST and units(text) > LONGEST:
            message = f"found a text of {units(text):,} characters; a cell holds {LONGEST:,}"
            raise UserError(message, where=label, remedy="shorten it, or make the document as docx")
        self.uses += 1
        return self._places.setdefault(text, len(self._places))

    def part(self) -> bytes:
        """The shared strings part."""
        # Escaped together, a tenth of the calls; no clean text has the sign between them.
        escaped = escape(_BETWEEN.join(self._places)).split(_BETWEEN)
        pairs = zip(self._places, escaped, strict=False)
        items = "".join([f"<si><t{_space(text)}>{shown}</t></si>" for text, shown in pairs])
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'count="{self.uses}" uniqueCount="{len(self._places)}">{items}</sst>'
        ).encode()


def _space(text: str) -> str:
    return "" if text.isprintable() and text == text.strip() else ' xml:space="preserve"'


def blank(ref: str, style: int) -> str:
    """An empty cell."""
    return f'<c r="{ref}" s="{style}"/>'


def number(ref: str, style: int, value: str | int) -> str:
    """A cell with a number."""
    return f'<c r="{ref}" s="{style}"><v>{value}</v></c>'


def text(ref: str, look: str, content: str, strings: Strings) -> str:
    """A cell with a text in a fixed look; empty where nothing is left of the text."""
    return string(ref, STYLE[look], content, strings)


def string(ref: str, style: int, content: str, strings: Strings) -> str:
    """A cell with a text in a style by its number; empty where nothing is left of the text."""
    return _string(ref, style, clean(content), strings, content[:60])


def formula(ref: str, look: str, source: str, value: float) -> str:
    """A cell with a formula and the value that it has now."""
    return f'<c r="{ref}" s="{STYLE[look]}"><f>{escape(source)}</f><v>{value!r}</v></c>'


def computed(ref: str, look: str, source: str, value: float | str) -> str:
    """A cell with a formula, and the number or the words that it shows now."""
    if isinstance(value, str):
        return f'<c r="{ref}" s="{STYLE[look]}" t="str"><f>{escape(source)}</f><v>{escape(value)}</v></c>'
    return formula(ref, look, source, value)


def answer(ref: str, place: str, question: Question, given: str, strings: Strings) -> str:
    """The answer's cell: a number where it shows the same, else the text as it stands. Place: `field` or `cell`."""
    content = clean(given)
    value = typed(question.type, content) if content and question.type in TYPED else None
    if value:
        return number(ref, ANSWER[place, value[0]], value[1])
    style = ANSWER[place, DATE if question.type == "date" else "General"]
    return _string(ref, style, content, strings, question.label)


def serial(ref: str, question: Question, given: str, strings: Strings) -> str:
    """A row's number: a number where it is one, else the text that a person gave."""
    content = clean(given)
    value = typed(question.type, content)
    if value:
        return number(ref, STYLE["serial"], value[1])
    return _string(ref, STYLE["serial"], content, strings, question.label)


def _string(ref: str, style: int, content: str, strings: Strings, label: str) -> str:
    if not content:
        return blank(ref, style)
    return f'<c r="{ref}" s="{style}" t="s"><v>{strings.place(content, label)}</v></c>'
