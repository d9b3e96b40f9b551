"""Other libraries making a document of the same texts: smaller ones, without controls, bookmarks and own styles."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from showproof.formats.form import Form

GRID = "Table Grid"


def python_docx(form: Form) -> Callable[[], bytes]:
    """Paragraphs and tables through the document's objects, a row's cells at once."""
    import docx

    def make() -> bytes:
        document = docx.Document()
        document.add_paragraph(form.title, "Title")
        for section in (form.head, *form.sections):
            document.add_heading(section.title, 1)
            document.add_paragraph(section.guidance)
            for question in section.questions:
                document.add_paragraph(question.label)
                document.add_paragraph(question.answer)
            if section.table:
                lines = [[column.label for column in section.table.columns], *section.table.rows]
                table = document.add_table(len(lines), len(lines[0]), GRID)
                for row, texts in zip(table.rows, lines, strict=True):
                    for cell, text in zip(row.cells, texts, strict=True):
                        cell.text = text
        return _saved(document)

    return make


def docxtpl(form: Form) -> Callable[[], bytes]:
    """A template with loops over questions and rows, filled."""
    from docxtpl import DocxTemplate

    template = _template(form)
    sections = (form.head, *form.sections)
    context = {
        "title": form.title,
        "sections": [{"title": one.title, "guidance": one.guidance, "questions": one.questions} for one in sections],
        **{f"rows{number}": one.table.rows for number, one in enumerate(sections) if one.table},
    }

    def make() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, autoescape=True)
        return _saved(document)

    return make


def _template(form: Form) -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph("{{ title }}", "Title")
    for number, section in enumerate((form.head, *form.sections)):
        document.add_heading(f"{{{{ sections[{number}].title }}}}", 1)
        document.add_paragraph(f"{{{{ sections[{number}].guidance }}}}")
        loop = (f"{{%p for q in sections[{number}].questions %}}", "{{ q.label }}", "{{ q.answer }}", "{%p endfor %}")
        for line in loop:
            document.add_paragraph(line)
        if section.table:
            table = document.add_table(4, len(section.table.columns), GRID)
            for at, column in enumerate(section.table.columns):
                table.rows[0].cells[at].text = column.label
                table.rows[2].cells[at].text = f"{{{{ r[{at}] }}}}"
            table.rows[1].cells[0].text = f"{{%tr for r in rows{number} %}}"
            table.rows[3].cells[0].text = "{%tr endfor %}"
    return _saved(document)


def _saved(document) -> bytes:  # type: ignore[no-untyped-def]
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
