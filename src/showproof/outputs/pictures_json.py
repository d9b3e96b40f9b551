"""What `picture --json` prints, `showproof.pictures/1`, and its published schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from showproof.outputs.schema import object_of
from showproof.pictures.picture import Picture

NAME = "showproof.pictures/1"
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_PIXELS = {"type": "integer", "minimum": 1, "description": "CSS pixels."}

PICTURES: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": NAME,
    **object_of(
        {
            "schema": {"const": NAME},
            "file": _TEXT,
            "pictures": {
                "type": "array",
                "items": object_of(
                    {
                        "kind": {"enum": ["swimlanes", "schedule", "risk-grid", "bands", "fan", "levels"]},
                        "title": _TEXT,
                        "said": {**_TEXT, "description": "What it shows in words, and what could not be drawn."},
                        "width": _PIXELS,
                        "height": _PIXELS,
                        "header": {**_TEXTS, "description": "Names of the columns of the data."},
                        "rows": {"type": "array", "items": _TEXTS, "description": "The data behind it, whole."},
                        "svg": {**_TEXT, "description": "The drawing, a document of its own."},
                        "written": {"type": ["string", "null"], "description": "The file that it was written to."},
                    }
                ),
            },
        }
    ),
}


def pictures_json(file: str, pictures: Sequence[Picture], written: Sequence[str | None]) -> str:
    """The pictures of one draft as one JSON object, a picture a line; `written` has the file of each."""
    lines = [
        json.dumps({**one._asdict(), "written": where}, ensure_ascii=False)
        for one, where in zip(pictures, written, strict=True)
    ]
    body = ",\n  ".join(lines)
    return f'{{"schema": "{NAME}", "file": {json.dumps(file, ensure_ascii=False)}, "pictures": [\n  {body}\n]}}\n'
