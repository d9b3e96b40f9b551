"""Catalogue objects as YAML that people read; read again, it says the same."""

from __future__ import annotations

from typing import Any

import yaml

from showproof.catalog.plain_data import Braced, Inline, plain_data

_UNBROKEN = 1_000_000
"""Characters of a line: a text stays on its line, as in the shipped files."""


class _Writer(yaml.SafeDumper):
    """Entries of lists stand in from their key; no aliases."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """As PyYAML does, but lists are indented too."""
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        """Double quotes where there must be quotes."""
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style

    def ignore_aliases(self, data: Any) -> bool:
        """Whatever stands in two places is written out in both."""
        return True


def _text(writer: _Writer, text: str) -> yaml.ScalarNode:
    """Texts of several lines as they stand."""
    style = "|" if "\n" in text.strip("\n") else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _inline(writer: _Writer, data: Inline) -> yaml.SequenceNode:
    return writer.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


def _braced(writer: _Writer, data: Braced) -> yaml.MappingNode:
    return writer.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)


_Writer.add_representer(str, _text)
_Writer.add_representer(Inline, _inline)
_Writer.add_representer(Braced, _braced)


def to_yaml(content: Any) -> bytes:
    """The file of a role, a criterion, a verdict table, or of entries by id."""
    plain = plain_data(content)
    text = yaml.dump(
        plain, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=_UNBROKEN, default_flow_style=False
    )
    return text.encode()
