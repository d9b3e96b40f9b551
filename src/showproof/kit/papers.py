"""Which files make up a kit, and who makes each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from showproof.catalog.rubric import Role
from showproof.catalog.store import Catalog
from showproof.errors import UserError
from showproof.formats.handout import Handout
from showproof.formats.rating_form import RatingForm
from showproof.formats.write import write_handout, write_rating_form
from showproof.kit.interview import interview_kit
from showproof.kit.preparation import Brought, preparation_sheet
from showproof.kit.scorecard import scorecard

FORMATS = ("docx", "xlsx")
MOST_RATERS = 20


class Paper(NamedTuple):
    """One file of a kit."""

    name: str
    """Its place in the kit's folder."""
    kind: str
    """preparation-sheet, interview-kit or scorecard."""
    make: Callable[[], bytes]


def papers(
    catalog: Catalog,
    role: Role,
    *,
    formats: Sequence[str] = FORMATS,
    raters: Sequence[str] = ("",),
    candidate: str = "",
    paper: str = "letter",
    brought: Sequence[Brought] = (),
) -> list[Paper]:
    """The candidate's papers first, then those of the hiring side; a scorecard is a workbook whatever the formats."""
    prepared = partial(preparation_sheet, catalog, role, brought, paper)
    kit = partial(interview_kit, role, catalog.digest, paper)
    sheets = (("candidate/preparation", "preparation-sheet", prepared), ("hiring/interview-kit", "interview-kit", kit))
    made = [Paper(f"{name}.{one}", kind, partial(_made, make, one)) for name, kind, make in sheets for one in formats]
    for rater in raters:
        name = f"hiring/scorecard{f'-{file_part(rater)}' if rater else ''}.xlsx"
        form = partial(scorecard, role, catalog.digest, rater, candidate, paper)
        made.append(Paper(name, "scorecard", partial(_rated, form)))
    return made


def raters_said(said: str) -> tuple[str, ...]:
    """Raters by name, `Ana Ruiz, Ben`, or how many there are, `3`; one without a name where nothing is said.

    Raises UserError for more than there can be, and for names of which two would share a file.
    """
    allowed = f"names with commas between them, or a number from 1 to {MOST_RATERS}"
    if said.strip().isdecimal():
        count = int(said.strip()[:9])
        names = tuple(f"Rater {number}" for number in range(1, count + 1)) if count <= MOST_RATERS else ()
    else:
        names = tuple(filter(None, (" ".join(name.split()) for name in said.split(","))))
    if said.strip() and not 1 <= len(names) <= MOST_RATERS:
        raise UserError(f'found "{said}"; allowed: {allowed}', where="--raters", remedy="change the value")
    slugs = [file_part(name) for name in names]
    for at, slug in enumerate(slugs):
        if slug in slugs[:at]:
            found = f'"{names[slugs.index(slug)]}" and "{names[at]}" would share the file scorecard-{slug}.xlsx'
            raise UserError(found, where="--raters", remedy="tell them apart, as in Ana R and Ana S")
    return names or ("",)


def file_part(name: str) -> str:
    """A name as a part of a file name."""
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-") or "rater"


def _made(handout: Callable[[], Handout], format_name: str) -> bytes:
    return write_handout(handout(), format_name)


def _rated(form: Callable[[], RatingForm]) -> bytes:
    return write_rating_form(form())
