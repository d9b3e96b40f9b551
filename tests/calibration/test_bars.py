from __future__ import annotations

import json

import pytest

from showproof.calibration.bars import Bar, Bars, bars_json, read_bars, usual_bars
from showproof.errors import UnreadableError, UserError

AT = "2026-11-22T09:00Z"


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "bars.json"
    made.write_text(bars_json(usual_bars(AT, ["overall", "scope"])), encoding="utf-8")
    return made


def test_the_usual_bars_are_those_of_their_sources():
    assert usual_bars(AT, ["scope"]).bars == (
        Bar("scope", "alpha", 0.8, 0.667),
        Bar("scope", "weighted_kappa", 0.7),
        Bar("scope", "below_people", 0.1),
        Bar("scope", "mean_difference", 0.15),
    )


def test_people_alone_need_no_bars_for_programs():
    made = usual_bars(AT, ["a", "b"], others={"b": 0.7}, machine=False)
    assert made.bars == (Bar("a", "alpha", 0.8, 0.667), Bar("b", "alpha", 0.7, 0.567))


def test_bars_are_read_back_as_they_were_set(path):
    assert read_bars(path) == usual_bars(AT, ["overall", "scope"])


def test_whole_numbers_are_no_change(tmp_path):
    made = usual_bars(AT, ["scope"], alpha=1, others={"scope": 0}, width=1)
    (tmp_path / "b.json").write_text(bars_json(made), encoding="utf-8")
    assert read_bars(tmp_path / "b.json") == made


def test_every_default_names_its_source(path):
    sources = json.loads(path.read_text(encoding="utf-8"))["sources"]
    assert set(sources) == {"alpha", "weighted_kappa", "below_people", "mean_difference", "enough"}
    assert "Krippendorff" in sources["alpha"]
    assert all("Williamson" in sources[name] for name in ("weighted_kappa", "below_people", "mean_difference"))


CHANGES = {
    "a limit": lambda data: data["bars"][0].update(limit=0.5),
    "a low end": lambda data: data["bars"][0].update(low=None),
    "a scale": lambda data: data["bars"][0].update(scale="clarity"),
    "one bar fewer": lambda data: data["bars"].pop(),
    "the time": lambda data: data.update(set_at="2026-11-23T09:00Z"),
    "fewer drafts": lambda data: data["enough"].update(drafts=5),
    "wider": lambda data: data["enough"].update(width=2.0),
    "the digest": lambda data: data.update(digest="0" * 64),
}


@pytest.mark.parametrize("change", CHANGES)
def test_changed_bars_are_refused(path, change):
    data = json.loads(path.read_text(encoding="utf-8"))
    CHANGES[change](data)
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(UserError) as told:
        read_bars(path)
    assert str(told.value) == (
        f"{path}: the bars were changed since they were set; take the file as it was set, or set bars anew before you "
        "measure anew"
    )


def test_other_bars_than_those_noted_are_refused(path):
    digest = read_bars(path).digest
    assert read_bars(path, digest.upper()).digest == digest
    with pytest.raises(UserError, match=f"the digest is {digest}, not the one noted"):
        read_bars(path, "0" * 64)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{", "no JSON"),
        ("[]", "no bars"),
        ('{"schema": "showproof.ratings/1"}', "no bars"),
        ('{"schema": "showproof.bars/1"}', "bars that are not whole"),
        ('{"schema": "showproof.bars/1", "set_at": "x", "bars": [{"scale": 1}], "enough": {"drafts": 1, "width": 1}}',
         "bars that are not whole"),
        ('{"schema": "showproof.bars/1", "set_at": "x", "enough": {"drafts": 1, "width": 1}, "digest": "", "bars": '
         '[{"scale": "a", "measure": "luck", "limit": 1, "low": null}]}', "bars that are not whole"),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_bars_says_what_would(path, text, found):
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as told:
        read_bars(path)
    assert str(told.value) == f"{path}: {found}; allowed: showproof.bars/1; make it with `showproof calibrate gate set`"


def test_the_digest_depends_on_everything_that_is_set():
    one = Bars(set_at=AT, bars=(Bar("a", "alpha", 0.8, 0.6),))
    others = [
        Bars(set_at="2026-11-22T09:01Z", bars=one.bars),
        Bars(set_at=AT, bars=(Bar("a", "alpha", 0.8, None),)),
        Bars(set_at=AT, bars=one.bars, drafts=31),
        Bars(set_at=AT, bars=one.bars, width=0.31),
    ]
    assert len({one.digest, *(other.digest for other in others)}) == 5
