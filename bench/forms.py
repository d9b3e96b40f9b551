"""The documents that are measured: a worked example as a form, from the built-in catalogue."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from showproof.api import open_catalog
from showproof.formats.compose import Choices, compose

if TYPE_CHECKING:
    from showproof.catalog.store import Catalog
    from showproof.formats.form import Form

ARTIFACT = "mutual-action-plan"


@cache
def catalog() -> Catalog:
    """The built-in catalogue, opened once."""
    return open_catalog()


def worked_form() -> Form:
    """The strong example as a person's draft: it does not say that it is showproof's own."""
    known = catalog()
    answers = known.answers(ARTIFACT, "strong")
    role = known.role(answers.role) if answers else None
    return compose(known.artifact(ARTIFACT), known.head, role, {}, answers, Choices())
