"""Where a pack stands: a folder, put there whole or not at all, or one zip file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from showproof.auditing.pack.manifest import NAME, paths_named
from showproof.errors import UnreadableError, UserError, reason
from showproof.files import refuse_existing, write_file
from showproof.formats.limits import USUAL
from showproof.formats.package import Package, pack, read_bytes

ZIP = ".zip"


class DamagedZip(Exception):
    """A zip file that is not as it was written: what is wrong with it."""


def check_place(out: Path, *, force: bool) -> None:
    """Raise UserError where a pack cannot be put: over a file, or over a folder that is no pack, or unasked."""
    if out.suffix.lower() == ZIP:
        refuse_existing(out, force=force)
        return
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    if out.is_dir() and (out / NAME).is_file() and force:
        _refuse_strangers(out)
        return
    found = "the folder holds a pack" if (out / NAME).is_file() else "something else stands there"
    remedy = "choose another --out" + (", or say --force" if (out / NAME).is_file() else "")
    raise UserError(f"{found}, and was left as it is", where=str(out), remedy=remedy)


def _refuse_strangers(out: Path) -> None:
    """Raise UserError where the folder of a pack holds a file of somebody else, which would go with it."""
    named = paths_named((out / NAME).read_bytes())
    for one in sorted(out.rglob("*")):
        path = one.relative_to(out).as_posix()
        if not one.is_dir() and path not in named:
            found, remedy = f"{path} is no part of the pack there", "take it out, or choose another --out"
            raise UserError(f"{found}; nothing was replaced", where=str(out), remedy=remedy)


def put(out: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Write a pack. What stands there meanwhile stays until all of it is written."""
    check_place(out, force=force)
    if out.suffix.lower() == ZIP:
        write_file(out, pack(files), force=force)
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=out.parent, prefix=".showproof-"))
    except OSError as error:
        raise UserError(f"cannot be written: {reason(error)}", where=str(out), remedy="choose another --out") from None
    try:
        whole = beside / "new"
        for path, data in files.items():
            write_file(whole / path, data)
        _swap(whole, out, beside / "old")
    except OSError as error:
        raise UserError(f"cannot be written: {reason(error)}", where=str(out), remedy="choose another --out") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _swap(new: Path, place: Path, old: Path) -> None:
    """The new folder in its place; what stood there comes back where that fails."""
    there = place.exists()
    if there:
        place.replace(old)
    try:
        new.replace(place)
    except OSError:
        if there:
            old.replace(place)
        raise


def taken(path: Path) -> dict[str, bytes]:
    """The files of a pack by their path in it. Raises UnreadableError for what is none, DamagedZip for a broken zip."""
    if path.is_dir():
        if not (path / NAME).is_file():
            raise UnreadableError(f"no {NAME} in this folder", where=str(path), remedy="name the folder of a pack")
        return {one.relative_to(path).as_posix(): _bytes(one) for one in sorted(path.rglob("*")) if not one.is_dir()}
    data = read_bytes(path)
    try:
        package = Package(data, str(path), USUAL)
        return {name: package.read(name) for name in package.names}
    except UnreadableError as error:
        raise DamagedZip(error.message) from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(reason(error), where=str(path), remedy="check your rights to it") from None
