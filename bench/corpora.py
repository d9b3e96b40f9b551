"""Every file of a folder through every reader: `python -m bench.corpora DIR [--family docx] [--peers]`.

Each file is read in a killable child. Says how many were read, refused in one line, crashed, ran out of time or
memory; what was slowest and largest; and for Word files how many of the visible words came back.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from functools import partial
from pathlib import Path

from bench.corpus_readers import FAMILIES, Reader, readers
from bench.killable import Outcome, run
from bench.report import heading, table
from bench.visible_words import visible_words, words

SHOWN = 12
ENOUGH = 0.95
"""Share of the visible words below which a file counts as read with a loss."""


def main() -> None:
    """Reads the families asked for and prints a table of each."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpora", description="Readers over a folder of files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--family", choices=FAMILIES, action="append", help="only these (default: all)")
    parser.add_argument("--peers", action="store_true", help="other libraries too, where they are installed")
    parser.add_argument("--losses", action="store_true", help="list files where ours returns fewer words than a peer")
    given = parser.parse_args()
    for family in given.family or FAMILIES:
        files = sorted(path for path in given.folder.rglob("*") if path.suffix.lower() in FAMILIES[family])
        if files:
            _family(family, [path for path in files if path.is_file()], given.folder, given.peers, given.losses)


def _family(family: str, files: list[Path], folder: Path, peers: bool, losses: bool) -> None:
    heading(
        f"{family}: {len(files)} files", "CPU seconds of the slowest file, MiB of the largest; lost: files under 95 %"
    )
    used = readers(family, peers=peers)
    seen = {path: visible_words(path.read_bytes()) for path in files} if family == "docx" else {}
    results = {reader.name: [run(partial(_work, reader, path, seen)) for path in files] for reader in used}
    kinds = {name: [_kind(reader, one) for one in results[name]] for name, reader in zip(results, used, strict=True)}
    headers = ("reader", "read", "one line", "crash", "time-out", "memory", "slowest", "peak", "recall", "lost")
    table(headers, [_row(name, results[name], kinds[name]) for name in results])
    names = [str(path.relative_to(folder)) for path in files]
    for name in list(results)[:2]:
        _details(name, names, results[name], kinds[name])
    if losses:
        _losses(names, {name: results[name] for name in results if name != "showproof score"})


def _work(reader: Reader, path: Path, seen: dict[Path, Counter[str]]) -> list[str]:
    """Words returned of those that are visible, and how many these are."""
    said = reader.read(path)
    visible = seen.get(path, Counter())
    found = words(said)
    lost = visible - found
    return [str(visible.total() - lost.total()), str(visible.total()), " ".join(lost)[:200]]


def _kind(reader: Reader, one: Outcome) -> str:
    if one.state == "ok":
        return "read"
    if one.state == "raised":
        own = any(entry.startswith(reader.own) for entry in one.value[2].split())
        return "one line" if own and "\n" not in one.value[1] else "crash"
    return "crash" if one.state == "died" else one.state


def _row(name: str, found: list[Outcome], kinds: list[str]) -> list[str]:
    counts = Counter(kinds)
    slow = f"{max(one.seconds for one in found):.1f}"
    peak = f"{max(one.peak for one in found):.0f}"
    told = [(int(one.value[0]), int(one.value[1])) for one in found if one.state == "ok" and int(one.value[1])]
    recall = f"{sum(got for got, _ in told) / sum(all_ for _, all_ in told):.4f}" if told and told[0] else "-"
    lost = str(sum(got < ENOUGH * all_ for got, all_ in told)) if told else "-"
    columns = [str(counts[kind]) for kind in ("read", "one line", "crash", "time-out", "memory")]
    return [name, *columns, slow, peak, *(("-", "-") if name == "showproof score" else (recall, lost))]


def _details(name: str, names: list[str], found: list[Outcome], kinds: list[str]) -> None:
    """Refusals by message, every file that did worse, and the slowest ones."""
    heading(f"{name}: refused")
    told = [(_message(one), names[at]) for at, one in enumerate(found) if kinds[at] == "one line"]
    for message, many in Counter(message for message, _ in told).most_common():
        example = next(file for one, file in told if one == message)
        print(f"{many:5}  {message}   ({example})")
    for at, one in enumerate(found):
        if kinds[at] not in ("read", "one line"):
            print(f"  {kinds[at]}: {names[at]}: {json.dumps(one.value[:2])}")
    heading(f"{name}: slowest")
    for one, file in sorted(zip(found, names, strict=True), reverse=True, key=lambda pair: pair[0].seconds)[:SHOWN]:
        print(f"{one.seconds:7.2f} s {one.peak:6.0f} MiB  {file}")


def _message(one: Outcome) -> str:
    """An error's line without the file that it names."""
    line = one.value[1]
    return line.split(": ", 1)[-1] if line.startswith("/") or ".doc" in line.split(": ", 1)[0] else line


def _losses(names: list[str], results: dict[str, list[Outcome]]) -> None:
    ours = results.pop("showproof")
    heading("fewer words than a peer")
    for at, name in enumerate(names):
        best = max((int(found[at].value[0]) for found in results.values() if found[at].state == "ok"), default=0)
        got = ours[at].value if ours[at].state == "ok" else ["0", "0", ours[at].value[1] if ours[at].value else ""]
        if int(got[0]) < best:
            print(f"{got[0]:>6} of {got[1]:>6}, a peer {best:>6}  {name}: {got[2]}")


if __name__ == "__main__":
    main()
