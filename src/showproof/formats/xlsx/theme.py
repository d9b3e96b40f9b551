"""The theme part: colours and fonts that the workbook offers in its menus."""

from __future__ import annotations

_COLOURS = (
    ("dk1", '<a:sysClr val="windowText" lastClr="000000"/>'),
    ("lt1", '<a:sysClr val="window" lastClr="FFFFFF"/>'),
    ("dk2", '<a:srgbClr val="1F3A5F"/>'),
    ("lt2", '<a:srgbClr val="F2F5F9"/>'),
    ("accent1", '<a:srgbClr val="1F3A5F"/>'),
    ("accent2", '<a:srgbClr val="2F6F8F"/>'),
    ("accent3", '<a:srgbClr val="6B7C93"/>'),
    ("accent4", '<a:srgbClr val="C98A1B"/>'),
    ("accent5", '<a:srgbClr val="4F7F52"/>'),
    ("accent6", '<a:srgbClr val="8A4F7D"/>'),
    ("hlink", '<a:srgbClr val="1F5FA8"/>'),
    ("folHlink", '<a:srgbClr val="6B4F8A"/>'),
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
    for width in (6350, 12700, 19050)
)
_EFFECTS = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3


def _font(face: str) -> str:
    return f'<a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/>'


def theme() -> bytes:
    """The theme as a part; the same for every workbook."""
    colours = "".join(f"<a:{name}>{colour}</a:{name}>" for name, colour in _COLOURS)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="showproof"><a:themeElements>'
        f'<a:clrScheme name="showproof">{colours}</a:clrScheme>'
        f'<a:fontScheme name="showproof"><a:majorFont>{_font("Arial")}</a:majorFont>'
        f"<a:minorFont>{_font('Arial')}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="showproof"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINES}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECTS}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()
