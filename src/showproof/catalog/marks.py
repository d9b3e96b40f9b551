"""YAML read into plain text values, with the line and column of everything.

PyYAML's own constructor turns `no` into False and `12:30` into 750 and takes the last of two equal keys.
Here every scalar stays the text that stands in the file (an empty one is None), equal keys are a fault, and anchors
work as in YAML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from showproof.errors import CatalogError

KeyPath = tuple[str | int, ...]
Mark = tuple[int, int]

MAX_DEPTH = 50
"""Levels of one file; the shipped ones have 7. An alias inside its own anchor has no end."""
MAX_VALUES = 50_000
"""Values of one file, aliases counted each time; the shipped ones stay below 3,000."""


@dataclass(slots=True)
class Marked:
    """Plain data of one file, and where each path into it stands (line and column from 1)."""

    file: str
    data: Any
    keys: dict[KeyPath, Mark] = field(default_factory=dict)
    values: dict[KeyPath, Mark] = field(default_factory=dict)
    under: KeyPath = ()
    """Where the data stands in its file, when it is one entry of it."""

    def place(self, path: KeyPath) -> str:
        """`file:line:col` of the value at a path, or of the nearest thing above it that stands in the file."""
        while path and path not in self.values:
            path = path[:-1]
        line, column = self.values.get(path, (1, 1))
        return f"{self.file}:{line}:{column}"

    def key_place(self, path: KeyPath) -> str:
        """`file:line:col` of the key at a path."""
        if path in self.keys:
            line, column = self.keys[path]
            return f"{self.file}:{line}:{column}"
        return self.place(path)

    def shown(self, path: KeyPath) -> str:
        """A path as people write it, from the top of the file."""
        return dotted((*self.under, *path))

    def named(self, path: KeyPath) -> str:
        """Place and path, with which a fault begins."""
        return f"{self.place(path)}: {self.shown(path)}"

    def entry(self, name: str) -> Marked:
        """One entry of the file by itself, with its own places."""
        keys, values = (
            {path[1:]: mark for path, mark in marks.items() if path[:1] == (name,)}
            for marks in (self.keys, self.values)
        )
        return Marked(self.file, self.data[name], keys, values, (*self.under, name))


def dotted(path: KeyPath) -> str:
    """A path as people write it: `parts[2].fields[0].type`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text or "the file"


def read_yaml(path: Path, shown: str = "") -> Marked:
    """Read one YAML file. Raises CatalogError with the place of a syntax fault or of every repeated key."""
    shown = shown or str(path)
    loader = yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader
    try:
        data = path.read_bytes()
        _refuse_depth(data, loader, shown)
        node = yaml.compose(data, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{shown}:{mark.line + 1}:{mark.column + 1}" if mark else shown
        raise CatalogError([f"{place}: not YAML: {error.problem}; mend the syntax here or just above"]) from None
    except yaml.YAMLError as error:
        raise CatalogError([f"{shown}: not YAML: {str(error).splitlines()[0]}; save it as UTF-8 text"]) from None
    marked = Marked(shown, None)
    faults: list[str] = []
    if node is not None:
        marked.data = _build(node, (), marked, faults)
    if faults:
        raise CatalogError(faults)
    return marked


def _refuse_depth(data: bytes, loader: Any, shown: str) -> None:
    """Raise CatalogError for deep nesting before anything recurses into it: the C composer would overflow its stack."""
    depth = 0
    for event in yaml.parse(data, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            mark = event.start_mark
            place = f"{shown}:{mark.line + 1}:{mark.column + 1}" if mark else shown
            raise CatalogError(
                [f"{place}: the file: found {depth} levels; allowed: {MAX_DEPTH} levels; write it flatter"]
            )


def _build(node: yaml.Node, path: KeyPath, marked: Marked, faults: list[str]) -> Any:
    marked.values[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if len(path) > MAX_DEPTH or len(marked.values) > MAX_VALUES:
        found = f"{len(path)} levels" if len(path) > MAX_DEPTH else f"{len(marked.values)} values"
        allowed = f"{MAX_DEPTH} levels, {MAX_VALUES} values"
        raise CatalogError(
            [
                f"{marked.place(path)}: {dotted(path[:3])}: found {found}; allowed: {allowed}; "
                "write it out without aliases"
            ]
        )
    if isinstance(node, yaml.MappingNode):
        return _build_mapping(node, path, marked, faults)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, index), marked, faults) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null" and not node.style:
        return None
    return node.value


def _build_mapping(node: yaml.MappingNode, path: KeyPath, marked: Marked, faults: list[str]) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        inner = (*path, key)
        mark = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if key in built:
            first = marked.keys[inner][0]
            faults.append(
                f"{marked.file}:{mark[0]}:{mark[1]}: {dotted(inner)}: found the key a second time; "
                f"allowed once; remove this one or the one on line {first}"
            )
            continue
        marked.keys[inner] = mark
        built[key] = _build(value_node, inner, marked, faults)
    return built
