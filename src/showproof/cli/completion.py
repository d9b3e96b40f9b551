"""`showproof completion`: the line for the shell's start-up file."""

from __future__ import annotations

import click

HELP = """\b
  showproof completion bash >> ~/.bashrc
  showproof completion zsh >> ~/.zshrc
  showproof completion fish > ~/.config/fish/completions/showproof.fish

Print the line that switches on completion of commands, options, roles and artifact types."""

_LINES = {
    "bash": 'eval "$(_SHOWPROOF_COMPLETE=bash_source showproof)"',
    "zsh": 'eval "$(_SHOWPROOF_COMPLETE=zsh_source showproof)"',
    "fish": "_SHOWPROOF_COMPLETE=fish_source showproof | source",
}


@click.command(help=HELP)
@click.argument("shell", type=click.Choice(list(_LINES)))
def completion(shell: str) -> None:
    """Print one line."""
    click.echo(_LINES[shell])
