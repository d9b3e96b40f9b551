"""A form or a handout as a file of the wished format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from showproof.formats.form import Form
    from showproof.formats.handout import Handout
    from showproof.formats.packet_form import PacketForm
    from showproof.formats.rating_form import RatingForm


def write_form(form: Form, format_name: str) -> bytes:
    """The file's bytes; only the writer that is needed is loaded."""
    if format_name == "xlsx":
        from showproof.formats.xlsx.write import write_xlsx

        return write_xlsx(form)
    from showproof.formats.docx.write import write_docx

    return write_docx(form)


def write_handout(handout: Handout, format_name: str) -> bytes:
    """The file's bytes; only the writer that is needed is loaded."""
    if format_name == "xlsx":
        from showproof.formats.xlsx.handout import write_handout_xlsx

        return write_handout_xlsx(handout)
    from showproof.formats.docx.handout import write_handout_docx

    return write_handout_docx(handout)


def write_rating_form(form: RatingForm) -> bytes:
    """The workbook's bytes."""
    from showproof.formats.xlsx import rating_form

    return rating_form.write_rating_form(form)


def write_packet_form(form: PacketForm) -> bytes:
    """The workbook's bytes."""
    from showproof.formats.xlsx import packet_form

    return packet_form.write_packet_form(form)
