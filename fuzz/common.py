"""What all targets share: the one promise, and how a package is rebuilt around changed parts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["showproof"]):
    import showproof.formats.docx.read
    import showproof.formats.markdown.read
    import showproof.formats.xlsx.read
    import showproof.reading.draft  # noqa: F401
    from showproof.catalog.sources import sources
    from showproof.catalog.store import Catalog
    from showproof.errors import UnreadableError
    from showproof.formats.entries import entries_of, unpacked
    from showproof.formats.limits import USUAL
    from showproof.formats.open import read_draft
    from showproof.formats.package import pack
    from showproof.model import Outline
    from showproof.scorer import Scorer

SCORER = Scorer(Catalog(sources(())))


def keep_promise(data: bytes, name: str) -> None:
    """Read and observe a draft; anything but an outline or an UnreadableError of one line is a finding."""
    refused = None
    try:
        outline = read_draft(data, Path(name))
    except UnreadableError as error:
        refused = error
    if refused:
        assert "\n" not in str(refused)
        assert refused.remedy
    else:
        assert isinstance(outline, Outline)
        SCORER.observe(outline)


def repacked(data: bytes, change: Callable[[bytes], bytes], wanted: tuple[str, ...]) -> bytes | None:
    """The package with the wanted parts changed; None where the bytes are no package."""
    try:
        entries = entries_of(data, "", USUAL)
    except UnreadableError:
        return None
    parts = {entry.name: unpacked(data, entry) or b"" for entry in entries.values()}
    return pack({name: change(part) if name.endswith(wanted) else part for name, part in parts.items()})


def run(target: Callable[[bytes], None], mutate: Callable[[bytes, int, int], bytes] | None = None) -> None:
    """Hand the target to the fuzzer, with the arguments of the command line."""
    atheris.Setup(sys.argv, target, custom_mutator=mutate) if mutate else atheris.Setup(sys.argv, target)
    atheris.Fuzz()


def mutated_parts(wanted: tuple[str, ...]) -> Callable[[bytes, int, int], bytes]:
    """A mutator that changes one wanted part of a package and packs it again, so that the change reaches the reader."""

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        turn = seed % 4
        if turn == 0:
            return bytes(atheris.Mutate(data, most))
        made = repacked(data, lambda part: bytes(atheris.Mutate(part, len(part) + 4096)), wanted)
        return made if made is not None and len(made) <= most else bytes(atheris.Mutate(data, most))

    return mutate
