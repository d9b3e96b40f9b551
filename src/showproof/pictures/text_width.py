"""How wide a text is, and how it is broken into lines, without a font: by the widest of the usual sans-serif ones.

The widths are those of Liberation Sans (which Arial shares) or DejaVu Sans, whichever is wider, in thousandths of the
size; so a text fits its room with either. Other scripts have one width a kind of letter, on the wide side.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_BY_WIDTH = {
    275: "'", 278: "ijl", 295: "I", 318: " ,.", 337: "/:;\\|", 352: "f", 361: "-", 390: "()[]", 392: "t", 401: "!",
    411: "r", 460: '"', 500: "*J`", 521: "s", 525: "z", 550: "c", 556: "?_", 557: "L", 579: "k", 592: "vxy",
    611: "FT", 613: "oa", 615: "e", 635: "hnubdgpq", 636: "$0123456789{}", 667: "EKPSY", 686: "ABVXZ", 722: "CR",
    732: "U", 752: "HN", 778: "DG", 787: "OQ&", 818: "w", 838: "#+<=>^~", 863: "M", 950: "%", 974: "m", 989: "W",
    1015: "@…—",
}  # fmt: skip
_WIDTHS = {sign: width for width, signs in _BY_WIDTH.items() for sign in signs}
_OTHER = 700
_CAPITAL = 800
_WIDE = 1000
_SYMBOL = 1060
_BOLD = 1.13
"""How much wider bold letters are."""
_JOINERS = "\u200c\u200d"
ELLIPSIS = "…"


def width_of(text: str, size: int, *, bold: bool = False) -> int:
    """Pixels that a text of this size takes, rounded up."""
    thousandths = sum(map(_width, text)) * size * (_BOLD if bold else 1)
    return int(-(-thousandths // 1000))


def wrapped(text: str, size: int, room: int, most: int = 0, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines of at most `room` pixels; where `most` lines do not hold it, the last one ends in an ellipsis."""
    lines: list[str] = []
    for word in _pieces(text, size, room, bold):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and word and width_of(joined, size, bold=bold) <= room and not lines[-1].endswith("\n"):
            lines[-1] = joined
        else:
            lines.append(word)
    lines = [line.rstrip("\n") for line in lines]
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], size, room, bold)]
    return tuple(lines)


def shortened(text: str, size: int, room: int, *, bold: bool = False) -> str:
    """A text on one line, ended in an ellipsis where it does not fit."""
    return "".join(wrapped(text, size, room, 1, bold=bold))


def _pieces(text: str, size: int, room: int, bold: bool) -> Iterator[str]:
    """Its words; of a word wider than the room, the parts that fit, each but the last marked by a line end."""
    for word in text.split():
        rest = word
        while width_of(rest, size, bold=bold) > room and len(rest) > 1:
            at = max(1, _fitting(rest, size, room, bold))
            yield f"{rest[:at]}\n"
            rest = rest[at:]
        yield rest


def _fitting(text: str, size: int, room: int, bold: bool) -> int:
    """How many of its signs fit: behind a hyphen where one is near, and never between a letter and its accents."""
    at = len(text)
    while at > 1 and width_of(text[:at], size, bold=bold) > room:
        at -= 1
    while at > 1 and at < len(text) and (_width(text[at]) == 0 or text[at - 1] in _JOINERS):
        at -= 1
    hyphen = 1 + max(text.rfind(sign, 0, at - 1) for sign in "-/_.")
    return hyphen if at < len(text) and 3 * hyphen > at else at


def _cut(line: str, size: int, room: int, bold: bool) -> str:
    """A line ended in an ellipsis: behind a whole word, where that leaves more than half of it."""
    fitting = line[: _fitting(line, size, room - width_of(ELLIPSIS, size, bold=bold), bold)]
    words = fitting if len(fitting) == len(line) else fitting.rpartition(" ")[0]
    kept = words if 2 * len(words) > len(fitting) else fitting
    cut = f"{kept.rstrip(' ,;:.')}{ELLIPSIS}"
    return cut if width_of(cut, size, bold=bold) <= room else ELLIPSIS


def _width(sign: str) -> int:
    known = _WIDTHS.get(sign)
    if known is not None:
        return known
    kind = unicodedata.category(sign)
    if kind in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    if kind in ("Sm", "So"):
        return _SYMBOL
    if kind == "Lu":
        return max(_WIDTHS.get(unicodedata.normalize("NFD", sign)[0], _CAPITAL), 557)
    return _WIDTHS.get(unicodedata.normalize("NFD", sign)[0], _OTHER)
