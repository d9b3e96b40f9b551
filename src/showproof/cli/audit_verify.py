"""`showproof audit verify`: whether a log or a pack is still as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from showproof.cli.options import json_option

if TYPE_CHECKING:
    from showproof.auditing.log.check import Checked
    from showproof.auditing.pack.manifest import CheckedPack

HELP = """\b
  showproof audit verify audit.log
  showproof audit verify audit.log --head 2c629775111f1e43
  showproof audit verify pack/

Say whether a log or an audit pack is as it was written, and if not, what was changed: the first entry of a log that is
not as it was written and how, every file of a pack that was changed, is missing or was added.

A log and its seal, or a pack and its manifest, can be written anew together by whoever may write there. --head holds
them against a digest that was printed earlier and noted elsewhere; entries may have been added to a log since.

Exit codes: 0 as it was written, 1 not, 2 usage, 3 neither a log nor a pack."""


@click.command(help=HELP, short_help="Say whether a log or a pack is as it was written.")
@click.argument("path", type=click.Path(path_type=Path), metavar="LOG|PACK")
@click.option("--head", default="", metavar="DIGEST", help="A digest noted earlier, or its first 16 digits or more.")
@json_option
def verify(path: Path, head: str, as_json: bool) -> int:
    """Check, and say what was found."""
    import re

    from showproof import audits
    from showproof.outputs.terminal import plain

    if head and not re.fullmatch(r"[0-9a-f]{16,64}", head):
        raise click.BadParameter("allowed: 16 to 64 digits of 0-9 and a-f", param_hint="--head")
    is_pack = path.is_dir() or path.suffix.lower() == ".zip"
    found = _pack(audits.pack_check(path), head) if is_pack else _log(audits.log_check(path), head)
    if as_json:
        import json

        click.echo(json.dumps({"schema": "showproof.audit-check/1", "path": str(path), **found._asdict()}, indent=1))
    else:
        for line in found.faults or [found.line()]:
            click.echo(plain(f"{path}: {line}"))
    return 1 if found.faults else 0


class _Found(NamedTuple):
    """What came of the check."""

    state: str
    """whole, torn, unsealed, tampered."""
    of: str
    number: int
    head: str
    since: int | None
    """Entries that were added since the digest that was noted."""
    faults: list[str]

    def line(self) -> str:
        """What is said where nothing is wrong."""
        more = f"; {self.since} added to the log since the digest noted" if self.since else ""
        return f"as it was written, {self.number} {self.of}, head {self.head}{more}"


def _log(checked: Checked, head: str) -> _Found:
    from showproof.auditing.log.check import noted

    faults = [str(checked.fault)] if checked.fault else []
    since = noted(checked, head) if head else None
    if head and since is None and not faults:
        faults.append(f"no entry has the digest {head}: the log was written anew, or cut off, since it was noted")
    state = "tampered" if faults and checked.state == "whole" else checked.state
    return _Found(state, "entries", len(checked.entries), checked.head, since, faults)


def _pack(checked: CheckedPack, head: str) -> _Found:
    from showproof.auditing.pack.manifest import since as since_noted

    faults = list(checked.faults)
    since = since_noted(checked, head) if head else None
    if head and since is None and not faults:
        faults.append(f"neither the pack nor its log has the digest {head}: it was written anew since it was noted")
    return _Found("tampered" if faults else "whole", "files", checked.files, checked.digest, since, faults)
