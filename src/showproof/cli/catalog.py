"""`showproof catalog`: what there is, and one thing whole."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from showproof.cli.options import catalog_option

WIDTH, TERM = 100, 40
"""Characters of a line of terms, and of a term at most."""

KINDS = ("artifacts", "bundles", "roles", "criteria", "flags", "rules", "schema")

HELP = """\b
  showproof catalog
  showproof catalog artifacts dashboard-spec
  showproof catalog roles operations-manager
  showproof catalog rules before-after
  showproof catalog schema artifact > artifact.schema.json

List what there is (artifacts, bundles, roles, criteria, flags, rules, schema), or show one whole. The schemas let an
editor complete and check your own artifact.yaml, answers, role and criterion files."""


@click.command(help=HELP)
@click.argument("what", type=click.Choice(KINDS), required=False)
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
@catalog_option
def catalog(what: str | None, name: str | None, as_json: bool, catalog: tuple[Path, ...]) -> None:
    """List or show."""
    from showproof import api

    known = api.open_catalog(catalog)
    if what == "schema":
        click.echo(json.dumps(api.schema(name or ""), indent=1, ensure_ascii=False))
        return
    shown = api.describe(known, what or "", name or "")
    if as_json:
        click.echo(json.dumps(shown, indent=1, ensure_ascii=False))
        return
    if name:
        click.echo(_whole(shown))
    else:
        for group, entries in shown.items():
            click.echo(click.style(group, bold=True))
            width = max((len(one) for one in entries), default=0)
            for one, text in entries.items():
                click.echo(f"  {one:{width}}  {text}")


def _whole(shown: Any, depth: int = 0) -> str:
    """Nested data as indented lines."""
    pad = "  " * depth
    if isinstance(shown, dict):
        lines = []
        for key, value in shown.items():
            if value in ("", [], (), {}, None):
                continue
            if (isinstance(value, dict | list | tuple) and not _flat(value)) or "\n" in str(value):
                lines += [f"{pad}{key}", _whole(value, depth + 1)]
            else:
                lines.append(f"{pad}{key}: {_one_line(value)}")
        return "\n".join(lines)
    if isinstance(shown, list | tuple):
        if _terms(shown):
            return fill(", ".join(shown), WIDTH, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False)
        return "\n".join(
            f"{pad}- {_whole(item, depth + 1).lstrip() if isinstance(item, dict) else item}" for item in shown
        )
    return "\n".join(f"{pad}{line}".rstrip() for line in str(shown).splitlines())


def _flat(value: Any) -> bool:
    return (
        isinstance(value, list | tuple)
        and all(isinstance(item, str | int) for item in value)
        and sum(len(str(item)) for item in value) < 90
    )


def _terms(value: Any) -> bool:
    """Many short words, which read better in lines of text than below each other."""
    return all(isinstance(item, str) and len(item) <= TERM and "," not in item for item in value)


def _one_line(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
