"""The Strict variant of office files says the same under other namespaces."""

from __future__ import annotations

import re

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMED = rb"""(?<==["'])http://purl\.oclc\.org/ooxml/(\w+)/([\w/-]+)"""
_HEAD = 8_192
"""Bytes within which a part's root is."""
_RENAMED = {
    b"customProperties": b"custom-properties",
    b"extendedProperties": b"extended-properties",
    b"relationships/customProperties": b"relationships/custom-properties",
    b"relationships/extendedProperties": b"relationships/extended-properties",
}


def is_strict(data: bytes) -> bool:
    """Whether a part is written in the Strict variant."""
    return _STRICT in data[:_HEAD]


def transitional(data: bytes) -> bytes:
    """The same XML under the namespaces that readers know; most parts come back as they are."""
    return re.sub(_NAMED, _known, data) if _STRICT in data else data


def _known(strict: re.Match[bytes]) -> bytes:
    family, name = strict.groups()
    return b"http://schemas.openxmlformats.org/%b/2006/%b" % (family, _RENAMED.get(name, name))
