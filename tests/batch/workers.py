"""Ways of working on a task that readers have at their worst; each is set up in a worker, which may be a new Python."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import time
from pathlib import Path

from showproof.batch.outcomes import Scored, Task, Unreadable, Work
from showproof.errors import CatalogError
from showproof.scorer import SAID_NOTHING


def task(name: str) -> Task:
    """A task whose file's name says how it is worked on."""
    return Task(Path(name), SAID_NOTHING)


def done(name: str) -> Scored:
    """What comes of a task that is worked on as it should be."""
    return Scored(name, 2, True, (name,))


def moody() -> Work:
    """Worked on as the first word of a file's name says."""
    return _work


def in_this_process() -> Work:
    """The text of the outcome names the process that worked on it."""
    return lambda one: Scored(str(one.path), 2, True, (str(os.getpid()),))


def faulty() -> Work:
    """A worker that finds the catalogue faulty."""
    raise CatalogError(["a.yaml:1:1 id: missing", "b.yaml:2:1 id: missing"])


def broken() -> Work:
    """A worker that has a fault of its own."""
    raise KeyError("word")


def dying() -> Work:
    """A worker that ends before it is set up."""
    os._exit(7)


def _work(one: Task) -> Scored | Unreadable:
    name = str(one.path)
    mood = name.split("-")[0]
    faulthandler.disable()
    if mood == "slow":
        time.sleep(0.3)
    if mood == "hangs":
        time.sleep(600)
    if mood == "loops":
        while True:
            pass
    if mood == "segfaults":
        os.kill(os.getpid(), signal.SIGSEGV)
    if mood == "aborts":
        os.abort()
    if mood == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if mood == "exits":
        os._exit(3)
    if mood == "hungry":
        hoard = [bytearray(8 << 20) for _ in range(1000)]
        sys.stdout.write(str(len(hoard)))
    if mood == "faulty":
        raise CatalogError(["a.yaml:1:1 id: missing"])
    if mood == "lost":
        return Unreadable(name, "lost", "find it")
    return done(name)
