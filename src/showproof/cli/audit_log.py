"""`showproof audit log`: adding to a log, mending it after an append that broke off, showing it."""

from __future__ import annotations

from pathlib import Path

import click

from showproof.cli.options import json_option

HELP = """\b
  showproof audit log add audit.log --kind decision --who "Ana Ruiz" --at 2026-04-30 --note "18 of 60 go on"
  showproof audit log show audit.log

A log of what was done, by whom and when, that can only grow. Each entry holds the digest of the one before; a seal
beside the log, LOG.seal, holds the end. `showproof audit verify` finds what was changed since."""

ADD_HELP = """\b
  showproof audit log add audit.log --kind packets --who "Ana Ruiz" --at 2026-04-30 --note "four raters"
  showproof audit log add audit.log --kind ratings --who "Ana Ruiz" --at 2026-05-04T14:05Z --file ratings.csv

Add an entry; the log is begun where there is none. Of files it keeps name, size and SHA-256. The number of the entry
and the digest to note elsewhere are printed: with `verify --head` they show later that nobody wrote the log anew.

Kinds: {kinds}.

Exit codes: 0 added, 2 usage, or a log that is not whole and was left as it is, 3 a file could not be read."""

REPAIR_HELP = """\b
  showproof audit log repair audit.log --who "Ana Ruiz" --at 2026-05-04

Mend what an append left that broke off: an entry torn in its middle is cut off and kept as LOG.torn; an entry without a
seal is sealed. An entry of the kind `repair` says so. Anything else no append can leave, and it is left as it is."""

SHOW_HELP = """\b
  showproof audit log show audit.log

Print the entries of a log, a line each. Exit codes: 0 the log is whole, 1 it is not, 3 it cannot be read."""


def _kinds() -> str:
    from showproof.auditing.log.entry import KINDS

    return "; ".join(f"{kind} ({said})" for kind, said in KINDS.items())


class _WithKinds(click.Command):
    """A command whose help lists the kinds of entry, which are looked up only then."""

    def get_help(self, ctx: click.Context) -> str:
        """The help, with the kinds in place."""
        self.help = ADD_HELP.format(kinds=_kinds())
        return super().get_help(ctx)


_WHO = click.option("--who", required=True, metavar="NAME", help="Who did what the entry says.")
_AT = click.option("--at", required=True, metavar="TIME", help="When: 2026-04-30, or in UTC 2026-04-30T14:05Z.")
_LOG = click.argument("log", type=click.Path(path_type=Path), metavar="LOG")


@click.group(help=HELP, short_help="Add to a log that can only grow; mend it; show it.")
def log() -> None:
    """Commands about a log."""


@log.command("add", cls=_WithKinds, help=ADD_HELP, short_help="Add an entry.")
@_LOG
@click.option("--kind", required=True, metavar="KIND", help="What kind of thing was done.")
@_WHO
@_AT
@click.option("--note", default="", metavar="TEXT", help="What was done, in words.")
@click.option(
    "--file", "files", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="A file that it is about; several times.",
)  # fmt: skip
@click.option("--data", default="", metavar="JSON", help="More, as a JSON object.")
@json_option
def add(log: Path, kind: str, who: str, at: str, note: str, files: tuple[Path, ...], data: str, as_json: bool) -> None:
    """Write one entry, and say where the log ends now."""
    from showproof import audits

    entry = audits.log_add(log, kind, who, at, note=note, files=files, data=data)
    if as_json:
        click.echo(entry.line().decode(), nl=False)
    else:
        click.echo(f"entry {entry.number}, head {entry.digest}")


@log.command("repair", help=REPAIR_HELP, short_help="Mend what an append left that broke off.")
@_LOG
@_WHO
@_AT
def repair(log: Path, who: str, at: str) -> None:
    """Mend, and say where the log ends now."""
    from showproof import audits
    from showproof.outputs.terminal import plain

    entry = audits.log_repair(log, who, at)
    click.echo(plain(f"mended; {entry.data['found']}"), err=True)
    click.echo(f"entry {entry.number}, head {entry.digest}")


@log.command("show", help=SHOW_HELP, short_help="Print the entries.")
@_LOG
def show(log: Path) -> int:
    """Print the entries, and the first fault where there is one."""
    import json

    from showproof import audits
    from showproof.outputs.terminal import plain

    checked = audits.log_check(log)
    for entry in checked.entries:
        said = json.dumps(entry.data, ensure_ascii=False) if entry.data else ""
        click.echo(plain(f"{entry.number:>4}  {entry.at:17}  {entry.kind:12}  {entry.who}  {said}").rstrip())
    if checked.fault:
        click.echo(plain(f"{log}: {checked.fault}"), err=True)
    return 1 if checked.fault else 0
