"""A command that has others behind it: `showproof audit FILE` does its own work, `showproof audit verify` another's."""

from __future__ import annotations

from typing import Any

import click


class Leading(click.Command):
    """A command of its own, unless its first word names one of `others`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others: dict[str, click.Command] = {}

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the command that is meant."""
        other = self.others.get(args[0]) if args else None
        if other is None:
            return super().make_context(info_name, args, parent, **extra)
        return other.make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its options, then the others with a line each."""
        super().format_options(ctx, formatter)
        with formatter.section("Commands behind it"):
            formatter.write_dl([(name, one.short_help or "") for name, one in self.others.items()])
