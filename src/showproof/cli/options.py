"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem


def _roles(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    from showproof.api import open_catalog

    return [
        CompletionItem(name)
        for name in open_catalog(ctx.params.get("catalog") or ()).role_ids
        if name.startswith(begun)
    ]


def artifacts(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Artifact ids for shell completion."""
    from showproof.api import open_catalog

    return [
        CompletionItem(name)
        for name in open_catalog(ctx.params.get("catalog") or ()).artifact_ids
        if name.startswith(begun)
    ]


def catalog_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--catalog DIR`, several times."""
    return click.option(
        "--catalog",
        multiple=True,
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        metavar="DIR",
        help="A folder with templates/ and rubrics/ of your own, over the built-in ones.",
    )(command)


def role_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--role R`."""
    return click.option(
        "--role",
        "-r",
        metavar="ROLE",
        default="",
        shell_complete=_roles,
        help="Role id; `showproof catalog roles` lists them.",
    )(command)


def dry_run_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--dry-run`."""
    return click.option("--dry-run", "-n", is_flag=True, help="Say what would be written, and write nothing.")(command)


def force_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--force`."""
    return click.option("--force", is_flag=True, help="Replace files that exist.")(command)
