"""The files of a pack, by their path, out of all that is given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from showproof.auditing.pack.explanation import explanations
from showproof.auditing.pack.explanation_docx import explanation_docx
from showproof.auditing.pack.given import KINDS, File, Given
from showproof.auditing.pack.manifest import NAME, manifest
from showproof.auditing.pack.readme import readme
from showproof.auditing.summary import summary_docx
from showproof.outputs.audit_json import audit_json
from showproof.outputs.html.audit import audit_page
from showproof.outputs.html.explanation import explanation_page

SETTINGS = "showproof.audit-settings/1"
LONGEST = 60
"""Characters of a candidate's code that a file's name keeps."""
_STRANGE = re.compile(r"[^\w.\-]+")


def contents(given: Given, version: str) -> dict[str, bytes]:
    """Path to bytes of every file, the manifest last; the same input gives the same bytes."""
    made = {"README.txt": b"", "settings.json": _settings(given, version)}
    for kind in KINDS:
        made |= dict(_unlike(kind, (one for one in given.files if one.kind == kind)))
    if given.audit:
        made["audit/audit.json"] = audit_json(given.audit, version).encode()
        made["audit/audit.html"] = audit_page(given.audit).encode()
        made["audit/audit.docx"] = summary_docx(given.audit)
    made |= {f"rubric/{path.removeprefix('rubrics/')}": data for path, data in given.rubric.items()}
    people = 0
    taken: set[str] = set()
    for told in explanations(given):
        people += 1
        name = _name(told.candidate, taken)
        made[f"candidates/{name}.html"] = explanation_page(told, given.rubric_digest).encode()
        made[f"candidates/{name}.docx"] = explanation_docx(told, given.rubric_digest)
    made["README.txt"] = readme(given, version, people).encode()
    return {**made, NAME: manifest(made, version)}


def _unlike(kind: str, files: Iterable[File]) -> Iterator[tuple[str, bytes]]:
    """Files of one folder under names that no two of them share, even where capitals do not count."""
    taken: set[str] = set()
    for one in files:
        stem, dot, ending = one.name.rpartition(".")
        name, number = one.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem or ending}-{number}{dot}{ending if stem else ''}"
        taken.add(name.casefold())
        yield f"{kind}/{name}", one.data


def _name(candidate: str, taken: set[str]) -> str:
    """A file's name for a candidate; a name that comes again gets a number."""
    base = _STRANGE.sub("-", candidate).strip("-.")[:LONGEST] or "candidate"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name.casefold())
    return name


def _settings(given: Given, version: str) -> bytes:
    told = {
        "schema": SETTINGS,
        "tool": {"name": "showproof", "version": version},
        "rubric": {
            "digest": given.rubric_digest,
            "files": {path: sha256(data).hexdigest() for path, data in sorted(given.rubric.items())},
        },
        "asked": given.options,
        "taken_in": [
            {"kind": one.kind, "name": one.name, "bytes": len(one.data), "sha256": sha256(one.data).hexdigest()}
            for one in given.files
        ],
        "missing": list(given.missing),
        "notices": list(given.notices),
    }
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()
