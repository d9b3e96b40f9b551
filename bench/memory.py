"""Peak memory of one variant alone in a fresh process: `python -m bench.memory MODULE NAME`."""

from __future__ import annotations

import gc
import subprocess
import sys
from importlib import import_module
from pathlib import Path

MANY = 30
STATUS = Path("/proc/self/status")


def peaks(module: str, name: str) -> str:
    """`peak, +growth` in MiB over thirty calls; "-" where the system does not tell."""
    if not STATUS.exists():
        return "-"
    command = [sys.executable, "-m", "bench.memory", module, name]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _now(field: str) -> float:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(f"{field}:"))
    return int(line.split()[1]) / 1024


def _main(module: str, name: str) -> None:
    work = import_module(module).VARIANTS[name]()
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    before = _now("VmRSS")
    for _ in range(MANY):
        work()
    peak = _now("VmHWM")
    print(f"{peak:.0f}, +{peak - before:.1f}")


if __name__ == "__main__":
    _main(*sys.argv[1:])
