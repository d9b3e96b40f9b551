"""Work in a forked child that can be killed: seconds of processor and of clock, and memory, are limited."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

CPU_SECONDS = 20
WALL_SECONDS = 60
MORE_MEMORY = 1 << 30
"""Bytes of address space over what the process has when it forks."""

_MANY = 1 << 16


class Outcome(NamedTuple):
    """How it ended: `ok` with what the work returned, `raised`, `memory`, `time-out` or `died`."""

    state: str
    value: list[str]
    seconds: float
    peak: float
    """MiB of resident memory at most."""


def run(work: Callable[[], list[str]]) -> Outcome:
    """Runs the work in a child; its result must be small strings. A raised error gives its type and message."""
    inside, outside = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(inside)
        _in_child(work, outside)
    os.close(outside)
    begun = time.monotonic()
    said = _listen(inside, begun + WALL_SECONDS)
    os.close(inside)
    if said is None:
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    seconds, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if said is None or (os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)):
        return Outcome("time-out", [], max(seconds, time.monotonic() - begun), peak)
    if not said:
        return Outcome("died", [str(status)], seconds, peak)
    state, *value = json.loads(said)
    return Outcome(state, value, seconds, peak)


def _listen(pipe: int, until: float) -> bytes | None:
    """All that the child writes; None when it does not end in time."""
    said = b""
    while True:
        ready, _, _ = select.select([pipe], [], [], max(until - time.monotonic(), 0))
        if not ready:
            return None
        piece = os.read(pipe, _MANY)
        if not piece:
            return said
        said += piece


def _in_child(work: Callable[[], list[str]], pipe: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_AS, (_mapped() + MORE_MEMORY, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        said = ["ok", *work()]
    except MemoryError:
        said = ["memory"]
    except BaseException as error:  # whatever a reader raises is what is to be counted
        said = ["raised", type(error).__name__, str(error)[:500], _modules(error)]
    with suppress(BaseException):
        os.write(pipe, json.dumps(said).encode())
    os._exit(0)


def _modules(error: BaseException) -> str:
    """The classes that the error belongs to, by their modules."""
    return " ".join(f"{one.__module__}.{one.__name__}" for one in type(error).__mro__)


def _mapped() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
