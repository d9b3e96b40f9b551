"""The command `showproof`: names and one-line helps here, each command in its own file, loaded when it is called."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from showproof import __version__
from showproof.errors import CatalogError, UserError, reason

NUMPY = "install it with: pip install 'showproof[calibrate]'"

COMMANDS = {
    "catalog": ("showproof.cli.catalog", "List and show artifact types, roles, criteria, rules and schemas."),
    "new": ("showproof.cli.new", "Make a template, or its worked example."),
    "score": ("showproof.cli.score", "Score filled drafts, with a receipt for every level."),
    "annotate": ("showproof.cli.annotate", "Write the findings into a copy of a draft, as comments or notes."),
    "explain": ("showproof.cli.explain", "Say how one level of a draft came about, line by line."),
    "picture": (
        "showproof.cli.picture",
        "Draw what a draft says: steps, plans, risks, thresholds, cases, levels.",
    ),
    "compare": ("showproof.cli.compare", "Say what changed between two versions of a draft."),
    "portfolio": ("showproof.cli.portfolio", "Set drafts against the rows of a role, and plan what is left to prove."),
    "blind": ("showproof.cli.blind", "Make copies for fair review, without names, addresses and pictures."),
    "role": ("showproof.cli.role", "Make a role out of a market report."),
    "rubric": ("showproof.cli.rubric", "Edit a rubric in Excel or LibreOffice: export it, import it back."),
    "kit": ("showproof.cli.kit", "Write a role's preparation sheet, interview kit and scorecards."),
    "ratings": ("showproof.cli.ratings", "Read filled scorecards back: levels, notes, and what is to be mended."),
    "packets": ("showproof.cli.packets", "Make blind packets for raters, balanced and in a drawn order."),
    "calibrate": ("showproof.cli.calibrate", "Say whether raters agree, hold bars against it, set cut scores."),
    "audit": ("showproof.cli.audit", "Hold selection rates of groups against each other; keep a log and a pack."),
    "demo": ("showproof.cli.demo", "Go the whole way once, into ./showproof-demo/."),
    "completion": ("showproof.cli.completion", "Print the line that switches on shell completion."),
}

EXAMPLES = """\b
  showproof new dashboard-spec --role operations-manager --workflow "vendor transition" --metric "time-in-stage"
  showproof score dashboard-spec.xlsx

Make a work-sample template, fill it, and see what a reviewer would still ask for.

Everything runs on this machine: nothing is sent anywhere. `showproof COMMAND --help` leads with examples."""


class Commands(click.Group):
    """The commands of the table above, imported only when one of them runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command itself, or None for an unknown name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[name][0]), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """As click does; a reader that has gone away (`showproof catalog | head`) is no fault."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _stop_printing()
            return 0
        except OSError as error:
            _stop_printing()
            raise UserError(reason(error), remedy="nothing more was done") from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with near misses named."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, n=2, cutoff=0.55)
            hint = f"did you mean {' or '.join(close)}?" if close else f"commands: {', '.join(COMMANDS)}"
            raise click.UsageError(f'no such command "{args[0]}"; {hint}', ctx)
        return super().resolve_command(ctx, args)


def _stop_printing() -> None:
    """Nothing more goes to standard output, not even what waits to be written when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.command(cls=Commands, help=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="showproof")
@click.option("--no-color", is_flag=True, help="Plain text, as with NO_COLOR in the environment.")
@click.pass_context
def cli(ctx: click.Context, no_color: bool) -> None:
    """Entry of all commands."""
    if no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        ctx.color = False


def _plain(error: UserError) -> str:
    from showproof.outputs.terminal import plain

    return plain(str(error))


def main(args: list[str] | None = None) -> Any:
    """Run the command line; faults that a person can mend are one line each, with the exit code of their kind."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Names of files may hold what no encoding has; they are shown by number rather than not at all.
            stream.reconfigure(errors="backslashreplace")
    # A command makes many small objects that live to its end; looking through them for cycles is a tenth of its time.
    gc.set_threshold(100_000, 20, 20)
    try:
        code = cli.main(args=args, prog_name="showproof", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("stopped", err=True)
        sys.exit(130)
    except UserError as error:
        # Faults of catalogue files begin with their place, which editors jump to.
        click.echo(str(error) if isinstance(error, CatalogError) else f"showproof: {_plain(error)}", err=True)
        sys.exit(error.exit_code)
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        click.echo(f"showproof: this needs numpy, which is not installed; {NUMPY}", err=True)
        sys.exit(2)
    finally:
        # The same search once more, when the process ends, is another tenth; the system takes the memory back anyway.
        gc.freeze()
    sys.exit(code if isinstance(code, int) else 0)
