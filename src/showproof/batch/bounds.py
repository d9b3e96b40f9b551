"""How long a worker may take over one draft, and how much memory: the limits that hold whatever a file does.

Windows has no limits that a process can set itself; there the clock alone is watched.
"""

from __future__ import annotations

import contextlib
import math
import os
import sys
from pathlib import Path
from typing import NamedTuple

SECONDS = 20.0
"""Of processor time for one draft: the largest of 3,987 public office files takes 1.3 to unpack and parse."""
CLOCK = 3
"""Times as long it may take by the clock, since a machine has other work too; what only waits is ended by this."""
MEMORY = 512 * 1024 * 1024
"""Bytes of address space beyond those of a worker at rest: the same files need 355 MB at most."""


class Bounds(NamedTuple):
    """The limits of one worker."""

    seconds: float = SECONDS
    memory: int = MEMORY

    @property
    def clock(self) -> float:
        """Seconds by the clock."""
        return CLOCK * self.seconds

    @property
    def slow(self) -> tuple[str, str]:
        """What is said of a draft that took too long, and what helps."""
        return (
            f"took longer than {self.seconds:g} s",
            "save it again without pictures and unused sheets, or score it alone, without a time limit",
        )

    @property
    def large(self) -> tuple[str, str]:
        """What is said of a draft that needed too much memory, and what helps."""
        return (
            f"needed more than {self.memory / 1024**2:.0f} MB of memory",
            "save it again without pictures and unused sheets, or score it alone, without a memory limit",
        )


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
