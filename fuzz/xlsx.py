"""Fuzzes the workbook reader: its parts are changed and packed again."""

from __future__ import annotations

from common import keep_promise, mutated_parts, run

PARTS = ("sheet1.xml", "sharedStrings.xml", "styles.xml", "workbook.xml")

if __name__ == "__main__":
    run(lambda data: keep_promise(data, "draft.xlsx"), mutated_parts(PARTS))
