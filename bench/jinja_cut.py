"""Below the floor of writing: Jinja templates that a machine cuts out of a finished file, and a zip of the parts.

What changes from answer to answer becomes a variable, and rows or paragraphs of one build that follow each other become
a loop. Nothing is left to decide while rendering: such a template fits this one file and no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import Environment

from bench.jinja_file import escaped, parts_of, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template

LONGEST = 12
"""Blocks of a loop's body at most."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """How a part is cut: where blocks meet, and what in them changes (group `words` is escaped)."""

    between: re.Pattern[str]
    holes: re.Pattern[str]


DOCX = {
    "word/document.xml": Cuts(
        re.compile(r"(?<=</w:p>)(?=<w:p>)|(?=<w:tr>)|(?<=</w:tr>)"),
        re.compile(
            r'(?P<words>(?<=<w:t xml:space="preserve">)[^<]+|(?<=<w:alias w:val=")[^"]+)'
            r'|(?<=<w:tag w:val=")[^"]+|(?<=<w:id w:val=")\d+|(?<=<w:bookmarkStart w:id=")\d+'
            r'|(?<=<w:bookmarkEnd w:id=")\d+|(?<= w:name=")[^"]+|(?<= w:fullDate=")[^"]+'
        ),
    )
}
_SHEET = Cuts(
    re.compile(r"(?=<row )|(?<=</row>)"), re.compile(r'(?P<words>\Z(?!))|(?<= r=")[^"]+|(?<= ht=")[^"]+|(?<=<v>)[^<]+')
)
_TABLE = Cuts(
    re.compile(r"(?=<tableColumn )|(?=</tableColumns>)"), re.compile(r'(?P<words>(?<= name=")[^"]+)|(?<= id=")\d+')
)
_STRINGS = Cuts(
    re.compile(r"(?=<si>)|(?=</sst>)"),
    re.compile(r'(?P<words>(?<=<t>)[^<]+|(?<=<t xml:space="preserve">)[^<]+)'),
)
XLSX = {"xl/worksheets/sheet": _SHEET, "xl/tables/": _TABLE, "xl/sharedStrings.xml": _STRINGS}


class CutFile:
    """Renders a file's changing parts and zips all of them at level 6."""

    def __init__(self, data: bytes, cut_parts: dict[str, Cuts]) -> None:
        environment = Environment(autoescape=False, keep_trailing_newline=True)
        environment.filters["x"] = escaped
        self.parts: list[tuple[str, bytes | tuple[Template, dict[str, object]]]] = []
        for name, part in parts_of(data).items():
            cuts = next((cuts for start, cuts in cut_parts.items() if name.startswith(start)), None)
            self.parts.append((name, _templated(part.decode(), cuts, environment) if cuts else part))

    def __call__(self) -> bytes:
        """The file's bytes."""
        return zipped(
            {name: part if isinstance(part, bytes) else part[0].render(part[1]).encode() for name, part in self.parts}
        )


def _templated(xml: str, cuts: Cuts, environment: Environment) -> tuple[Template, dict[str, object]]:
    blocks = [_block(text, cuts.holes) for text in cuts.between.split(xml) if text]
    source, values = [], {}
    for number, (body, rounds) in enumerate(_loops(blocks)):
        names, text = _named(body)
        source.append(f"{{% for {', '.join(names)} in rounds{number} %}}{text}{{% endfor %}}" if names else text)
        values[f"rounds{number}"] = [one[0] for one in rounds] if len(names) == 1 else rounds
    return environment.from_string("".join(source)), values


def _named(body: str) -> tuple[list[str], str]:
    """The variables of a loop's body, and the body with them in its holes."""
    names: list[str] = []
    pieces = re.split("([\0\1])", body)
    for at in range(1, len(pieces), 2):
        names.append(f"v{len(names)}")
        pieces[at] = f"{{{{ {names[-1]}{'|x' if pieces[at] == chr(1) else ''} }}}}"
    return names, "".join(pieces)


def _block(text: str, holes: re.Pattern[str]) -> tuple[str, tuple[str, ...]]:
    """A block's build with marks for its holes, and what fills them."""
    values = tuple(_plain(hole[0]) if hole["words"] else hole[0] for hole in holes.finditer(text))
    return holes.sub(lambda hole: "\1" if hole["words"] else "\0", text), values


def _loops(blocks: list[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Bodies of loops, each with the values of its rounds."""
    builds = [build for build, _ in blocks]
    at = 0
    while at < len(blocks):
        size, times = max(((size, _times(builds, at, size)) for size in range(1, LONGEST + 1)), key=_gain)
        rounds = [blocks[at + size * turn : at + size * (turn + 1)] for turn in range(times)]
        yield "".join(builds[at : at + size]), [tuple(v for _, values in turn for v in values) for turn in rounds]
        at += size * times


def _gain(loop: tuple[int, int]) -> tuple[int, int]:
    """Blocks that a loop saves, the shorter body first."""
    size, times = loop
    return size * (times - 1), -size


def _times(builds: list[str], at: int, size: int) -> int:
    body, times = builds[at : at + size], 1
    while len(body) == size and builds[at + size * times : at + size * (times + 1)] == body:
        times += 1
    return times


def _plain(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
