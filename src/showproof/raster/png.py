"""A drawing as PNG, by resvg: no font of the machine is looked at, so that every machine draws the same."""

from __future__ import annotations

from functools import lru_cache

from showproof.errors import UserError
from showproof.raster.faces import FAMILY, FILES

ZOOM = 1.5
"""Pixels of a picture to one of its drawing: on paper, where a drawing is as wide as the page, 150 to the inch."""
MOST = 24_000_000
"""Pixels of a picture: larger drawings are drawn with fewer."""


@lru_cache(maxsize=16)
def png_of(svg: str, width: int, height: int) -> bytes:
    """The drawing of this size as PNG on white; a few are kept, since a workbook and a document show the same.

    Raises UserError where the library that draws is not installed."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise UserError(
            "pictures cannot be drawn: resvg-py is not installed", remedy='pip install "showproof[pictures]"'
        ) from None
    return svg_to_bytes(
        svg_string=svg,
        background="#ffffff",
        zoom=min(ZOOM, (MOST / max(width * height, 1)) ** 0.5),
        skip_system_fonts=True,
        font_files=[str(file) for file in FILES],
        **dict.fromkeys(_FAMILIES, FAMILY),  # type: ignore[arg-type]
    )


_FAMILIES = ("font_family", "serif_family", "sans_serif_family", "cursive_family", "fantasy_family", "monospace_family")
"""Whatever family a drawing asks for, there is one."""
