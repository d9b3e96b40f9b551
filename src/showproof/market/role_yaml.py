"""A role as the text of its file: only what is said, in the order of its class, with a word to the person on top."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import yaml

from showproof.catalog.rubric import Role

WIDTH = 120
SHORT = 90
"""Characters up to which a list of names stands on one line."""


class _Dumper(yaml.SafeDumper):
    """Short lists of words on one line, no anchors, items set in."""

    def ignore_aliases(self, data: Any) -> bool:
        """A list that stands twice is written twice."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Items of a list are set in below their key."""
        super().increase_indent(flow, False)


def _list(dumper: yaml.SafeDumper, data: list[Any]) -> yaml.Node:
    flat = all(isinstance(one, str | int | float) for one in data) and sum(len(str(one)) + 2 for one in data) < SHORT
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=flat)


_Dumper.add_representer(list, _list)


def role_yaml(role: Role, said: tuple[str, ...]) -> str:
    """The file's text; each of the lines `said` stands on top as a comment."""
    top = "".join(f"# {' '.join(line.split())}\n" for line in said)
    return top + yaml.dump(
        told(role), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH, default_flow_style=False
    )


def told(value: Any) -> Any:
    """Dataclasses as mappings without what is at its default, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = {}
        for one in fields(value):
            own = getattr(value, one.name)
            if one.default is MISSING or own != one.default:
                kept[one.name] = told(own)
        return kept
    if isinstance(value, tuple):
        return [told(one) for one in value]
    return value
