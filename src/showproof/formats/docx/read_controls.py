"""What content controls and bookmarks say about the text that they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.docx.read_names import MAIN, VAL, WORD_2010, on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_TAG, _ALIAS, _SHOWING = MAIN + "tag", MAIN + "alias", MAIN + "showingPlcHdr"
_CHECK_BOX, _CHECKED = WORD_2010 + "checkbox", WORD_2010 + "checked"
_CHECK_VALUE = WORD_2010 + "val"

CONTROL_TELLING = (_TAG, _ALIAS, _SHOWING, _CHECK_BOX)
"""The properties of content controls that bear on reading them."""
NAMING = (_TAG, _ALIAS)
"""Those that only name the text in the control: the tag, and the alias that serves where there is no tag."""

_FOREIGN = ("goog_rdk_",)
"""Tags that Google Docs puts around runs for its own use."""
_BOOKMARK = "sp_"
_GOOGLE_PREFIX = "bookmark="


class Control(NamedTuple):
    """A content control: its tag (or alias), whether it shows its placeholder, its state."""

    mark: str = ""
    placeholder: bool = False
    checked: bool | None = None


def read_control(entries: Iterable[_Element]) -> Control:
    """What the entries of an `sdt` element's properties say that matter."""
    placeholder = False
    checked: bool | None = None
    for entry in entries:
        name = entry.tag
        if name == _SHOWING:
            placeholder = on(entry.get(VAL))
        elif name == _CHECK_BOX:
            state = entry.find(_CHECKED)
            checked = state is not None and on(state.get(_CHECK_VALUE))
    return Control(control_mark(entries), placeholder, checked)


def control_mark(entries: Iterable[_Element]) -> str:
    """The tag among a control's properties, or else the alias; nothing for those that Google Docs makes."""
    mark = ""
    for entry in entries:
        if entry.tag == _TAG or (entry.tag == _ALIAS and not mark):
            mark = entry.get(VAL) or mark
    return "" if mark.startswith(_FOREIGN) else mark


def bookmark_mark(name: str | None) -> str:
    """The name of a bookmark that marks an answer's place, as it was before Google Docs renamed it; else empty."""
    name = (name or "").removeprefix(_GOOGLE_PREFIX)
    return name if name.startswith(_BOOKMARK) else ""
