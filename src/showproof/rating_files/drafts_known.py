"""Which draft of a study a rating is about: by its code, by its file's name, or by the file's digest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from showproof.calibration.ratings import Rating
from showproof.rating_files.handed_in import Fault, Scored, Taken
from showproof.rating_files.study_key import StudyKey


class Told(NamedTuple):
    """What is to be said of the drafts of one file."""

    faults: list[Fault]
    notices: list[Fault]


class DraftsKnown:
    """The drafts of a study under the names by which they may come."""

    def __init__(self, files: Sequence[Taken], key: StudyKey | None) -> None:
        self._key = key
        self.codes: dict[str, str] = {}
        """Folded name to the draft, in the order in which they are known."""
        self._by_digest: dict[str, str] = {}
        self._by_file: dict[str, set[str]] = {}
        for keyed in key.drafts if key else ():
            self.codes[keyed.code.casefold()] = keyed.code
            self._by_digest |= {keyed.sha256: keyed.code, keyed.copy_sha256: keyed.code}
            for name in _names(keyed.file):
                self._by_file.setdefault(name, set()).add(keyed.code)
        if key is None:
            for one in files:
                if not one.scored:
                    self._learn(one)

    def _learn(self, one: Taken) -> None:
        for draft in (*(rating.draft for rating in one.given), *(blank.draft for blank in one.unrated)):
            self.codes.setdefault(draft.casefold(), draft)

    def of(self, said: str) -> str:
        """The draft by its code, else by its file's name; nothing for a draft that the study does not have."""
        if said.casefold() in self.codes:
            return self.codes[said.casefold()]
        names = _names(said)
        named = next((self._by_file[name] for name in names if name in self._by_file), set[str]())
        by_code = next((self.codes[name] for name in names if name in self.codes), "")
        return next(iter(named)) if len(named) == 1 else by_code

    def matched(self, one: Taken) -> tuple[list[Rating], Told]:
        """The file's ratings under the names of the study, and what of it belongs to no draft of the study."""
        told = Told([], [])
        names = {scored.file: self._of_scored(one, scored, told) for scored in one.scored}
        kept = []
        for rating in one.given:
            if rating.draft not in names:
                names[rating.draft] = self.of(rating.draft)
                if not names[rating.draft]:
                    count = sum(other.draft == rating.draft for other in one.given)
                    place = rating.place.removeprefix(f"{one.file}: ")
                    found = f"{count} level{'s'[: count != 1]} of “{rating.draft}”"
                    remedy = "mend the code; they do not count"
                    told.faults.append(Fault(one.file, place, found, "a code or file of the key", remedy))
            if names[rating.draft]:
                kept.append(rating._replace(draft=names[rating.draft]))
        return kept, told

    def _of_scored(self, one: Taken, scored: Scored, told: Told) -> str:
        """The draft of a scorecard by showproof: the digest tells surely, names do where there is no key."""
        if scored.sha256 in self._by_digest:
            return self._by_digest[scored.sha256]
        if self._key:
            same = self.of(scored.file)
            found = f"{scored.file}, {f'another version of {same}' if same else 'no draft of the study'}"
            remedy = "score the drafts of the study as they were handed in; it does not count"
            told.faults.append(Fault(one.file, scored.place, found, "a draft with a digest of the key", remedy))
            return ""
        known = self.of(scored.file)
        if not known:
            allowed, remedy = "drafts that somebody rated", "it counts, but has nobody to agree with"
            told.notices.append(Fault(one.file, scored.place, f"{scored.file}, which nobody rated", allowed, remedy))
            name = PurePosixPath(scored.file.replace("\\", "/")).stem
            known = self.codes.setdefault(name.casefold(), name)
        return known


def _names(file: str) -> list[str]:
    """A file as people name it: with its folders, without, without its ending."""
    path = PurePosixPath(file.replace("\\", "/"))
    return [file.casefold(), path.name.casefold(), path.stem.casefold()]
