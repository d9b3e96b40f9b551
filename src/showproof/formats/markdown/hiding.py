"""HTML elements that a renderer does not show, over all that stands in them until they end."""

from __future__ import annotations

import re

from showproof.formats.markdown.elements import TAG

_UNSEEN = re.compile(
    r"\bhidden\b(?!\s*=\s*[\"']?(?:false|until-found))|display\s*:\s*none|visibility\s*:\s*hidden|"
    r"font-size\s*:\s*0(?!\.?\d)|opacity\s*:\s*0(?!\.?\d)",
    re.IGNORECASE,
)
_QUOTED_NAMES = re.compile(r"\b(?!style\b)[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_SILENT = frozenset(("script", "style", "template", "noscript", "head"))
_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


class Hiding:
    """Follows the tags of a file; `hides` while an element is open that nobody sees."""

    def __init__(self) -> None:
        self.hides = False
        self.silent = False
        """Whether that element holds no words at all, such as a script."""
        self._name = ""
        self._depth = 0

    def tag(self, text: str) -> None:
        """One tag; one that is none is passed over."""
        match = TAG.fullmatch(text)
        if not match:
            return
        closes, name, attributes = text[1] == "/", match[1].lower(), match[2]
        if self.hides:
            self._within(name, closes, attributes)
        elif not closes and name not in _EMPTY and not attributes.rstrip().endswith("/"):
            silent = name in _SILENT
            if silent or _UNSEEN.search(_QUOTED_NAMES.sub("", attributes)):
                self.hides, self.silent, self._name, self._depth = True, silent, name, 1

    def _within(self, name: str, closes: bool, attributes: str) -> None:
        if name == self._name and not attributes.rstrip().endswith("/"):
            self._depth += -1 if closes else 1
            self.hides = self._depth > 0
            self.silent = self.silent and self.hides
