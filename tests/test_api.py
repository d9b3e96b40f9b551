from __future__ import annotations

from pathlib import Path

import pytest

from showproof.api import (
    Said,
    Scorer,
    Unreadable,
    demo_files,
    describe,
    draft_files,
    make_template,
    read_manifest,
    role_defaults,
    role_of,
    rule_lines,
    score_files,
)
from showproof.errors import UnreadableError, UserError


@pytest.fixture(scope="module")
def worked(catalog) -> bytes:
    return make_template(catalog, "sop", example="strong")


def test_a_template_is_made_for_the_first_role_of_its_type_unless_another_is_named(catalog):
    first = next(iter(catalog.artifact("sop").proves))
    assert make_template(catalog, "sop") == make_template(catalog, "sop", role=first)
    assert make_template(catalog, "sop") != make_template(catalog, "sop", role="finops-analyst")


def test_unknown_names_are_refused(catalog):
    for given in ({"artifact": "zzz"}, {"artifact": "sop", "role": "zzz"}, {"artifact": "sop", "format_name": "pdf"}):
        with pytest.raises(UserError):
            make_template(catalog, **given)


def test_an_example_that_there_is_not_is_refused(catalog):
    with pytest.raises(UserError) as caught:
        make_template(catalog, "sop", example="medium")
    assert str(caught.value) == "sop has no medium example; leave --example out"


def test_every_type_is_made_in_every_format_as_template_and_examples(catalog):
    made = demo_files(catalog)
    for name in catalog.artifact_ids:
        for form in catalog.artifact(name).formats:
            assert {
                f"templates/{name}.{form}",
                f"examples/{name}-strong.{form}",
                f"examples/{name}-weak.{form}",
            } <= set(made)
    assert all(data.startswith(b"PK") for data in (make() for make in list(made.values())[:3]))


def test_a_role_offers_the_first_of_its_lists(catalog):
    role = role_of(catalog, "finops-analyst")
    assert role_defaults(catalog, "finops-analyst") == {
        "workflow": role.workflows[0],
        "metric": role.metrics[0],
        "constraint": role.constraints[0],
        "stakeholder": role.stakeholders[0],
        "team": role.teams[0],
    }


def test_drafts_are_found_in_a_stable_order_without_doubles(tmp_path):
    for name in ("b.docx", "a.md", "deep/c.XLSX", "notes.pdf", "~$b.docx", ".a.md", "._b.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "folder.docx").mkdir()
    found = draft_files([tmp_path, tmp_path / "a.md", tmp_path / "notes.pdf", tmp_path / "nowhere.docx"])
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["a.md", "b.docx", "deep/c.XLSX", "notes.pdf", "nowhere.docx"]


def test_a_batch_gives_scorecards_and_what_could_not_be_read(scorer, tmp_path, worked):
    (tmp_path / "a.docx").write_bytes(worked)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4")
    cards, failed = score_files(scorer, [tmp_path / "b.pdf", tmp_path / "a.docx"], Said())
    assert [card.file for card in cards] == [str(tmp_path / "a.docx")]
    assert failed == [
        Unreadable(
            str(tmp_path / "b.pdf"),
            "a PDF cannot be scored by place",
            "hand in the .docx, .xlsx or .md it was made from",
        )
    ]


def test_what_cannot_be_read_is_no_low_mark(scorer, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"")
    with pytest.raises(UnreadableError) as caught:
        scorer.score(tmp_path / "a.docx")
    assert caught.value.exit_code == 3


def test_unknown_names_said_of_a_draft_are_refused(scorer, tmp_path, worked):
    (tmp_path / "a.docx").write_bytes(worked)
    for said in (Said(role="zzz"), Said(artifact="zzz")):
        with pytest.raises(UserError):
            scorer.score(tmp_path / "a.docx", said)


def test_the_type_and_role_are_known_by_what_is_said_then_by_the_file(scorer, tmp_path, worked):
    (tmp_path / "a.docx").write_bytes(worked)
    card = scorer.score(tmp_path / "a.docx")
    assert [(one.value, one.by) for one in (card.artifact, card.role)] == [
        ("sop", "property"), ("operations-manager", "property"),
    ]  # fmt: skip
    card = scorer.score(tmp_path / "a.docx", Said("finops-analyst", "decision-log"))
    assert [(one.value, one.by) for one in (card.artifact, card.role)] == [
        ("decision-log", "option"), ("finops-analyst", "option"),
    ]  # fmt: skip


def test_a_card_names_the_file_its_digest_and_the_rubric(scorer, tmp_path, worked):
    import hashlib

    (tmp_path / "a.docx").write_bytes(worked)
    card = scorer.score(tmp_path / "a.docx")
    assert card.sha256 == hashlib.sha256(worked).hexdigest()
    assert (card.rubric_version, card.rubric_digest) == (scorer.catalog.screen.version, scorer.catalog.digest)
    assert [one.id for one in card.criteria] == [one.id for one in scorer.catalog.criteria]
    assert [one.id for one in card.skills] == [row.id for row in scorer.catalog.role("operations-manager").rows]


def test_two_scorers_say_the_same(scorer, catalog, tmp_path, worked):
    (tmp_path / "a.docx").write_bytes(worked)
    assert Scorer(catalog).score(tmp_path / "a.docx") == scorer.score(tmp_path / "a.docx")


def test_a_manifest_names_files_beside_it_or_from_here(catalog, tmp_path):
    (tmp_path / "roster.csv").write_text("file,role\na.docx,finops-analyst\n", encoding="utf-8")
    roster = read_manifest(tmp_path / "roster.csv", catalog, Said(artifact="sop"))
    one = Said("finops-analyst", "sop", "manifest")
    for path in (Path("a.docx"), tmp_path / "a.docx", Path("moved") / "a.docx"):
        assert roster.said_of(path) == one
    assert roster.notices == ()


def test_rows_of_files_with_the_same_name_are_told_apart_by_their_folders(catalog, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roster.csv").write_text(
        "file,role\nana/sop.docx,finops-analyst\nben/sop.docx,operations-manager\n", encoding="utf-8"
    )
    roster = read_manifest(Path("roster.csv"), catalog, Said(role="production-support-analyst"))
    assert roster.said_of(tmp_path / "ana" / "sop.docx").role == "finops-analyst"
    assert roster.said_of(Path("cy/../ben/sop.docx")).role == "operations-manager"
    assert roster.said_of(Path("elsewhere/sop.docx")) == Said(role="production-support-analyst")


def test_lists_are_told_by_kind_and_things_whole(catalog):
    assert list(describe(catalog, "", "")) == ["artifacts", "bundles", "roles", "criteria", "flags", "rules"]
    assert list(describe(catalog, "roles", "")) == ["roles"]
    assert describe(catalog, "criteria", "scope")["title"] == "Scope and context"
    assert all(line and "\n" not in line for line in rule_lines().values())
