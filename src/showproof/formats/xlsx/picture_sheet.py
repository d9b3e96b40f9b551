"""Pictures on a sheet of their own behind all others; the sheet of an earlier time is filled anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from showproof.formats.figure import ADDED, PNG, one_line
from showproof.formats.figure import NAME as USUAL
from showproof.formats.linked import NEW_RELATIONS, Changes, led_to_by_others, relations_of
from showproof.formats.package import Package
from showproof.formats.repack import repacked
from showproof.formats.spliced import Edit, Spot, Spots, spliced
from showproof.formats.strict import is_strict
from showproof.formats.xlsx.names import unique
from showproof.formats.xlsx.pictures import DRAWING, SHEET, picture_drawing, picture_sheet, standing
from showproof.formats.xlsx.read_pictures import is_said_by_us, name_of
from showproof.formats.xlsx.shared_text import item_text
from showproof.formats.xlsx.text import quote
from showproof.formats.xlsx.workbook_parts import namespace, workbook_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from showproof.formats.figure import Figure

NAME = "Showproof pictures"
"""The sheet's name; a number follows where a workbook has one of that name."""
OWN = "Pictures"
"""The name of that of a worked example."""
_LONGEST = 31
_KEPT = ("drawing", "printerSettings")
"""What a sheet of ours may lead to: programs add how it is printed when they save."""
_FAMILY = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_FAMILY = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TRUE = ("1", "true", "on")
LOCKED = "the order of its sheets is protected: no sheet with pictures was added"


class Ours(NamedTuple):
    """A sheet of pictures that is there already."""

    sheet: str
    drawing: str
    pixels: tuple[str, ...]
    others: tuple[str, ...]
    """Parts that only this sheet leads to, and that it no longer needs."""


def put_sheet(
    changes: Changes, main: str, figures: Sequence[Figure], mark: str = ADDED, name: str = NAME
) -> frozenset[str]:
    """Puts the pictures on their sheet; the parts that nothing leads to any more."""
    changes.strict = is_strict(changes.markup(main))
    found = our_sheet(changes.package) if mark == ADDED else None
    sheet = found.sheet if found else changes.free(f"{_folder(main)}worksheets/sheet", ".xml", 1)
    drawing = found.drawing if found else changes.free(f"{_folder(main)}drawings/drawing", ".xml", 1)
    pixels = list(found.pixels if found else ())
    placed = standing(figures)
    changes.put_bytes(sheet, picture_sheet(placed, changes.strict))
    changes.put_bytes(drawing, picture_drawing(placed, mark, changes.strict))
    changes.put_bytes(relations_of(sheet), NEW_RELATIONS)
    changes.put_bytes(relations_of(drawing), NEW_RELATIONS)
    changes.relate(sheet, "drawing", drawing)
    changes.declare_ending("png", PNG)
    for figure in figures:
        part = pixels.pop(0) if pixels else changes.free(f"{_folder(main)}media/showproof", ".png", 1)
        changes.put_bytes(part, figure.png)
        changes.relate(drawing, "image", part)
    if not found:
        changes.declare(sheet, SHEET)
        changes.declare(drawing, DRAWING)
        _list(changes, main, sheet, name)
    return frozenset((*pixels, *(found.others if found else ())))


def illustrated(data: bytes, figures: Sequence[Figure]) -> bytes:
    """A workbook of ours with these pictures on a sheet behind all others."""
    package = Package(data, OWN)
    changes = Changes(package)
    main = next(target for kind, target in package.relations("").values() if kind == "officeDocument")
    put_sheet(changes, main, figures, USUAL, OWN)
    return repacked(data, changes.encoded())


def is_locked(package: Package, main: str) -> bool:
    """Whether sheets may not be added, moved or taken away."""
    protection = package.xml(main).find("{*}workbookProtection")
    return protection is not None and protection.get("lockStructure") in _TRUE


def our_sheet(package: Package) -> Ours | None:
    """The sheet with pictures of an earlier time; None where there is none, or somebody has put anything else on it."""
    parts = workbook_parts(package)
    for sheet in parts.sheets:
        relations = package.relations(sheet.part) if sheet.part else {}
        drawings = [part for kind, part in relations.values() if kind == "drawing" and part in package]
        if len(drawings) != 1 or any(kind not in _KEPT for kind, _ in relations.values()):
            continue
        ours = _added(package.xml(drawings[0]))
        if ours and all(is_said_by_us(text, ours) for text in _texts(package, sheet.part, parts.strings)):
            others = led_to_by_others(package, drawings[0])
            led = dict.fromkeys(part for _, part in package.relations(drawings[0]).values())
            pixels = tuple(part for part in led if part in package and part not in others)
            printing = tuple(part for kind, part in relations.values() if kind != "drawing" and part in package)
            return Ours(sheet.part, drawings[0], pixels, printing)
    return None


def line_of_ours(package: Package, main: str, data: bytes) -> Spot | None:
    """Where the markup of a workbook lists the sheet of our pictures; None without such a sheet."""
    root = package.xml(main)
    found = our_sheet(package)
    relations = package.relations(main)
    leading = {one for one, (_, target) in relations.items() if found and target == found.sheet}
    for entry in root.iterfind("{*}sheets/{*}sheet") if leading else ():
        if leading & set(map(str, entry.values())):
            return Spots(data, root).of(entry)
    return None


def _added(drawing: etree._Element) -> frozenset[str]:
    """The names of all pictures of a drawing that has pictures added by us and nothing else."""
    pictures = [one for anchor in drawing for one in anchor.iterchildren("{*}pic")]
    shown = [one for anchor in drawing for one in anchor.iterchildren("{*}pic", "{*}sp", "{*}graphicFrame", "{*}grpSp",
             "{*}cxnSp", "{*}contentPart")]  # fmt: skip
    names = frozenset(map(name_of, pictures))
    alone = len(shown) == len(pictures) and all(name.startswith(ADDED) for name in names)
    return names if alone else frozenset()


def _texts(package: Package, sheet: str, strings: str) -> frozenset[str]:
    """The texts of all cells of a sheet."""
    root = package.xml(sheet)
    space = namespace(root)
    found: set[str] = set()
    shared: list[str] | None = None
    for cell in root.iter(f"{space}c"):
        inline, value = cell.find(f"{space}is"), cell.findtext(f"{space}v") or ""
        if inline is not None:
            found.add(one_line(_whole(inline)))
        elif value and cell.get("t") == "s":
            shared = _shared(package, strings) if shared is None else shared
            found.add(shared[int(value)] if value.isdecimal() and int(value) < len(shared) else value)
        elif value:
            found.add(value)
    return frozenset(found)


def _shared(package: Package, part: str) -> list[str]:
    return [one_line(_whole(item)) for item in package.xml(part)] if part else []


def _whole(item: etree._Element) -> str:
    """A text with everything in it, seen or not."""
    text = item_text(item)
    return text if isinstance(text, str) else "".join(map(str, item.itertext()))


def _list(changes: Changes, main: str, sheet: str, name: str) -> None:
    """Lists a new sheet behind all others."""
    relation = changes.relate(main, "worksheet", sheet)
    root = changes.tree(main)
    spots = Spots(changes.markup(main), root)
    sheets = next(root.iterchildren("{*}sheets"))
    taken = {str(entry.get("name") or "").lower() for entry in sheets}
    numbers = [int(entry.get("sheetId") or "0") for entry in sheets if (entry.get("sheetId") or "0").isdecimal()]
    prefix = f"{sheets.prefix}:" if sheets.prefix else ""
    family = _STRICT_FAMILY if changes.strict else _FAMILY
    new = (
        f'<{prefix}sheet xmlns:r="{family}" name="{quote(unique(name, taken, _LONGEST))}"'
        f' sheetId="{max(numbers, default=0) + 1}" r:id="{relation}"/>'
    )
    at = spots.of(sheets).closing
    changes.put(main, spliced(spots.data, [Edit(at, at, new.encode())]))


def _folder(part: str) -> str:
    folder, slash, _ = part.rpartition("/")
    return folder + slash
