"""Writing files so that nobody's work is lost: beside first, then renamed, and never over an existing file unasked."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from showproof.errors import UserError, reason

_DEVICES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
    )
)
"""Names that Windows takes for devices, whatever ending follows them."""


def refuse_existing(path: Path, *, force: bool, option: str = "--out") -> None:
    """Raise UserError where a file stands already and nobody said that it may go, and for names that are no file's.

    `option` is the one that named it.
    """
    if _is_no_name(path.name):
        raise UserError("Windows makes no file of this name", where=str(path), remedy=f"choose another {option}")
    try:
        folder, there = path.is_dir(), path.exists()
    except OSError as error:
        raise _unwritable(path, error, option) from None
    if folder:
        raise UserError("this is a folder", where=str(path), remedy=f"name a file in it with {option}")
    if there and not force:
        remedy = f"choose another {option}, or say --force"
        raise UserError("the file exists and was left as it is", where=str(path), remedy=remedy)


def refuse_replacing(path: Path, drafts: Iterable[Path], *, option: str = "--out") -> None:
    """Raise UserError where a result would take the place of a draft that it is made from, whatever was forced."""
    if any(path.resolve() == one.resolve() for one in drafts):
        raise UserError(
            "it would replace a draft that it is made from", where=str(path), remedy=f"choose another {option}"
        )


def write_file(
    path: Path,
    data: bytes,
    *,
    force: bool = False,
    option: str = "--out",
    check: Callable[[Path], object] = Path.stat,
) -> None:
    """Put bytes at a path whole or not at all. Raises UserError for an existing file and an unwritable target.

    `option` is the one that named it. `check` looks at what was written, before it takes its place, and raises where it
    is not to.
    """
    refuse_existing(path, force=force, option=option)
    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".showproof-")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        check(Path(beside))
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(path)
        beside = ""
    except OSError as error:
        raise _unwritable(path, error, option) from None
    finally:
        if beside:
            with contextlib.suppress(OSError):
                Path(beside).unlink()


@contextlib.contextmanager
def growing_file(path: Path, *, force: bool = False) -> Iterator[Callable[[bytes], None]]:
    """What writes the next bytes of a file that takes its place when it is whole.

    Until then it grows beside as `NAME.*.part`, and stays there where the work breaks off, so that what is written is
    not lost. Raises UserError for an existing file and an unwritable target.
    """
    refuse_existing(path, force=force)
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".part")
    except OSError as error:
        raise _unwritable(path, error) from None
    with os.fdopen(handle, "wb", buffering=0) as stream:

        def write(data: bytes) -> None:
            try:
                stream.write(data)
            except OSError as error:
                raise _unwritable(path, error) from None

        yield write
        try:
            os.fsync(stream.fileno())
        except OSError as error:
            raise _unwritable(path, error) from None
    try:
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(path)
    except OSError as error:
        raise _unwritable(path, error) from None


def is_open_elsewhere(path: Path) -> bool:
    """Whether an office program has left its lock beside the file: what is not saved yet is not in it."""
    locks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return any(path.with_name(name).exists() for name in locks if name != path.name)


OPEN_ELSEWHERE = "it is open in an office program: what is not saved yet is not in the copy"


def _is_no_name(name: str) -> bool:
    """Whether Windows takes the name for a device or cuts its end; refused everywhere, since files travel."""
    return name.partition(".")[0].rstrip().lower() in _DEVICES or name != name.rstrip(". ")


def _unwritable(path: Path, error: OSError, option: str = "--out") -> UserError:
    return UserError(f"cannot be written: {reason(error)}", where=str(path), remedy=f"choose another {option}")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
