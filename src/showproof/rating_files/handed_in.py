"""What files of ratings say, as data: the ratings that count, what was left out and why, what a reader should know."""

from __future__ import annotations

from typing import Literal, NamedTuple

from showproof.calibration.ratings import Rater, Rating, Ratings

FileKind = Literal["packet", "interview", "table", "ratings", "scorecards"]
"""A filled packet, a scorecard of `showproof kit`, a CSV, `showproof.ratings/1`, `showproof.scorecards/1`."""


class Fault(NamedTuple):
    """Something in a file of ratings that somebody has to mend, or should know of."""

    file: str
    place: str
    """Cell, line or entry: `Scope!B9`, `line 4`, `scorecards[2].ratings[0]`; empty where it is the whole file."""
    found: str
    allowed: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.place}" if self.place else self.file
        return f"{where}: found {self.found}; allowed: {self.allowed}; {self.remedy}"


class Lost(NamedTuple):
    """A file of which nothing could be read."""

    file: str
    error: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}: {self.error}; {self.remedy}"


class Unrated(NamedTuple):
    """A level that a file asks for and nobody gave."""

    draft: str
    rater: str
    scale: str
    place: str


class Scored(NamedTuple):
    """A draft as showproof scored it. Its ratings name the file, until it is matched with a draft of the study."""

    file: str
    sha256: str
    place: str


class Taken(NamedTuple):
    """What one file says, before it is held against the others."""

    file: str
    kind: FileKind
    sha256: str
    """Of the file's bytes."""
    raters: tuple[Rater, ...]
    given: tuple[Rating, ...]
    unrated: tuple[Unrated, ...] = ()
    faults: tuple[Fault, ...] = ()
    notices: tuple[Fault, ...] = ()
    rubric: str = ""
    """Digest of the rubric that it was rated by; empty where it does not say, or where the lines were compared."""
    rubric_place: str = ""
    study: str = ""
    """Of a packet: the study that it was made for."""
    scored: tuple[Scored, ...] = ()
    """Of scorecards by showproof: which drafts they are of."""


class HandedIn(NamedTuple):
    """All ratings of a study, and everything that is to be said of how they were handed in."""

    ratings: Ratings
    faults: tuple[Fault, ...]
    """Each left out exactly the ratings that it names."""
    notices: tuple[Fault, ...]
    """What a reader should know; nothing was left out for it."""
    lost: tuple[Lost, ...]
    """Files of which nothing could be read."""
    files: tuple[Taken, ...]
    """What each file says by itself, in the order in which they were read."""
