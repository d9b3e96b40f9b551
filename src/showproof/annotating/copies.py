"""A draft scored and copied with what is said of it: written beside, read back, and only then given its name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from showproof.annotating.remarks import Noted, remarks_of
from showproof.batch.bounds import Bounds
from showproof.batch.judging import own_faults_told, within
from showproof.errors import UserError
from showproof.files import OPEN_ELSEWHERE, is_open_elsewhere, refuse_existing, write_file
from showproof.formats.remark import MARK, Signed
from showproof.scorer import SAID_NOTHING, Said

if TYPE_CHECKING:
    from showproof.annotating.wording import Length
    from showproof.formats.figure import Figure
    from showproof.model import Scorecard
    from showproof.picture import Picture
    from showproof.scorer import Ready, Scorer


class Wanted(NamedTuple):
    """How copies are annotated."""

    folder: Path
    author: str = MARK
    day: str = ""
    """The day of the comments, as `2026-03-04`; that on which the draft was last saved unless said."""
    top: int | None = None
    length: Length = "full"
    force: bool = False
    pictures: bool = False
    """Whether pictures of the draft and its levels come at the end of the copy."""


class Copy(NamedTuple):
    """A draft's copy with comments."""

    file: str
    copy: str
    sha256: str
    """Of the copy."""
    card: Scorecard
    noted: tuple[Noted, ...]
    written: int
    replaced: int
    moved: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    pictures: tuple[Picture, ...] = ()
    """What was drawn at its end."""


def check_targets(paths: Iterable[Path], wanted: Wanted) -> None:
    """Raises UserError where two drafts would have one copy, a copy would replace its draft, or a file is there."""
    found: dict[str, Path] = {}
    for path in paths:
        target = wanted.folder / path.name
        other = found.setdefault(path.name.casefold(), path)
        if other is not path:
            raise UserError(
                f"the copies of {other} and {path} would have one name",
                remedy="annotate them into folders of their own",
            )
        if target.resolve() == path.resolve():
            raise UserError(
                "the copy would replace the draft itself", where=str(path), remedy="choose another folder with --out"
            )
        refuse_existing(target, force=wanted.force)


def annotate_file(scorer: Scorer, path: Path, wanted: Wanted, said: Said = SAID_NOTHING) -> Copy:
    """Scores one draft and writes its copy.

    Raises UnreadableError for a file that cannot be read or annotated, UserError for unknown names and for a target
    that cannot be written.
    """
    limits = scorer.limits
    with within(Bounds(limits.seconds, limits.memory), path), own_faults_told(path):
        return _annotate(scorer, path, wanted, said)


def _annotate(scorer: Scorer, path: Path, wanted: Wanted, said: Said) -> Copy:
    from showproof.formats.annotate import annotated, refuse_unsuited
    from showproof.formats.copy_check import check_copy
    from showproof.formats.open import read_draft
    from showproof.formats.package import read_bytes

    limits = scorer.limits
    data = read_bytes(path, limits)
    outline = read_draft(data, path, limits)
    refuse_unsuited(data, path, outline, limits, force=wanted.force)
    ready = scorer.ready(outline, said, hashlib.sha256(data).hexdigest())
    card = ready.card()
    noted = remarks_of(ready, card, wanted.length, wanted.top)
    pictures = _pictures(ready, card) if wanted.pictures else ()
    figures, lacking = _figures(pictures)
    signed = Signed(wanted.author, wanted.day)
    made = annotated(data, path, [one.remark for one in noted], signed, limits, figures)
    target = wanted.folder / path.name

    def check(beside: Path) -> None:
        check_copy(beside.read_bytes(), data, outline, path, limits)

    write_file(target, made.data, force=wanted.force, check=check)
    notices = (*made.notices, *lacking, *([OPEN_ELSEWHERE] if is_open_elsewhere(path) else []))
    digest = hashlib.sha256(made.data).hexdigest()
    drawn = pictures if made.drawn else ()
    return Copy(str(path), str(target), digest, card, noted, made.written, made.replaced, made.moved, notices, drawn)


def _pictures(ready: Ready, card: Scorecard) -> tuple[Picture, ...]:
    """What can be drawn of a draft, and last its levels."""
    from showproof.pictures.drawn import pictures_of
    from showproof.pictures.levels import levels_picture

    return (*pictures_of(ready.draft, ready.kind), levels_picture(card))


def _figures(pictures: Sequence[Picture]) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    """The pictures for a file, and what is to be said of them; what draws is loaded only where there are any."""
    if not pictures:
        return (), ()
    from showproof.figures import figure_of, lacking_said

    return tuple(map(figure_of, pictures)), lacking_said(pictures)
