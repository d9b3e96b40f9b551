"""A folder of drafts: a plain loop in one process beside `showproof score` with one worker and with two."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.many_drafts import make_drafts
from bench.report import heading, judged, table

DRAFTS = int(os.environ.get("DRAFTS", "2000"))
FEWER = DRAFTS // 10
ROUNDS = 3
SERIAL = "plain loop, one process"
VARIANTS = {SERIAL: 0, "score --jobs 1": 1, "score --jobs 2": 2}
"""Name to number of workers; without any, the loop below."""
FIRST = 200
"""Bytes of output by which the first scorecard has come; the line before it is shorter."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: CPU seconds with all children, wall seconds to the first scorecard and to the end, the parent's peak."""

    cpu: float
    wall: float
    first: float
    peak: float


def main(rounds: int) -> None:
    """Print the table and how the parent's memory grows."""
    with tempfile.TemporaryDirectory(prefix="showproof-bench-") as name:
        folder = Path(name)
        for many in (FEWER, DRAFTS):
            (folder / str(many)).mkdir()
            make_drafts(folder / str(many), many)
        runs: dict[str, list[Run]] = {one: [] for one in VARIANTS}
        for _ in range(min(rounds, ROUNDS)):
            for one, jobs in VARIANTS.items():
                runs[one].append(_run(folder / str(DRAFTS), jobs))
        few = _run(folder / str(FEWER), 2)
        heading(f"{DRAFTS} drafts", f"{min(rounds, ROUNDS)} rounds; ratios to the {SERIAL}, in the same round.")
        rows = [_row(one, runs) for one in VARIANTS]
        columns = ("run", "CPU ms a draft", "x", "target", "", "wall s", "x", "target", "", "first s", "parent MiB")
        table(columns, rows)
        peak = max(run.peak for run in runs["score --jobs 2"])
        print(
            f"\nPeak of the parent with two workers: {few.peak:.1f} MiB over {FEWER} drafts, {peak:.1f} over {DRAFTS}."
        )


def _row(name: str, runs: dict[str, list[Run]]) -> tuple[str, ...]:
    own, serial = runs[name], runs[SERIAL]
    cpu = median(one.cpu / other.cpu for one, other in zip(own, serial, strict=True))
    wall = median(one.wall / other.wall for one, other in zip(own, serial, strict=True))
    return (
        name,
        f"{median(one.cpu for one in own) / DRAFTS * 1000:.1f}",
        f"{cpu:.2f}",
        *_judged(cpu, 1.15 if name != SERIAL else None),
        f"{median(one.wall for one in own):.1f}",
        f"{wall:.2f}",
        *_judged(wall, 0.6 if name == "score --jobs 2" else None),
        f"{median(one.first for one in own):.2f}",
        f"{max(one.peak for one in own):.1f}",
    )


def _judged(ratio: float, target: float | None) -> tuple[str, str]:
    said, mark = judged(ratio, target)
    return (f"<= {target:.2f}" if target else said), mark


def _run(folder: Path, jobs: int) -> Run:
    """One whole process over a folder, its output into a file."""
    loop = [sys.executable, "-m", "bench.scale", str(folder)]
    batch = [sys.executable, "-m", "showproof", "score", str(folder), "--json", "--jobs", str(jobs)]
    with tempfile.TemporaryFile() as out:
        begun = time.perf_counter()
        child = subprocess.Popen(batch if jobs else loop, stdout=out, stderr=subprocess.DEVNULL)
        first, peak = 0.0, 0.0
        while not (ended := os.wait4(child.pid, os.WNOHANG))[0]:
            peak = max(peak, _peak(child.pid))
            if not first and os.fstat(out.fileno()).st_size > FIRST:
                first = time.perf_counter() - begun
            time.sleep(0.02)
        wall = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(ended[1])
    if child.returncode:
        raise RuntimeError(f"ended with {child.returncode}: {' '.join(child.args)}")
    return Run(ended[2].ru_utime + ended[2].ru_stime, wall, first, peak)


def _peak(process: int) -> float:
    """Peak resident MiB of a process so far, without its children; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def _loop(folder: Path) -> None:
    """The plain loop: every draft scored and written, one after the other."""
    from showproof.api import Scorer, draft_files, open_catalog
    from showproof.outputs.as_json import card_json

    scorer = Scorer(open_catalog())
    for path in draft_files([folder]):
        print(card_json(scorer.score(path)), flush=True)


if __name__ == "__main__":
    _loop(Path(sys.argv[1]))
