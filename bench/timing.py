"""Interleaved rounds: every variant runs once a round, so that a machine that slows down slows all of them alike."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]

BATCH = 0.08
"""Seconds for which a variant is repeated within a round: long enough for the clock of the processor."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One variant: CPU seconds a call (median), wall seconds a call (lowest), median of CPU over the floor's."""

    name: str
    cpu: float
    wall: float
    ratio: float


def measure(variants: Mapping[str, Work], floor: str, rounds: int) -> list[Measured]:
    """All variants in interleaved rounds; the ratio is taken within each round, then the median over rounds."""
    repeats = {name: _repeats(work) for name, work in variants.items()}
    cpu: dict[str, list[float]] = {name: [] for name in variants}
    wall: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name, work in variants.items():
            used, passed = _batch(work, repeats[name])
            cpu[name].append(used)
            wall[name].append(passed)
    return [Measured(name, median(cpu[name]), min(wall[name]), ratio(cpu[name], cpu[floor])) for name in variants]


def ratio(values: list[float], floor: list[float]) -> float:
    """The median over rounds of value over floor."""
    return median(value / below for value, below in zip(values, floor, strict=True))


def _repeats(work: Work) -> int:
    """How often a variant fits into a batch, once it is warm."""
    work()
    begun = time.perf_counter()
    work()
    return max(1, int(BATCH / max(time.perf_counter() - begun, 1e-7)))


def _batch(work: Work, repeats: int) -> tuple[float, float]:
    gc.collect()
    passed, used = time.perf_counter(), time.process_time()
    for _ in range(repeats):
        work()
    return (time.process_time() - used) / repeats, (time.perf_counter() - passed) / repeats
