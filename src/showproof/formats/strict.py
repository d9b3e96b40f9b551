"""The Strict variant of office files says the same under other namespaces."""

from __future__ import annotations

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_SAME: tuple[tuple[bytes, bytes], ...] = (
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
    (b"officeDocument/docPropsVTypes", b"officeDocument/2006/docPropsVTypes"),
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
)


def transitional(data: bytes) -> bytes:
    """The same XML under the namespaces that readers know; most parts come back as they are."""
    if _STRICT in data:
        for strict, known in _SAME:
            data = data.replace(_STRICT + strict, _TRANSITIONAL + known)
    return data
