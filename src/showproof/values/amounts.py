"""One written amount: a currency or none, a figure or number word, a scale, a unit."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from showproof.values.durations import GLUED_ONLY, UNITS
from showproof.values.figures import FIGURE, WORD_NUMBER, figure, word_number
from showproof.values.money import CODES, NAMES, SIGNS, currency
from showproof.values.value import Kind, Passage
from showproof.values.wordlist import any_of

_SCALES = {
    "dozen": 12, "hundred": 100, "k": 10**3, "thousand": 10**3, "m": 10**6, "mm": 10**6, "mn": 10**6, "million": 10**6,
    "b": 10**9, "bn": 10**9, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_MONEY_SCALES = frozenset({"b", "mm", "mn"})
_AMOUNT = re.compile(
    rf"(?:(?P<currency>{any_of((*SIGNS, *CODES))})[ \t]?)?"
    rf"(?:(?P<minus>-)?(?P<figure>{FIGURE})(?: \({WORD_NUMBER}\))?|(?P<word>{WORD_NUMBER})(?: \([0-9]{{1,3}}\))?)"
    r"(?: ?(?P<scale>(?:dozen|hundred|thousand|million|billion|trillion|mn|bn)(?![^\W_])"
    r"|(?(currency)|(?<! ))(?:k|mm?|b)(?![^\W_])))?"
    r"(?P<half> and a half(?![a-z]))?(?P<plus>\+(?![0-9]))?"
)
_TIME = "|".join(f"(?P<{name.replace(' ', '_')}>{'|'.join(written)})" for name, written in UNITS.items())
_UNIT = re.compile(
    rf"(?P<gap>[ \t]{{0,2}}-?)(?:{_TIME})(?![^\W_])"
    r"|[ \t]{0,2}(?:(?P<pp>(?:percentage|percent|%)[ -]?points?(?![a-z])|ppts?(?![a-z])|pp(?![a-z])|pts(?![a-z]))"
    r"|(?P<percent>%|(?:percent|per cent|pct)(?![a-z]))|(?P<bp>(?:bps?|basis points?)(?![a-z]))"
    rf"|(?P<currency>[€£](?![0-9])|(?:[a-z]{{3}}|{'|'.join(NAMES)})(?![^\W_])))"
)
_DOTTED_THOUSAND = r"[1-9][0-9]{0,2}\.[0-9]{3}"


class Amount(NamedTuple):
    """An amount and where it stands; `kind` is "" when nothing says what it is an amount of, `value` is unscaled."""

    start: int
    end: int
    kind: Kind | Literal[""]
    unit: str
    value: Decimal
    scale: int
    written: str
    spelled: bool
    plus: bool
    unsure: str

    @property
    def total(self) -> Decimal:
        """The amount with its scale: 5k is 5000."""
        amount = self.value * self.scale
        return amount.to_integral_value() if self.scale > 1 and amount == int(amount) else amount


class _Unit(NamedTuple):
    """What an amount is of, and where the amount ends with it."""

    kind: Kind | Literal[""]
    name: str
    end: int


def read_amount(passage: Passage, at: int) -> Amount | None:
    """The amount that begins at `at`, or None when there is none or it is part of a code ("2FA", "4-eyes")."""
    found = _AMOUNT.match(passage.view, at)
    if found is None or len(found[0]) > 60:
        return None
    sign = currency(passage.text[at : found.end("currency")]) if found["currency"] else ""
    if found["currency"] and not sign:
        return None
    unit = _unit(passage, found.end())
    if sign and unit.kind != "money":
        unit = _Unit("money", sign, found.end())
    if _is_glued(passage.view, unit) or (found["scale"] in _MONEY_SCALES and unit.kind != "money"):
        return None
    value = word_number(found["word"]) if found["word"] else figure(found["figure"], unit.kind in ("money", "percent"))
    if value is None:
        return None
    return Amount(
        start=at,
        end=unit.end,
        kind=unit.kind,
        unit=unit.name,
        value=(-value if found["minus"] else value) + (Decimal("0.5") if found["half"] else 0),
        scale=_SCALES[found["scale"]] if found["scale"] else 1,
        written=found["figure"] or found["word"],
        spelled=found["word"] is not None,
        plus=found["plus"] is not None,
        unsure=_unsure(passage, found, unit),
    )


def _unit(passage: Passage, at: int) -> _Unit:
    none = _Unit("", "", at)
    found = _UNIT.match(passage.view, at)
    if found is None:
        return none
    name = str(found.lastgroup)
    if name == "currency":
        code = currency(passage.text[found.start(name) : found.end()])
        return _Unit("money", code, found.end()) if code else none
    if name in ("pp", "bp"):
        return _Unit("points", name, found.end())
    if name == "percent":
        return _Unit("percent", "%", found.end())
    written = passage.text[found.start(name) : found.end()]
    if len(written) == 1 and written.lower() in GLUED_ONLY and (found["gap"] or written.isupper()):
        return none
    return _Unit("duration", name.replace("_", " "), found.end())


def _is_glued(view: str, unit: _Unit) -> bool:
    """Whether a letter, or a hyphen and a letter after a bare figure, makes a code of the amount."""
    end = unit.end
    after = view[end : end + 1]
    if unit.name == "%":
        return False
    if after != "-" or unit.kind or view.startswith("-to-", end):
        return after.isalnum()
    return view[end + 1 : end + 2].isalpha()


def _unsure(passage: Passage, found: re.Match[str], unit: _Unit) -> str:
    written = found["figure"] or ""
    if unit.kind == "money":
        if unit.name == "EUR" and not found["scale"] and re.fullmatch(_DOTTED_THOUSAND, written):
            return f"{written} could be {written.replace('.', ',')} or {written.rstrip('0')}"
    elif found["scale"] == "m" and written.isdigit() and passage.text[found.start("scale")] == "m":
        return f"{written}m could be {written} minutes or {written} million"
    return ""
