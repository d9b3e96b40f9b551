"""Fuzzes the Word document reader: its parts are changed and packed again."""

from __future__ import annotations

from common import keep_promise, mutated_parts, run

PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")

if __name__ == "__main__":
    run(lambda data: keep_promise(data, "draft.docx"), mutated_parts(PARTS))
