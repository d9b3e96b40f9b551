"""Which drafts somebody has just saved: looked at again and again, and told once the save is over.

Office programs write beside and rename, delete and write anew, or write over what is there; in between a draft is
missing, empty or cut off. So a change counts when a draft looks the same twice in a row, and what is missing or cannot
be read is given time before anybody is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

PAUSE = 0.5
"""Seconds between two looks."""
PATIENCE = 6
"""Looks for which a draft may be missing, or stay as it is without being readable, before that is told."""


class Stamp(NamedTuple):
    """What differs between two saves of a file."""

    size: int
    changed: int
    file: int
    """The number of the file itself: another one where it was renamed over."""


class Event(NamedTuple):
    """Something that happened to a draft."""

    path: Path
    what: Literal["saved", "gone"]


@dataclass(slots=True)
class _State:
    """What is known of one draft."""

    told: Stamp | None = None
    """How it looked when it was told of."""
    seen: Stamp | None = None
    """How it looked at the last look."""
    missing: int = 0
    failures: int = 0


def stamp_of(path: Path) -> Stamp | None:
    """How a file looks; None where it is not there, empty, or not to be looked at now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino) if found.st_size else None


class Saves:
    """Tells of saves, look by look. `drafts` gives the files that there are now; it may raise OSError."""

    def __init__(self, drafts: Callable[[], Sequence[Path]], look: Callable[[Path], Stamp | None] = stamp_of) -> None:
        self._drafts, self._look = drafts, look
        self._known: dict[Path, _State] = {}
        self._first = True

    def poll(self) -> Iterator[Event]:
        """What happened since the last look; at the first one every draft counts as saved."""
        try:
            now = {path: self._look(path) for path in self._drafts() if not path.name.startswith("~")}
        except OSError:
            return
        for path in dict.fromkeys((*now, *self._known)):
            state = self._known.setdefault(path, _State())
            what = _happened(state, now.get(path), at_once=self._first)
            if what:
                yield Event(path, what)
        self._first = False

    def failed(self, path: Path) -> bool:
        """Note that a saved draft could not be read; whether it is time to tell. Until then it is tried again."""
        state = self._known[path]
        state.failures += 1
        if state.failures < PATIENCE:
            state.told = None
        return state.failures == PATIENCE


def _happened(state: _State, stamp: Stamp | None, *, at_once: bool) -> Literal["saved", "gone"] | None:
    if stamp is None:
        state.seen, state.missing = None, state.missing + 1
        if state.missing < PATIENCE or state.told is None:
            return None
        state.told = None
        return "gone"
    same = stamp == state.seen
    if not same:
        state.failures = 0
    state.seen, state.missing = stamp, 0
    if stamp == state.told or not (same or at_once):
        return None
    state.told = stamp
    return "saved"
