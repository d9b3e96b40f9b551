"""The verbs of an audit: who was selected by group, what the log says, and the pack for whoever asks later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showproof.errors import UserError

if TYPE_CHECKING:
    from showproof.auditing.log.check import Checked
    from showproof.auditing.log.entry import Entry
    from showproof.auditing.pack.gather import Named
    from showproof.auditing.pack.manifest import CheckedPack
    from showproof.calibration.audit import Audit
    from showproof.catalog.store import Catalog
    from showproof.rating_files.handed_in import HandedIn


def audit(
    path: Path,
    columns: Sequence[str],
    labels: Mapping[str, Sequence[str]] | None = None,
    *,
    least_share: float | None = None,
    handed: HandedIn | None = None,
    key: Path | None = None,
    seed: int = 1,
) -> tuple[Audit, tuple[str, ...]]:
    """The audit of the decisions in a CSV, with ratings and scorecards where some were `handed` in; then what to know.

    Raises as `read_decisions` does.
    """
    from showproof.auditing.decisions import read_decisions
    from showproof.auditing.study import matched
    from showproof.calibration.audit import LEAST_SHARE, audit_of

    share = LEAST_SHARE if least_share is None else least_share
    decisions = read_decisions(path, columns, labels)
    if handed is None:
        return audit_of(decisions, share), ()
    found = matched(decisions, handed, key)
    people = found.ratings if found.ratings.of_kind("person").given else None
    return audit_of(found.decisions, share, people, seed), found.notices


def audit_page(told: Audit) -> bytes:
    """An audit as a page of its own."""
    from showproof.outputs.html.audit import audit_page

    return audit_page(told).encode()


def audit_summary(told: Audit) -> bytes:
    """An audit on one page of paper, as a Word document."""
    from showproof.auditing.summary import summary_docx

    return summary_docx(told)


def log_add(
    path: Path, kind: str, who: str, at: str, *, note: str = "", files: Sequence[Path] = (), data: str = ""
) -> Entry:
    """Add an entry to a log. Raises UserError for what no entry may say and for a log that is not whole."""
    from showproof.auditing.log.grow import Said, add_entry

    said = _object(data) | ({"note": note} if note else {})
    if files:
        said["files"] = [_fingerprint(file) for file in files]
    return add_entry(path, Said(kind, who, at, said))


def log_repair(path: Path, who: str, at: str) -> Entry:
    """Mend a log after an append that broke off. Raises UserError for a log that is whole, and for tampering."""
    from showproof.auditing.log.grow import repair_log

    return repair_log(path, who, at)


def log_check(path: Path) -> Checked:
    """A log as it stands, with the first thing that is not as it was written."""
    from showproof.auditing.log.grow import read_log

    return read_log(path)


def _object(text: str) -> dict[str, Any]:
    """A JSON object; a key that stands twice would be lost, so it is refused."""
    import json

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            raise ValueError
        return dict(pairs)

    try:
        data = json.loads(text or "{}", object_pairs_hook=once)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise UserError("no JSON object", where="--data", remedy='write it as {"round": 2}, each key once')
    return data


def _fingerprint(path: Path) -> dict[str, Any]:
    from hashlib import sha256

    from showproof.formats.package import read_bytes

    data = read_bytes(path)
    return {"name": path.name, "bytes": len(data), "sha256": sha256(data).hexdigest()}


def pack(catalog: Catalog, named: Named, out: Path, *, force: bool = False) -> tuple[int, str, tuple[str, ...]]:
    """Write an audit pack: (files, digest to note elsewhere, what is missing or does not count).

    `out` is a folder, or a file that ends in .zip. Raises UserError where it cannot stand there, and as readers do.
    """
    import json

    from showproof import __version__
    from showproof.auditing.pack.contents import contents
    from showproof.auditing.pack.gather import gather
    from showproof.auditing.pack.given import KINDS
    from showproof.auditing.pack.manifest import NAME
    from showproof.auditing.pack.place import check_place, put

    check_place(out, force=force)
    given = gather(catalog, named)
    files = contents(given, __version__)
    put(out, files, force=force)
    missing = tuple(f"not in the pack: {KINDS[kind]}" for kind in given.missing)
    contact = () if given.review.contact else ("no --contact: the explanations name nobody to ask for a review",)
    return len(files), json.loads(files[NAME])["digest"], (*given.notices, *missing, *contact)


def pack_check(path: Path) -> CheckedPack:
    """A pack held against its manifest. Raises UnreadableError for what is no pack, and was none before."""
    from showproof.auditing.pack.manifest import CheckedPack, check_pack
    from showproof.auditing.pack.place import DamagedZip, taken

    try:
        return check_pack(taken(path))
    except DamagedZip as error:
        return CheckedPack((str(error),), "", 0, None)
