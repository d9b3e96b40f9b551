"""Adding to a log, and mending what an append left that broke off. Entries that are there are never written again."""

from __future__ import annotations

import os
from errno import ENOSPC
from io import FileIO
from pathlib import Path
from typing import Any, NamedTuple

from showproof.auditing.log.check import Checked, check_log
from showproof.auditing.log.entry import KINDS, Entry, canonical, is_before, is_time
from showproof.auditing.log.locked import locked
from showproof.auditing.log.seal import EMPTY, Seal, seal_of
from showproof.errors import UnreadableError, UserError, reason
from showproof.files import write_file


class Said(NamedTuple):
    """What an entry is to say."""

    kind: str
    who: str
    at: str
    data: dict[str, Any]


def read_log(path: Path) -> Checked:
    """A log as it stands. Raises UnreadableError where it cannot be read."""
    return check_log(_bytes(path), _seal_bytes(path))


def add_entry(path: Path, said: Said) -> Entry:
    """Write an entry behind the last one and seal the log; the log is begun where there is none.

    Raises UserError for what no entry may say, and for a log that is not whole, which is left as it is.
    """
    _check(path, said)
    if seal_of(path).exists() and not path.exists():
        raise UserError("the log is gone, and its seal is there", where=str(path), remedy="put the log back")
    with locked(path) as stream:
        checked = _look(path, stream)
        if checked.state != "whole":
            raise _not_whole(path, checked)
        return _append(path, stream, checked, said)


def repair_log(path: Path, who: str, at: str) -> Entry:
    """Mend a log that an append left torn or unsealed, and say so in an entry of its own.

    A torn end is kept beside the log as `LOG.torn`. Raises UserError for a log that is whole, and for tampering.
    """
    _check(path, Said("repair", who, at, {}))
    _bytes(path)
    with locked(path) as stream:
        checked = _look(path, stream)
        if checked.fault is None:
            raise UserError("the log is whole", where=str(path), remedy="there is nothing to mend")
        if checked.state == "tampered":
            remedy = "this is nothing that an append leaves; put back a copy that you trust"
            raise UserError(str(checked.fault), where=str(path), remedy=remedy)
        data: dict[str, Any] = {"found": str(checked.fault)}
        if checked.state == "torn":
            stream.seek(checked.sealed)
            torn = stream.read()
            write_file(path.with_name(f"{path.name}.torn"), torn, force=True)
            stream.truncate(checked.sealed)
            data["torn_bytes"] = len(torn)
        return _append(path, stream, checked, Said("repair", who, at, data))


def _look(path: Path, stream: FileIO) -> Checked:
    """The log under the lock; one that is only just begun gets its first seal."""
    stream.seek(0)
    data, seal = stream.read(), _seal_bytes(path)
    if not data and seal is None:
        write_file(seal_of(path), EMPTY.written())
        seal = EMPTY.written()
    return check_log(data, seal)


def _append(path: Path, stream: FileIO, checked: Checked, said: Said) -> Entry:
    last = checked.entries[-1] if checked.entries else None
    if last and is_before(said.at, last.at):
        found = f"{said.at} lies before {last.at}, the time of entry {last.number}"
        raise UserError(found, where=str(path), remedy="a log goes on in time; say when this was written")
    entry = Entry(len(checked.entries) + 1, said.at, said.kind, said.who, said.data, checked.head)
    line, end = entry.line(), stream.seek(0, os.SEEK_END)
    try:
        if stream.write(line) != len(line):
            raise OSError(ENOSPC, os.strerror(ENOSPC))
        os.fsync(stream.fileno())
        write_file(seal_of(path), Seal(entry.number, entry.digest).written(), force=True)
    except (OSError, UserError) as error:
        # A full disk may have taken half of the line; what was there before stays.
        stream.truncate(end)
        told = reason(error) if isinstance(error, OSError) else str(error)
        raise UserError(f"cannot be written: {told}", where=str(path), remedy="nothing was added") from None
    return entry


def _check(path: Path, said: Said) -> None:
    """Raise UserError for what no entry may say."""
    if said.kind not in KINDS:
        raise UserError(f'unknown kind "{said.kind}"', where=str(path), remedy=f"allowed: {', '.join(KINDS)}")
    if not said.who.strip():
        raise UserError("nobody is named", where=str(path), remedy="say who with --who")
    if not is_time(said.at):
        found = f'"{said.at}" is no time; allowed: a day, 2026-04-30, or a time in UTC, 2026-04-30T14:05Z'
        raise UserError(found, where=str(path), remedy="say when with --at")
    try:
        canonical([said.who, said.data])
    except ValueError:
        remedy = "leave out what is no text and no finite number"
        raise UserError("the data cannot be written as JSON", where=str(path), remedy=remedy) from None


def _not_whole(path: Path, checked: Checked) -> UserError:
    command = "verify" if checked.state == "tampered" else "log repair"
    remedy = f"nothing was added; see `showproof audit {command} --help`"
    return UserError(f"the log is not whole: {checked.fault}", where=str(path), remedy=remedy)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("no such file", where=str(path), remedy="check the name and the folder") from None
    except (OSError, ValueError) as error:
        told = reason(error) if isinstance(error, OSError) else "no name of a file"
        raise UnreadableError(told, where=str(path), remedy="check the name and your rights to it") from None


def _seal_bytes(path: Path) -> bytes | None:
    seal = seal_of(path)
    return _bytes(seal) if seal.exists() else None
