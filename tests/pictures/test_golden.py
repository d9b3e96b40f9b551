"""Pictures that are kept: whoever changes one looks at it (`python -m tests.pictures.golden` writes them anew)."""

from __future__ import annotations

import pytest
from golden import FOLDER, kept
from lxml import etree

from showproof.pictures.picture import Picture
from showproof.plain import plain

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def pictures(scorer) -> dict[str, Picture]:
    return dict(kept(scorer))


def test_every_picture_is_the_one_that_is_kept(pictures):
    assert sorted(pictures) == sorted(path.stem for path in FOLDER.glob("*.svg"))
    changed = [
        name for name, one in pictures.items() if one.svg != (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    ]
    assert changed == []


def test_every_picture_is_a_document_with_its_title_and_its_words(pictures):
    for name, one in pictures.items():
        root = etree.fromstring(one.svg.encode())
        assert root.tag == f"{SVG}svg", name
        assert [child.tag for child in root[:2]] == [f"{SVG}title", f"{SVG}desc"], name
        assert (root[0].text, root[1].text) == (one.title, one.said), name
        assert root.get("viewBox") == f"0 0 {one.width} {one.height}", name
        assert one.rows, name
        assert all(len(row) == len(one.header) for row in one.rows), name


def test_every_coordinate_is_a_whole_number_inside_the_picture(pictures):
    for name, one in pictures.items():
        root = etree.fromstring(one.svg.encode())
        for tag in root.iter(f"{SVG}text", f"{SVG}rect", f"{SVG}circle", f"{SVG}line"):
            across = [int(tag.get(at)) for at in ("x", "x1", "x2", "cx") if tag.get(at)]
            down = [int(tag.get(at)) for at in ("y1", "y2", "y", "cy") if tag.get(at) and at != "cy"]
            assert all(0 <= at <= one.width for at in across), (name, etree.tostring(tag))
            assert all(-40 <= at <= one.height for at in down), (name, etree.tostring(tag))


def _light(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_words_stand_out_from_what_is_behind_them(pictures):
    """4.5 to 1 against the darkest light ground, or of white words against the one dark one."""
    roots = [etree.fromstring(one.svg.encode()) for one in pictures.values()]
    fills = {tag.get("fill") for root in roots for tag in root.iter(f"{SVG}text")}
    for fill in fills - {"#ffffff"}:
        assert (_light("#f4f6f8") + 0.05) / (_light(fill) + 0.05) >= 4.5, fill
    assert (_light("#ffffff") + 0.05) / (_light("#0b4f8a") + 0.05) >= 4.5


def test_what_is_shortened_is_whole_in_the_data(pictures):
    long = pictures["swimlanes-long-words"]
    assert "…" in long.svg.split("</desc>")[1]
    assert any("before the close of business" in cell for row in long.rows for cell in row)


def test_signs_that_no_document_may_hold_are_shown_by_their_number():
    assert plain("a\x00b\u202ec\ufffe") == "a b<U+202E>c<U+FFFE>"
