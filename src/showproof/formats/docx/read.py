"""A Word document as an outline, in one pass over its XML: everything that a person sees, once, with its place."""

from __future__ import annotations

from showproof.errors import UnreadableError
from showproof.formats.docx.read_body import BodyReader
from showproof.formats.docx.read_names import MAIN
from showproof.formats.docx.read_numbering import Numbering
from showproof.formats.docx.read_parts import Relations, first_part, read_margins, read_notes, read_properties, targets
from showproof.formats.docx.read_pictures import drawn_by_us, take_out
from showproof.formats.docx.read_styles import Styles, style_sheet
from showproof.formats.docx.read_text import TextReader
from showproof.formats.docx.read_title import with_large_title
from showproof.formats.package import Package
from showproof.formats.pasted import with_pasted_tables
from showproof.formats.strong_headings import with_strong_headings
from showproof.formats.typed_lines import with_typed_lines
from showproof.model import Block, Outline


def read_docx(package: Package) -> Outline:
    """The outline of a .docx, .docm, .dotx or .dotm.

    Tracked changes are read as accepted, comments and macros never. Raises UnreadableError for a broken package.
    """
    outside = package.relations("")
    main = next(iter(targets(package, outside, "officeDocument")), "")
    root = package.xml(main) if main else None
    bodies = [] if root is None else root.findall(MAIN + "body")
    if not bodies:
        raise UnreadableError(
            "not a Word document", where=package.shown, remedy="open it in your office program and save it again"
        )
    for body in bodies:
        take_out(drawn_by_us(body))
    relations = package.relations(main)
    sheets = targets(package, relations, "styles")
    styles = Styles(style_sheet(package, sheets[0]) if sheets else None)
    texts = TextReader(styles)
    reader = BodyReader(texts, Numbering(first_part(package, relations, "numbering"), styles.numbering_of))
    for body in bodies:
        reader.read(body)
    items = with_typed_lines(with_pasted_tables(reader.items))
    notes, hidden_notes = read_notes(package, relations, texts)
    hidden = (*reader.hidden, *hidden_notes)
    return Outline(
        file=package.shown,
        format="docx",
        items=(*with_strong_headings(with_large_title(items, bodies[0])), *notes),
        properties=read_properties(package, outside),
        notices=_notices(reader, relations, hidden),
        hidden=hidden,
        margins=read_margins(package, relations, styles),
    )


def _notices(reader: BodyReader, relations: Relations, hidden: tuple[Block, ...]) -> tuple[str, ...]:
    """What a reader should know of how the document was read."""
    texts = reader.texts
    kinds = {kind for kind, _ in relations.values()}
    told = (
        (texts.tracked, "tracked changes were read as accepted"),
        (len(hidden), "hidden text was left out"),
        (texts.pictures, "words in pictures, charts and diagrams were not read"),
        (reader.embedded, "an embedded document was not read"),
        ("vbaProject" in kinds, "macros were not looked at"),
    )
    return tuple(sentence for found, sentence in told if found)
