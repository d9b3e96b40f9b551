"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from showproof.catalog.store import Catalog
    from showproof.manifest import Manifest
    from showproof.scorer import Said


def complete_roles(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Role ids for shell completion."""
    return _beginning(begun, _catalog_of(ctx).role_ids)


def complete_artifacts(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Artifact ids for shell completion."""
    return _beginning(begun, _catalog_of(ctx).artifact_ids)


def complete_bundles(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Bundle ids for shell completion."""
    return _beginning(begun, _catalog_of(ctx).bundles)


def _catalog_of(ctx: click.Context) -> Catalog:
    from showproof.api import open_catalog

    return open_catalog(ctx.params.get("catalog") or ())


def _beginning(begun: str, names: Iterable[str]) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(begun)]


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
        shell_complete=complete_roles,
        help="Role id; `showproof catalog roles` lists them.",
    )(command)


def artifact_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--artifact TYPE`."""
    return click.option(
        "--artifact",
        "-a",
        metavar="TYPE",
        default="",
        shell_complete=complete_artifacts,
        help="Artifact type of all drafts given.",
    )(command)


def manifest_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--manifest FILE`."""
    return click.option(
        "--manifest", type=click.Path(path_type=Path), default=None, help="CSV that says role and type of each file."
    )(command)


def said_by_options(known: Catalog, role: str, artifact: str) -> Said:
    """What the options say of all drafts. Raises UserError for names that the catalogue does not have."""
    from showproof.api import Said

    if role:
        known.role(role)
    if artifact:
        known.artifact(artifact)
    return Said(role, artifact)


def roster_by_options(known: Catalog, role: str, artifact: str, manifest: Path | None) -> Manifest:
    """What the options say of all drafts, or of each where there is a manifest. Raises UserError for faults in it."""
    from showproof.manifest import Manifest, read_manifest

    said = said_by_options(known, role, artifact)
    return read_manifest(manifest, known, said) if manifest else Manifest({}, {}, said)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")(command)


def limit_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--limit NAME=VALUE`, several times."""
    return click.option(
        "--limit",
        multiple=True,
        metavar="NAME=VALUE",
        help="Another limit of reading, such as file=50MB or filled=1000000; docs/limits.md lists them.",
    )(command)


def dry_run_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--dry-run`."""
    return click.option("--dry-run", "-n", is_flag=True, help="Say what would be written, and write nothing.")(command)


def force_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--force`."""
    return click.option("--force", is_flag=True, help="Replace files that exist.")(command)
