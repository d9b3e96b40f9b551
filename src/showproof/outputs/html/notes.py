"""What is said at which place of a draft: numbered notes on what to mend, and what levels rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from showproof.derivation import Account
from showproof.model import Finding, Location
from showproof.outputs.fixes import touched
from showproof.outputs.html.standing import Stretch, Texts

_OPEN = 3
"""Remarks of one note that are seen at once; more are folded."""


class Remark(NamedTuple):
    """One thing that is said at a place."""

    title: str
    """Whose level it is about."""
    say: str
    fix: str
    worth: float
    missing: bool = False
    """Whether the place asks for something that is not there."""


class Note(NamedTuple):
    """All that is to be mended at one place, by worth."""

    number: int
    """From 1, in reading order."""
    at: Stretch
    remarks: tuple[Remark, ...]

    @property
    def parts(self) -> tuple[tuple[Remark, ...], tuple[Remark, ...]]:
        """The remarks seen at once, and those that are folded; one alone is not."""
        shown = _OPEN if len(self.remarks) > _OPEN + 1 else len(self.remarks)
        return self.remarks[:shown], self.remarks[shown:]

    @property
    def missing(self) -> bool:
        """Whether it is about nothing but what is missing there."""
        return all(remark.missing for remark in self.remarks)


class Rest(NamedTuple):
    """A place that a finding which is met rests on."""

    at: Stretch
    title: str
    say: str


class Notes(NamedTuple):
    """Everything that is said of the text of a draft."""

    notes: tuple[Note, ...]
    rests: tuple[Rest, ...]
    nowhere: tuple[Remark, ...]
    """What is missing and has no place in the draft yet."""


def notes_on(account: Account, texts: Texts) -> Notes:
    """The notes on a draft, in reading order."""
    found: dict[Stretch, dict[Remark, None]] = {}
    nowhere: dict[Remark, None] = {}
    for remark, places in _to_mend(account):
        stretches = [one for where in places for one in texts.at(where)]
        for one in stretches:
            found.setdefault(one, {})[remark] = None
        if not stretches:
            nowhere[remark] = None
    notes = tuple(Note(number, at, _by_worth(found[at])) for number, at in enumerate(sorted(found), start=1))
    return Notes(notes, tuple(_rests(account, texts)), _by_worth(nowhere))


def _to_mend(account: Account) -> Iterator[tuple[Remark, tuple[Location, ...]]]:
    """Each thing to mend with its places; one that is missing altogether has that of its question, or none."""
    card = account.card
    for flag in card.flags:
        remark = Remark("Counts against it", flag.say, flag.fix, 0.0)
        yield remark, tuple(quote.location for quote in flag.evidence)
    for _, one in touched(card):
        for finding in one.findings:
            if not _is_to_mend(finding):
                continue
            remark = Remark(one.title, finding.say, finding.fix, finding.worth, not finding.evidence)
            asked = account.belongs_at(finding)
            places = tuple(quote.location for quote in finding.evidence) or ((asked,) if asked else ())
            yield remark, places


def _is_to_mend(finding: Finding) -> bool:
    return finding.verdict != "met" and (finding.worth > 0 or (finding.part == "limit" and finding.allows < 4))


def _rests(account: Account, texts: Texts) -> Iterator[Rest]:
    for one in (*account.card.criteria, *account.card.skills):
        for finding in one.findings:
            if finding.verdict == "met":
                for quote in finding.evidence:
                    yield from (Rest(at, one.title, finding.say) for at in texts.at(quote.location))


def _by_worth(remarks: dict[Remark, None]) -> tuple[Remark, ...]:
    return tuple(sorted(remarks, key=lambda remark: -remark.worth))
