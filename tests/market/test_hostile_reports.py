from __future__ import annotations

import io
import random
import zipfile
from dataclasses import asdict
from time import process_time

import docx
import market_reports as reports
import pytest

from showproof.api import role_file
from showproof.catalog.rubric import Role
from showproof.catalog.rule_check import load_judged
from showproof.errors import UnreadableError
from showproof.market.importing import import_report

SECONDS = 10
"""What a file may take here, on a slow machine with others at work; most take hundredths of one."""
LETTER = """\
Dear Ms Okafor,

thank you for your letter of 4 March. We have looked at the invoice again and agree that the second line was charged
twice. You will find the corrected invoice with this letter.

Next steps:

- We send the refund this week.
- You need to do nothing.

Kind regards
Rosa Lindqvist
"""
SOP = """\
# Standard operating procedure: month-end close

## Purpose and scope

This covers the close of one month.

## Roles

| Step | Owner | Due |
|---|---|---|
| Close the ledger | Ines Okafor | day 2 |
| Check the bank | Jan Peeters | day 3 |

## Action plan

- 30 days: run it once with both.

## FAQ

Who signs?

The controller signs.

## Risks

- A bank file is late.
"""
NOT_REPORTS = {
    "letter.txt": LETTER.encode(),
    "sop.md": SOP.encode(),
    "empty.txt": b"",
    "blank.txt": b"\n \n\t\n",
    "line.txt": b"word " * 300_000,
    "letters.txt": b"x" * 1_500_000,
    "capitals.txt": b"aB" * 700_000,
    "bars.txt": b"|" * 1_000_000,
    "bullets.txt": b"- " * 500_000,
    "stars.md": b"**" * 400_000,
    "numbers.md": b"# Hiring Loop (What interviews test)\n" * 4_900,
    "colons.txt": b"Hiring Loop:\n" * 4_900,
    "near.txt": "\n".join(f"Hiring Lop {n}" for n in range(4_900)).encode(),
    "page.html": b"<html><body>" + b"<div><p>text" * 40_000,
    "deep.html": b"<ul><li>" * 20_000 + b"x",
    "script.html": b"<html><script>" + b"Skill / Signal " * 1_000 + b"</script></html>",
    "nothing.html": b"<html></html>",
    "void.html": b"",
}
REFUSED = {
    "binary.txt": (bytes(range(256)) * 40, "not UTF-8 text; save the report as .txt, .html or .docx"),
    "report.pdf": (b"%PDF-1.7\n", "this is a PDF; save the report as .txt, .html or .docx"),
    "report.rtf": (b"{\\rtf1 x}", "this is rich text; save the report as .txt, .html or .docx"),
    "many.txt": (b"Hiring Loop\n" * 5_001, "found 5,001 lines of text; allowed: 5,000; import the report alone"),
    "long.txt": (
        b"a\n" * 150_000,
        "found 150,000 lines of text; allowed: 100,000; save the report as .txt, .html or .docx",
    ),
    "broken.docx": (b"PK\x03\x04 nothing", None),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, None),
}


def refusal(catalog, path, data: bytes) -> str:
    path.write_bytes(data)
    began = process_time()
    with pytest.raises(UnreadableError) as raised:
        import_report(path, catalog)
    assert process_time() - began < SECONDS
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith(f"{path}: ")
    return str(raised.value).removeprefix(f"{path}: ")


@pytest.mark.parametrize("name", NOT_REPORTS)
def test_what_is_no_report_is_refused_in_one_line(catalog, tmp_path, name):
    line = refusal(catalog, tmp_path / name, NOT_REPORTS[name])
    assert line.startswith(("this is no market report: looked for ", "the page is empty;", "the file is empty;"))


def test_the_refusal_says_what_was_looked_for_and_found(catalog, tmp_path):
    looked = (
        "this is no market report: looked for a table of skills and lists such as Hiring Loop, Role Variants or "
        "Interview Prep Checklist; found {}; import a report that has at least three of them"
    )
    assert refusal(catalog, tmp_path / "letter.txt", LETTER.encode()) == looked.format("none of them")
    plan = "the candidate's 30, 60 and 90 days"
    assert refusal(catalog, tmp_path / "sop.md", SOP.encode()) == looked.format(plan)


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_what_to_do(catalog, tmp_path, name):
    data, said = REFUSED[name]
    line = refusal(catalog, tmp_path / name, data)
    assert line == said if said else line.endswith("save the report as .txt, .html or .docx")


def test_a_file_that_is_not_there_is_said(catalog, tmp_path):
    with pytest.raises(UnreadableError, match=r"no such file; name a report as \.txt, \.md, \.html or \.docx"):
        import_report(tmp_path / "none.txt", catalog)


def test_a_workbook_and_an_archive_are_refused(catalog, tmp_path):
    from showproof.api import make_template

    line = refusal(catalog, tmp_path / "book.xlsx", make_template(catalog, "sop", format_name="xlsx"))
    assert line == "a workbook is no report; save the report as .txt, .html or .docx"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("report.txt", "Hiring Loop")
    assert refusal(catalog, tmp_path / "report.zip", packed.getvalue()).startswith("a zip archive without a document;")
    empty = io.BytesIO()
    docx.Document().save(empty)
    assert refusal(catalog, tmp_path / "empty.docx", empty.getvalue()).startswith("this is no market report:")


@pytest.mark.parametrize("seed", range(40))
def test_a_report_with_its_lines_cut_doubled_and_mixed_never_breaks(catalog, tmp_path, seed):
    draw = random.Random(seed)
    lines = reports.lines_of(draw.choice(sorted(reports.REPORTS)))
    for _ in range(draw.randrange(1, 40)):
        at = draw.randrange(len(lines))
        line = lines[at]
        lines[at : at + 1] = draw.choice(
            ([], [line, line], [line[: draw.randrange(len(line) + 1)]], [line + line], [line.upper()], ["", line, ""],
             ["| " + line], [line + " — "], ["#" + line], [line.replace(" ", "")], ["\u202e" + line, "{{ x }}: [&a *b"])
        )  # fmt: skip
    path = tmp_path / "report.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = import_report(path, catalog)
    assert all("\n" not in note for note in found.notes)
    file = tmp_path / f"{found.role.id}.yaml"
    file.write_text(role_file(found, path), encoding="utf-8")
    loaded = load_judged(Role, file, catalog.facets)
    assert asdict(loaded) == asdict(found.role)


def test_a_long_list_and_a_long_line_are_read_in_bounded_time(catalog, tmp_path):
    lines = reports.lines_of("billing-analyst-healthcare")
    at = next(number for number, line in enumerate(lines) if line.startswith("Signals that pass"))
    many = [f"- You can show {number} claims worked to their end in week {number % 52}." for number in range(4_000)]
    path = tmp_path / "report.txt"
    path.write_text(
        "\n".join([*lines[: at + 1], "- " + "very long " * 50_000, *many, *lines[at + 1 :]]), encoding="utf-8"
    )
    began = process_time()
    found = import_report(path, catalog)
    assert process_time() - began < SECONDS
    assert len(found.role.signals) > 4_000
    assert "some lines are longer than 4,000 characters: the rest of them was left out" in found.notices
