"""The words about the project hold: links lead somewhere, command lines parse, imports find what they name.

`python -m tests.house.docs` prints one line a fault and ends with 1 where there is any.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from showproof import __version__
from showproof.cli.leading import Leading
from showproof.cli.main import COMMANDS, cli

ROOT = Path(__file__).resolve().parents[2]

_LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_FENCE = re.compile(r"^\s*(```|~~~)\s*(\S*)")
_IMPORT = re.compile(r"^\s*from (showproof[\w.]*) import (\w+(?:, \w+)*)$")
_SHELLS = ("", "sh", "bash", "shell", "console")
"""Kinds of fence whose command lines must work; what is only to be imagined is fenced as `text`."""


def main() -> int:
    """Print every fault; 1 where there is any."""
    found = [*broken_links(ROOT), *broken_commands(ROOT), *broken_imports(ROOT), *missing_changes(ROOT)]
    for line in found:
        print(line)
    return 1 if found else 0


def pages(root: Path) -> list[Path]:
    """Every Markdown page that belongs to the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=root,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        return sorted(
            path
            for path in root.rglob("*.md")
            if not any(part.startswith(".") for part in path.relative_to(root).parts)
        )
    return sorted(root / name for name in listed.stdout.decode().split("\0") if name and (root / name).is_file())


def manuals(root: Path) -> list[Path]:
    """The pages that show how the command is used."""
    return [path for path in pages(root) if path.parent == root or path.is_relative_to(root / "docs")]


def broken_links(root: Path) -> Iterator[str]:
    """Relative links, and anchors within a page, that lead nowhere."""
    for page in pages(root):
        for number, line in prose(page.read_text(encoding="utf-8")):
            for target in _LINK.findall(line):
                if re.match(r"[a-z][a-z0-9+.-]*:", target):
                    continue
                path, _, anchor = target.partition("#")
                there = (page.parent / path) if path else page
                if not there.exists():
                    found, allowed = f"the link to {target} leads nowhere", "a file of the project"
                elif anchor and there.suffix == ".md" and anchor not in anchors(there.read_text(encoding="utf-8")):
                    found, allowed = f"no heading for #{anchor}", f"a heading of {there.name}"
                else:
                    continue
                yield f"{_at(page, root, number)}: {found}; allowed: {allowed}; mend it"


def prose(text: str) -> Iterator[tuple[int, str]]:
    """Numbered lines outside fences, code between backticks taken out."""
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        elif not fence:
            yield number, re.sub(r"`[^`]*`", "", line)


def anchors(text: str) -> set[str]:
    """Names of the headings of a page, as code hosts make them."""
    titles = re.findall(r"^#{1,6}\s+(.+?)\s*#*$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def fenced_commands(text: str) -> Iterator[tuple[int, str]]:
    """Numbered `showproof …` lines of fenced blocks, with their continuation lines joined."""
    fence, kind, begun, start = "", "", "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence, kind, begun = ("", "", "") if fence else (mark[1], mark[2], "")
        elif fence and kind in _SHELLS:
            bare = line.strip().removeprefix("$ ").removeprefix(".venv/bin/")
            begun, start = (f"{begun} {bare}", start) if begun else (bare, number)
            if begun.endswith("\\"):
                begun = begun[:-1].rstrip()
                continue
            if begun == "showproof" or begun.startswith("showproof "):
                yield start, begun
            begun = ""


def broken_commands(root: Path) -> Iterator[str]:
    """Command lines of README and docs that the command would refuse."""
    for page in manuals(root):
        for number, line in fenced_commands(page.read_text(encoding="utf-8")):
            fault = command_fault(line)
            if fault:
                yield f"{_at(page, root, number)}: {line}: {fault}; allowed: what `--help` shows; mend it"


def command_fault(line: str) -> str:
    """What the command would say against a line, or nothing. Words after `|`, `>`, `&&`, `;` or `#` are not its own."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    try:
        words = list(lexer)
    except ValueError as error:
        return str(error).lower()
    cut = next((at for at, word in enumerate(words) if re.fullmatch(r"[|&;<>()]+", word)), len(words))
    words = words[1:cut]
    if not words or words[0].startswith("-"):
        return "" if set(words) <= {"-h", "--help", "--version", "--no-color"} else "no such option"
    if words[0] not in COMMANDS:
        return f"no such command {words[0]}"
    return _refusal(words[0], words[1:])


def _refusal(name: str, words: list[str]) -> str:
    if {"-h", "--help"} & set(words):
        return ""
    with click.Context(cli, info_name="showproof", **cli.context_settings) as context:
        command = cli.get_command(context, name)
        assert command is not None
        if isinstance(command, Leading) and words and words[0] in command.others:
            command, name, words = command.others[words[0]], f"{name} {words[0]}", words[1:]
        if isinstance(command, click.Group):
            inner = command.commands.get(words[0] if words else "")
            if inner is None:
                return f"no such command {name} {' '.join(words[:1])}"
            command, name, words = inner, f"{name} {words[0]}", words[1:]
        try:
            made = click.Context(command, info_name=name, parent=context)
            values, rest, _ = command.make_parser(made).parse_args(list(words))
            for param in command.params:
                _check(param, values.get(param.name or ""), made)
        except click.ClickException as error:
            return error.format_message()
        return f"does not take {' '.join(rest)}" if rest else ""


def _check(param: click.Parameter, value: object, context: click.Context) -> None:
    """Choices and ranges are checked; whether a file stands there is not: pages show files that are made on the way."""
    if param.required and not (isinstance(value, str | tuple | list) and value):
        raise click.MissingParameter(ctx=context, param=param)
    if isinstance(param.type, click.Path) or not isinstance(value, str):
        return
    param.type.convert(value, param, context)


def broken_imports(root: Path) -> Iterator[str]:
    """Names that a Python example of the docs imports from a module of showproof that does not have them."""
    for page in manuals(root):
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
            named = _IMPORT.match(line)
            if named is None or find_spec(named[1]) is None:
                # A guide also imports the module that its reader is about to write.
                continue
            module = import_module(named[1])
            for name in re.split(r",\s*", named[2]):
                if not hasattr(module, name):
                    yield f"{_at(page, root, number)}: {named[1]} has no {name}; allowed: a name of it; mend it"


def missing_changes(root: Path) -> Iterator[str]:
    """The change log has an entry for the version."""
    page = root / "CHANGELOG.md"
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    if not re.search(rf"^#+\s.*\b{re.escape(__version__)}\b", text, re.MULTILINE):
        yield f"CHANGELOG.md: no heading for {__version__}; allowed: one entry for each version; write it"


def _at(page: Path, root: Path, number: int) -> str:
    return f"{page.relative_to(root).as_posix()}:{number}"


if __name__ == "__main__":
    sys.exit(main())
