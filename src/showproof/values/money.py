"""Currencies as people write them."""

from showproof.values.wordlist import words

_SYMBOL_CODES = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD",
    "r$": "BRL",
}  # fmt: skip
CODES = words("usd eur gbp jpy chf cad aud nzd sek nok dkk pln czk huf inr cny sgd hkd zar brl mxn aed ils krw")
_NAMES = {"dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR"}

SIGNS = tuple(_SYMBOL_CODES)
NAMES = tuple(_NAMES)


def currency(written: str) -> str:
    """The ISO code for a sign, code or name as written; "" when it is none (codes count in capitals only)."""
    lower = written.lower()
    if lower in _SYMBOL_CODES:
        return _SYMBOL_CODES[lower]
    if lower in _NAMES:
        return _NAMES[lower]
    return written if lower in CODES and written.isupper() else ""
