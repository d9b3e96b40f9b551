"""Round trips of many random answer sets: python -m tests.office.many --sets 200 [--types sop] [--paths docx,google].

Prints one line a path and format: answers, found, lost, invented. Every fault goes to --faults.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from found_again import Tally, compare
from google_imitation import as_google_exports
from libreoffice import LibreOffice, program
from random_answers import AnswerSet, answer_set
from random_fillings import filled_file
from template_files import blank

from showproof.api import Scorer, open_catalog
from showproof.formats.open import read_draft

PATHS = {
    "as-made": ("docx", "xlsx"),
    "google": ("docx",),
    "google-plain": ("docx",),
    "docx": ("docx",),
    "odt-docx": ("docx",),
    "xlsx": ("xlsx",),
    "ods-xlsx": ("xlsx",),
}
"""Path to the formats that it is for; a path through LibreOffice names the formats in which it saves."""
LOST = {"ods-xlsx": "\t"}
"""What a path is known to drop: LibreOffice 7.4 keeps no tab of a cell in an ODS file (docs/round-trips.md)."""
AT_ONCE = 10
"""Files that one call of LibreOffice converts."""


class RoundTrips:
    """Fills templates at random and reads them again after each path."""

    def __init__(self, office: LibreOffice | None, folder: Path, scorer: Scorer) -> None:
        self._office = office
        self._folder = folder
        self.scorer = scorer

    def run(self, path: str, artifact: str, ending: str, seeds: Sequence[int], *, given: int | None = None) -> Tally:
        """The tally of one path for one type, format and batch of seeds; `given` expects the answers of that seed."""
        catalog = self.scorer.catalog
        kind = catalog.artifact(artifact)
        untouched = self.scorer.observe(read_draft(blank(catalog, artifact, ending), Path(f"blank.{ending}")))
        tally = Tally()
        sets = {seed: answer_set(kind, catalog.head, seed) for seed in seeds}
        expected = {seed: sets[seed] if given is None else answer_set(kind, catalog.head, given) for seed in seeds}
        for file, seed in zip(self._travelled(path, artifact, ending, sets), seeds, strict=True):
            tally.add(compare(self.scorer, kind, file, expected[seed], untouched, LOST.get(path, "")))
        return tally

    def _travelled(self, path: str, artifact: str, ending: str, given: dict[int, AnswerSet]) -> list[Path]:
        with_seed = {seed: filled_file(self.scorer.catalog, artifact, ending, one, seed) for seed, one in given.items()}
        folder = self._folder / f"{path}-{artifact}-{ending}-{min(given)}"
        folder.mkdir(parents=True, exist_ok=True)
        files = []
        for seed, data in with_seed.items():
            if path.startswith("google"):
                data = as_google_exports(data, seed, looks=path == "google")
            file = folder / f"{artifact}-{seed}.{ending}"
            file.write_bytes(data)
            files.append(file)
        if path == "as-made" or path.startswith("google"):
            return files
        assert self._office is not None
        return self._office.along(path.split("-"), files, folder)


def _batches(seeds: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(seeds), AT_ONCE):
        yield seeds[start : start + AT_ONCE]


def main() -> None:
    """Runs what the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=int, default=200)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--types", default="")
    asked.add_argument("--paths", default=",".join(PATHS))
    asked.add_argument("--kept", type=Path, help="folder for the saved files; a later run takes those that are there")
    asked.add_argument("--faults", type=Path, default=Path("faults.txt"))
    said = asked.parse_args()
    catalog = open_catalog()
    scorer = Scorer(catalog)
    found = program("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as name, said.faults.open("w", encoding="utf-8") as faults:
        folder = said.kept.resolve() if said.kept else Path(name)
        trips = RoundTrips(LibreOffice(found, folder / "profile") if found else None, folder, scorer)
        types = said.types.split(",") if said.types else catalog.artifact_ids
        totals: dict[str, Tally] = {}
        for seeds in _batches(range(said.first, said.first + said.sets)):
            for path, artifact in product(said.paths.split(","), types):
                for ending in (one for one in PATHS[path] if one in catalog.artifact(artifact).formats):
                    tally = trips.run(path, artifact, ending, seeds)
                    totals.setdefault(f"{path} ({ending})", Tally()).add(tally)
                    faults.writelines(f"{path} {line}\n" for line in tally.faults)
                    faults.flush()
            print(
                f"sets to {seeds[-1] + 1}", *(f"  {name}: {_told(tally)}" for name, tally in totals.items()), sep="\n"
            )
            sys.stdout.flush()


def _told(tally: Tally) -> str:
    return f"{tally.answers} answers, {tally.found} found, {tally.lost} lost, {tally.invented} invented"


if __name__ == "__main__":
    main()
