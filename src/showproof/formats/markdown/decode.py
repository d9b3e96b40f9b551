"""The bytes of a text file as text: UTF-8, UTF-16 that says so, or what older editors of Windows write."""

from __future__ import annotations

import re

from showproof.errors import UnreadableError
from showproof.formats.limits import Limits, in_units

OLD_WINDOWS = "not UTF-8: read as Windows-1252; save it as UTF-8 if letters came out wrong"

_MARKED = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
MAX_FOREIGN = 0.2
"""Share of letters beyond ASCII up to which bytes that are no UTF-8 can be a text of Western Europe."""


def decoded(data: bytes, shown: str, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The text with its line ends as newlines, and what a reader should know of it.

    Raises UnreadableError when it is too long or no text.
    """
    if len(data) > limits.text:
        size = f"found {in_units(len(data))} of text; allowed: {in_units(limits.text)}"
        raise UnreadableError(size, where=shown, remedy="hand in the draft alone")
    text, notices = _decoded(data)
    if text is None:
        raise UnreadableError("not UTF-8 text", where=shown, remedy="save it as UTF-8, or as .docx")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    ends = text.count("\n")
    if ends > limits.lines:
        said = f"found {ends:,} lines of text; allowed: {limits.lines:,}"
        raise UnreadableError(said, where=shown, remedy="hand in the draft alone")
    return text, notices


def _decoded(data: bytes) -> tuple[str | None, tuple[str, ...]]:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _as_text(data, encoding), ()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _as_text(data, "cp1252"), (OLD_WINDOWS,)
    return (None if "\0" in text else text), ()


def _as_text(data: bytes, encoding: str) -> str | None:
    """The text in this encoding; None where it cannot be one that a person wrote."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    foreign = len(_FOREIGN.findall(text))
    plain = encoding == "utf-16" or foreign <= MAX_FOREIGN * len(text)
    return text if plain and not _CONTROL.search(text) else None
