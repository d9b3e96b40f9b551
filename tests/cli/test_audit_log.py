"""The log and its check on the command line."""

import json

import pytest

ANA = ("--who", "Ana Ruiz")


@pytest.fixture
def log(run, here):
    for day, note in ((1, "four raters"), (2, "ratings in"), (3, "18 of 60 go on")):
        assert (
            run("audit", "log", "add", "a.log", "--kind", "note", *ANA, "--at", f"2026-05-0{day}", "--note", note).code
            == 0
        )
    return here / "a.log"


def heads(run):
    return run("audit", "verify", "a.log").out.split()[-1]


def test_entries_are_shown_and_the_log_is_as_it_was_written(run, log):
    shown = run("audit", "log", "show", "a.log")
    assert shown.code == 0
    assert shown.out.splitlines()[1] == '   2  2026-05-02         note          Ana Ruiz  {"note": "ratings in"}'
    outcome = run("audit", "verify", "a.log")
    assert outcome.code == 0
    assert outcome.out.startswith("a.log: as it was written, 3 entries, head ")


def test_what_adding_prints_is_what_verifying_takes(run, log):
    told = run("audit", "log", "add", "a.log", "--kind", "note", *ANA, "--at", "2026-05-04").out.split()
    assert told[:3] == ["entry", "4,", "head"]
    run("audit", "log", "add", "a.log", "--kind", "note", *ANA, "--at", "2026-05-05")
    outcome = run("audit", "verify", "a.log", "--head", told[3])
    assert outcome.out.endswith("; 1 added to the log since the digest noted\n")


def test_a_log_written_anew_with_its_seal_is_found_by_the_digest_noted(run, log, here):
    noted = heads(run)
    for file in (log, here / "a.log.seal"):
        file.unlink()
    run("audit", "log", "add", "a.log", "--kind", "note", *ANA, "--at", "2026-05-01", "--note", "another story")
    assert run("audit", "verify", "a.log").code == 0
    outcome = run("audit", "verify", "a.log", "--head", noted)
    assert outcome.code == 1
    assert outcome.out == (
        f"a.log: no entry has the digest {noted}: the log was written anew, or cut off, since it was noted\n"
    )


def test_files_are_kept_as_their_digest(run, here):
    (here / "r.csv").write_text("draft,rater\n", encoding="utf-8")
    told = run("audit", "log", "add", "a.log", "--kind", "ratings", *ANA, "--at", "2026-05-01", "--file", "r.csv",
               "--data", '{"round": 2}', "--json")  # fmt: skip
    data = json.loads(told.out)["data"]
    assert (data["round"], data["files"][0]["name"], data["files"][0]["bytes"]) == (2, "r.csv", 12)


def test_a_changed_log_is_named_and_nothing_more_is_added(run, log):
    log.write_bytes(log.read_bytes().replace(b"ratings in", b"ratings on"))
    outcome = run("audit", "verify", "a.log")
    assert (outcome.code, outcome.out) == (1, "a.log: entry 2: it was changed: its digest is another\n")
    told = json.loads(run("audit", "verify", "a.log", "--json").out)
    assert (told["schema"], told["state"]) == ("showproof.audit-check/1", "tampered")
    outcome = run("audit", "log", "add", "a.log", "--kind", "note", *ANA, "--at", "2026-05-04")
    assert (outcome.code, outcome.err) == (
        2,
        "showproof: a.log: the log is not whole: entry 2: it was changed: its digest is another; nothing was added; "
        "see `showproof audit verify --help`\n",
    )


def test_a_torn_log_is_mended_on_the_command_line(run, log):
    log.write_bytes(log.read_bytes() + b'{"at":"2026-')
    assert run("audit", "verify", "a.log").code == 1
    outcome = run("audit", "log", "repair", "a.log", *ANA, "--at", "2026-05-04")
    assert outcome.code == 0
    assert outcome.err == "mended; entry 4: it is torn: the append that wrote it broke off\n"
    assert run("audit", "verify", "a.log").code == 0


@pytest.mark.parametrize(
    ("typed", "code", "line"),
    [
        (["log", "add", "a.log", "--kind", "chat", *ANA, "--at", "2026-05-04"], 2,
         'showproof: a.log: unknown kind "chat"; allowed: packets, ratings, calibration, gate, adjudication, decision, '
         "audit, pack, review, correction, repair, note"),
        (["log", "add", "a.log", "--kind", "note", *ANA, "--at", "2026-05-04", "--data", "[1]"], 2,
         'showproof: --data: no JSON object; write it as {"round": 2}, each key once'),
        (["log", "add", "a.log", "--kind", "note", *ANA, "--at", "2026-05-04", "--data", '{"a": 1, "a": 2}'], 2,
         'showproof: --data: no JSON object; write it as {"round": 2}, each key once'),
        (["verify", "none.log"], 3, "showproof: none.log: no such file; check the name and the folder"),
        (["verify", "a.log", "--head", "abc"], 2,
         "Error: Invalid value for --head: allowed: 16 to 64 digits of 0-9 and a-f"),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_one_line(run, log, typed, code, line):
    outcome = run("audit", *typed)
    assert (outcome.code, outcome.err.splitlines()[-1]) == (code, line)


def test_the_help_names_every_kind_of_entry(run):
    from showproof.auditing.log.entry import KINDS

    text = " ".join(run("audit", "log", "add", "--help").out.split())
    assert all(f"{kind} ({said})" in text for kind, said in KINDS.items())
