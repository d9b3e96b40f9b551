"""One entry of a log: what it says, the one way in which it is written, and its digest."""

from __future__ import annotations

import json
import re
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

SCHEMA = "showproof.audit-log/1"
BEGINNING = sha256(SCHEMA.encode()).hexdigest()
"""What the first entry holds as the digest of the one before."""
KINDS = {
    "packets": "packets were made, or handed out",
    "ratings": "ratings came back",
    "calibration": "agreement was measured",
    "gate": "bars were set, or held against a result",
    "adjudication": "ratings that differed were settled",
    "decision": "candidates were decided on",
    "audit": "selection was held against groups",
    "pack": "an audit pack was made",
    "review": "somebody asked for a review, or one was made",
    "correction": "something that the log says is wrong",
    "repair": "the log was mended after an append that broke off",
    "note": "anything else",
}
"""The kinds of entry, each with what it says."""
KEYS = ("at", "data", "digest", "kind", "number", "previous", "who")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z)?")


class Entry(NamedTuple):
    """One line of the log."""

    number: int
    """From 1."""
    at: str
    """A day, `2026-04-30`, or a time in UTC, `2026-04-30T14:05Z`, as it was given."""
    kind: str
    who: str
    data: dict[str, Any]
    previous: str
    """Digest of the entry before; of the first one, BEGINNING."""

    @property
    def digest(self) -> str:
        """SHA-256 of the entry without its digest, in canonical form."""
        return sha256(canonical(self._asdict())).hexdigest()

    def line(self) -> bytes:
        """The entry as it stands in the file, with its line end."""
        return canonical({**self._asdict(), "digest": self.digest}) + b"\n"


def canonical(data: Any) -> bytes:
    """JSON in the one form that counts: keys sorted, no blanks, UTF-8. Raises ValueError for what has none."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def read_entry(line: bytes) -> Entry | str:
    """The entry of a line without its line end, or what is wrong with it, as a clause."""
    try:
        data = json.loads(line.decode())
        written = canonical(data)
    except (ValueError, RecursionError):
        return "it is no JSON"
    if not isinstance(data, dict) or tuple(sorted(data)) != KEYS:
        return "it has other keys than an entry"
    if written != line:
        return "its bytes are not those that an entry is written in"
    fault = _shape_fault(data)
    if fault:
        return fault
    said = data.pop("digest")
    entry = Entry(**data)
    return entry if entry.digest == said else "it was changed: its digest is another"


def _shape_fault(data: dict[str, Any]) -> str:
    texts = all(isinstance(data[name], str) for name in ("at", "digest", "kind", "previous", "who"))
    if not texts or type(data["number"]) is not int or not isinstance(data["data"], dict):
        return "a value is of another type than an entry's"
    if not _DIGEST.fullmatch(data["digest"]) or not _DIGEST.fullmatch(data["previous"]):
        return "a digest is none"
    return ""


def is_time(text: str) -> bool:
    """Whether this is a day or a time in UTC as entries have it."""
    if not _TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_before(one: str, other: str) -> bool:
    """Whether a time lies before another; a day and a time on it are neither before nor after each other."""
    same = min(len(one.rstrip("Z")), len(other.rstrip("Z")))
    return one[:same] < other[:same]
