"""A draft to be scored, and what came of it: plain data that goes through a pipe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from showproof.derivation import Account
from showproof.model import Scorecard
from showproof.scorer import Said


class OfAccount(NamedTuple):
    """How a draft is shown for which its scorecard is not enough: its text and its derivations are at hand too."""

    render: Callable[[Account], tuple[str, ...]]


Render = Callable[[Scorecard], tuple[str, ...]] | OfAccount
"""How a scorecard is shown; done where it is made, so that only text travels."""


class Task(NamedTuple):
    """A draft to be scored."""

    path: Path
    said: Said


class Scored(NamedTuple):
    """A scorecard as text, and the little of it that a batch is summed up by."""

    file: str
    level: int
    typed: bool
    """Whether its artifact type is known."""
    texts: tuple[str, ...]


class Unreadable(NamedTuple):
    """A file that could not be scored, and what would help."""

    file: str
    error: str
    remedy: str


Outcome = Scored | Unreadable
Work = Callable[[Task], Outcome]
