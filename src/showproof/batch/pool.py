"""Workers and the drafts handed to them: outcomes in the order of the drafts, whatever finishes first."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from multiprocessing.connection import wait

from showproof.batch.bounds import Bounds
from showproof.batch.outcomes import Outcome, Task, Unreadable
from showproof.batch.worker import Job, Ready, Spent, Start, Worker
from showproof.errors import UserError

IN_HAND = 2
"""Drafts that a worker has: one in work, and the next one, so that it never waits for the parent."""
AHEAD = 128
"""Drafts that may be handed out beyond the first unfinished one: what is finished early waits in memory, some 6 MB."""
TICK = 0.2
"""Seconds between two looks at the clock and at whether somebody wants to stop."""
AWAY = 1.0
"""Seconds after which the parent itself was not running: it was suspended, or waited for whoever reads its output."""
STARTING = 60.0
"""Seconds that a worker may take to set itself up."""


def start_method() -> str:
    """`fork` where that is safe and spares each worker its set-up: on Linux with one thread; else `spawn`."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool:
    """A few workers for one run over drafts."""

    def __init__(self, start: Start, jobs: int, bounds: Bounds | None = None, method: str = "") -> None:
        self._context = multiprocessing.get_context(method or start_method())
        self._start = start
        self._jobs = jobs
        self._bounds = bounds or Bounds()
        self._workers: list[Worker] = []
        self._entries: Iterator[Task | Outcome] = iter(())
        self._exhausted = False
        self._begun = 0
        self._wanted = 0
        self._waiting: deque[Job] = deque()
        self._done: dict[int, Outcome] = {}
        self._looked = 0.0

    def outcomes(
        self, entries: Iterable[Task | Outcome], stopped: Callable[[], bool] = lambda: False
    ) -> Generator[Outcome, None, None]:
        """The outcome of every entry, in order; an entry that is an outcome already takes its place as it is.

        Once `stopped`, no draft is scored any more: what is finished, and what is an outcome already, still comes.
        Raises UserError for what would spoil every draft.
        """
        self._entries = iter(entries)
        if self._context.get_start_method() == "fork":
            work = self._start()
            self._start = lambda: work
        self._looked = time.monotonic()
        try:
            while not stopped():
                self._hand_out()
                yield from self._in_order()
                if any(worker.given for worker in self._workers):
                    self._listen(TICK)
                elif self._exhausted and not self._waiting:
                    return
            self._listen(0)
            yield from self._finished()
        finally:
            for worker in self._workers:
                worker.kill()

    def _hand_out(self) -> None:
        """A draft to each worker, then the next one to each; workers are started as they are needed."""
        for many in range(IN_HAND):
            for place in range(self._jobs):
                new = place >= len(self._workers)
                if new or len(self._workers[place].given) <= many:
                    job = self._next_job()
                    if job is None:
                        return
                    worker = self._new_worker() if new else self._workers[place]
                    worker.give(job, time.monotonic())

    def _new_worker(self) -> Worker:
        worker = Worker(self._context, self._start, self._bounds, self._workers)
        self._workers.append(worker)
        return worker

    def _next_job(self) -> Job | None:
        """The next draft to score; None where there is none, or none that may be begun yet."""
        if self._waiting:
            return self._waiting.popleft()
        while self._begun - self._wanted < AHEAD:
            entry = next(self._entries, None)
            if entry is None:
                self._exhausted = True
                return None
            number = self._begun
            self._begun += 1
            if isinstance(entry, Task):
                return Job(number, entry)
            self._done[number] = entry
        return None

    def _in_order(self) -> Iterator[Outcome]:
        while self._wanted in self._done:
            outcome = self._done.pop(self._wanted)
            self._wanted += 1
            yield outcome

    def _finished(self) -> Iterator[Outcome]:
        """What is whole when the run is stopped, drafts in work left out."""
        yield from (self._done[number] for number in sorted(self._done))
        yield from (entry for entry in self._entries if not isinstance(entry, Task))

    def _listen(self, seconds: float) -> None:
        """Hear workers that have something to say; only then end those that have taken too long."""
        spoke = wait([worker.pipe for worker in self._workers], seconds)
        now = time.monotonic()
        away = now - self._looked if now - self._looked > AWAY else 0.0
        self._looked = now
        for worker in tuple(self._workers):
            worker.since += away
            if worker.pipe in spoke:
                self._hear(worker, now)
            elif worker.given and now - worker.since > (self._bounds.clock if worker.ready else STARTING):
                self._lose(worker, self._bounds.slow)

    def _hear(self, worker: Worker, now: float) -> None:
        message = worker.next_message()
        worker.since = now
        if isinstance(message, UserError):
            raise message
        if message is None:
            self._lose(worker, _ended(worker.exit_code(), self._bounds))
        elif isinstance(message, Ready):
            worker.ready = True
        elif isinstance(message, Spent):
            self._done[worker.given.popleft().number] = message.outcome
            self._dismiss(worker)
        else:
            self._done[worker.given.popleft().number] = message

    def _lose(self, worker: Worker, said: tuple[str, str]) -> None:
        """The draft in work gets its line; the one after it goes to another worker."""
        if not worker.ready:
            raise UserError("a worker could not be started", remedy="free some memory, or score the drafts one by one")
        if worker.given:
            job = worker.given.popleft()
            self._done[job.number] = Unreadable(str(job.task.path), *said)
        self._dismiss(worker)

    def _dismiss(self, worker: Worker) -> None:
        worker.kill()
        self._workers.remove(worker)
        self._waiting.extendleft(reversed(worker.given))


def _ended(code: int, bounds: Bounds) -> tuple[str, str]:
    """What is said of a draft over which a worker ended, by its exit code, and what helps."""
    names = {one.value: one.name for one in signal.Signals}
    name = names.get(-code, f"exit code {code}")
    if name == "SIGXCPU":
        return bounds.slow
    if name == "SIGKILL":
        return "the system ended its reader, as it does where memory runs out", bounds.large[1]
    return f"its reader broke off ({name})", "open it in your office program and save it again"
