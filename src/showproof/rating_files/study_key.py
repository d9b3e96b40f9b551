"""The key of a study with packets: which draft is behind which code, and who was to rate it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from showproof.errors import UnreadableError
from showproof.formats.limits import USUAL, Limits
from showproof.formats.package import read_bytes

SCHEMA = "showproof.packets/1"
KEY, ASSIGNMENT = "key.json", "assignment.csv"
"""The organiser's folder: the key, and the same as a table."""
GUIDE, DRAFTS = "norming-guide.docx", ("drafts", "anchors")
"""A rater's folder: the guide, and the folders of what is read and not filled in."""


class KeyedDraft(NamedTuple):
    """One draft of the study."""

    code: str
    file: str
    sha256: str
    """Of the draft as it was handed in."""
    copy_sha256: str
    """Of the copy that the raters have."""
    raters: tuple[str, ...]
    """Who was to rate it."""


class StudyKey(NamedTuple):
    """All that is needed to take ratings back."""

    study: str
    """Digest of all by which the packets were made, on every sheet of theirs."""
    role: str
    rubric: str
    """The rubric's digest."""
    seed: int
    raters: tuple[str, ...]
    scales: tuple[str, ...]
    drafts: tuple[KeyedDraft, ...]


def read_key(path: Path, limits: Limits = USUAL) -> StudyKey:
    """The key that `showproof packets` wrote. Raises UnreadableError for any other file."""
    try:
        told: Any = json.loads(read_bytes(path, limits))
        if told["schema"] != SCHEMA:
            raise ValueError
        drafts = tuple(
            KeyedDraft(one["code"], one["file"], one["sha256"], one["copy_sha256"], tuple(one["raters"]))
            for one in told["drafts"]
        )
        return StudyKey(
            told["study"], told["role"], told["rubric"]["digest"], told["seed"], tuple(told["raters"]),
            tuple(told["scales"]), drafts,
        )  # fmt: skip
    except (ValueError, RecursionError, KeyError, TypeError):
        remedy = "name the key.json that `showproof packets` wrote for the organiser"
        raise UnreadableError("not the key of a study", where=str(path), remedy=remedy) from None
