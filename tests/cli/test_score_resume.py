from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from many_drafts import DRAFT, showproof, whole

posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes are POSIX")


@posix
def test_a_stop_leaves_the_file_named_whole_and_what_an_earlier_run_had_is_kept(run, many):
    assert run("score", "many", "--out", "all.json").code == 3
    scratch = (many.parent / "all.json").read_bytes()
    (many / "000.md").write_text(DRAFT.format(7) * 3000, encoding="utf-8")
    with showproof("score", "many", "--out", "all.json", "--resume", "all.json") as started:
        started.send_signal(signal.SIGINT)
        said = started.stderr.read().decode()
    if started.returncode == 130 and "stopped after" in said:
        left = whole((many.parent / "all.json").read_bytes())
        assert len(left["scorecards"]) >= 99
        assert "say --resume all.json --out all.json to go on" in said
    (many / "000.md").write_text(DRAFT.format(1), encoding="utf-8")
    assert run("score", "many", "--out", "all.json", "--resume", "all.json").code == 3
    assert (many.parent / "all.json").read_bytes() == scratch


def test_out_holds_what_standard_output_would(run, few):
    out = run("score", ".", "--json").out
    outcome = run("score", ".", "--out", "all.json", "--fail-under", "4")
    assert (outcome.code, outcome.out) == (1, "")
    assert (few / "all.json").read_text(encoding="utf-8") == out
    assert [path.name for path in few.iterdir() if ".part" in path.name] == []


def test_a_file_that_is_there_is_replaced_only_when_it_is_named_twice_or_by_force(run, few):
    (few / "all.json").write_text("kept", encoding="utf-8")
    refused = run("score", ".", "--out", "all.json")
    assert (refused.code, refused.err) == (
        2, "showproof: all.json: the file exists and was left as it is; choose another --out, or say --force\n",
    )  # fmt: skip
    assert (few / "all.json").read_text(encoding="utf-8") == "kept"
    assert run("score", ".", "--out", "all.json", "--force").code == 0
    assert run("score", ".", "--out", "all.json", "--resume", "all.json").code == 0


def test_a_run_that_goes_on_may_be_the_first_one(run, few):
    assert run("score", ".", "--out", "all.json", "--resume", "all.json").code == 0
    assert len(whole((few / "all.json").read_bytes())["scorecards"]) == 5


def test_going_on_scores_only_what_has_changed(run, few, monkeypatch):
    from showproof.batch.earlier import Earlier

    assert run("score", ".", "--out", "all.json").code == 0
    (few / "3.md").write_text(DRAFT.format(77), encoding="utf-8")
    (few / "5.md").write_text(DRAFT.format(6), encoding="utf-8")
    (few / "0.md").unlink()
    taken = {}
    found = Earlier.scored

    def noting(self, path, said):
        taken[str(path)] = found(self, path, said) is not None
        return found(self, path, said)

    monkeypatch.setattr(Earlier, "scored", noting)
    outcome = run("score", ".", "--json", "--resume", "all.json")
    assert taken == {"1.md": True, "2.md": True, "3.md": False, "4.md": True, "5.md": False}
    assert outcome.out == run("score", ".", "--json").out


def test_going_on_needs_json(run, few):
    outcome = run("score", ".", "--resume", "all.json")
    assert outcome.code == 2
    assert outcome.err.splitlines()[-1] == "Error: --resume goes on with JSON; say --json, or --out FILE"


def test_a_file_that_the_shell_has_emptied_is_said(few):
    with (
        Path("all.json").open("wb") as emptied,
        showproof("score", ".", "--json", "--resume", "all.json", stdout=emptied) as started,
    ):
        said = started.stderr.read().decode()
    assert started.returncode == 2
    assert said == (
        "showproof: all.json: the output is directed to this same file; "
        "say --out all.json --resume all.json, which replaces it when the run is done\n"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"",
            "the file is empty, as the shell leaves one that output is directed to; "
            "say --out old.json --resume old.json, which replaces it when the run is done",
        ),
        (b"{}\n", "no output of `showproof score --json`; name one as it was written, line by line"),
        (b"\xff\xfe\n", "no output of `showproof score --json`; name one as it was written, line by line"),
    ],
)
def test_what_is_no_earlier_output_is_told_in_one_line(run, few, data, said):
    (few / "old.json").write_bytes(data)
    outcome = run("score", ".", "--json", "--resume", "old.json")
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"showproof: old.json: {said}\n")


def test_an_earlier_output_that_is_not_there_is_told_in_one_line(run, few):
    outcome = run("score", ".", "--json", "--resume", "old.json")
    assert (outcome.code, outcome.err) == (
        2, "showproof: old.json: cannot be read: no such file or directory; name an earlier output\n",
    )  # fmt: skip


def test_another_catalogue_scores_every_draft_again(run, few, root):
    assert run("score", ".", "--out", "all.json").code == 0
    roles = few / "own" / "rubrics" / "roles"
    roles.mkdir(parents=True)
    role = (root / "rubrics" / "roles" / "finops-analyst.yaml").read_text(encoding="utf-8")
    (roles / "finops-analyst.yaml").write_text(role + "\n# mine\n", encoding="utf-8")
    files = [f"{number}.md" for number in range(5)]
    outcome = run("score", *files, "--json", "--resume", "all.json", "--catalog", "own")
    assert outcome.err.splitlines()[0] == (
        "all.json: scored by another version, another catalogue or other limits; every draft is scored again"
    )
    assert whole(outcome.out)["settings"] != whole((few / "all.json").read_bytes())["settings"]
