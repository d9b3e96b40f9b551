"""A paragraph told apart: heading, item of a list, label with its value, or plain; by lines where it was typed so."""

import re
from itertools import pairwise
from typing import NamedTuple

from showproof.model import Block, BlockKind, Location

Spans = tuple[tuple[int, int], ...]

# Kept as text where few documents need the pattern: `re` compiles it when it is first used, and remembers it.
_BULLET = r"(?:[-–—*•·∙▪■□●○◆❖‣⁃◦➢➤►\uf0a7\uf0b7\uf0d8\uf0fc\uf076]|[o§Øüv](?=\t))[ \t\xa0]+(?=\S)"
_CHECK = r"\[([ xX]?)\][ \t\xa0]+(?=\S)"
_BOX = r"[☐☑☒](?=\s)"
_ROMAN = r"[ivx]{2,5}"
_NUMBER = (
    rf"(?:(\d{{1,2}}(?:\.\d{{1,2}})*)[.)]|\((\d{{1,2}}|[a-z]|{_ROMAN})\)|([A-Za-z]|{_ROMAN})\)|({_ROMAN}|[IVX]{{2,5}})\.)"
    r"[ \t\xa0]+(?=\S)"
)
_MARKER = re.compile(f"{_BULLET}|{_CHECK}|{_BOX}|{_NUMBER}")
_SECTION = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?[ \t\xa0]+(?=[^\W\d_])")
_TABBED = re.compile(r"(\d{1,2})[ \xa0]*\t[ \t\xa0]*(?=[^\W\d_])")
"""A number with nothing but a tab between it and what it counts: only headings are written so."""
_PAIR = re.compile(
    r"([^\W_][^:：\n\t!?;]{0,70}?)\s*[:：](?:[ \t\xa0]+(?=\S)|(?<=[^\W\d_]{3}:)(?=[A-Z\d])|(?<=：)(?=\S))"
)
_LABEL_END = r"[:：]\s*$"
_RUN_IN_END = r"[.?!]\s*$"
_COUNTED = r"(?:^|\s)(?:\d{1,3}|[A-Z]|[IVX]+)$"

_SENTENCE_START = r"(?i)(?:an?|he|i|it|our|she|that|the|there|these|they|this|those|we)\s"

_STATES = (
    r"(?i)(?!as |how |to |what |when |where |who |why ).*\s(?:are|had|has|have|is|means|reads?|said|says?|was|were)"
)
"""A label that ends so is the beginning of a sentence: "The scale is: low, high"."""

MAX_LABEL_WORDS = 5
MAX_CLOSE_WORDS = 2
"""Words of a label with no space between its colon and the value."""
MAX_SENTENCE_WORDS = 3
"""Words of a label that begins as sentences do."""
MAX_STRONG_LABEL_WORDS = 10
MAX_RUN_IN_WORDS = 12
LEAST_CAPITALS, LEAST_NAMED = 5, 3
"""Letters of a line in capitals, and its words without figures where others have some."""
MAX_LINES = 500
"""Lines of one paragraph that are looked at one by one."""


class Passage(NamedTuple):
    """A paragraph as read, before it is told what it is; `location` has no span yet."""

    text: str
    location: Location
    strong: Spans = ()
    """Where the text is set bold or underlined: start and end, in order."""
    kind: BlockKind | None = None
    """Known from the file itself; None to be told from the text. `paragraph` is left as it is."""
    level: int = 0
    number: str = ""
    checked: bool | None = None
    marks: tuple[str, ...] = ()
    placeholder: bool = False


class _Line(NamedTuple):
    text: str
    start: int
    strong: Spans

    @property
    def wholly_strong(self) -> bool:
        return covered(self.text, self.strong)


def covered(text: str, spans: Spans) -> bool:
    """Whether nothing but blanks stands outside the spans, and something stands inside."""
    at = 0
    for start, end in spans:
        if text[at:start].strip():
            return False
        at = max(at, end)
    return at > 0 and not text[at:].strip() and bool(text.strip())


def label_end(text: str, strong: Spans = ()) -> int:
    """Where the value of "Label: value" starts; 0 when the text is no such pair."""
    match = _PAIR.match(text)
    if not match:
        return 0
    label = match[1]
    words = len(label.split())
    if strong and strong[0][0] == 0 and strong[0][1] >= len(label):
        return match.end() if words <= MAX_STRONG_LABEL_WORDS else 0
    if match.end() == match.end(1) + 1 and (words > MAX_CLOSE_WORDS or label[0].islower()):
        return 0
    if words > MAX_LABEL_WORDS or ", " in label or ". " in label or re.fullmatch(_STATES, label):
        return 0
    return match.end() if words <= MAX_SENTENCE_WORDS or not re.match(_SENTENCE_START, label) else 0


def blocks(passage: Passage) -> list[Block]:
    """The passage as blocks in order, each with its span of the passage's text; none when it is blank and unmarked."""
    if not passage.text.strip():
        return [_block(passage, _Line("", 0, ()), passage.kind or "paragraph")] if passage.marks else []
    whole = _line(passage, 0, len(passage.text))
    if passage.kind in ("heading", "paragraph"):
        return [_heading(passage, whole) if passage.kind == "heading" else _block(passage, whole, "paragraph")]
    lines = _typed_lines(passage) if 0 < passage.text.count("\n") <= MAX_LINES else []
    if not lines:
        return _told(passage, whole)
    first, *rest = lines
    plain = Passage(passage.text, passage.location, passage.strong, marks=passage.marks)
    return _told(passage, first) + [block for line in rest for block in _told(plain, line)]


def _line(passage: Passage, start: int, end: int) -> _Line:
    """The part from start to end without blanks around it, with the strong spans inside."""
    raw = passage.text[start:end]
    text = raw.strip()
    start += raw.index(text)
    end = start + len(text)
    strong = tuple((max(a, start) - start, min(b, end) - start) for a, b in passage.strong if a < end and b > start)
    return _Line(text, start, strong)


def _typed_lines(passage: Passage) -> list[_Line]:
    """The lines of a paragraph in which each says something of its own; none where they are just broken lines."""
    lines, at = [], 0
    for raw in passage.text.split("\n"):
        if raw.strip():
            lines.append(_line(passage, at, at + len(raw)))
        at += len(raw) + 1
    rest = lines[1:]
    if any(_MARKER.match(line.text) for line in rest):
        return lines
    if lines[0].wholly_strong and not all(line.wholly_strong for line in rest):
        return lines
    pairs = sum(1 for line in lines if label_end(line.text, line.strong))
    apart = pairs >= 2 and 2 * pairs >= len(lines) and label_end(lines[0].text, lines[0].strong)
    return lines if apart else []


def _told(passage: Passage, line: _Line) -> list[Block]:
    if passage.kind == "item":
        return [_item(passage, line, passage.level, passage.number)]
    if _MARKER.match(line.text):
        return [_marked(passage, line)]
    section = _section(line.text) if line.strong and line.wholly_strong else None
    if section:
        return [_item(passage, _after(line, section.end()), 1, section[1])]
    return _labelled(passage, line) or _side_by_side(passage, line) or [_plain(passage, line)]


def _side_by_side(passage: Passage, line: _Line) -> list[Block]:
    """Pairs in one line, "Account: 1010<tab>Period: March": each begins the line or stands behind a tab."""
    if "\t" not in line.text:
        return []
    starts = [match.start() for match in re.finditer(r"(?:^|(?<=\t))[^\t:：]+[:：]", line.text)]
    starts = [at for at in starts if label_end(line.text[at:])]
    if len(starts) < 2 or starts[0] > 0:
        return []
    parts = [_until(_after(line, a), b - a) for a, b in pairwise([*starts, len(line.text)])]
    return [_block(passage, part, "pair", strong=part.wholly_strong) for part in parts]


def _section(text: str) -> re.Match[str] | None:
    """The number of a section at the start of a line that is set like a heading."""
    return _SECTION.match(text) or _TABBED.match(text)


def _marked(passage: Passage, line: _Line) -> Block:
    """An item by what was typed before it: a bullet or a number, which goes, or a check box."""
    bullet = re.match(_BULLET, line.text)
    if bullet:
        return _item(passage, _after(line, bullet.end()), 2 if line.text[0] == "o" else 1, "")
    number = re.match(_NUMBER, line.text)
    if number:
        return _item(passage, _after(line, number.end()), 1, next(group for group in number.groups() if group))
    return _item(passage, line, 1, "")


def _labelled(passage: Passage, line: _Line) -> list[Block]:
    """Pairs, one for each strong "Label:" in the line, or a run-in head ("Cause. It was ...") with its text."""
    if not line.strong or line.strong[0][0] > 0 or line.wholly_strong:
        return []
    end = line.strong[0][1]
    head = line.text[:end]
    if re.search(_RUN_IN_END, head) and len(head.split()) <= MAX_RUN_IN_WORDS:
        return [_block(passage, _until(line, end), "heading", strong=True), _plain(passage, _after(line, end))]
    starts = [a for a, b in line.strong if _is_label(line.text, a, b)]
    if len(starts) < 2 or starts[0] > 0:
        return []
    ends = [*starts[1:], len(line.text)]
    parts = [_until(_after(line, a), b - a) for a, b in zip(starts, ends, strict=True)]
    return [_block(passage, part, "pair") for part in parts]


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether the strong span is a label: its colon is in it, or stands right behind."""
    label = text[start:end]
    closed = re.search(_LABEL_END, label) or text[end : end + 1] in (":", "：")
    return bool(closed) and len(label.split()) <= MAX_STRONG_LABEL_WORDS


def _plain(passage: Passage, line: _Line) -> Block:
    end = label_end(line.text, line.strong)
    strong = line.wholly_strong or capitals(line.text)
    if end and not (strong and re.search(_COUNTED, line.text[:end].rstrip(" \t\xa0:："))):
        return _block(passage, line, "pair", strong=strong)
    return _block(passage, line, "paragraph", strong=strong)


def capitals(text: str) -> bool:
    """Whether the text shouts: all its letters are capitals, and there are enough of them to be no abbreviation.

    With figures in it, most of its words are letters alone: "NIGHT OF 12 JUNE", but no "DEP 771".
    """
    if not text.isupper() or sum(map(str.isalpha, text)) < LEAST_CAPITALS:
        return False
    words = text.split()
    named = sum(word.isalpha() for word in words)
    plain = not any(map(str.isdigit, text))
    return plain or ("\n" not in text and named >= LEAST_NAMED and 2 * named > len(words))


def _after(line: _Line, at: int) -> _Line:
    raw = line.text[at:]
    at += len(raw) - len(raw.lstrip())
    strong = tuple((max(a - at, 0), b - at) for a, b in line.strong if b > at)
    return _Line(line.text[at:], line.start + at, strong)


def _until(line: _Line, end: int) -> _Line:
    text = line.text[:end].rstrip()
    return _Line(text, line.start, tuple((a, min(b, len(text))) for a, b in line.strong if a < len(text)))


def _item(passage: Passage, line: _Line, level: int, number: str) -> Block:
    checked = passage.checked
    typed = re.match(_CHECK, line.text)
    if typed and checked is None:
        checked = typed[1] in ("x", "X")
        line = _after(line, typed.end())
    elif checked is None and re.match(_BOX, line.text):
        checked = line.text[0] != "☐"
    strong = line.wholly_strong
    named = bool(line.strong) and not strong and checked is None and not number and _starts_labelled(line)
    kind: BlockKind = "pair" if named else "item"
    return _block(passage, line, kind, level=level, number=number, checked=checked, strong=strong)


def _starts_labelled(line: _Line) -> bool:
    """Whether a strong label opens the line, with its value behind it."""
    return _is_label(line.text, *line.strong[0]) and line.strong[0][0] == 0 and label_end(line.text, line.strong) > 0


def _heading(passage: Passage, line: _Line) -> Block:
    number = passage.number
    typed = re.match(_NUMBER, line.text) or _section(line.text)
    if typed and not number:
        number = next(group for group in typed.groups() if group)
        line = _after(line, typed.end())
    return _block(passage, line, "heading", level=passage.level, number=number)


def _block(
    passage: Passage,
    line: _Line,
    kind: BlockKind,
    *,
    level: int = 0,
    number: str = "",
    checked: bool | None = None,
    strong: bool = False,
) -> Block:
    at = passage.location
    end = line.start + len(line.text)
    return Block(
        text=line.text,
        location=Location(at.part, at.paragraph, at.cell, at.line, line.start, end),
        kind=kind,
        level=level,
        number=number,
        checked=checked if checked is not None else passage.checked,
        marks=passage.marks,
        placeholder=passage.placeholder,
        strong=strong,
    )
