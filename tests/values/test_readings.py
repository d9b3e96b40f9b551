"""What is read from a text, case by case; the texts in which nothing may be found come first."""

from pathlib import Path

import pytest
import yaml

from showproof.values import Value, find_values

CASES = Path(__file__).parent / "cases"
NOTHING = yaml.safe_load((CASES / "nothing.yaml").read_text(encoding="utf-8"))
READINGS = [
    pytest.param(case["text"], case["values"], id=f"{path.stem}: {case['text']}")
    for path in sorted(CASES.glob("*.yaml"))
    if path.stem != "nothing"
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]

WHOLE_CELLS = {"March"}


def shown(value: Value) -> str:
    amount = "" if value.low is None else f"{value.low}"
    if value.low != value.high:
        amount = f"{value.low}..{value.high}"
    reason = f"({value.ambiguous})" if value.ambiguous else ""
    parts = (value.kind, f"'{value.text}'", value.comparator, amount, value.unit, value.iso, reason)
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("text", [text for texts in NOTHING.values() for text in texts])
def test_a_text_without_values_gives_none(text: str) -> None:
    assert [shown(value) for value in find_values(text)] == []


@pytest.mark.parametrize(("text", "expected"), READINGS)
def test_a_text_gives_exactly_these_values(text: str, expected: list[str]) -> None:
    assert [shown(value) for value in find_values(text)] == expected


@pytest.mark.parametrize(("text", "expected"), READINGS)
def test_words_after_a_value_do_not_change_it(text: str, expected: list[str]) -> None:
    if text not in WHOLE_CELLS:
        assert [shown(value) for value in find_values(f"{text}; and so on")] == expected
