"""One child process that scores draft after draft; the parent may kill it at any time."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple, cast

from showproof.batch.bounds import Bounds, hold_memory, hold_time
from showproof.batch.outcomes import Outcome, Task, Unreadable, Work
from showproof.errors import UserError

Start = Callable[[], Work]
"""Sets a worker up, in the worker; must be picklable where workers are new interpreters."""


class Ready(NamedTuple):
    """The worker is set up."""


class Spent(NamedTuple):
    """The outcome of a draft that used up the memory: the worker ends with it, a fresh one goes on."""

    outcome: Unreadable


Message = Ready | Spent | Outcome | UserError


class Job(NamedTuple):
    """A task and its number in the order of the drafts."""

    number: int
    task: Task


class Worker:
    """A child process, its pipe, and the jobs that it was given, the first of which it is working on."""

    def __init__(self, context: BaseContext, start: Start, bounds: Bounds, siblings: Iterable[Worker]) -> None:
        self.pipe, theirs = context.Pipe()
        # A forked child inherits the parent's ends of all pipes; while it held one, its reader could not see that
        # the parent has gone.
        forked = context.get_start_method() == "fork"
        inherited = (self.pipe, *(one.pipe for one in siblings)) if forked else ()
        make = cast(Any, context).Process
        self.process: BaseProcess = make(target=_serve, args=(theirs, start, bounds, inherited), daemon=True)
        with _no_interrupts():
            self.process.start()
        theirs.close()
        self.given: deque[Job] = deque()
        self.ready = False
        self.since = time.monotonic()

    def give(self, job: Job, now: float) -> None:
        """Hand a job over; a worker that has ended meanwhile is found out when its pipe is read."""
        if not self.given:
            self.since = now
        self.given.append(job)
        with contextlib.suppress(OSError):
            self.pipe.send(job.task)

    def next_message(self) -> Message | None:
        """What it says; None where it has ended."""
        try:
            message: Message = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return message

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.pipe.close()

    def exit_code(self) -> int:
        """How it ended, once its pipe is closed: negative for a signal."""
        self.process.join(1)
        return self.process.exitcode or 0


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    """Ctrl-C waits meanwhile, and never reaches the processes that are started: it is the parent's to answer."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, start: Start, bounds: Bounds, inherited: Iterable[Connection]) -> None:
    """Score what comes through the pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for one in inherited:
        one.close()
    gc.freeze()
    # The parent may be gone at any time, and then nobody wants to hear more.
    with contextlib.suppress(EOFError, OSError):
        work = _set_up(start, pipe)
        hold_memory(bounds)
        while work:
            task: Task = pipe.recv()
            hold_time(bounds)
            message = _message(work, task, bounds)
            pipe.send(message)
            if isinstance(message, Spent | UserError):
                return


def _set_up(start: Start, pipe: Connection) -> Work | None:
    """What scores drafts; None where it could not be set up, which is said."""
    try:
        work = start()
    except UserError as error:
        pipe.send(error)
    except Exception as error:
        pipe.send(
            UserError(f"a worker could not be set up: {type(error).__name__}: {error}", remedy="report the fault")
        )
    else:
        pipe.send(Ready())
        return work
    return None


def _message(work: Work, task: Task, bounds: Bounds) -> Message:
    try:
        return work(task)
    except UserError as error:
        return error
    except MemoryError:
        return Spent(Unreadable(str(task.path), *bounds.large))
