"""The same commands over a catalogue of five types and over the whole one: what one command loads may not grow."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench.processes import Spent, run
from bench.report import heading, judged, ms, table
from bench.timing import ratio

FEW = ("dashboard-spec", "decision-log", "mutual-action-plan", "reconciliation-spec", "sop")
COMMANDS = {
    "new sop": (("new", "sop", "--dry-run"), 1.1),
    "new sop --example": (("new", "sop", "--example", "--dry-run"), 1.1),
    "catalog roles ID": (("catalog", "roles", "operations-manager"), 1.1),
    "catalog artifacts": (("catalog", "artifacts"), 1.5),
}
"""Command to its words, and how many times the CPU over five types it may take over all."""
ROOT = Path(__file__).resolve().parents[1]


def main(rounds: int) -> None:
    """Print the table. Each catalogue is a source tree of its own; compiled files and byte code are warm."""
    with tempfile.TemporaryDirectory(prefix="showproof-bench-") as name:
        trees = {"few": _tree(Path(name) / "few", FEW), "all": _tree(Path(name) / "all")}
        spent: dict[tuple[str, str], list[Spent]] = {}
        for at in range(rounds + 2):
            for command, (words, _) in COMMANDS.items():
                for size, tree in trees.items():
                    took = run((sys.executable, "-m", "showproof", *words), _environment(tree))
                    if at >= 2:
                        spent.setdefault((command, size), []).append(took)
        types = sum(1 for _ in (trees["all"] / "templates").glob("*/artifact.yaml"))
        heading("Size of the catalogue", f"The ratio is CPU over {types} types over CPU over {len(FEW)}.")
        rows = [_row(command, spent) for command in COMMANDS]
        table(("command", f"{len(FEW)} types ms", f"{types} types ms", "ratio", "target", ""), rows)


def _tree(folder: Path, types: tuple[str, ...] = ()) -> Path:
    """A source tree with only these types, or with all."""
    for part in ("src", "rubrics", "templates"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for one in (folder / "templates").iterdir():
        if types and one.is_dir() and one.name not in types:
            shutil.rmtree(one)
    return folder


def _environment(tree: Path) -> dict[str, str]:
    own = {
        "SHOWPROOF_CACHE": str(tree / "cache"),
        "SHOWPROOF_CATALOG": str(tree / "own"),
        "PYTHONPATH": str(tree / "src"),
    }
    return {**os.environ, **own}


def _row(command: str, spent: dict[tuple[str, str], list[Spent]]) -> tuple[str, ...]:
    few, every = ([one.cpu for one in spent[command, size]] for size in ("few", "all"))
    found = ratio(every, few)
    target, mark = judged(found, COMMANDS[command][1])
    return command, ms(median(few)), ms(median(every)), f"{found:.2f}", target, mark
