"""The shape in which office programs write the parts of a workbook, and parts of any other shape written anew in it.

In that shape a part is UTF-8 in one namespace, without prefixes, comments or sections, so that its tags can be told by
their letters alone.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml import etree

_ROOT = r"(?:\xef\xbb\xbf)?\s*(?:<\?xml(?: [^<>?]*)?\?>)?\s*<%s(?:\s[^<>]*?)?\sxmlns=\"[^\"<>]*\"[^<>]*>"
_ENCODING = re.compile(rb"<\?xml [^<>]*encoding=[\"'](?!utf-?8[\"'])", re.IGNORECASE)


_PIECE = 1 << 20
_CHILDREN = {"row": ("c",), "c": ("f", "v", "is")}
"""What is kept of elements that could hold more."""


class NotXmlError(ValueError):
    """The part breaks the rules of XML, or declares a document type; the message says which."""


def is_usual(data: bytes, root: str) -> bool:
    """Whether a part has the usual shape, with an element of this name at its root.

    Raises NotXmlError where it is not well-formed or has a document type declaration.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError):
        raise NotXmlError("is not well-formed XML") from None
    if b"<!" in data or b"<?" in data[8:] or data.count(b"xmlns=") != 1 or _ENCODING.search(data[:200]):
        return False
    return re.match(_ROOT.encode() % root.encode(), data) is not None


def _refuse(*_: object) -> None:
    raise NotXmlError("declares a document type")


def pieces_of(data: bytes, behind: bytes, start: int = 0, end: int | None = None) -> Iterator[str]:
    """The text of a part from start to end in pieces of about a megabyte, each cut behind a closing tag."""
    last = len(data) if end is None else end
    while start < last:
        cut = data.find(behind, start + _PIECE, last)
        cut = cut + len(behind) if cut >= 0 else last
        yield data[start:cut].decode()
        start = cut


def rewritten(
    data: bytes, wanted: Collection[str], passed: Collection[str] = (), *, mended: bool = False
) -> Iterator[str]:
    """Each wanted element of the root's namespace in the usual shape, in the order of the file.

    Elements named in `passed` are freed as well, so that a large part never stands in memory whole. `mended` takes
    what was cut out of a well-formed part, where prefixes are not declared. Raises NotXmlError.
    """
    from lxml import etree

    space = None
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True, recover=mended,
        ):  # fmt: skip
            if space is None:
                space = str(element.getroottree().getroot().tag).rpartition("}")[0]
            uri, _, name = str(element.tag).rpartition("}")
            if uri == space and name in wanted:
                yield _usual(element, uri)
            if uri == space and (name in wanted or name in passed):
                _forget(element)
    except etree.XMLSyntaxError:
        raise NotXmlError("is not well-formed XML") from None


def _usual(element: etree._Element, space: str) -> str:
    uri, _, name = str(element.tag).rpartition("}")
    if uri != space:
        return ""
    facts = "".join(
        f' {key!s}="{_escaped(str(value))}"' for key, value in element.items() if not str(key).startswith("{")
    )
    if name in _CHILDREN:
        children = [child for kind in _CHILDREN[name] for child in element.iterchildren(f"{space}}}{kind}")]
        inner = "".join(_usual(child, space) for child in (children if name == "row" else children[:3]))
    else:
        inner = _escaped(element.text or "") + "".join(_usual(child, space) for child in element)
    return f"<{name}{facts}>{inner}</{name}>" if inner else f"<{name}{facts}/>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\r", "&#13;")


def _forget(element: etree._Element) -> None:
    """Free the element and those before it; the parser still needs it as a place to go on from."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
