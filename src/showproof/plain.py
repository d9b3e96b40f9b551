"""Text of a draft as it may be shown anywhere: nothing in it that hides, turns the line or commands what shows it."""

import re

from showproof.values.as_read import HIDING

_HIDING = re.compile(f"[{HIDING}\ud800-\udfff\ufffe\uffff]")
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


def plain(text: str) -> str:
    """A draft's words on one line, without the control characters by which they could command the terminal.

    Signs that nobody sees, that turn the direction of the line, or that are no Unicode, as in some names of files, are
    shown by their number.
    """
    text = text.translate(_CONTROLS)
    return text if text.isascii() else _HIDING.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
