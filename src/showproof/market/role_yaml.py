"""An imported role as the text of its file, with a word to the person on top."""

from __future__ import annotations

from showproof.catalog.rubric import Role
from showproof.catalog.to_yaml import to_yaml


def role_yaml(role: Role, said: tuple[str, ...]) -> str:
    """The file's text; each of the lines `said` stands on top as a comment."""
    top = "".join(f"# {' '.join(line.split())}\n" for line in said)
    return top + to_yaml(role).decode()
