"""An instruction row: guidance for whoever fills a table, set right below its header as if it were data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from showproof.model import Block, Cell

Rows = Sequence[Sequence[Cell]]

# Kept as text where few documents need the pattern: `re` compiles it when it is first used, and remembers it.
_ASIDE = r"(?is)(?:e\.?\s?g\.?|for example|example|i\.?e\.|such as|optional|required|format)\b.*"
_ENCLOSED = r"(?s)[(\[<{].*[)\]>}]\.?"
_TOLD = (
    r"(?is)(?:please\s+|briefly\s+|shortly\s+)?(?:add|assign|attach|calculate|capture|choose|click|count|define|describe|"
    r"detail|document|enter|estimate|explain|fill|give|identify|indicate|insert|list|mention|note|outline|pick|provide|put|"
    r"rate|record|score|select|specify|state|summari[sz]e|type|use|write)\s+\w+.*"
)
_ASKED = r"(?is)(?:what|who|whom|when|where|why|how|which|is|are|does|do|did|has|have|can|will)\b.*\?"
_NAMED = (
    r"(?is)(?:the|an?|one|unique|short|date|name|person|number)\b.+\b(?:of|that|who|which|when|on|by|for|to|is)\b.+"
)
_FORM = r"(?i)[a-z]+(?:\s*[/|,]\s*[a-z]+)+|[dmyh]+(?:[/.:\s-]+[dmyh]+)+|[#x]+"
"""Options to choose from, the form of a date, signs to be replaced."""
_ABOUT_FORMS = (
    r"(?i)\b(?:template|placeholder|boilerplate|(?:this|these) (?:comments?|elements?|guidance|instructions?))\b"
)
_SENTENCE_ENDS = r"(?<=[.?!])\s+|\n+"
_SERIAL = r"[#\d.\s]*"


def instructs(rows: Rows, header: int) -> bool:
    """Whether the first row below the header tells what to write, and the row after it does not do the same."""
    if not header or len(rows) <= header:
        return False
    if any(cell.marks for cell in rows[header]) or not _told(rows[header]):
        return False
    return len(rows) == header + 1 or not _told(rows[header + 1])


def guidance(row: Sequence[Cell]) -> list[Block]:
    """The texts of an instruction row, as what the file itself shows in place of answers."""
    return [Block(cell.text, cell.location, marks=cell.marks, placeholder=True) for cell in row if cell.text]


def guides(text: str) -> bool:
    """Whether a text is for whoever fills a template: it speaks of one, or half of its sentences tell or ask."""
    if re.search(_ABOUT_FORMS, text):
        return True
    sentences = [part.strip() for part in re.split(_SENTENCE_ENDS, text) if part.strip()]
    told = sum(any(re.fullmatch(pattern, part) for pattern in (_TOLD, _ASKED, _ASIDE)) for part in sentences)
    return 2 * told >= len(sentences) > 0


def _told(row: Sequence[Cell]) -> bool:
    """Whether every cell of a row says what belongs in it, or its form, and one does so plainly: an answer is kept."""
    texts = [cell.text for cell in row if cell.text.strip() and not re.fullmatch(_SERIAL, cell.text)]
    if len(texts) < 2:
        return False
    plain = sum(any(re.fullmatch(pattern, text) for pattern in (_ASIDE, _ENCLOSED, _TOLD, _ASKED)) for text in texts)
    meant = sum(bool(re.fullmatch(_NAMED, text)) for text in texts)
    formed = sum(bool(re.fullmatch(_FORM, text)) for text in texts)
    return plain > 0 and plain + meant + formed >= len(texts)
