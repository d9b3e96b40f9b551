"""The JSON of an earlier run, whole or cut off: which drafts need no second scoring."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from showproof.batch.outcomes import Scored
from showproof.errors import UserError, reason
from showproof.outputs.as_json import SCHEMA
from showproof.scorer import Said

_FILE = '{"file": '
_SAID = ("option", "manifest")


class Earlier:
    """An earlier output, of which only the places of its lines are kept: each scorecard is one line."""

    def __init__(self, path: Path) -> None:
        """Raises UserError for what is no such output, and for the file that output goes to at this moment."""
        self._path = path
        try:
            self._stream = path.open("rb")
        except OSError as error:
            raise UserError(
                f"cannot be read: {reason(error)}", where=str(path), remedy="name an earlier output"
            ) from None
        try:
            refuse_own_output(path, os.fstat(self._stream.fileno()))
            self.settings: str = _head(self._stream.readline(), path).get("settings", "")
        except UserError:
            self._stream.close()
            raise
        self._places: dict[str, int] = {}
        at = self._stream.tell()
        while line := self._stream.readline():
            name = _file_of(line)
            if name:
                self._places[name] = at
            at += len(line)

    def __enter__(self) -> Earlier:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def __len__(self) -> int:
        return len(self._places)

    def scored(self, path: Path, said: Said) -> Scored | None:
        """The scorecard of a draft, if it is there whole, was asked for in the same way, and the draft is the same."""
        at = self._places.get(str(path))
        if at is None:
            return None
        self._stream.seek(at)
        line = self._stream.readline()
        try:
            text = line.decode("utf-8").rstrip("\n").removesuffix(",")
            card = json.loads(text)
            same = _said_of(card) == _told(said) and card["sha256"] == _digest(path)
            level, typed = card["overall"]["level"], card["detected"]["artifact"]["by"] != "none"
        except (ValueError, KeyError, TypeError, OSError):
            return None
        return Scored(str(path), level, typed, (text,)) if same else None


def refuse_own_output(path: Path, facts: os.stat_result) -> None:
    """Raise UserError for a file that the shell has opened for our output, and so has emptied."""
    remedy = f"say --out {path} --resume {path}, which replaces it when the run is done"
    try:
        taken = os.path.samestat(facts, os.fstat(1))
    except OSError:
        taken = False
    if taken:
        raise UserError("the output is directed to this same file", where=str(path), remedy=remedy)
    if not facts.st_size:
        raise UserError(
            "the file is empty, as the shell leaves one that output is directed to", where=str(path), remedy=remedy
        )


def _head(line: bytes, path: Path) -> dict[str, Any]:
    """The first line's data: everything that stands before the scorecards."""
    try:
        head: Any = json.loads(line.decode("utf-8", "replace").rstrip("\n") + "]}")
    except ValueError:
        head = None
    if not isinstance(head, dict) or head.get("schema") != SCHEMA:
        raise UserError(
            "no output of `showproof score --json`", where=str(path), remedy="name one as it was written, line by line"
        )
    return head


def _file_of(line: bytes) -> str:
    """The draft of a scorecard's line; nothing for other lines."""
    text = line.decode("utf-8", "replace")
    if not text.startswith(_FILE) or '"sha256": ' not in text:
        return ""
    try:
        name, _ = json.JSONDecoder().raw_decode(text, len(_FILE))
    except ValueError:
        return ""
    return str(name)


def _said_of(card: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Role and type as somebody said them of an earlier draft, and how; nothing where the draft was left to tell."""
    found = []
    for name in ("role", "artifact"):
        by = card["detected"][name]["by"]
        found.append((card[name], by) if by in _SAID else ("", ""))
    return tuple(found)


def _told(said: Said) -> tuple[tuple[str, str], ...]:
    return tuple((value, said.by) if value else ("", "") for value in (said.role, said.artifact))


def _digest(path: Path) -> str:
    """SHA-256 of a regular file; of anything else none, so that nothing waits for a pipe."""
    if not path.is_file():
        return ""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
