"""Whole processes: CPU, wall and peak memory of a child as the system counts them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LAUNCHER = """
import posix, sys
quiet = [(posix.POSIX_SPAWN_OPEN, number, "/dev/null", posix.O_WRONLY, 0) for number in (1, 2)]
child = posix.posix_spawn(sys.argv[1], sys.argv[1:], posix.environ, file_actions=quiet)
print(posix.wait4(child, 0)[2].ru_maxrss)
"""
"""A bare process: a child inherits its parent's peak until it has a larger one of its own."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of one child."""

    cpu: float
    wall: float


def run(command: Sequence[str], environment: Mapping[str, str]) -> Spent:
    """Run a child without output. Raises RuntimeError where it fails."""
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    begun = time.perf_counter()
    child = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begun
    if status:
        raise RuntimeError(f"ended with {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return Spent(used.ru_utime + used.ru_stime, wall)


def peak(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Peak resident MiB of a child."""
    launch = [sys.executable, "-I", "-S", "-c", _LAUNCHER, *command]
    found = subprocess.run(launch, check=True, capture_output=True, text=True, env=dict(environment)).stdout
    return int(found) / (1024**2 if sys.platform == "darwin" else 1024)
