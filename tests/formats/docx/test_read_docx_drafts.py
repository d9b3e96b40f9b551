"""The labelled drafts, word for word; and bytes that nobody wrote."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from built_documents import docx, p, r, sdt, tbl, tc, tr
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from showproof.errors import UnreadableError
from showproof.formats.docx.read import read_docx
from showproof.formats.docx.read_names import T
from showproof.formats.package import Package, pack
from showproof.model import Block

DRAFTS = Path(os.environ.get("SHOWPROOF_DRAFTS", Path(__file__).parents[4] / "shared" / "corpus" / "dev" / "files"))
WORD = re.compile(r"[^\W\d_]{2,}")
SMALL = docx(p("Plan", "Title") + tbl(tr(tc("a"), tc("b"))) + f"<w:p>{sdt(r('Ana'), 'owner')}</w:p>", footnotes=p("x"))


@pytest.mark.skipif(not DRAFTS.is_dir(), reason="the labelled drafts are not beside the project")
def test_every_word_of_the_drafts_is_read_once() -> None:
    for path in sorted(DRAFTS.glob("*.docx")):
        data = path.read_bytes()
        found = read_docx(Package(data, path.name))
        texts = [
            [item.text] if isinstance(item, Block) else [c.text for row in item.rows for c in row]
            for item in found.items
        ]
        root = Package(data, path.name).xml("word/document.xml")
        paragraphs = ["".join(piece.text or " " for piece in element.iter(T, "{*}br")) for element in root.iter("{*}p")]
        written = sorted(WORD.findall("\n".join(paragraphs)))
        assert sorted(WORD.findall("\n".join(text for group in texts for text in group))) == written, path.name


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SMALL) - 1), st.integers(0, 255))
def test_any_changed_byte_gives_an_outline_or_one_line(place: int, value: int) -> None:
    data = bytearray(SMALL)
    data[place] = value
    _read(bytes(data))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_changed_attribute_gives_an_outline_or_one_line(data: st.DataObject) -> None:
    package = Package(SMALL, "x")
    parts = {name: package.read(name) for name in package.names}
    name = data.draw(st.sampled_from(sorted(parts)))
    root = etree.fromstring(parts[name])
    element = data.draw(st.sampled_from(list(root.iter())))
    if element.attrib:
        element.set(
            data.draw(st.sampled_from(sorted(element.attrib))),
            data.draw(st.sampled_from(["", "-1", "9" * 40, "x y", "0"])),
        )
    else:
        element.tag = data.draw(st.sampled_from([child.tag for child in root.iter()]))
    parts[name] = etree.tostring(root)
    _read(pack(parts))


def _read(data: bytes) -> None:
    refusal = None
    try:
        assert read_docx(Package(data, "draft.docx")).format == "docx"
    except UnreadableError as error:
        refusal = error
    assert refusal is None or (refusal.remedy and "\n" not in str(refusal))
