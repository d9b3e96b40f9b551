"""What `blind --json` prints, `showproof.blind/1`, and its published schema."""

from __future__ import annotations

from typing import Any

NAME = "showproof.blind/1"
_TEXT = {"type": "string"}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with exactly these properties."""
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _list(entry: dict[str, Any], said: str = "") -> dict[str, Any]:
    return {"type": "array", "items": entry, **({"description": said} if said else {})}


_REPLACED = _object(
    {
        "kind": {"enum": ["author", "e-mail", "handle", "link", "name", "phone"]},
        "was": _TEXT,
        "now": _TEXT,
        "times": {"type": "integer", "minimum": 1},
    }
)
_FILE = _object(
    {
        "file": _TEXT,
        "copy": _TEXT,
        "replaced": _list(_REPLACED),
        "pictures": {"type": "integer", "minimum": 0, "description": "Pictures that are grey now."},
        "left": _list(_TEXT, "What is still there and could tell who somebody is."),
        "scores_the_same": {"type": "boolean", "description": "Whether every level is what it was."},
    }
)
_PERSON = _object({"name": _TEXT, "label": _TEXT, "in_text": _TEXT})

BLIND: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": NAME,
    **_object(
        {
            "schema": {"const": NAME},
            "key": _list(_PERSON, "Who stands behind which pseudonym: not for reviewers."),
            "files": _list(_FILE),
            "cannot_catch": _list(_TEXT),
            "unreadable": _list(_object({"file": _TEXT, "error": _TEXT, "remedy": _TEXT})),
        }
    ),
}
