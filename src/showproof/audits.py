"""The verbs of an audit: who was selected by group, what the log says, and the pack for whoever asks later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from showproof.errors import UserError

if TYPE_CHECKING:
    from showproof.calibration.audit import Audit


def audit(
    path: Path,
    columns: Sequence[str],
    labels: Mapping[str, Sequence[str]] | None = None,
    *,
    least_share: float | None = None,
) -> Audit:
    """The audit of the decisions in a CSV. Raises as `read_decisions` does, and UserError where numpy is missing."""
    try:
        from showproof.auditing.decisions import read_decisions
        from showproof.calibration.audit import LEAST_SHARE, audit_of
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        raise UserError("numpy is not installed", remedy='say: pip install "showproof[calibrate]"') from None
    return audit_of(read_decisions(path, columns, labels), LEAST_SHARE if least_share is None else least_share)


def audit_page(told: Audit) -> bytes:
    """An audit as a page of its own."""
    from showproof.outputs.html.audit import audit_page

    return audit_page(told).encode()


def audit_summary(told: Audit) -> bytes:
    """An audit on one page of paper, as a Word document."""
    from showproof.auditing.summary import summary_docx

    return summary_docx(told)
