"""Characters of symbol fonts as the characters that they show."""

from __future__ import annotations

_PRIVATE = 0xF000

_WINGDINGS = {
    0x6E: "■",
    0x6F: "☐",
    0x70: "☐",
    0x71: "☐",
    0x72: "☐",
    0xA8: "☐",
    0xA7: "▪",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0x4A: "☺",
    0x4C: "☹",
    0x9F: "•",
    0x6C: "●",
    0x76: "❖",
}
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x54: "☒", 0x4F: "✗", 0x51: "☒", 0x53: "☒", 0xA3: "☐", 0x30: "☐"}
_SYMBOL = {
    0x22: "∀",
    0x24: "∃",
    0x40: "≅",
    0x44: "Δ",
    0x46: "Φ",
    0x53: "Σ",
    0x57: "Ω",
    0x61: "α",
    0x62: "β",
    0x64: "δ",
    0x65: "ε",
    0x67: "γ",
    0x6C: "λ",
    0x6D: "μ",
    0x70: "π",
    0x73: "σ",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xD6: "√",
    0xD7: "⋅",
    0xE5: "∑",
    0x2D: "−",
    0xBC: "…",
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str | None, code: str | None) -> str:
    """The character for a `w:sym`; of fonts that are not known the character itself, or nothing for a private one."""
    point = _hexadecimal(code)
    shown = _FONTS.get((font or "").lower(), {}).get(point - _PRIVATE if point >= _PRIVATE else point)
    if shown:
        return shown
    printable = 0x20 <= point < 0xD800 or 0xF900 <= point < 0xFFFE
    return chr(point) if printable else ""


def _hexadecimal(code: str | None) -> int:
    try:
        return int(code or "", 16)
    except ValueError:
        return 0
