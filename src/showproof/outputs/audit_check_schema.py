"""The published JSON Schemas of a log's entry, of a pack's manifest, and of `audit verify --json`."""

from __future__ import annotations

from typing import Any

from showproof.outputs.schema import object_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {"type": "string"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_DIGEST: dict[str, Any] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}

ENTRY: dict[str, Any] = {
    "$schema": DRAFT,
    "title": "showproof.audit-log/1",
    "description": "One line of a log, in canonical form: keys sorted, no blanks, UTF-8.",
    **object_of(
        {
            "at": {
                "type": "string",
                "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$",
                "description": "A day, or a time in UTC, as it was given.",
            },
            "data": {"type": "object"},
            "digest": {**_DIGEST, "description": "SHA-256 of the entry without this, in canonical form."},
            "kind": _TEXT,
            "number": {"type": "integer", "minimum": 1},
            "previous": {**_DIGEST, "description": "Digest of the entry before; first of all, SHA-256 of the title."},
            "who": _TEXT,
        }
    ),
}
MANIFEST: dict[str, Any] = {
    "$schema": DRAFT,
    "title": "showproof.audit-pack/1",
    **object_of(
        {
            "schema": {"const": "showproof.audit-pack/1"},
            "tool": object_of({"name": {"const": "showproof"}, "version": _TEXT}),
            "files": {"type": "array", "items": object_of({"path": _TEXT, "bytes": _COUNT, "sha256": _DIGEST})},
            "digest": {**_DIGEST, "description": "SHA-256 of the manifest without this, in canonical form."},
        }
    ),
}
CHECK: dict[str, Any] = {
    "$schema": DRAFT,
    "title": "showproof.audit-check/1",
    **object_of(
        {
            "schema": {"const": "showproof.audit-check/1"},
            "path": _TEXT,
            "state": {"enum": ["whole", "torn", "unsealed", "tampered"]},
            "of": {"enum": ["entries", "files"]},
            "number": _COUNT,
            "head": {**_TEXT, "description": "Digest of the last good entry, or of the manifest; empty for none."},
            "since": {"type": ["integer", "null"], "description": "Entries added since the digest that was noted."},
            "faults": {"type": "array", "items": _TEXT, "description": "Of a log the first one only."},
        }
    ),
}
