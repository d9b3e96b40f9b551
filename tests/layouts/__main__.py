"""Prints how much of the set the reader finds: `python -m tests.layouts [--misses] [documents ...]`."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from .documents import all_documents
from .measure import MEASURES, Result, Tally, measure


def total(results: Iterable[Result]) -> dict[str, Tally]:
    """The tallies of several documents together."""
    tallies = {name: Tally() for name in MEASURES}
    for result in results:
        for name, tally in result.tallies.items():
            tallies[name].add(tally)
    return tallies


def _groups(results: list[Result]) -> dict[str, list[Result]]:
    groups = {name: [r for r in results if r.document.format == name] for name in ("docx", "xlsx", "md")}
    groups["open"] = [r for r in results if not r.document.held]
    groups["held"] = [r for r in results if r.document.held]
    groups["all"] = results
    return {name: group for name, group in groups.items() if group}


def main(names: list[str]) -> None:
    """Prints the table, the agreements and each miss."""
    results = measure(d for d in all_documents() if not names or any(name in d.id for name in names))
    print(f"{'':18}" + "".join(f"{name:>16}" for name in MEASURES) + "   (precision recall)")
    for name, group in _groups(results).items():
        tallies = total(group)
        row = "".join(f"{tallies[m].precision:>9.3f}{tallies[m].recall:>7.3f}" for m in MEASURES)
        print(f"{name + ' (' + str(len(group)) + ')':18}{row}")
    sums = {m: t.right + len(t.missed) for m, t in total(results).items()}
    print(f"{'asked for':18}" + "".join(f"{sums[m]:>16}" for m in MEASURES))
    for kind in results[0].agreements:
        right, asked = (sum(r.agreements[kind][n] for r in results) for n in (0, 1))
        print(f"{kind}: {right} of {asked}")
    for measured, tally in total(results).items():
        for miss in sorted(tally.missed + tally.wrong):
            print(f"{measured}: {miss}")


if __name__ == "__main__":
    main(sys.argv[1:])
