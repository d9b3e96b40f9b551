"""A form as a file of the wished format."""

from __future__ import annotations

from showproof.formats.form import Form


def write_form(form: Form, format_name: str) -> bytes:
    """The file's bytes; only the writer that is needed is loaded."""
    if format_name == "xlsx":
        from showproof.formats.xlsx.write import write_xlsx

        return write_xlsx(form)
    from showproof.formats.docx.write import write_docx

    return write_docx(form)
