"""An import as one JSON object."""

from __future__ import annotations

import json
from typing import Any

from showproof.catalog.plain_data import plain_data
from showproof.market.imported import ImportedRole

SCHEMA = "showproof.import/1"


def import_json(found: ImportedRole, report: str, written: str) -> str:
    """The role as its file has it, what a `line` counts, and every list of what a person should look at."""
    whole = {
        "schema": SCHEMA,
        "file": report,
        "written": written,
        "counted": found.counted,
        "role": plain_data(found.role),
        "missing": found.missing,
        "unsure": found.unsure,
        "unserved": found.unserved,
        "notices": found.notices,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False)


def import_schema(role: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of `import_json`, around that of a role."""
    own, names = dict(role), {"type": "array", "items": {"type": "string"}}
    definitions = own.pop("$defs", {})
    properties = {
        "schema": {"const": SCHEMA},
        "file": {"type": "string", "description": "The report as it was named."},
        "written": {"type": "string", "description": "The role file."},
        "counted": {"enum": ["line", "block"], "description": "What a `line` of the role counts."},
        "role": own,
        "missing": {**names, "description": "What the report does not have."},
        "unsure": {**names, "description": "Rows that can be read in more than one way."},
        "unserved": {**names, "description": "Work samples that no artifact type serves."},
        "notices": {**names, "description": "What the reader of the file noticed."},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An imported role",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": definitions,
    }
