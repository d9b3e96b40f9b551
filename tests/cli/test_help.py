from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from showproof import __version__
from showproof.cli.leading import Leading
from showproof.cli.main import COMMANDS, cli


def command_of(name: str) -> click.Command:
    with click.Context(cli) as context:
        command = cli.get_command(context, name)
    assert command is not None
    return command


def options_of(name: str) -> list[str]:
    return [option for param in command_of(name).params for option in param.opts if option.startswith("-")]


def within(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """The commands behind one, each with the words that call it."""
    inner = command.others if isinstance(command, Leading) else getattr(command, "commands", {})
    for word, one in inner.items():
        yield f"{name} {word}", one
        yield from within(f"{name} {word}", one)


INNER = {words: one for name in COMMANDS for words, one in within(name, command_of(name))}
"""Commands behind others, by the words that call them."""


@pytest.mark.parametrize("name", COMMANDS)
def test_help_leads_with_an_example(run, name):
    lines = run(name, "--help").out.split("\n\n")[1].splitlines()
    assert lines[0].strip().startswith(f"showproof {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option_and_says_what_it_does(run, name):
    text = run(name, "-h").out
    assert all(option in text for option in [*options_of(name), "--help"])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_an_example_exists(run, name):
    known = {*options_of(name), "--help"}
    examples = [line for line in run(name, "--help").out.splitlines() if line.strip().startswith(f"showproof {name} ")]
    assert examples
    assert {word for line in examples for word in line.split() if word.startswith("-")} <= known


@pytest.mark.parametrize("name", INNER)
def test_help_of_an_inner_command_leads_with_examples_whose_options_exist(run, name):
    text = run(*name.split(), "--help").out
    assert text.split("\n\n")[1].strip().startswith(f"showproof {name.partition(' ')[0]}")
    options = {option for param in INNER[name].params for option in param.opts if option.startswith("-")}
    assert all(option in text for option in options)
    # Of a group, the examples are those of its commands.
    known = options.union(*({o for p in one.params for o in p.opts} for _, one in within(name, INNER[name])))
    examples = [line for line in text.splitlines() if line.strip().startswith(f"showproof {name} ")]
    assert examples
    assert {word for line in examples for word in line.split() if word.startswith("-")} <= {*known, "--help"}


def test_the_command_alone_shows_what_there_is(run):
    outcome = run("--help")
    assert outcome.code == 0
    assert outcome.out.split("\n\n")[1].strip().startswith("showproof new ")
    assert all(f"  {name}  " in outcome.out for name in COMMANDS)
    assert run().code == 2


def test_the_version_is_printed(run):
    assert run("--version").out == f"showproof, version {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        (["scoer"], 'Error: no such command "scoer"; did you mean score?'),
        (["dem"], 'Error: no such command "dem"; did you mean demo?'),
        (["zzzz"],
         f'Error: no such command "zzzz"; commands: {", ".join(COMMANDS)}'),
        (["new", "sop", "--fromat", "xlsx"], "Error: No such option '--fromat'."),
        (["new", "sop", "--rows", "many"], "Error: Invalid value for '--rows': 'many' is not a valid integer range."),
        (["new", "sop", "--rows", "-1"], "Error: Invalid value for '--rows': -1 is not in the range 0<=x<=200."),
        (["score"], "Error: Missing argument 'FILE|DIR...'."),
        (["score", "a.docx", "--fail-under", "5"], "Error: Invalid value for '--fail-under': 5 is not in "
                                                   "the range 0<=x<=4."),
        (["catalog", "--catalog", "nowhere"], "Error: Invalid value for '--catalog': Directory 'nowhere' "
                                              "does not exist."),
        (["new", "sop", "--example", "medium"], 'Error: Invalid value for --example: "medium"; allowed: strong, weak'),
    ],
)  # fmt: skip
def test_a_slip_in_typing_is_told_on_the_last_line_and_ends_with_two(run, typed, last):
    outcome = run(*typed)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.splitlines()[-1].startswith(last)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (["new", "dashbord-spec"],
         'showproof: unknown artifact type "dashbord-spec"; did you mean dashboard-spec? `showproof '
         'catalog artifacts` lists them'),
        (["new", "zzz"], 'showproof: unknown artifact type "zzz"; `showproof catalog artifacts` lists them'),
        (["new", "sop", "--role", "operations-manger"],
         'showproof: unknown role "operations-manger"; did you mean operations-manager? `showproof '
         'catalog roles` lists them'),
        (["score", "a.docx", "--role", "finops"],
         'showproof: unknown role "finops"; did you mean finops-analyst? `showproof catalog roles` lists them'),
        (["score", "a.docx", "-a", "spo"],
         'showproof: unknown artifact type "spo"; did you mean sop? `showproof catalog artifacts` lists them'),
        (["catalog", "artifacts", "decision"],
         'showproof: unknown artifact type "decision"; did you mean decision-log or decision-memo? `showproof catalog '
         'artifacts` lists them'),
    ],
)  # fmt: skip
def test_an_unknown_id_names_the_near_one(run, typed, line):
    outcome = run(*typed)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", line + "\n")
