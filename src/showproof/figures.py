"""Pictures of a draft made ready for a file: drawn as pixels, with the signs said that the letters have not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from showproof.formats.figure import Figure
from showproof.raster.letters import lacking
from showproof.raster.png import png_of

if TYPE_CHECKING:
    from showproof.picture import Picture

_NAMED = 12
"""Signs that are named; of more the number is told."""


def figure_of(picture: Picture) -> Figure:
    """The picture as pixels. Raises UserError where the library that draws is not installed."""
    pixels = png_of(picture.svg, picture.width, picture.height)
    return Figure(picture.title, picture.said, pixels, picture.width, picture.height)


def lacking_said(pictures: Sequence[Picture]) -> tuple[str, ...]:
    """What to say of signs that are boxes in the pictures; nothing where there are none."""
    signs = "".join(sorted({sign for picture in pictures for sign in lacking(picture.svg)}))
    if not signs:
        return ()
    named = " ".join(signs[:_NAMED]) + (f" and {len(signs) - _NAMED} more" if len(signs) > _NAMED else "")
    return (f"signs that the letters of pictures lack stand there as boxes: {named}",)
