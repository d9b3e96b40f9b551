"""One writer at a time: the system's own lock on a file, which ends with the process that holds it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from showproof.errors import UserError, reason

PATIENCE = 10.0
"""Seconds that another writer is waited for."""
_PAUSE = 0.02
_FAR = 0x7FFFFFFF
"""Windows locks bytes, and nobody else may read these; so one is locked where no log has any."""


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[FileIO]:
    """The file, open for reading and for writing at its end, made where it was not; nobody else has it so meanwhile.

    Raises UserError where somebody else still has it after `patience` seconds, and where it cannot be opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("a+b", buffering=0)
    except OSError as error:
        raise UserError(f"cannot be written: {reason(error)}", where=str(path), remedy="name another log") from None
    with stream:
        last = time.monotonic() + patience
        while not _taken(stream):
            if time.monotonic() > last:
                raise UserError("somebody else is writing to it", where=str(path), remedy="try again in a moment")
            time.sleep(_PAUSE)
        try:
            yield stream
        finally:
            _let_go(stream)


if sys.platform == "win32":
    import msvcrt

    def _taken(stream: FileIO) -> bool:
        stream.seek(_FAR)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(stream: FileIO) -> None:
        stream.seek(_FAR)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _taken(stream: FileIO) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(stream: FileIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)
