"""The letters of pictures: the two fonts that come with showproof, and no others."""

from __future__ import annotations

from pathlib import Path

FAMILY = "Showproof Sans"
_FOLDER = Path(__file__).parent / "fonts"
FILES = tuple(_FOLDER / f"showproof-sans-{weight}.ttf" for weight in ("regular", "bold"))
"""Regular and bold; both have the same signs."""
