"""Copies of whole drafts: every finding at its place, the same score, and nothing else that differs."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from anchors import Anchors
from copied import Pair, bare, changed_parts, comments, copied, looks, notes, parts
from example_drafts import TYPES
from showproof.annotating.copies import Wanted, annotate_file, check_targets
from showproof.api import Scorer, make_template
from showproof.errors import UnreadableError, UserError
from showproof.formats.package import pack
from showproof.model import Scorecard

OF_DOCUMENT = {"[Content_Types].xml", "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"}


def scores(card: Scorecard) -> object:
    """All that a scorecard says of a draft's words."""
    return (card.level, card.score, card.verdict, card.criteria, card.skills, card.flags, card.unplaced)


def missing(card: Scorecard) -> Iterator[str]:
    """The findings that want a comment, by their names."""
    for group, every in (("criteria", card.criteria), ("skills", card.skills)):
        for rated in every:
            for finding in rated.findings:
                if finding.verdict in ("unmet", "partly"):
                    yield f"{group}.{rated.id}.{finding.id}"


def check(scorer: Scorer, pair: Pair) -> None:
    """What must hold of every copy."""
    said = Counter(name for one in pair.copy.noted for name in one.ids)
    assert said.pop("summary") == 1
    flags = {f"flags.{flag.id}": len(flag.evidence) or 1 for flag in pair.copy.card.flags}
    assert said == Counter(missing(pair.copy.card)) + Counter(flags)
    after = scorer.score(Path(pair.copy.copy))
    assert scores(after) == scores(pair.copy.card)
    if pair.copy.copy.endswith(".docx"):
        check_document(pair)
    else:
        check_workbook(pair)


def check_document(pair: Pair) -> None:
    assert changed_parts(pair.before, pair.after) <= OF_DOCUMENT
    assert bare(pair.after) == bare(pair.before)
    assert looks(pair.after) == looks(pair.before)
    ours = [one for one in comments(pair.after) if one.initials == "showproof"]
    assert [one.lines for one in ours] == [one.remark.lines for one in pair.copy.noted]
    hung = Anchors(pair.after)
    for number, comment, one in zip(hung.ids, ours, pair.copy.noted, strict=True):
        place = one.remark.place
        if place and place.part == "body":
            assert hung.span(number, place) == (place.start, place.end)
            assert comment.about == one.quote or not one.quote


def check_workbook(pair: Pair) -> None:
    changed = changed_parts(pair.before, pair.after)
    beside = ("[Content_Types].xml", "xl/comments", "xl/drawings/vmlDrawing", "xl/worksheets/")
    assert all(name.startswith(beside) for name in changed)
    before, after = parts(pair.before), parts(pair.after)
    for name in changed:
        if name.startswith("xl/worksheets/sheet"):
            head, _, rest = after[name].partition(b"<legacyDrawing ")
            assert head + rest.partition(b"/>")[2] == before[name]
    ours = {(note.sheet, note.cell): note.text for note in notes(pair.after) if note.text.startswith("showproof:\n")}
    for one in pair.copy.noted:
        place = one.remark.place
        if place and place.cell:
            assert "\n".join(one.remark.lines) in ours[place.part, place.cell]


def written(folder: Path, artifact: str, form: str, scorer: Scorer, example: str = "weak") -> Path:
    """An example as a file; examples of a format that the type has not are skipped."""
    if form not in scorer.catalog.artifact(artifact).formats:
        pytest.skip(f"{artifact} is not made as {form}")
    path = folder / f"{artifact}.{form}"
    path.write_bytes(make_template(scorer.catalog, artifact, format_name=form, example=example))
    return path


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize("artifact", TYPES)
def test_every_type_in_every_format(artifact: str, form: str, scorer: Scorer, tmp_path: Path) -> None:
    check(scorer, copied(scorer, written(tmp_path, artifact, form, scorer), tmp_path / "out"))


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize("artifact", ["sop", "dashboard-spec", "rca"])
def test_twice_is_once(artifact: str, form: str, scorer: Scorer, tmp_path: Path) -> None:
    first = copied(scorer, written(tmp_path, artifact, form, scorer), tmp_path / "one")
    again = copied(scorer, Path(first.copy.copy), tmp_path / "two")
    assert again.after == first.after
    assert again.copy.replaced == again.copy.written == first.copy.written
    other = copied(scorer, Path(first.copy.copy), tmp_path / "three", author="Ana Coach", top=3, length="short")
    assert other.copy.replaced == first.copy.written
    assert {one.ids for one in other.copy.noted} != {one.ids for one in first.copy.noted}


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_the_drafts_of_the_corpus(ending: str, scorer: Scorer, shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / "corpus" / "dev" / "files").glob(f"*.{ending}"))
    assert len(files) > 10
    for path in files:
        check(scorer, copied(scorer, path, tmp_path))


def test_the_texts_of_the_corpus_have_no_comments_and_say_so(scorer: Scorer, shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / "corpus" / "dev" / "files").glob("*.md"))
    assert len(files) > 10
    for path in files:
        with pytest.raises(UnreadableError, match="text has no comments"):
            annotate_file(scorer, path, Wanted(tmp_path / "out"))


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_an_empty_template_has_its_comments_at_the_empty_answers(form: str, scorer: Scorer, tmp_path: Path) -> None:
    path = tmp_path / f"empty.{form}"
    path.write_bytes(make_template(scorer.catalog, "dashboard-spec", format_name=form))
    pair = copied(scorer, path, tmp_path / "out")
    check(scorer, pair)
    placed = [one for one in pair.copy.noted if one.remark.place]
    assert len(placed) > 10


def test_what_comments_say(scorer: Scorer, tmp_path: Path) -> None:
    path = written(tmp_path, "dashboard-spec", "docx", scorer)
    noted = copied(scorer, path, tmp_path / "out").copy.noted
    first = noted[0].remark.lines
    assert first[0].startswith("Level 1 of 4, reject (score ")
    assert "Taken for dashboard-spec, role operations-manager." in first
    assert "· Verification and evidence 0, missing" in first
    worth = first.index("Worth most:")
    assert [line[:2] for line in first[worth + 1 : worth + 4]] == ["1.", "2.", "3."]
    check_made = next(one for one in noted if "criteria.verification.check" in one.ids)
    lines = "\n".join(check_made.remark.lines)
    assert "Verification and evidence (+1.54)\nMissing: a check that was made, with what it showed." in lines
    assert "Why: the criterion “Verification and evidence” stands at 0, missing. It asks: " in lines
    assert "Write: Say which check was made, by whom, on which day, on how many cases, and what came out." in lines
    assert "Adds: 1.54 to the score of “Verification and evidence”, now " in lines


def test_few_words_and_few_findings(scorer: Scorer, tmp_path: Path) -> None:
    path = written(tmp_path, "dashboard-spec", "docx", scorer)
    whole = copied(scorer, path, tmp_path / "a").copy
    short = copied(scorer, path, tmp_path / "b", length="short").copy
    few = copied(scorer, path, tmp_path / "c", top=3).copy
    size = [sum(len(line) for one in copy.noted for line in one.remark.lines) for copy in (whole, short)]
    assert size[1] < 0.8 * size[0]
    assert [one.ids for one in short.noted] == [one.ids for one in whole.noted]
    names = [name for one in few.noted for name in one.ids if not name.startswith(("flags.", "summary"))]
    assert len(names) == 3
    rated = [("criteria", one) for one in whole.card.criteria] + [("skills", one) for one in whole.card.skills]
    worth = {f"{group}.{one.id}.{finding.id}": finding.worth for group, one in rated for finding in one.findings}
    assert sorted((worth[name] for name in names), reverse=True) == sorted(worth.values(), reverse=True)[:3]


def test_text_cannot_have_comments(scorer: Scorer, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Plan\n\nAna signs.\n", encoding="utf-8")
    with pytest.raises(UnreadableError) as told:
        annotate_file(scorer, path, Wanted(tmp_path / "out"))
    assert str(told.value) == (
        f"{path}: text has no comments: what is written into it becomes part of the draft; "
        "read its findings with `showproof score`, or save it as .docx"
    )
    assert not (tmp_path / "out").exists()


def test_a_signed_file_is_left_alone_unless_forced(scorer: Scorer, tmp_path: Path) -> None:
    path = written(tmp_path, "sop", "docx", scorer)
    signed = {**parts(path.read_bytes()), "_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"}
    path.write_bytes(pack(signed))
    with pytest.raises(UnreadableError) as told:
        annotate_file(scorer, path, Wanted(tmp_path / "out"))
    assert str(told.value) == (
        f"{path}: it is signed, and comments would break the signature; "
        "annotate a copy without the signature, or say --force"
    )
    made = annotate_file(scorer, path, Wanted(tmp_path / "out", force=True))
    assert made.notices == ("its signature is broken by the comments",)


@pytest.mark.parametrize("lock", ["~$sop.docx", "~$p.docx", ".~lock.sop.docx#"])
def test_a_file_that_is_open_elsewhere_is_said(lock: str, scorer: Scorer, tmp_path: Path) -> None:
    path = written(tmp_path, "sop", "docx", scorer)
    (tmp_path / lock).write_bytes(b"")
    assert annotate_file(scorer, path, Wanted(tmp_path / "out")).notices == (
        "it is open in an office program: what is not saved yet is not in the copy",
    )


def test_a_copy_that_would_differ_is_not_written(
    scorer: Scorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from showproof.formats import annotate

    path = written(tmp_path, "sop", "docx", scorer)
    repacked = annotate.repacked

    def spoilt(data: bytes, changed: dict[str, bytes], *more: object) -> bytes:
        changed["word/document.xml"] = changed["word/document.xml"].replace(b"onboarding", b"On-boarding", 1)
        return repacked(data, changed)

    monkeypatch.setattr(annotate, "repacked", spoilt)
    with pytest.raises(
        UnreadableError, match="its copy would differ in what is read as its items, and was not written"
    ):
        annotate_file(scorer, path, Wanted(tmp_path / "out"))
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml"])
def test_a_copy_with_another_part_changed_is_not_written(
    part: str, scorer: Scorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from showproof.formats import annotate

    path = written(tmp_path, "sop", "docx", scorer)
    repacked = annotate.repacked
    monkeypatch.setattr(
        annotate,
        "repacked",
        lambda data, changed, *more: repacked(data, {**changed, part: parts(data)[part] + b"<!-- -->"}),
    )
    with pytest.raises(UnreadableError, match=f"its copy would differ in the part {part}, and was not written"):
        annotate_file(scorer, path, Wanted(tmp_path / "out"))


def test_targets_that_would_lose_something_are_refused(scorer: Scorer, tmp_path: Path) -> None:
    path = written(tmp_path, "sop", "docx", scorer)
    (tmp_path / "b").mkdir()
    twin = shutil.copy(path, tmp_path / "b" / "SOP.docx")
    with pytest.raises(UserError, match="the copy would replace the draft itself; choose another folder with --out"):
        check_targets([path], Wanted(tmp_path, force=True))
    with pytest.raises(UserError, match="would have one name; annotate them into folders of their own"):
        check_targets([path, Path(twin)], Wanted(tmp_path / "out"))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "sop.docx").write_bytes(b"old")
    with pytest.raises(UserError, match="the file exists and was left as it is"):
        check_targets([path], Wanted(tmp_path / "out"))
    check_targets([path], Wanted(tmp_path / "out", force=True))


def test_a_full_disk_leaves_nothing_behind(scorer: Scorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "sop", "docx", scorer)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match=r"cannot be written: no space left on device; choose another --out"):
        annotate_file(scorer, path, Wanted(tmp_path / "out"))
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.usefixtures("unprivileged")
def test_a_folder_that_may_not_be_written(scorer: Scorer, tmp_path: Path) -> None:
    path = written(tmp_path, "sop", "docx", scorer)
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(UserError, match="cannot be written: permission denied; choose another --out"):
        annotate_file(scorer, path, Wanted(tmp_path / "out"))
