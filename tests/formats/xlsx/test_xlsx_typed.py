"""A text becomes a number only where the cell then shows the same digits."""

from __future__ import annotations

import pytest

from showproof.formats.xlsx.typed import typed


@pytest.mark.parametrize(
    ("kind", "text", "code", "value"),
    [
        ("date", "2026-03-31", "yyyy-mm-dd", "46112"),
        ("date", "1900-03-01", "yyyy-mm-dd", "61"),
        ("number", "0", "0", "0"),
        ("number", "1250", "0", "1250"),
        ("number", "1,250", "#,##0", "1250"),
        ("number", "-12.50", "0.00", "-12.50"),
        ("number", "1,234,567.125", "#,##0.000", "1234567.125"),
        ("percent", "95%", "0%", "0.95"),
        ("percent", "99.5%", "0.0%", "0.995"),
        ("percent", "0.25%", "0.00%", "0.0025"),
        ("percent", "-3%", "0%", "-0.03"),
        ("percent", "1,200%", "#,##0%", "12.00"),
        ("money", "$1,200", '"$"#,##0', "1200"),
        ("money", "€3500.50", '"€"0.00', "3500.50"),
        ("money", "-£20", '"£"0', "-20"),
        ("serial", "12", "0", "12"),
    ],
)
def test_a_plain_value_is_a_number_with_its_format(kind, text, code, value):
    assert typed(kind, text) == (code, value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("text", "95%"),
        ("person", "12"),
        ("duration", "30 minutes"),
        ("choice", "1"),
        ("date", "31 March 2026"),
        ("date", "2026-02-30"),
        ("date", "1899-12-31"),
        ("date", "2026-03-31 10:00"),
        ("number", ""),
        ("number", "007"),
        ("number", "12 orders"),
        ("number", "1,25"),
        ("number", "1.0001"),
        ("number", "-0"),
        ("number", "+5"),
        ("number", "1234567890123456"),
        ("number", "٣"),
        ("percent", "95 %"),
        ("percent", "12.345%"),
        ("money", "€3.5m"),
        ("money", "$1.5"),
        ("money", "1,200 USD"),
        ("money", "$5%"),
        ("money", "$ 5"),
    ],
)
def test_anything_else_stays_text(kind, text):
    assert typed(kind, text) is None
