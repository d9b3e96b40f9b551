"""A worked or weak example with the pictures of its type: drawn from what is read of the file itself, and put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from showproof.figures import figure_of
from showproof.formats.open import read_draft
from showproof.formats.write import write_form
from showproof.pictures.drawn import pictures_of
from showproof.reading.plainly import read_plainly
from showproof.scorer import Said, Scorer

if TYPE_CHECKING:
    from showproof.catalog.artifact import ArtifactType, PictureOf
    from showproof.catalog.store import Catalog
    from showproof.formats.figure import Figure
    from showproof.formats.form import Form
    from showproof.picture import Picture


def illustrated(catalog: Catalog, kind: ArtifactType, form: Form, format_name: str) -> bytes:
    """The file of an example with its pictures, in a document each after the table that it is drawn from.

    Raises UserError where the library that draws is not installed.
    """
    data = write_form(form, format_name)
    outline = read_draft(data, Path(f"{kind.id}.{format_name}"))
    draft = _scorer(catalog).observe(read_plainly(outline), Said(artifact=kind.id))
    figures = _by_part(kind.pictures, pictures_of(draft, kind))
    if not figures:
        return data
    if format_name == "xlsx":
        from showproof.formats.xlsx.picture_sheet import illustrated as with_sheet

        return with_sheet(data, [figure for section in form.sections for figure in figures.get(section.id, ())])
    sections = tuple(replace(one, figures=tuple(figures.get(one.id, ()))) for one in form.sections)
    return write_form(replace(form, sections=sections), format_name)


@lru_cache(maxsize=1)
def _scorer(catalog: Catalog) -> Scorer:
    """One for all examples of a run: what reading needs is set up once."""
    return Scorer(catalog)


def _by_part(declared: Sequence[PictureOf], pictures: Sequence[Picture]) -> Mapping[str, Sequence[Figure]]:
    """The pictures by the part with the table that each is drawn from: the first that its type names for it."""
    found: dict[str, list[Figure]] = {}
    for picture in pictures:
        of = [one for one in declared if one.kind == picture.kind and picture.title.startswith(one.title)]
        for one in sorted(of, key=lambda one: -len(one.title))[:1]:
            part = next(iter(one.columns.values())).partition(".")[0]
            found.setdefault(part, []).append(figure_of(picture))
    return found
