"""Orders drawn by a seed: the same on every machine and version, since they hang on digests alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def draw(seed: int, *what: object) -> int:
    """A number that looks drawn at random, of 64 bits: the same for the same seed and words."""
    words = "\x1f".join((str(seed), *map(str, what)))
    return int.from_bytes(hashlib.sha256(words.encode("utf-8", "surrogateescape")).digest()[:8], "big")


def shuffled(items: Iterable[T], seed: int, *what: object) -> tuple[T, ...]:
    """The items in an order drawn for this purpose; items that are written alike keep theirs."""
    return tuple(sorted(items, key=lambda item: draw(seed, *what, item)))
