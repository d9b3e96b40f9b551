"""Whole commands from start to end, beside the smallest Python, a bare click command and the import of python-docx."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.free_form import free_form_docx
from bench.processes import Spent, peak, run
from bench.report import heading, judged, ms, table
from bench.timing import ratio

CLICK_HELLO = """
import click

@click.group()
def hello():
    pass

@hello.command()
@click.option("--name", default="you")
def say(name):
    click.echo(f"hello {name}")

hello()
"""
BASE, CLICK, DOCX = "python -c pass", "click hello", "import docx"


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, and how many times another one's CPU it may take."""

    name: str
    words: tuple[str, ...]
    beside: str = BASE
    target: float | None = None


def main(rounds: int) -> None:
    """Print the table. Compiled catalogue and byte code are warm, and kept in a folder of this run."""
    with tempfile.TemporaryDirectory(prefix="showproof-bench-") as name:
        folder = Path(name)
        environment = _environment(folder)
        commands = _commands(folder)
        for command in commands:
            run(command.words, environment)
            run(command.words, environment)
        spent: dict[str, list[Spent]] = {command.name: [] for command in commands}
        for _ in range(rounds):
            for command in commands:
                spent[command.name].append(run(command.words, environment))
        heading("Whole processes", "The ratio is CPU over CPU of the command named beside it, in the same round.")
        rows = [_row(command, spent, peak(command.words, environment)) for command in commands]
        table(("process", "CPU ms", "wall ms", "ratio", "to", "target", "", "wall ratio", "peak MiB"), rows)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "SHOWPROOF_CACHE": str(folder / "catalogue"), "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def _commands(folder: Path) -> list[Command]:
    """All commands; what a later one reads, an earlier one writes."""
    python, hello = sys.executable, folder / "hello.py"
    hello.write_text(CLICK_HELLO)
    script = Path(python).with_name("showproof")
    showproof = (str(script),) if script.exists() else (python, "-m", "showproof")
    document, workbook, free = (str(folder / name) for name in ("plan.docx", "dashboard.xlsx", "free.docx"))
    Path(free).write_bytes(free_form_docx())
    example = ("--example", "--force", "--out")
    return [
        Command(BASE, (python, "-c", "pass")),
        Command(DOCX, (python, "-c", "import docx")),
        Command(CLICK, (python, str(hello), "say")),
        Command("showproof --help", (*showproof, "--help"), CLICK, 1.5),
        Command(
            "showproof new, XLSX",
            (*showproof, "new", "dashboard-spec", "--force", "--out", str(folder / "new.xlsx")),
            DOCX,
            2.0,
        ),
        Command("showproof new --example, DOCX", (*showproof, "new", "mutual-action-plan", *example, document), DOCX),
        Command("showproof new --example, XLSX", (*showproof, "new", "dashboard-spec", *example, workbook), DOCX),
        Command("showproof score, 1,600 words", (*showproof, "score", free, "--role", "finops-analyst"), DOCX, 2.0),
        Command("showproof score, example DOCX", (*showproof, "score", document), DOCX, 2.0),
        Command("showproof score, example XLSX", (*showproof, "score", workbook), DOCX, 2.0),
    ]


def _row(command: Command, spent: dict[str, list[Spent]], memory: float) -> tuple[str, ...]:
    own, other = spent[command.name], spent[command.beside]
    found = ratio([one.cpu for one in own], [one.cpu for one in other])
    walls = ratio([one.wall for one in own], [one.wall for one in other])
    cpu, wall = median(one.cpu for one in own), median(one.wall for one in own)
    target, mark = judged(found, command.target)
    return (
        command.name,
        ms(cpu),
        ms(wall),
        f"{found:.2f}",
        command.beside,
        target,
        mark,
        f"{walls:.2f}",
        f"{memory:.0f}",
    )
