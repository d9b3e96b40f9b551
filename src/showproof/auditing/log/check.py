"""Whether a log is whole: the first entry that is not as it was written, and how; or what a broken append left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from showproof.auditing.log.entry import BEGINNING, Entry, is_before, read_entry
from showproof.auditing.log.seal import Seal, read_seal

State = Literal["whole", "torn", "unsealed", "tampered"]
"""`torn`: an append broke off inside its entry. `unsealed`: it broke off before the seal was written."""


class Fault(NamedTuple):
    """The first thing that is not as it was written."""

    entry: int
    """The number of the entry; 0 for the seal."""
    how: str

    def __str__(self) -> str:
        return f"entry {self.entry}: {self.how}" if self.entry else f"the seal: {self.how}"


class Checked(NamedTuple):
    """What came of looking through a log."""

    state: State
    entries: tuple[Entry, ...]
    """The entries before the first fault; of a log that is whole, all."""
    head: str
    """Digest of the last of them."""
    fault: Fault | None = None
    sealed: int = 0
    """Bytes of the entries that the seal is about, where it is whole."""


def check_log(log: bytes, seal: bytes | None) -> Checked:
    """Look through the bytes of a log and of its seal, None where there is none."""
    *lines, rest = log.split(b"\n")
    read = [read_entry(line) for line in lines]
    entries, fault = _chain(read)
    head = entries[-1].digest if entries else BEGINNING
    if fault:
        return Checked("tampered", entries, head, fault)
    told = read_seal(seal) if seal is not None else "it is missing, so nobody can see whether the end is cut off"
    if isinstance(told, str):
        return Checked("tampered", entries, head, Fault(0, told))
    return _ends(lines, entries, rest, told, head)


def _chain(read: Sequence[Entry | str]) -> tuple[tuple[Entry, ...], Fault | None]:
    """The entries up to the first that does not follow the one before it, and what is wrong there."""
    good: list[Entry] = []
    numbers = [one.number for one in read if isinstance(one, Entry)]
    for number, one in enumerate(read, start=1):
        if isinstance(one, str):
            return tuple(good), Fault(number, one)
        if one.number != number:
            return tuple(good), Fault(number, _misplaced(number, one.number, numbers))
        before = good[-1].digest if good else BEGINNING
        if one.previous != before and good:
            return tuple(good[:-1]), Fault(number - 1, f"it was rewritten: entry {number} was written after another")
        if one.previous != before:
            return (), Fault(number, "it was written after another entry, so the beginning is missing")
        if good and is_before(one.at, good[-1].at):
            return tuple(good), Fault(number, f"its time, {one.at}, lies before that of entry {number - 1}")
        good.append(one)
    return tuple(good), None


def _misplaced(number: int, found: int, numbers: Sequence[int]) -> str:
    if number in numbers:
        return f"it does not stand in its place: entry {found} does, so entries were moved"
    if found < number:
        return f"it is missing: entry {found} stands in its place, a second time"
    return f"it is missing: entry {found} stands in its place"


def _ends(lines: Sequence[bytes], entries: tuple[Entry, ...], rest: bytes, seal: Seal, head: str) -> Checked:
    """Whether the log ends where its seal says."""
    there, next_ = len(entries), len(entries) + 1
    if there < seal.entries:
        last = f"entries {next_} to {seal.entries} are" if seal.entries > next_ else f"entry {next_} is"
        how = "its end is cut off" if rest else f"it is missing at the end: the seal counts {seal.entries}, {last} gone"
        return Checked("tampered", entries, head, Fault(next_, how))
    at_seal = entries[seal.entries - 1].digest if seal.entries else BEGINNING
    if at_seal != seal.last:
        return Checked("tampered", entries, head, Fault(seal.entries, "it is not the one that the seal was made for"))
    sealed = sum(len(line) + 1 for line in lines[: seal.entries])
    if there > seal.entries + 1 or (there > seal.entries and rest):
        how = f"it stands behind the seal, which counts {seal.entries}: more than one append can leave"
        return Checked("tampered", entries[: seal.entries], seal.last, Fault(seal.entries + 1, how))
    if there > seal.entries:
        how = "it is not sealed: the append that wrote it broke off, or somebody else wrote it"
        return Checked("unsealed", entries, head, Fault(next_ - 1, how), sealed)
    if rest:
        return Checked("torn", entries, head, Fault(next_, "it is torn: the append that wrote it broke off"), sealed)
    return Checked("whole", entries, head, None, sealed)


def noted(checked: Checked, digest: str) -> int | None:
    """How many entries were added since the log's last digest was, or began like, this; None where no entry has it."""
    digests = [BEGINNING, *(one.digest for one in checked.entries)]
    for back, one in enumerate(reversed(digests)):
        if one.startswith(digest):
            return back
    return None
