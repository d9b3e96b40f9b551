"""The place of one answer: a paragraph of its own, in it a content control, and around that a bookmark.

Office suites drop the control's tag, or the control, but keep the bookmark. It must stand outside the control: one
inside is emptied where a suite moves the control's text. Free answers are rich text: suites turn plain-text controls
into form fields, which lose line breaks and the mark of an empty answer. A checkbox has neither title nor number: with
them, LibreOffice wraps what follows it in one more control of that title. Nothing is bound, locked or repeated.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import count

from showproof.formats.docx.text import attribute, clean, run
from showproof.formats.form import Question, mark

BLANK = "\N{NO-BREAK SPACE}" * 5
"""What an empty cell shows so that it can be clicked."""
CHOOSE = "Choose one"
"""What an empty choice without guidance shows."""
WRITE = "Write here"
"""What any other empty answer without guidance shows."""
TICKED = ("yes", "true", "x", "1", "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX WITH CHECK}", "\N{CHECK MARK}")
"""Answers that tick a checkbox."""
UNTICKED = ("", "no", "false", "0", "\N{BALLOT BOX}")
"""Answers that leave it empty; any other answer to a checkbox stays as text."""

_LONGEST_ALIAS = 64
_PLACEHOLDER = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
_SYMBOL = '<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>'
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def hint(question: Question) -> str:
    """What an empty answer shows: the guidance, or a plain request where there is none."""
    return clean(question.guidance) or (CHOOSE if question.type == "choice" else WRITE)


class Controls:
    """Makes one document's controls and numbers them as they come."""

    def __init__(self, language: str) -> None:
        self._lid = attribute(language)
        self._numbers = count(1)

    def control(self, question: Question, name: str, answer: str, empty: str, paragraph: str) -> str:
        """The paragraph with the answer whose tag is `name`.

        `empty` is shown where there is no answer; `paragraph` is the inside of the paragraph's w:pPr.
        """
        answer = clean(answer).strip()
        number = next(self._numbers)
        bookmark, named = _named(name)
        if question.type == "checkbox" and answer.lower() in TICKED + UNTICKED:
            kind, content = _checkbox(answer.lower() in TICKED)
        else:
            named = f'<w:alias w:val={_alias(question.label)}/>{named}<w:id w:val="{number}"/>'
            kind = self._kind(question, answer)
            content = run(answer) if answer else _prompt(empty)
            if not answer:
                kind = f"<w:showingPlcHdr/>{kind}"
        return (
            f'<w:p><w:pPr>{paragraph}</w:pPr><w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>'
            f"<w:sdt><w:sdtPr>{named}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
            f'<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def tick(self, name: str, said: str, paragraph: str) -> str:
        """A paragraph that opens with an empty box to tick."""
        number = next(self._numbers)
        bookmark, named = _named(name)
        kind, content = _checkbox(ticked=False)
        return (
            f'<w:p><w:pPr>{paragraph}</w:pPr><w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>'
            f"<w:sdt><w:sdtPr>{named}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
            f'<w:bookmarkEnd w:id="{number}"/>{run(f"  {said}")}</w:p>'
        )

    def _kind(self, question: Question, answer: str) -> str:
        """The element that says what may be entered; any text where there is none."""
        if question.type == "choice":
            return _choices(question.options)
        if question.type == "date":
            return self._date(answer)
        return ""

    def _date(self, answer: str) -> str:
        full = f' w:fullDate="{answer}T00:00:00Z"' if _is_date(answer) else ""
        return (
            f'<w:date{full}><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val={self._lid}/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )


@lru_cache(maxsize=4096)
def _named(name: str) -> tuple[str, str]:
    """The bookmark's name and the control's tag: documents of one type share all of them."""
    return mark(name), f"<w:tag w:val={attribute(name)}/>"


@lru_cache(maxsize=256)
def _prompt(empty: str) -> str:
    return run(empty, _PLACEHOLDER)


@lru_cache(maxsize=1024)
def _alias(label: str) -> str:
    return attribute(clean(label)[:_LONGEST_ALIAS])


@lru_cache(maxsize=256)
def _choices(options: tuple[str, ...]) -> str:
    """A list to choose from; Word refuses a file in which a list names one value twice."""
    values = dict.fromkeys(attribute(option) for option in options if clean(option).strip())
    items = "".join(f"<w:listItem w:displayText={value} w:value={value}/>" for value in values)
    return f"<w:dropDownList>{items}</w:dropDownList>"


def _checkbox(ticked: bool) -> tuple[str, str]:
    kind = (
        f'<w14:checkbox><w14:checked w14:val="{ticked:d}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    return kind, run("\N{BALLOT BOX WITH X}" if ticked else "\N{BALLOT BOX}", _SYMBOL)


def _is_date(answer: str) -> bool:
    if not _ISO_DATE.fullmatch(answer):
        return False
    try:
        date.fromisoformat(answer)
    except ValueError:
        return False
    return True
