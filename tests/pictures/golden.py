"""The pictures that are kept, and how they are made anew: `python -m tests.pictures.golden` writes them all.

Whoever writes them anew looks at each one that changed before it is committed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "outputs")]

from odd_drafts import ODD  # noqa: E402
from small_cards import card  # noqa: E402

from example_drafts import as_form, read, strong  # noqa: E402
from showproof.api import Scorer  # noqa: E402
from showproof.pictures.drawn import pictures_of  # noqa: E402
from showproof.pictures.levels import levels_picture  # noqa: E402
from showproof.pictures.picture import Picture  # noqa: E402

FOLDER = Path(__file__).parent / "golden"
WORKED = ("sop", "process-map", "mutual-action-plan", "risk-register", "change-management-plan", "forecast-memo")
"""Types whose worked example is kept whole."""


def kept(scorer: Scorer) -> Iterator[tuple[str, Picture]]:
    """Every picture that is kept, with its name."""
    yield "levels", levels_picture(card())
    for artifact in WORKED:
        draft = read(scorer, as_form(scorer.catalog, strong(scorer.catalog, artifact), "docx"), form="docx")
        yield from _named(artifact, pictures_of(draft, scorer.catalog.artifact(artifact)))
    for name, (artifact, text) in ODD.items():
        draft = read(scorer, text, artifact=artifact)
        yield from _named(name, pictures_of(draft, scorer.catalog.artifact(artifact)))


def _named(name: str, pictures: tuple[Picture, ...]) -> Iterator[tuple[str, Picture]]:
    for at, one in enumerate(pictures, start=1):
        yield (name if len(pictures) == 1 else f"{name}-{at}"), one


if __name__ == "__main__":
    from showproof.api import open_catalog

    FOLDER.mkdir(exist_ok=True)
    for stale in FOLDER.glob("*.svg"):
        stale.unlink()
    for name, one in kept(Scorer(open_catalog())):
        (FOLDER / f"{name}.svg").write_text(one.svg, encoding="utf-8")
