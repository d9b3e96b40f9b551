from __future__ import annotations

import io
import zipfile

import pytest

from showproof.api import make_template, role_defaults
from showproof.catalog.sources import built_in


def text_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml"))


def test_a_template_is_made_in_its_usual_format_under_its_own_name(run, here):
    outcome = run("new", "sop")
    assert (outcome.code, outcome.out) == (0, "wrote sop.docx (Standard operating procedure, docx)\n")
    assert outcome.err == "fill it, then: showproof score sop.docx\n"
    assert [path.name for path in here.iterdir()] == ["sop.docx"]


def test_what_is_left_out_comes_from_the_role_and_what_is_said_wins(run, here, catalog):
    run("new", "sop", "-r", "finops-analyst", "--workflow", "tag clean-up")
    context = {**role_defaults(catalog, "finops-analyst"), "workflow": "tag clean-up"}
    assert (here / "sop.docx").read_bytes() == make_template(catalog, "sop", role="finops-analyst", context=context)
    assert "tag clean-up" in text_of((here / "sop.docx").read_bytes())


def test_plain_takes_nothing_from_the_role(run, here, catalog):
    run("new", "sop", "--plain", "--metric", "aging")
    assert (here / "sop.docx").read_bytes() == make_template(catalog, "sop", context={"metric": "aging"})


def test_words_of_the_context_reach_the_file_whatever_they_hold(run, here):
    run("new", "sop", "--workflow", "A & B <C> {{ metric }} “é”")
    assert "A &amp; B &lt;C&gt; {{ metric }} “é”" in text_of((here / "sop.docx").read_bytes())


def test_the_format_follows_the_option_and_then_the_name_of_the_target(run, here):
    assert run("new", "sop", "-f", "xlsx").out == "wrote sop.xlsx (Standard operating procedure, xlsx)\n"
    assert (
        run("new", "sop", "--out", "mine/plan.xlsx").out
        == "wrote mine/plan.xlsx (Standard operating procedure, xlsx)\n"
    )
    assert b"xl/workbook.xml" in (here / "mine" / "plan.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("typed", "name"), [(["--example"], "sop-strong.docx"), (["--example", "weak"], "sop-weak.docx")]
)
def test_an_example_has_its_own_name(run, here, typed, name):
    assert run("new", "sop", *typed).out == f"wrote {name} (Standard operating procedure, docx)\n"
    assert (here / name).is_file()


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(run, here):
    outcome = run("new", "sop", "--dry-run")
    assert outcome.code == 0
    assert list(here.iterdir()) == []
    run("new", "sop")
    assert outcome.out == f"would write sop.docx ({(here / 'sop.docx').stat().st_size:,} bytes)\n"


def test_a_file_that_stands_already_is_left_unless_told(run, here):
    (here / "sop.docx").write_bytes(b"my work")
    outcome = run("new", "sop")
    assert (outcome.code, outcome.out) == (2, "")
    assert (
        outcome.err
        == "showproof: sop.docx: the file exists and was left as it is; choose another --out, or say --force\n"
    )
    assert (here / "sop.docx").read_bytes() == b"my work"
    assert run("new", "sop", "--dry-run").code == 0
    assert (here / "sop.docx").read_bytes() == b"my work"
    assert run("new", "sop", "--force").code == 0
    assert (here / "sop.docx").read_bytes() != b"my work"


def test_a_target_that_cannot_be_written_is_told_in_one_line(run, here):
    (here / "folder.docx").mkdir()
    (here / "file").write_bytes(b"")
    assert run("new", "sop", "-o", "folder.docx").err == (
        "showproof: folder.docx: this is a folder; name a file in it with --out\n"
    )
    assert run("new", "sop", "-o", "file/a.docx").err.startswith("showproof: file/a.docx: cannot be written: ")
    name = "a" * 300 + ".docx"
    assert run("new", "sop", "-o", name).err == (
        f"showproof: {name}: cannot be written: file name too long; choose another --out\n"
    )


def test_a_format_that_a_type_is_not_made_in_is_refused(run, here):
    folder = here / "mine" / "templates" / "sop"
    folder.mkdir(parents=True)
    text = (built_in() / "templates" / "sop" / "artifact.yaml").read_text(encoding="utf-8")
    assert "formats: [docx, xlsx]" in text
    (folder / "artifact.yaml").write_text(text.replace("formats: [docx, xlsx]", "formats: [docx]"), encoding="utf-8")
    outcome = run("new", "sop", "--catalog", "mine", "-f", "xlsx")
    assert (outcome.code, outcome.err) == (2, 'showproof: sop is not made as "xlsx"; allowed: docx\n')
    assert not (here / "sop.xlsx").exists()


def test_all_faults_of_a_catalogue_are_told_a_line_each(run, here):
    folder = here / "mine" / "templates" / "note"
    folder.mkdir(parents=True)
    (folder / "artifact.yaml").write_text("id: note\ntitel: Note\nformats: [pdf]\n", encoding="utf-8")
    outcome = run("new", "note", "--catalog", "mine")
    assert (outcome.code, outcome.out) == (2, "")
    path = "mine/templates/note/artifact.yaml"
    assert f'{path}:3:11: formats[0]: found "pdf"; allowed: docx, xlsx; write one of these' in outcome.err.splitlines()
    assert all(line.startswith(f"{path}:") for line in outcome.err.splitlines())


def test_more_rows_and_another_paper_make_another_file(run, here):
    run("new", "sop")
    run("new", "sop", "--rows", "3", "--out", "more.docx")
    run("new", "sop", "--paper", "a4", "--out", "a4.docx")
    run("new", "sop", "--language", "de-DE", "--out", "de.docx")
    texts = {text_of(path.read_bytes()) for path in here.iterdir()}
    assert len(texts) == 4
    assert 'w:val="de-DE"' in text_of((here / "de.docx").read_bytes())
