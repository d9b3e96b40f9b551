"""The manifest of a pack: the SHA-256 of every file, and whether they are still as it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from showproof.auditing.log.check import Checked, check_log, noted
from showproof.auditing.log.entry import canonical

NAME, SCHEMA = "manifest.json", "showproof.audit-pack/1"
_DIGEST = re.compile(r"[0-9a-f]{64}")


class CheckedPack(NamedTuple):
    """What came of looking through a pack."""

    faults: tuple[str, ...]
    """A line each: the file and what is wrong with it."""
    digest: str
    """Of the manifest; what to note elsewhere."""
    files: int
    log: Checked | None
    """The log in the pack, where there is one."""


def manifest(files: Mapping[str, bytes], version: str) -> bytes:
    """The manifest of these files, by their path."""
    told = {
        "schema": SCHEMA,
        "tool": {"name": "showproof", "version": version},
        "files": [
            {"path": path, "bytes": len(data), "sha256": sha256(data).hexdigest()}
            for path, data in sorted(files.items())
        ],
    }
    return (json.dumps({**told, "digest": _digest(told)}, indent=1, ensure_ascii=False) + "\n").encode()


def check_pack(files: Mapping[str, bytes]) -> CheckedPack:
    """Hold all files of a pack against its manifest, and look through its log."""
    told = _read(files[NAME]) if NAME in files else "it is missing"
    if isinstance(told, str):
        return CheckedPack((f"{NAME}: {told}",), "", len(files), None)
    checked = _log(files)
    faults = [*_faults(files, {one["path"]: one["sha256"] for one in told["files"]})]
    if checked and checked.fault:
        faults.append(f"log/: {checked.fault}")
    return CheckedPack(tuple(faults), told["digest"], len(told["files"]), checked)


def paths_named(data: bytes) -> frozenset[str]:
    """The files that a manifest names, and itself; of one that cannot be read, itself only."""
    told = _read(data)
    return frozenset((NAME, *(() if isinstance(told, str) else (one["path"] for one in told["files"]))))


def since(checked: CheckedPack, digest: str) -> int | None:
    """0 where the pack or its log ends with this digest; entries of the log since then; None where nothing has it."""
    if checked.digest.startswith(digest):
        return 0
    return noted(checked.log, digest) if checked.log else None


def _faults(files: Mapping[str, bytes], said: Mapping[str, str]) -> Iterator[str]:
    for path in sorted({*files, *said} - {NAME}):
        if path not in files:
            yield f"{path}: it is missing"
        elif path not in said:
            yield f"{path}: it was added; the manifest does not name it"
        elif sha256(files[path]).hexdigest() != said[path]:
            yield f"{path}: it was changed; its digest is another than the manifest's"


def _read(data: bytes) -> dict[str, Any] | str:
    try:
        told: Any = json.loads(data.decode())
        shape = told["schema"] == SCHEMA and all(
            isinstance(one["path"], str) and _DIGEST.fullmatch(one["sha256"]) for one in told["files"]
        )
        said = told.pop("digest")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return "it is no manifest of a pack"
    if not shape:
        return "it is no manifest of a pack"
    if _digest(told) != said or manifest_bytes(told, said) != data:
        return "it was changed: its digest is another"
    return {**told, "digest": said}


def manifest_bytes(told: Mapping[str, Any], digest: str) -> bytes:
    """The bytes in which a manifest is written."""
    return (json.dumps({**told, "digest": digest}, indent=1, ensure_ascii=False) + "\n").encode()


def _digest(told: Mapping[str, Any]) -> str:
    return sha256(canonical(told)).hexdigest()


def _log(files: Mapping[str, bytes]) -> Checked | None:
    """The log of a pack, its seal beside it."""
    path = next((one for one in files if one.startswith("log/") and not one.endswith(".seal")), None)
    return check_log(files[path], files.get(f"{path}.seal")) if path else None
