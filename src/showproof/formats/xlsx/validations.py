"""What a cell says when one enters it, and the values that it offers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from showproof.formats.xlsx.text import cut, escape, one_line, quote, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from showproof.formats.form import Question

_TITLE, _PROMPT, _INLINE = 32, 255, 255
"""Longest message title, message and list within a formula."""
_OLDEST_DAY = 36_526
"""2000-01-01."""
_LIST = (
    ' type="list" showErrorMessage="1" errorTitle="Not in the list" '
    'error="Pick one of the listed values, or clear the cell."'
)
_DATE = (
    ' type="date" errorStyle="warning" operator="greaterThanOrEqual" showErrorMessage="1" errorTitle="Not a date" '
    'error="A date such as 2026-03-31 can be checked; text is kept as it is."'
)


def inline(options: Sequence[str]) -> str:
    """The options as a list within the formula, or '' where they cannot stand in one."""
    text = ",".join(options)
    plain = all(option and option == one_line(option) and "," not in option and '"' not in option for option in options)
    return f'"{text}"' if plain and units(text) <= _INLINE else ""


def validation(question: Question, cells: str, source: str) -> str:
    """One question's rule for its cells; `source` is the formula of its options, or ''."""
    message = entry_message(question.label, question.guidance)
    if source:
        rule, limits = _LIST, f"<formula1>{escape(source)}</formula1>"
    elif question.type == "date":
        rule, limits = _DATE, f"<formula1>{_OLDEST_DAY}</formula1>"
    elif message:
        rule, limits = "", ""
    else:
        return ""
    return f'<dataValidation{rule} allowBlank="1"{message} sqref="{cells}">{limits}</dataValidation>'


@lru_cache(maxsize=512)
def entry_message(label: str, guidance: str) -> str:
    """The attributes by which a cell says what belongs into it, as soon as it is entered; '' without guidance."""
    prompt = one_line(guidance)
    if not prompt:
        return ""
    title = quote(cut(one_line(label), _TITLE))
    return f' showInputMessage="1" promptTitle="{title}" prompt="{quote(cut(prompt, _PROMPT))}"'
