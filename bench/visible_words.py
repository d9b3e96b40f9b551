"""The words of a Word document that a person sees, counted apart from any reader: what recall is measured against.

Text runs of the main part and its notes, by their own properties alone: what is deleted or moved away, hidden by a
direct `vanish`, instructed in a field or kept as a fallback is not counted.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter

from lxml import etree

_WORD = re.compile(r"\w+")
_SILENT = frozenset(("del", "moveFrom", "Fallback", "pPr", "sdtPr", "delText", "instrText"))
_BREAKS = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}


def words(text: str) -> Counter[str]:
    """How often each word is said."""
    return Counter(_WORD.findall(text))


def visible_words(data: bytes) -> Counter[str]:
    """The words of the main part, of footnotes and endnotes; empty when the package cannot be opened so simply."""
    found: Counter[str] = Counter()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in _parts(archive):
                said: list[str] = []
                _collect(etree.fromstring(archive.read(name)), said)
                found += words("".join(said))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, OSError, RuntimeError, RecursionError):
        return Counter()
    return found


def _parts(archive: zipfile.ZipFile) -> list[str]:
    main = next(target for kind, target in _relations(archive, "") if kind == "officeDocument")
    notes = [target for kind, target in _relations(archive, main) if kind in ("footnotes", "endnotes")]
    return [main, *(note for note in dict.fromkeys(notes) if note in archive.namelist())]


def _relations(archive: zipfile.ZipFile, part: str) -> list[tuple[str, str]]:
    folder, _, leaf = part.rpartition("/")
    name = posixpath.join(folder, "_rels", f"{leaf}.rels")
    if name not in archive.namelist():
        return []
    root = etree.fromstring(archive.read(name))
    pairs = [(str(one.get("Type")).rpartition("/")[2], str(one.get("Target"))) for one in root.iter("{*}Relationship")]
    return [(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")) for kind, target in pairs]


def _collect(root: etree._Element, said: list[str]) -> None:
    """Texts in order, with a space where a paragraph, cell, tab or line ends; text boxes stand where they are."""
    fields: list[bool] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if event == "end":
            said.append(" " if name == "p" else "")
        elif name in _BREAKS:
            said.append(_BREAKS[name])
        elif name == "fldChar":
            _turn(fields, next((value for key, value in element.items() if key.endswith("fldCharType")), ""))
        elif name == "t" and not any(fields) and _is_seen(element):
            said.append(element.text or "")


def _turn(fields: list[bool], kind: str) -> None:
    if kind == "begin":
        fields.append(True)
    elif fields and kind == "separate":
        fields[-1] = False
    elif fields and kind == "end":
        fields.pop()


def _is_seen(text: etree._Element) -> bool:
    inside = [etree.QName(one).localname for one in text.iterancestors()]
    if not _SILENT.isdisjoint(inside):
        return False
    run = text.getparent()
    vanish = run.find("{*}rPr/{*}vanish") if run is not None else None
    row = next((one for one in text.iterancestors("{*}tr")), None)
    if row is not None and (row.find("{*}trPr/{*}del") is not None or row.find("{*}trPr/{*}hidden") is not None):
        return False
    note = next((one for one in text.iterancestors("{*}footnote", "{*}endnote")), None)
    if note is not None and any(key.endswith("}type") and value != "normal" for key, value in note.items()):
        return False
    return vanish is None or any(value in ("0", "false", "off") for value in vanish.attrib.values())
