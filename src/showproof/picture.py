"""What a picture is: a drawing, what it shows in words, and the data behind it."""

from typing import NamedTuple


class Picture(NamedTuple):
    """One picture of one draft."""

    kind: str
    """swimlanes, schedule, risk-grid, bands, fan or levels."""
    title: str
    said: str
    """What a person who cannot see it needs to know, in sentences; also what could not be read or placed."""
    svg: str
    """One standalone SVG document with `title` and `desc`, in colours of its own on white."""
    width: int
    """In CSS pixels, as `height`."""
    height: int
    header: tuple[str, ...]
    """Names of the columns of the data."""
    rows: tuple[tuple[str, ...], ...]
    """The data behind it, whole, a cell a column."""
