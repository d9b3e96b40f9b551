"""The looks of the cells, and the styles part that lists them."""

from __future__ import annotations

from dataclasses import dataclass

from showproof.formats.xlsx.typed import DATE, FORMATS

_NAVY, _GREY, _LINK, _RULE = "FF1F3A5F", "FF5F6B7A", "FF1F5FA8", "FFC5CED8"
_SLATE = "FF6B7F96"
AMBER = "FFFFE9B8"
"""Fill of an answer that is needed and still empty."""

_FONTS = {
    "body": '<sz val="10"/><color theme="1"/>',
    "cell": '<sz val="9"/><color theme="1"/>',
    "title": f'<b/><sz val="20"/><color rgb="{_NAVY}"/>',
    "heading": f'<b/><sz val="15"/><color rgb="{_NAVY}"/>',
    "subheading": f'<b/><sz val="12"/><color rgb="{_NAVY}"/>',
    "quiet": f'<i/><sz val="10"/><color rgb="{_GREY}"/>',
    "label": f'<b/><sz val="10"/><color rgb="{_NAVY}"/>',
    "header": '<b/><sz val="9"/><color rgb="FFFFFFFF"/>',
    "link": f'<u/><sz val="10"/><color rgb="{_LINK}"/>',
    "grey": f'<sz val="9"/><color rgb="{_GREY}"/>',
}
_FILLS = {"none": "", "gray125": "", "dark": _NAVY, "pale": "FFF2F5F9", "slate": _SLATE, "grey": "FFEBEDF0"}
_LEVELS = ("FFF4C7C3", "FFFBDFC8", "FFFFF2CC", "FFD9EAD3", "FFB6D7A8")
"""Fills of the levels 0 to 4; never the only sign, since the figure stands there."""
_FILLS |= {f"level {level}": colour for level, colour in enumerate(_LEVELS)}
_SIDES = ("left", "right", "top", "bottom")
_BORDERS = {"none": (), "box": _SIDES, "top": ("top",)}
_BUILT_IN = {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10}
_OWN = {code: 164 + index for index, code in enumerate(code for code in FORMATS if code not in _BUILT_IN)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    font: str = "body"
    fill: str = "none"
    border: str = "none"
    format: str = "General"
    across: str = ""
    down: str = "top"
    wrap: bool = True
    indent: int = 0
    locked: bool = True


_LEFT = ("General", DATE)
"""Formats of what stands at the left of a table's cell; figures stand at the right."""


def _across(code: str) -> str:
    if code in _LEFT:
        return "left" if code == DATE else ""
    return "right"


_FIXED = {
    "plain": _Look(wrap=False, down="bottom"),
    "title": _Look(font="title", down="center"),
    "heading": _Look(font="heading", down="center"),
    "subheading": _Look(font="subheading", down="center"),
    "quiet": _Look(font="quiet"),
    "label": _Look(font="label", fill="pale", border="box"),
    "header": _Look(font="header", fill="dark", border="box", down="center"),
    "header centre": _Look(font="header", fill="dark", border="box", down="center", across="center"),
    "link": _Look(font="link", wrap=False),
    "linked": _Look(font="link", border="box"),
    "count": _Look(border="box", format="0", across="center"),
    "share": _Look(border="box", format="0%", across="center"),
    "total label": _Look(font="label", fill="pale", border="box"),
    "total count": _Look(font="label", fill="pale", border="box", format="0", across="center"),
    "total share": _Look(font="label", fill="pale", border="box", format="0%", across="center"),
    "point": _Look(font="label", fill="pale"),
    "bullet": _Look(fill="pale", across="left", indent=1),
    "option": _Look(border="box"),
    "serial": _Look(font="cell", border="box", across="center"),
    "cell": _Look(font="cell", border="box"),
    "told": _Look(across="left"),
    "level": _Look(font="heading", border="box", across="center", down="center", locked=False),
    "tick": _Look(across="center", locked=False),
}
_FIELDS = {("field", code): _Look(border="box", format=code, across="left", locked=False) for code in FORMATS}
_CELLS = {
    ("cell", code): _Look(
        font="cell", border="box", format=code, across=_across(code), indent=int(code not in _LEFT), locked=False
    )
    for code in FORMATS
}

_FLAT = {
    "flat text": _Look(font="cell", border="box", locked=False),
    "flat middle": _Look(font="cell", border="box", across="center", locked=False),
    "flat share": _Look(font="cell", border="box", format="0%", across="center", locked=False),
    "flat kept": _Look(font="grey", fill="grey", border="box"),
    "flat heading": _Look(font="heading", down="center", wrap=False),
    "flat hint": _Look(font="quiet", wrap=False),
    **{f"level {at}": _Look(font="label", fill=f"level {at}", border="box", across="center") for at in range(5)},
    "header aside": _Look(font="header", fill="slate", border="box", down="center"),
    "flat figure": _Look(font="cell", border="box", format="0.000", across="center", locked=False),
}
"""Cells of tables that are edited freely; what is `kept` stands in grey."""
_LOOKS = (*_FIXED.values(), *_FIELDS.values(), *_CELLS.values(), *_FLAT.values())

ANSWER = {name: index for index, name in enumerate((*_FIELDS, *_CELLS), start=len(_FIXED))}
"""Place of an answer (`field` or `cell`) and its number format to the number of the look."""
STYLE = {name: index for index, name in enumerate(_FIXED)} | {
    name: index for index, name in enumerate(_FLAT, start=len(_FIXED) + len(ANSWER))
}
"""Name of a fixed look to its number."""


def styles() -> bytes:
    """The styles part; the same for every workbook."""
    formats = [
        f'<numFmt numFmtId="{number}" formatCode="{code.replace(chr(34), "&quot;")}"/>' for code, number in _OWN.items()
    ]
    fonts = [f'<font>{font}<name val="Arial"/><family val="2"/></font>' for font in _FONTS.values()]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + _counted("numFmts", formats)
        + _counted("fonts", fonts)
        + _counted("fills", [_fill(name, colour) for name, colour in _FILLS.items()])
        + _counted("borders", [_border(sides) for sides in _BORDERS.values()])
        + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        + _counted("cellXfs", [_xf(look) for look in _LOOKS])
        + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        f'<dxfs count="1"><dxf><fill><patternFill patternType="solid"><fgColor rgb="{AMBER}"/><bgColor rgb="{AMBER}"/>'
        '</patternFill></fill></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleLight1"/></styleSheet>'
    ).encode()


def _counted(name: str, items: list[str]) -> str:
    return f'<{name} count="{len(items)}">{"".join(items)}</{name}>'


def _fill(name: str, colour: str) -> str:
    if not colour:
        return f'<fill><patternFill patternType="{name}"/></fill>'
    return (
        f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>'
    )


def _border(drawn: tuple[str, ...]) -> str:
    line = ' style="thin"><color rgb="' + _RULE + '"/></'
    return "<border>" + "".join(f"<{s}{line}{s}>" if s in drawn else f"<{s}/>" for s in _SIDES) + "<diagonal/></border>"


def _xf(look: _Look) -> str:
    number = _BUILT_IN.get(look.format, _OWN.get(look.format))
    across = f' horizontal="{look.across}"' if look.across else ""
    across += f' indent="{look.indent}"' if look.indent else ""
    wrap = ' wrapText="1"' if look.wrap else ""
    lock = "" if look.locked else '<protection locked="0"/>'
    return (
        f'<xf numFmtId="{number}" fontId="{list(_FONTS).index(look.font)}" fillId="{list(_FILLS).index(look.fill)}" '
        f'borderId="{list(_BORDERS).index(look.border)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" '
        f'applyBorder="1" applyAlignment="1"{"" if look.locked else " applyProtection=" + chr(34) + "1" + chr(34)}>'
        f'<alignment{across} vertical="{look.down}"{wrap}/>{lock}</xf>'
    )
