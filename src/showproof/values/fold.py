"""Fold a text for reading, character for character, so that every place stays where it was."""

import re

from showproof.values.value import Passage

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\uff0d"
_FOLDED = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_HYPHENS, "-"),
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    **dict(zip("％，．：／＄＜＞＋（）", "%,.:/$<>+()", strict=True)),
    **dict.fromkeys("≈∼～≃", "~"),
    **dict.fromkeys("≦⩽", "≤"),
    **dict.fromkeys("≧⩾", "≥"),
    **dict.fromkeys("‘’", "'"),
    "İ": "i",
}
_FOLDABLE = f"[{''.join(_FOLDED)}]"
_GROUPING_SPACE = r"(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[0-9]{3}(?![0-9]))"


def fold(text: str) -> Passage:
    """Lower case, plain spaces and hyphens, western digits; a fixed space inside a figure becomes its comma."""
    if text.isascii():
        return Passage(text, text.lower())
    grouped = re.sub(_GROUPING_SPACE, ",", text)
    return Passage(text, re.sub(_FOLDABLE, lambda found: _FOLDED[found[0]], grouped).lower())
