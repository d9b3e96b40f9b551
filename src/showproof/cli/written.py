"""Files that a command writes besides what it prints: their names checked before the work, written after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click


def check_target(target: Path | None, ending: str, *, force: bool, option: str = "") -> None:
    """Refuse a name with another ending, and a file that exists; unless said, the option is named as the ending is."""
    from showproof.files import refuse_existing

    if target is None:
        return
    option = option or f"--{ending.removeprefix('.')}"
    if target.suffix.lower() != ending:
        raise click.BadParameter(f'"{target.name}"; allowed: a name that ends in {ending}', param_hint=option)
    refuse_existing(target, force=force, option=option)


def write_target(target: Path | None, make: Callable[[], bytes], *, force: bool) -> None:
    """Write what is made, and say so; nothing where no target is named."""
    from showproof.files import write_file

    if target:
        write_file(target, make(), force=force)
        click.echo(f"wrote {target}", err=True)
