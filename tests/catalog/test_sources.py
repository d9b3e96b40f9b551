from __future__ import annotations

import os
from pathlib import Path

import pytest
from small_catalog import ARTIFACT, put, put_note

from showproof.api import open_catalog
from showproof.catalog.sources import Sources, built_in, cache_folder, user_folder
from showproof.catalog.store import Catalog
from showproof.errors import UserError


@pytest.fixture
def own(tmp_path, monkeypatch) -> Path:
    """The person's own catalogue."""
    folder = tmp_path / "own"
    monkeypatch.setenv("SHOWPROOF_CATALOG", str(folder))
    return folder


def titled(title: str) -> str:
    return ARTIFACT.replace("title: Note", f"title: {title}")


def test_a_named_folder_is_over_the_persons_own_and_that_over_the_built_in_one(tmp_path, own):
    put_note(own, titled("Own"))
    put_note(tmp_path / "named", titled("Named"))
    put_note(tmp_path / "second", titled("Second"))
    put(own, "templates/sop/artifact.yaml", titled("My procedure").replace("id: note", "id: sop"))
    known = open_catalog([tmp_path / "named", tmp_path / "second"])
    assert known.artifact("note").title == "Named"
    assert known.artifact("sop").title == "My procedure"
    assert known.artifact("decision-log").title == "Decision log"
    assert open_catalog().artifact("note").title == "Own"


def test_a_folder_of_ones_own_adds_to_the_lists(own):
    put_note(own)
    assert set(open_catalog().artifact_ids) == {"note"} | set(Catalog(Sources((built_in(),))).artifact_ids)


def test_a_criterion_of_ones_own_comes_after_the_nine(own):
    rule = "essentials: [{id: e, say: s, fix: f, about: [owner]}]"
    put(own, "rubrics/criteria/accuracy.yaml", f"id: accuracy\ntitle: Accuracy\nquestion: Is it right?\n{rule}\n")
    assert [one.id for one in open_catalog().criteria][8:] == ["clarity", "accuracy"]


def test_the_digest_of_the_rubric_changes_with_any_of_its_files(own):
    before = open_catalog().digest
    put(own, "rubrics/overall.yaml", (built_in() / "rubrics/overall.yaml").read_text() + "# a word\n")
    assert open_catalog().digest != before


def test_a_catalogue_without_a_needed_file_says_so(tmp_path):
    with pytest.raises(UserError) as caught:
        _ = Catalog(Sources((tmp_path,))).facets
    assert str(caught.value) == "rubrics/facets.yaml: the catalogue file is missing; install showproof again"


def test_the_folders_follow_the_environment(monkeypatch, tmp_path):
    monkeypatch.delenv("SHOWPROOF_CATALOG")
    monkeypatch.delenv("SHOWPROOF_CACHE")
    monkeypatch.setattr("showproof.catalog.sources.os.name", "posix")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert user_folder() == tmp_path / "config" / "showproof"
    assert cache_folder() == tmp_path / "cache" / "showproof"


def test_an_unknown_type_or_role_names_the_near_ones(catalog):
    with pytest.raises(UserError) as caught:
        catalog.artifact("dashbord-spec")
    assert str(caught.value) == (
        'unknown artifact type "dashbord-spec"; did you mean dashboard-spec? `showproof catalog artifacts` lists them'
    )
    with pytest.raises(UserError) as caught:
        catalog.role("operation-manager")
    assert str(caught.value).startswith('unknown role "operation-manager"; did you mean operations-manager')
    with pytest.raises(UserError) as caught:
        catalog.role("zzz")
    assert str(caught.value) == 'unknown role "zzz"; `showproof catalog roles` lists them'


@pytest.mark.skipif(os.name == "nt", reason="the variables are those of other systems")
def test_an_empty_variable_of_the_system_counts_as_none(monkeypatch, tmp_path):
    for name in ("SHOWPROOF_CATALOG", "SHOWPROOF_CACHE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_folder() == tmp_path / ".config" / "showproof"
    assert cache_folder() == tmp_path / ".cache" / "showproof"


def test_a_catalogue_file_that_cannot_be_read_is_told_in_one_line(own, monkeypatch):
    put_note(own)
    known = open_catalog()

    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(UserError) as caught:
        known.artifact("note")
    where = own / "templates" / "note" / "artifact.yaml"
    assert str(caught.value) == f"{where}: cannot be read: permission denied; check your rights to it"
