"""Document control: version histories, approvals, who wrote and reviewed. A name there owns nothing of the work."""

from __future__ import annotations

from collections.abc import Iterable

from showproof.model import Observation
from showproof.reading.blanks import fold

_SURE = frozenset(
    {
        "version", "ver", "rev", "revision", "document version", "version no", "version number", "revision history",
        "reviewed by", "reviewer", "reviewers", "modified by", "changed by", "edited by", "prepared by",
        "written by", "drafted by", "approved by", "approver", "approvers", "authorised by", "authorized by",
        "authorisation", "authorization", "signature", "signed by", "sign-off", "document owner", "document name",
        "document title", "document number", "document id", "document status", "description of change",
        "brief description of change", "change description", "summary of changes", "date modified",
        "modification date", "last updated", "last reviewed", "next review", "distribution",
    }
)  # fmt: skip
_ALONGSIDE = frozenset(
    {
        "date", "author", "authors", "name", "role", "title", "position", "status", "owner", "department", "company",
        "organisation", "organization", "change", "changes", "description", "comment", "comments", "notes",
        "section", "page", "pages", "id", "no", "#", "effective date", "issue date", "team", "email",
    }
)  # fmt: skip
_OWNING = frozenset(("owner", "person", "role", "self"))


def is_control(names: Iterable[str]) -> bool:
    """Whether these headers or labels are those of document control: one at least surely, and no other among them."""
    plain = {fold(name) for name in names} - {""}
    return len(plain) > 1 and not plain - _SURE - _ALONGSIDE and bool(plain & _SURE)


def disowned(observation: Observation) -> Observation:
    """The statement without anybody who could own something."""
    return observation._replace(
        traits=observation.traits - _OWNING,
        facets=observation.facets - {"owner"},
        asked=observation.asked - {"owner"},
    )
