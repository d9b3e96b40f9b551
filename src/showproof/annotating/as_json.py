"""What was written into copies, as the JSON that scripts rely on: `showproof.annotated/1`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from showproof import __version__
from showproof.model import Quote
from showproof.outputs.as_json import quote_data
from showproof.outputs.written_schema import ANNOTATED_NAME

if TYPE_CHECKING:
    from showproof.annotating.copies import Copy
    from showproof.annotating.remarks import Noted
    from showproof.batch.outcomes import Unreadable


def copies_json(copies: Iterable[Copy], unreadable: Iterable[Unreadable]) -> str:
    """One object with every copy and every file that could not be read or annotated."""
    told = {
        "schema": ANNOTATED_NAME,
        "tool": {"name": "showproof", "version": __version__},
        "copies": [_copy(copy) for copy in copies],
        "unreadable": [{"file": one.file, "error": one.error, "remedy": one.remedy} for one in unreadable],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _copy(copy: Copy) -> dict[str, Any]:
    card = copy.card
    return {
        "file": copy.file,
        "sha256": card.sha256,
        "copy": {"file": copy.copy, "sha256": copy.sha256},
        "role": card.role.value,
        "artifact": card.artifact.value or None,
        "overall": {"level": card.level, "score": card.score, "verdict": card.verdict},
        "written": copy.written,
        "replaced": copy.replaced,
        "comments": [_noted(one) for one in copy.noted],
        "pictures": [{"kind": one.kind, "title": one.title, "said": one.said} for one in copy.pictures],
        "moved": [{"place": place, "stands_at": instead} for place, instead in copy.moved],
        "notices": list(copy.notices),
    }


def _noted(noted: Noted) -> dict[str, Any]:
    place = noted.remark.place
    about = quote_data(Quote(noted.quote, place)) if place else None
    return {"findings": list(noted.ids), "about": about, "text": list(noted.remark.lines)}
