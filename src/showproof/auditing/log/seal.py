"""The seal of a log: how many entries it has and the digest of the last, by which an end that is cut off is seen.

It is a file beside the log, written anew after each entry. Whoever wants to be sure that nobody has written log and
seal anew together notes the digest of the last entry elsewhere, and holds the log against it later.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from showproof.auditing.log.entry import BEGINNING, canonical

SCHEMA = "showproof.audit-seal/1"
_KEYS = ("digest", "entries", "last", "schema")


class Seal(NamedTuple):
    """The end of a log."""

    entries: int
    last: str
    """Digest of the last entry; of an empty log, BEGINNING."""

    def written(self) -> bytes:
        """The file's bytes."""
        said = {"schema": SCHEMA, "entries": self.entries, "last": self.last}
        return canonical({**said, "digest": sha256(canonical(said)).hexdigest()}) + b"\n"


EMPTY = Seal(0, BEGINNING)


def seal_of(log: Path) -> Path:
    """Where the seal of a log stands."""
    return log.with_name(f"{log.name}.seal")


def read_seal(data: bytes) -> Seal | str:
    """The seal, or what is wrong with it, as a clause."""
    try:
        said = json.loads(data.decode())
    except (ValueError, RecursionError):
        return "it is no JSON"
    if not isinstance(said, dict) or tuple(sorted(said)) != _KEYS or said["schema"] != SCHEMA:
        return "it is no seal of an audit log"
    if type(said["entries"]) is not int or said["entries"] < 0 or not isinstance(said["last"], str):
        return "a value is of another type than a seal's"
    seal = Seal(said["entries"], said["last"])
    return seal if seal.written() == data else "it was changed: its bytes are not those of a seal"
