"""The context of a work sample (workflow, metric, constraint, ...) put into the catalogue's texts by Jinja."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

CONTEXT_WORDS = (
    "workflow",
    "metric",
    "constraint",
    "owner",
    "team",
    "period",
    "stakeholder",
    "title",
    "role",
    "version",
    "companions",
)
"""What a text may name in double braces."""

FALLBACK = {
    "workflow": "the workflow",
    "metric": "the metric",
    "constraint": "the constraint",
    "team": "the team",
    "stakeholder": "the stakeholder",
}
"""How guidance reads where the person named nothing; prefilled answers stay empty instead."""


def lead(words: str) -> str:
    """Words that open an answer, such as `Weekly close: `; nothing where there are none."""
    return f"{words[0].upper()}{words[1:]}: " if words else ""


_PLAIN = re.compile(r"\{\{ *(\w+)( *\| *lead)? *\}\}")
"""Texts that only name words need no Jinja, which costs more to load than everything else of a template."""


@cache
def _environment() -> SandboxedEnvironment:
    """Jinja for texts only: sandboxed, because people load catalogues that others wrote."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    environment.filters["lead"] = lead
    return environment


@cache
def _compiled(text: str) -> Template:
    return _environment().from_string(text)


def fill(text: str, context: Mapping[str, str], *, spoken: bool = True) -> str:
    """The text with the context in place; `spoken` puts plain words where the context is silent, else nothing."""
    if "{{" not in text and "{%" not in text:
        return text
    words = {name: context.get(name) or (FALLBACK.get(name, "") if spoken else "") for name in CONTEXT_WORDS}
    named = _PLAIN.findall(text)
    if "{%" not in text and len(named) == text.count("{{") and words.keys() >= {name for name, _ in named}:
        return _PLAIN.sub(lambda match: lead(words[match[1]]) if match[2] else words[match[1]], text).strip()
    return str(_compiled(text).render(words)).strip()


def template_fault(text: str) -> str:
    """What is wrong with a text as a template, in words, or nothing."""
    if "{{" not in text and "{%" not in text:
        return ""
    from jinja2 import TemplateError

    known = f"the words are {', '.join(CONTEXT_WORDS)}"
    try:
        fill(text, dict.fromkeys(CONTEXT_WORDS, "x"))
    except TemplateError as error:
        return f"{str(error).rstrip('.')}; {known}"
    except (ArithmeticError, TypeError, ValueError, LookupError, AttributeError) as error:
        return f"it cannot be worked out ({str(error).rstrip('.')}); {known}"
    return ""
