"""Files of ratings joined into one study: names matched, drafts found by the key, doubles told, gaps named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from showproof.calibration.ratings import Rater, RaterKind, Rating, Ratings
from showproof.errors import UserError
from showproof.rating_files.drafts_known import DraftsKnown
from showproof.rating_files.handed_in import Fault, HandedIn, Lost, Taken
from showproof.rating_files.remarks import remarks_on
from showproof.rating_files.study_key import StudyKey


class _Given(NamedTuple):
    """A rating and the file that it stands in."""

    rating: Rating
    file: str

    @property
    def place(self) -> str:
        return self.rating.place.removeprefix(f"{self.file}: ")


def joined(
    files: Sequence[Taken],
    lost: Sequence[Lost],
    key: StudyKey | None,
    scales: Collection[str],
    *,
    any_rubric: bool = False,
) -> HandedIn:
    """All files as one study; `scales` are those that the catalogue has. Raises UserError for packets of two studies.

    Faults and notices come in the order of the files, then those of the whole.
    """
    faults = [fault for one in files for fault in one.faults]
    notices = [notice for one in files for notice in one.notices]
    _refuse_two_studies(files, key)
    counted = []
    for one in files:
        stray = _of_another_study(one, key) or (None if any_rubric else _of_another_rubric(one, files, key))
        if stray:
            faults.append(stray)
        else:
            counted.append(one)
    known = DraftsKnown(counted, key)
    names = _Names(counted, key)
    given: list[_Given] = []
    for one in counted:
        kept, told = known.matched(one)
        faults += told.faults
        notices += told.notices
        kinds = {rater.name: rater.kind for rater in one.raters}
        given += [
            _Given(rating._replace(rater=names.of(rating.rater, kinds[rating.rater])), one.file) for rating in kept
        ]
    notices += names.notices
    single = tuple(_single(given, faults, notices))
    gave = {rating.rater for rating in single}
    raters = tuple(one for one in names.raters if one.name in gave)
    study = Ratings(single, raters)
    notices += remarks_on(study, counted, known, key, scales)
    return HandedIn(study, tuple(faults), tuple(notices), tuple(lost), tuple(files))


def _refuse_two_studies(files: Sequence[Taken], key: StudyKey | None) -> None:
    """Without a key nobody can say which of two studies is meant."""
    packets = [one for one in files if one.study]
    other = next((one for one in packets if one.study != packets[0].study), None)
    if other and key is None:
        found = f"packets of two studies: {packets[0].study}, and {other.study} in {other.file}"
        raise UserError(found, where=packets[0].file, remedy="read one study at a time, or say --key and the one meant")


def _of_another_study(one: Taken, key: StudyKey | None) -> Fault | None:
    if key is None or one.study in ("", key.study):
        return None
    found = f"a packet of the study {one.study}"
    return Fault(one.file, "", found, key.study, "leave it out; none of its ratings counts")


def _of_another_rubric(one: Taken, files: Sequence[Taken], key: StudyKey | None) -> Fault | None:
    """The rubric of a study is that of its key, else of the first packet, else of the first file that says one."""
    first = next((file for file in files if file.study), None) or next((file for file in files if file.rubric), None)
    wanted = key.rubric if key else first.rubric if first else ""
    if one.rubric in ("", wanted):
        return None
    remedy = "rate the drafts by this rubric; none of its ratings counts"
    return Fault(one.file, one.rubric_place, f"rubric {one.rubric}", f"rubric {wanted}, the study's", remedy)


class _Names:
    """The raters, each under the spelling that comes first; a person and a program of one name are two."""

    def __init__(self, files: Sequence[Taken], key: StudyKey | None) -> None:
        self._known = {(_folded(name), "person"): Rater(name) for name in (key.raters if key else ())}
        self.notices: list[Fault] = []
        for one in files:
            for rater in one.raters:
                self._take(one, rater)

    def _take(self, file: Taken, rater: Rater) -> None:
        folded = _folded(rater.name)
        if (folded, rater.kind) in self._known:
            return
        same = next((one for (name, _), one in self._known.items() if name == folded), None)
        if same:
            named = f"{rater.name} ({rater.kind})"
            found = f"{rater.name} as a {rater.kind}, and elsewhere as a {same.kind}"
            self.notices.append(Fault(file.file, "", found, "a name a rater", f"the {rater.kind} is called {named}"))
            rater = rater._replace(name=named)
        self._known[folded, rater.kind] = rater

    @property
    def raters(self) -> tuple[Rater, ...]:
        """All of them: those of the key first, then as they come."""
        return tuple(self._known.values())

    def of(self, name: str, kind: RaterKind) -> str:
        """The name that counts."""
        return self._known[_folded(name), kind].name


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _single(given: Sequence[_Given], faults: list[Fault], notices: list[Fault]) -> Iterator[Rating]:
    """Each rating once; where one rater says two things of one draft and scale, neither."""
    by_place: dict[tuple[str, str, str], list[_Given]] = {}
    for one in given:
        by_place.setdefault((one.rating.draft, one.rating.rater, one.rating.scale), []).append(one)
    for first, *others in by_place.values():
        rating = first.rating
        what = f"{rating.rater} on {rating.draft}, {rating.scale}"
        differing = [one for one in others if one.rating.level != rating.level]
        if differing:
            levels = " and ".join(f"level {one.rating.level:g} in {one.rating.place}" for one in differing)
            found = f"{what}: level {rating.level:g} here, {levels}"
            remedy = "ask which holds and take the other out; none of them counts"
            faults.append(Fault(first.file, first.place, found, "one level a rater, draft and scale", remedy))
            continue
        for other in others:
            found = f"{what}: the same level as in {rating.place}"
            notices.append(Fault(other.file, other.place, found, "one level", "it counts once"))
        yield rating
