"""How pages are filled: everything is escaped, and no sign of a draft can hide, turn the line or end the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from showproof.outputs.terminal import LEVELS, plain

_PAGES = Path(__file__).parent / "pages"


def filled(page: str, **given: Any) -> str:
    """The page of this name, filled."""
    return _environment().get_template(page).render(**given)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_visible,
    )
    made.globals["LEVELS"] = LEVELS
    made.globals["style"] = Markup((_PAGES / "style.css").read_text(encoding="utf-8"))
    made.filters["sentence"] = sentence
    return made


def sentence(text: str) -> str:
    """A text that begins with a capital letter and ends with a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…", ":")) else ".")


def _visible(value: Any) -> Any:
    """A text without control characters but its line ends; what nobody sees is shown by its number."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return "\n".join(map(plain, value.split("\n")))
    return value
