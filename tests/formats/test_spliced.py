"""Elements found in their bytes, and bytes changed only where they are to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from showproof.formats.markup import xml_tree
from showproof.formats.spliced import Edit, Spots, SpotsWithin, encoded_as, root_of, spliced

ODD = (
    b"<?xml version='1.0'?><!-- <p> --><a xmlns:w='u' one=\"x>y\" two='/>'><w:p/><b ><![CDATA[<p>]]>text</b>"
    b"<?go <p>?><w:p x='1'\n>in<p/>ner<!-- </w:p> --></w:p ></a>"
)


def test_edits_are_put_in_where_they_belong_and_in_their_order() -> None:
    edits = [Edit(4, 4, b"2"), Edit(0, 1, b""), Edit(4, 4, b"3"), Edit(2, 2, b"1")]
    assert spliced(b"abcdef", edits) == b"b1cd23ef"


def test_edits_that_take_out_the_same_bytes_are_a_fault() -> None:
    with pytest.raises(AssertionError, match="edits overlap"):
        spliced(b"abcdef", [Edit(0, 3, b""), Edit(2, 4, b"")])


@pytest.mark.parametrize("name", ["p", "b", "a"])
def test_odd_markup_is_found_element_by_element(name: str) -> None:
    root = xml_tree(ODD, 1000)
    for spots in (Spots(ODD, root), SpotsWithin(ODD, root, name)):
        wanted = root.iter("*") if isinstance(spots, Spots) else root.iter(f"{{*}}{name}")
        for element in wanted:
            written = spots.written(element)
            assert written.startswith(spots.start_tag(element))
            assert spots.of(element).lone == written.endswith(b"/>")
            word = etree.QName(element).localname.encode()
            assert word in spots.start_tag(element)
            assert written.count(b"<") - written.count(b"</") >= 1
    assert Spots(ODD, root).written(root[1]) == b"<b ><![CDATA[<p>]]>text</b>"
    assert Spots(ODD, root).written(root[2][0]) == b"<p/>"


NAMES = st.sampled_from(["p", "r", "pPr", "sp", "w:p", "w:r"])


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> str:
    """An element with elements and texts in it."""
    name = draw(NAMES)
    facts = draw(st.sampled_from(["", ' a="1>2"', " b='&lt;p>'", ' c="/"']))
    if not depth or draw(st.booleans()):
        return f"<{name}{facts}/>"
    inner = draw(st.lists(st.one_of(trees(depth - 1), st.sampled_from(["text", " ", "&amp;"])), max_size=4))
    return f"<{name}{facts}>{''.join(inner)}</{name}>"


@given(st.lists(trees(), max_size=4))
def test_every_element_of_any_tree_is_found(inner: list[str]) -> None:
    data = f'<root xmlns:w="urn:u">{"".join(inner)}</root>'.encode()
    root = xml_tree(data, 10_000)
    whole, within = Spots(data, root), SpotsWithin(data, root, "p")
    for element in root.iter("*"):
        written = whole.written(element)
        alone = etree.fromstring(b'<root xmlns:w="urn:u">' + written + b"</root>")[0]
        assert etree.tostring(alone, method="c14n") == etree.tostring(_without_tail(element), method="c14n")
        if any(etree.QName(one).localname == "p" for one in (element, *element.iterancestors())):
            assert within.of(element) == whole.of(element)


def _without_tail(element: etree._Element) -> etree._Element:
    return etree.fromstring(b'<root xmlns:w="urn:u">' + etree.tostring(element, with_tail=False) + b"</root>")[0]


def test_the_root_and_its_children() -> None:
    root = root_of(b"<?xml version='1.0'?><x:a><x:b><c/></x:b><d/></x:a>")
    assert (root.prefix, [child.name for child in root.children]) == ("x:", ["b", "d"])
    assert root.before(("d", "e")) == root.children[1].start
    assert root.before(("e",)) == root.spot.closing


@pytest.mark.parametrize(("lone", "opened"), [(b"<a/>", b"<a><b/></a>"), (b'<x:a y="1" />', b'<x:a y="1" ><b/></x:a>')])
def test_a_lone_root_is_opened(lone: bytes, opened: bytes) -> None:
    root = root_of(lone)
    assert spliced(lone, [root.adding(root.before(()), b"<b/>")]) == opened


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-16-le"])
def test_a_part_keeps_its_encoding(encoding: str) -> None:
    before = "<a>é</a>".encode(encoding)
    assert encoded_as("<a>éü</a>".encode(), before).decode(encoding) == "<a>éü</a>"
