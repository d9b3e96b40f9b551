"""Examples of rules that an edited rubric no longer has: without them, so that the pages of its rules still open."""

from __future__ import annotations

from showproof.catalog.page import Example
from showproof.catalog.rubric import Criterion, Role
from showproof.catalog.rule_check import load_entries
from showproof.catalog.store import Catalog
from showproof.catalog.to_yaml import to_yaml
from showproof.rubric_sheets.rubrics import Rubric


def pages_left(catalog: Catalog, rubric: Rubric) -> dict[str, bytes]:
    """The file of examples that goes with a rubric, where the one there is speaks of rules that are gone."""
    relative = rubric.file.replace("rubrics/", "rubrics/pages/", 1)
    path = catalog.sources.find(relative)
    if path is None:
        return {}
    examples = load_entries(Example, path)
    names = set(_rule_names(rubric))
    left = {name: example for name, example in examples.items() if name in names}
    return {relative: to_yaml(left)} if len(left) < len(examples) else {}


def _rule_names(rubric: Rubric) -> list[str]:
    content = rubric.content
    if isinstance(content, Role):
        return [f"{row.id}.{rule.id}" for row in content.rows for rule in row.rules]
    return [rule.id for rule in content.rules] if isinstance(content, Criterion) else []
