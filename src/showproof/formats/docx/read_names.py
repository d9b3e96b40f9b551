"""Qualified names of the elements and attributes that reading looks at."""

from __future__ import annotations

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
VML = "{urn:schemas-microsoft-com:vml}"

BODY, P, R, T, PPR, RPR = MAIN + "body", MAIN + "p", MAIN + "r", MAIN + "t", MAIN + "pPr", MAIN + "rPr"
TBL, TR, TC = MAIN + "tbl", MAIN + "tr", MAIN + "tc"
TBL_PR, TR_PR, TC_PR = MAIN + "tblPr", MAIN + "trPr", MAIN + "tcPr"
SDT, SDT_PR, SDT_CONTENT = MAIN + "sdt", MAIN + "sdtPr", MAIN + "sdtContent"
VAL, ID, NAME, TYPE, FILL, COLOR = (MAIN + name for name in ("val", "id", "name", "type", "fill", "color"))
SHD = MAIN + "shd"
TEXT_FILL = WORD_2010 + "textFill"
INS, DEL, MOVE_FROM, MOVE_TO = MAIN + "ins", MAIN + "del", MAIN + "moveFrom", MAIN + "moveTo"
BOOKMARK_START, BOOKMARK_END = MAIN + "bookmarkStart", MAIN + "bookmarkEnd"
TEXT_BOX = MAIN + "txbxContent"
SYMBOL, FIELD_MARK, MATH_TEXT = MAIN + "sym", MAIN + "fldChar", MATH + "t"
DRAWN = tuple(MAIN + name for name in ("drawing", "pict", "object"))
SIGNS = {
    MAIN + "tab": "\t",
    MAIN + "ptab": "\t",
    MAIN + "br": "\n",
    MAIN + "cr": "\n",
    MAIN + "noBreakHyphen": "-",
    MAIN + "softHyphen": "",
}
"""Elements of a run that stand for a character."""
ALTERNATE, CHOICE, FALLBACK = (COMPATIBILITY + name for name in ("AlternateContent", "Choice", "Fallback"))

_OFF = frozenset(("0", "false", "off"))


def on(value: str | None) -> bool:
    """Whether an on/off property with this value is on; it is when the value is left out."""
    return value not in _OFF


def integer(value: str | None, default: int = 0) -> int:
    """A whole number of an attribute, or the default where it is none."""
    try:
        return int(value) if value is not None and len(value) < 12 else default
    except ValueError:
        return default


def half_points(value: str | None, default: int) -> int:
    """A size of text in half-points, whether it is written so or with a unit; also a share in whole per cent."""
    if value is None:
        return default
    figure, unit = value[:-2], value[-2:]
    if unit == "pt" and figure.replace(".", "", 1).isdigit() and len(figure) < 12:
        return round(2 * float(figure))
    return integer(value.rstrip("%"), default)
