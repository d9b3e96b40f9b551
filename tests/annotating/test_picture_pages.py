"""`annotate --pictures` on whole drafts: known again, never scored, and nothing else that differs."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_copies import scores

from copied import Pair, copied, main_part, parts
from example_drafts import TYPES
from pictured import drawn
from showproof.api import Scorer, make_template
from showproof.figures import lacking_said
from showproof.pictures.picture import Picture

FREE = (
    "[Content_Types].xml", "word/comments.xml", "word/document.xml", "word/_rels/document.xml.rels", "xl/comments",
    "xl/drawings/", "xl/worksheets/", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "word/media/show",
    "xl/media/show",
)  # fmt: skip


def check(scorer: Scorer, path: Path, folder: Path) -> Pair:
    """A draft's copy with pictures; what must hold of every one."""
    plain = copied(scorer, path, folder / "plain")
    pair = copied(scorer, path, folder / "drawn", pictures=True)
    after = scorer.score(Path(pair.copy.copy))
    assert scores(after) == scores(pair.copy.card) == scores(plain.copy.card)
    assert pair.copy.noted == plain.copy.noted
    before, made = parts(pair.before), parts(pair.after)
    assert all(name.startswith(FREE) for name in made if made[name] != before.get(name))
    assert set(before) <= set(made)
    kinds = [one.kind for one in pair.copy.pictures]
    assert kinds[-1] == "levels"
    again = copied(scorer, Path(pair.copy.copy), folder / "again", pictures=True)
    assert again.after == pair.after
    return pair


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_types_that_have_pictures(form: str, scorer: Scorer, every_type: bool, tmp_path: Path) -> None:
    for artifact in TYPES if every_type else TYPES[form == "xlsx" :: 6]:
        kind = scorer.catalog.artifact(artifact)
        if not kind.pictures or form not in kind.formats:
            continue
        path = tmp_path / f"{artifact}.{form}"
        path.write_bytes(make_template(scorer.catalog, artifact, format_name=form, example="weak"))
        pair = check(scorer, path, tmp_path)
        if form == "docx":
            added = [one for one in drawn(pair.after, main_part(pair.after)) if "added" in one.name]
            assert [one.said for one in added] == [one.said for one in pair.copy.pictures]


def test_drafts_of_strangers(scorer: Scorer, shared: Path, tmp_path: Path) -> None:
    for ending in ("docx", "xlsx"):
        for path in sorted((shared / "corpus" / "dev" / "files").glob(f"*.{ending}"))[::9]:
            check(scorer, path, tmp_path / ending)


def test_a_draft_of_which_nothing_can_be_drawn_has_its_levels(scorer: Scorer, tmp_path: Path) -> None:
    path = tmp_path / "decision-log.docx"
    path.write_bytes(make_template(scorer.catalog, "decision-log", format_name="docx"))
    assert [one.kind for one in check(scorer, path, tmp_path).copy.pictures] == ["levels"]


def test_signs_that_the_letters_lack_are_said() -> None:
    def of(words: str) -> Picture:
        return Picture("levels", "Levels", "", f"<svg><text>{words}</text></svg>", 1, 1, (), ())

    assert lacking_said([of("Owner: Ana → Ben")]) == ()
    assert lacking_said([of("漢字"), of("字 Ana")]) == (
        "signs that the letters of pictures lack stand there as boxes: 字 漢",
    )
    many = "".join(chr(0x4E00 + number) for number in range(14))
    assert lacking_said([of(many)])[0].endswith(f"{many[11]} and 2 more")
