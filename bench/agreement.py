"""Statistics of agreement beside other packages: 100 raters x 10,000 drafts, five levels, a fifth missing.

`krippendorff` (GPL) is of the bench environment only. irrCAC pins an old scipy and names no licence, pingouin is GPL:
each lives in a throw-away environment whose interpreter is told, and is left out where it is not:

    python3 -m venv ../irrcac && ../irrcac/bin/pip install irrCAC==0.4.4
    python3 -m venv ../pingouin && ../pingouin/bin/pip install pingouin==0.7.0
    IRRCAC_PYTHON=../irrcac/bin/python PINGOUIN_PYTHON=../pingouin/bin/python python -m bench agreement
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple, Protocol

import numpy as np

from bench.report import heading, judged, ms, table
from bench.timing import ratio
from showproof.calibration.figures import Figure, Levels
from showproof.calibration.statistics.bootstrap import interval
from showproof.calibration.statistics.gwet_ac import gwet_ac
from showproof.calibration.statistics.intraclass import intraclass
from showproof.calibration.statistics.krippendorff_alpha import alpha, krippendorff_alpha

DRAFTS, RATERS, MISSING = 10_000, 100, 0.2
MOST_MEMORY = 64.0
"""MiB that one statistic of this table, of 7.6 MiB, may take."""
PEER_FILE = Path(__file__).with_name("agreement_peers.py")


class Contest(NamedTuple):
    """One statistic, on which table, and who else computes it."""

    name: str
    table: str
    ours: Callable[[Levels], Figure]
    peer: str
    target: float


CONTESTS = (
    Contest("alpha, ordinal", "gaps", krippendorff_alpha, "krippendorff", 1.0),
    Contest("AC2, quadratic", "gaps", lambda levels: gwet_ac(levels, "quadratic"), "irrCAC", 1.0),
    Contest("ICC(2,1)", "whole", lambda levels: intraclass(levels).single.figure, "pingouin", 1.0),
)


class Spent(NamedTuple):
    """CPU and wall seconds of one call."""

    cpu: float
    wall: float


class Rival(Protocol):
    """What can be timed round by round."""

    figure: float

    def call(self) -> Spent: ...


class Ours:
    """A statistic in this process."""

    def __init__(self, contest: Contest, levels: Levels) -> None:
        self._work = lambda: contest.ours(levels)
        figure = self._work()
        assert isinstance(figure, float)
        self.figure = figure

    def call(self) -> Spent:
        passed, used = time.perf_counter(), time.process_time()
        self._work()
        return Spent(time.process_time() - used, time.perf_counter() - passed)

    def memory(self) -> float:
        """MiB at the peak of one call."""
        tracemalloc.start()
        self._work()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak / 2**20


class Peer:
    """A package in a process of its own, which answers a line with what a call took."""

    def __init__(self, interpreter: str, name: str, path: Path) -> None:
        command = [interpreter, str(PEER_FILE), name, str(path)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        told = self._answer()
        self.figure, self.name = float(told["figure"]), f"{name} {told['version']}"

    def call(self) -> Spent:
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return Spent(*self._answer())

    def _answer(self):
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())


def interpreter_of(peer: str) -> str | None:
    """The Python that has the package: the one named for it, or this one."""
    return os.environ.get(f"{peer.upper()}_PYTHON") or (sys.executable if find_spec(peer) else None)


def tables() -> dict[str, Levels]:
    """Raters who are right in six of ten cases, whole and with gaps."""
    random = np.random.RandomState(1)
    true, shape = random.randint(0, 5, (DRAFTS, 1)), (DRAFTS, RATERS)
    whole = np.where(random.random_sample(shape) < 0.6, true, random.randint(0, 5, shape)).astype(float)
    return {"whole": whole, "gaps": np.where(random.random_sample(shape) < MISSING, np.nan, whole)}


def main(rounds: int) -> None:
    """Print the tables."""
    levels = tables()
    heading(
        "Agreement, 100 raters x 10,000 drafts",
        f"The ratio is our CPU over the package's in the same round; memory is traced, at most {MOST_MEMORY:.0f} MiB.",
    )
    rows = [_row(contest, levels[contest.table], rounds) for contest in CONTESTS]
    table(("statistic", "CPU ms", "wall ms", "MiB", "package", "its CPU ms", "wall ms", "ratio", "target", ""), rows)
    heading("Intervals, 4 raters x 60 drafts, 2,000 draws")
    few = levels["gaps"][:60, :4]
    spent = []
    for seed in range(rounds):
        begun = time.perf_counter()
        interval(few, alpha(), seed=seed)
        spent.append(time.perf_counter() - begun)
    print(
        f"one interval of alpha: {ms(median(spent))} ms; nine criteria x eight statistics: {median(spent) * 72:.1f} s"
    )


def _row(contest: Contest, levels: Levels, rounds: int) -> tuple[str, ...]:
    ours = Ours(contest, levels)
    interpreter = interpreter_of(contest.peer)
    with ExitStack() as stack:
        path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "table.npy"
        np.save(path, levels)
        peer = Peer(interpreter, contest.peer, path) if interpreter else None
        if peer:
            stack.enter_context(peer.process)
        mine, theirs = [], []
        for _ in range(rounds):
            mine.append(ours.call())
            theirs += [peer.call()] if peer else []
    memory = ours.memory()
    own = (ms(median(one.cpu for one in mine)), ms(min(one.wall for one in mine)), f"{memory:.0f}")
    if peer is None:
        return (contest.name, *own, f"{contest.peer} is not here", "-", "-", "-", "-", "skipped")
    assert abs(ours.figure - peer.figure) < 1e-6, f"{contest.name}: {ours.figure} is not {peer.figure}"
    found = ratio([one.cpu for one in mine], [one.cpu for one in theirs])
    walls = (ms(median(one.cpu for one in theirs)), ms(min(one.wall for one in theirs)))
    target, mark = judged(found, contest.target)
    return (contest.name, *own, peer.name, *walls, f"{found:.2f}", target, mark if memory <= MOST_MEMORY else "memory")
