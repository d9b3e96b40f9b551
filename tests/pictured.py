"""Pictures for files in tests, and what a file says of the pictures that it has, found by plain means."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any, NamedTuple

from lxml import etree

from copied import parts
from showproof.formats.figure import Figure
from showproof.raster.png import png_of

Node = Any


@cache
def figure(title: str = "Steps", width: int = 720, height: int = 400) -> Figure:
    """A picture that shows its title."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><text y="20">{title}</text></svg>'
    return Figure(title, f"{title} in words.", png_of(svg, width, height), width, height)


class Drawn(NamedTuple):
    """One picture of a file."""

    name: str
    said: str
    id: int
    part: str
    """The part with its pixels."""
    size: tuple[int, int]
    """English metric units."""


def drawn(data: bytes, part: str = "word/document.xml") -> list[Drawn]:
    """The pictures that a part draws, in order; their pixels are there and are whole."""
    found = parts(data)
    folder, _, leaf = part.rpartition("/")
    targets = {str(one.get("Id")): one for one in etree.fromstring(found[f"{folder}/_rels/{leaf}.rels"])}
    made = []
    for frame in etree.fromstring(found[part]).iter("{*}inline", "{*}anchor", "{*}oneCellAnchor", "{*}twoCellAnchor"):
        facts = next(frame.iter("{*}docPr", "{*}cNvPr"))
        pixels = next(value for one in frame.iter("{*}blip") for key, value in one.items() if key.endswith("}embed"))
        target = str(targets[pixels].get("Target"))
        name = target[1:] if target.startswith("/") else _joined(folder, target)
        assert png_size(found[name]) > (0, 0)
        extent = next(frame.iter("{*}extent", "{*}ext"))
        size = int(extent.get("cx", 0)), int(extent.get("cy", 0))
        made.append(Drawn(str(facts.get("name")), str(facts.get("descr")), int(facts.get("id", 0)), name, size))
    return made


def png_size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG, its checksums looked at."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        body = png[at + 4 : at + 8 + length]
        assert zlib.crc32(body) == int.from_bytes(png[at + 8 + length : at + 12 + length])
        at += 12 + length
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def _joined(folder: str, target: str) -> str:
    steps = folder.split("/")
    for step in target.split("/"):
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(steps)
