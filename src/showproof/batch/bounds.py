"""How long a worker may take over one draft, and how much memory: the limits that hold whatever a file does.

Windows has no limits that a process can set itself; there the clock alone is watched.
"""

from __future__ import annotations

import contextlib
import math
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from showproof.formats.limits import USUAL, in_units

CLOCK = 3
"""Times as long a draft may take by the clock, since a machine has other work too; what only waits is ended by this."""


class OutOfTime(Exception):
    """The processor time for a draft is used up."""


class Bounds(NamedTuple):
    """The limits of a process that scores a draft."""

    seconds: float = USUAL.seconds
    memory: int = USUAL.memory

    @property
    def clock(self) -> float:
        """Seconds by the clock."""
        return CLOCK * self.seconds

    @property
    def slow(self) -> tuple[str, str]:
        """What is said of a draft that took too long, and what helps."""
        return (
            f"took longer than {self.seconds:g} s",
            "save it again without pictures and unused sheets, or raise --limit seconds",
        )

    @property
    def large(self) -> tuple[str, str]:
        """What is said of a draft that needed too much memory, and what helps."""
        return (
            f"needed more than {in_units(self.memory)} of memory",
            "save it again without pictures and unused sheets, or raise --limit memory",
        )


@contextlib.contextmanager
def held(bounds: Bounds) -> Iterator[None]:
    """Limits on this process while it scores a draft itself; afterwards it has those that it had before.

    Raises MemoryError, and OutOfTime where it is Python that runs on: nobody can end this process from outside.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource

    kinds = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)
    before = [(kind, resource.getrlimit(kind)) for kind in kinds]
    handler = signal.signal(signal.SIGXCPU, _out_of_time)
    try:
        hold_memory(bounds)
        hold_time(bounds)
        yield
    finally:
        for kind, limits in before:
            resource.setrlimit(kind, limits)
        signal.signal(signal.SIGXCPU, handler)


def _out_of_time(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTime


def hold_memory(bounds: Bounds) -> None:
    """Bind this process to the memory allowed, and have it leave no core file where it breaks off."""
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_AS, _address_space() + bounds.memory)
    _lower(resource.RLIMIT_CORE, 0)


def hold_time(bounds: Bounds) -> None:
    """Let the system end this process when the next draft has used the processor for too long."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + bounds.seconds))


def _lower(kind: int, value: int) -> None:
    """Set a soft limit; where the system refuses, as macOS does for memory, the clock is what is left."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(kind)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _address_space() -> int:
    """Bytes that this process has mapped; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
