"""Paper: page sizes, margins and orientation, in twentieths of a point."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 1080
"""Three quarters of an inch on every side but the top."""
TOP = 1260
"""The margin that holds the running title."""
SIZES = {"letter": (12240, 15840), "a4": (11906, 16838)}
"""Width and height upright."""


@dataclass(frozen=True, slots=True)
class Page:
    """One size of paper, upright or turned."""

    paper: str
    turned: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height as the page lies."""
        width, height = SIZES[self.paper]
        return (height, width) if self.turned else (width, height)

    @property
    def usable(self) -> int:
        """Width between the margins."""
        return self.size[0] - 2 * MARGIN

    @property
    def usable_height(self) -> int:
        """Height between the margins."""
        return self.size[1] - TOP - MARGIN

    @property
    def way(self) -> str:
        """Which header and footer the page takes: their tab stops differ."""
        return "landscape" if self.turned else "portrait"


def section_properties(page: Page) -> str:
    """The w:sectPr that ends a run of pages of one orientation."""
    width, height = page.size
    turned = ' w:orient="landscape"' if page.turned else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="header-{page.way}"/>'
        f'<w:footerReference w:type="default" r:id="footer-{page.way}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{TOP}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}"'
        ' w:header="600" w:footer="520" w:gutter="0"/><w:cols w:space="720"/></w:sectPr>'
    )
