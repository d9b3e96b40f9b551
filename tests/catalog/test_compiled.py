from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest
import yaml
from small_catalog import ARTIFACT, put_note

from showproof.api import open_catalog
from showproof.catalog.artifact import ArtifactType
from showproof.catalog.compiled import digest_of, keep, load, revive
from showproof.catalog.rubric import Facet, Screen
from showproof.catalog.ship import ship_catalogue


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    """An empty cache folder."""
    monkeypatch.setenv("SHOWPROOF_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def note(tmp_path, cache) -> Path:
    """A catalogue folder with one small type."""
    put_note(tmp_path / "mine")
    return tmp_path / "mine"


def no_yaml(*_given, **_named):
    raise AssertionError("YAML was read")


def test_the_second_load_reads_no_yaml(note, monkeypatch):
    first = open_catalog([note]).artifact("note")
    monkeypatch.setattr(yaml, "compose", no_yaml)
    assert open_catalog([note]).artifact("note") == first


def test_everything_of_the_catalogue_comes_back_as_it_was(cache, monkeypatch):
    def whole():
        known = open_catalog()
        examples = [known.answers(name, quality) for name in known.artifact_ids for quality in ("strong", "weak")]
        types, roles = (
            [known.artifact(name) for name in known.artifact_ids],
            [known.role(name) for name in known.role_ids],
        )
        vocabulary = (
            known.facets,
            known.lexicon,
            known.flags,
            known.screen,
            known.criteria,
            known.head,
            known.summaries,
        )
        return types, roles, examples, vocabulary

    first = whole()
    monkeypatch.setattr(yaml, "compose", no_yaml)
    assert whole() == first


def test_a_changed_source_is_read_again(note):
    open_catalog([note]).artifact("note")
    put_note(note, ARTIFACT.replace("title: Note", "title: Other"))
    assert open_catalog([note]).artifact("note").title == "Other"


@pytest.mark.parametrize(
    "broken", [b"", b"{", b'{"id": "note"', b"[]", b"5", b"null", b'"text"', b"\xff", b'{"id": "note"}', b"[" * 100_000]
)
def test_a_broken_file_of_the_cache_is_made_again(note, cache, broken):
    whole = open_catalog([note]).artifact("note")
    for path in cache.glob("*.json"):
        path.write_bytes(broken)
    assert open_catalog([note]).artifact("note") == whole
    assert all(isinstance(json.loads(path.read_bytes()), dict) for path in cache.glob("*.json"))


@pytest.mark.parametrize("broken", [b"[]", b"5", b'"text"', b"null"])
def test_a_broken_file_of_named_entries_is_made_again(tmp_path, broken):
    made = {"owner": Facet(label="one person")}
    (tmp_path / "key.json").write_bytes(broken)
    assert load(dict[str, Facet], "key", lambda: made, tmp_path) == made
    assert json.loads((tmp_path / "key.json").read_bytes())["owner"]["label"] == "one person"


def test_a_cache_that_cannot_be_written_is_done_without(note, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("SHOWPROOF_CACHE", str(tmp_path / "file" / "cache"))
    assert open_catalog([note]).artifact("note").title == "Note"


def test_a_cache_on_a_full_disk_is_done_without_and_left_clean(note, cache, monkeypatch):
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert open_catalog([note]).artifact("note").title == "Note"
    assert list(cache.iterdir()) == []


def test_writers_at_the_same_time_leave_a_whole_file(tmp_path):
    made = {f"facet-{n}": Facet(label="x" * 2000) for n in range(50)}
    seen, done = [], threading.Event()

    def read() -> None:
        while not done.is_set():
            if (tmp_path / "key.json").exists():
                seen.append(revive(dict[str, Facet], json.loads((tmp_path / "key.json").read_bytes())) == made)

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=lambda: [keep(made, "key", tmp_path) for _ in range(15)]) for _ in range(4)]
    reader.start()
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    done.set()
    reader.join()
    assert all(seen)
    assert [path.name for path in tmp_path.iterdir()] == ["key.json"]


def test_a_file_that_was_kept_holds_no_clock_and_no_path(note, cache, tmp_path, monkeypatch):
    open_catalog([note]).artifact("note")
    monkeypatch.setenv("SHOWPROOF_CACHE", str(tmp_path / "other"))
    open_catalog([note]).artifact("note")
    first, second = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in (cache, tmp_path / "other")
    )
    assert first == second


def test_a_digest_keeps_its_sources_apart():
    assert digest_of(b"ab", b"c") != digest_of(b"a", b"bc")
    assert digest_of(b"ab") == digest_of(b"ab")


def test_values_that_may_be_missing_take_their_defaults():
    screen = revive(Screen, {"version": "1", "lines": [{"level": 1, "say": "s", "reach": {}}]})
    assert (screen.lines[0].skill, screen.lines[0].floor) == (0, None)
    with pytest.raises(KeyError):
        revive(ArtifactType, {"id": "note"})


def test_a_shipped_catalogue_serves_without_yaml_and_without_a_cache(cache, tmp_path, root, monkeypatch):
    ship_catalogue(root, tmp_path / "shipped")
    monkeypatch.setattr("showproof.catalog.compiled.shipped_folder", lambda: tmp_path / "shipped")
    monkeypatch.setattr(yaml, "compose", no_yaml)
    known = open_catalog()
    for name in known.artifact_ids:
        assert known.artifact(name).id == name
        known.answers(name, "strong")
        known.answers(name, "weak")
    assert [known.role(name).id for name in known.role_ids] == list(known.role_ids)
    assert known.head
    assert known.facets
    assert known.lexicon
    assert known.flags
    assert known.screen
    assert known.criteria
    assert known.summaries
    assert not cache.exists()
