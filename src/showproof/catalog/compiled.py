"""Checked catalogue files kept as JSON under a digest of their sources: commands load no YAML and no checker.

The wheel carries the built-in ones (`_compiled/`, made by the build hook); a person's own are kept in the cache folder.
A file whose source changed has another digest and is checked again, as every file is by another version of showproof; a
cache that cannot be written is done without.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import MISSING, asdict, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from showproof import __version__
from showproof.catalog.sources import cache_folder

T = TypeVar("T")

FORMAT = f"showproof {__version__} compiled 8"
"""Another version may check more; the number changes when the classes of the catalogue change their shape."""


def digest_of(*contents: bytes) -> str:
    """One name for these contents together, each kept apart from the next."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


def key_of(what: str, *sources: bytes) -> str:
    """The name under which something made from these sources is kept."""
    return digest_of(FORMAT.encode(), what.encode(), *sources)


def shipped_folder() -> Path:
    """Compiled files that came with the package."""
    return Path(__file__).resolve().parent.parent / "_compiled"


def load(cls: type[T], key: str, build: Callable[[], T], keep_in: Path | None = None) -> T:
    """The object kept under a key, or a newly built one that is then kept: in the cache, or in the folder named."""
    folders = (keep_in,) if keep_in else (shipped_folder(), cache_folder())
    for folder in folders:
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return revive(cls, json.loads((folder / f"{key}.json").read_bytes()))
    made = build()
    with contextlib.suppress(OSError):
        keep(made, key, folders[-1])
    return made


def keep(made: object, key: str, folder: Path) -> None:
    """Write an object's JSON under its key: beside first, then renamed, so that no reader sees half a file."""
    import tempfile

    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(made, default=asdict, ensure_ascii=False, separators=(",", ":"))
    handle, beside = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(beside).replace(folder / f"{key}.json")
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def revive(cls: type[T], data: Any) -> T:
    """An object of a frozen dataclass from its own JSON.

    Raises KeyError, TypeError or AttributeError for data of another shape.
    """
    hint: Any = cls
    maker: Callable[[Any], T] = _maker(hint)
    return maker(data)


@cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """How to make a value of a type from JSON: dataclasses by their fields, tuples and dicts by their members."""
    origin, inner = get_origin(hint), get_args(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_maker(hint)
    if origin is tuple:
        member = _maker(inner[0])
        return lambda data: tuple(member(item) for item in data)
    if origin is dict:
        member = _maker(inner[1])
        return lambda data: {name: member(item) for name, item in data.items()}
    if origin in (Union, UnionType) and NoneType in inner and len(inner) == 2:
        member = _maker(next(one for one in inner if one is not NoneType))
        return lambda data: None if data is None else member(data)
    return lambda data: data


def _dataclass_maker(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    makers = [(item.name, _maker(hints[item.name]), item.default) for item in fields(cls)]

    def make(data: dict[str, Any]) -> Any:
        return cls(**{name: maker(data[name]) for name, maker, default in makers if name in data or default is MISSING})

    return make
