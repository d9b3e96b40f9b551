"""An import as one JSON object."""

from __future__ import annotations

import json

from showproof.market.imported import Imported
from showproof.market.role_yaml import told

SCHEMA = "showproof.import/1"


def import_json(found: Imported, report: str, written: str) -> str:
    """The role as its file has it, what a `line` counts, and every list of what a person should look at."""
    whole = {
        "schema": SCHEMA,
        "file": report,
        "written": written,
        "counted": found.counted,
        "role": told(found.role),
        "missing": found.missing,
        "unsure": found.unsure,
        "unserved": found.unserved,
        "notices": found.notices,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False)
