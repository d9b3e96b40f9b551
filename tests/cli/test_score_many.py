from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from many_drafts import DRAFT, showproof, whole

from showproof.cli.interrupts import Interrupts
from showproof.cli.main import main
from showproof.cli.results import to_standard_output

posix = pytest.mark.skipif(os.name == "nt", reason="signals and pipes are POSIX")


def test_any_number_of_jobs_gives_the_same_bytes(run, many):
    first = run("score", "many", "--json", "--jobs", "1")
    assert first.code == 3
    assert [card["file"] for card in whole(first.out)["scorecards"]] == [
        f"many/{number:03}.md" for number in range(100)
    ]
    for jobs in ("2", "3"):
        assert run("score", "many", "--json", "--jobs", jobs) == first


def test_one_draft_is_scored_alike_alone_and_among_many(run, few):
    alone = whole(run("score", "2.md", "--json").out)["scorecards"]
    assert whole(run("score", ".", "--json").out)["scorecards"][2:3] == alone


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_leaves_a_whole_object_and_the_next_run_goes_on_from_it(run, many, number):
    scratch = run("score", "many", "--json").out
    with showproof("score", "many", "--json", "--jobs", "2") as started:
        begun = started.stdout.readline() + started.stdout.readline()
        # Nobody reads on: the run cannot come to its end before the signal does.
        started.send_signal(number)
        rest = started.stdout.read()
        said = started.stderr.read().decode().splitlines()
    assert started.returncode == 130
    left = whole(begun + rest)
    assert left["complete"] is False
    done = len(left["scorecards"]) + len(left["unreadable"])
    assert 0 < done < 101
    assert said[-1] == f"stopped after {done} of 101 drafts; say --resume FILE to go on, FILE being this output"
    (many.parent / "left.json").write_bytes(begun + rest)
    again = run("score", "many", "--json", "--resume", "left.json")
    assert (again.code, again.out) == (3, scratch)


class Interrupted(io.RawIOBase):
    """An output without a buffer, in which every write ends early, as it does when a signal comes."""

    def __init__(self) -> None:
        self.held = b""

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.held += bytes(data[:7])
        return min(7, len(data))


def test_a_write_that_ends_early_is_gone_on_with(monkeypatch):
    output = Interrupted()
    monkeypatch.setattr("sys.stdout", type("Unbuffered", (), {"buffer": output}))
    to_standard_output(b'{"file": "many/000.md", "sha256": "e5494df4551c"}')
    assert output.held == b'{"file": "many/000.md", "sha256": "e5494df4551c"}'


@posix
def test_a_stop_of_a_table_says_how_it_could_be_gone_on_with(many):
    with showproof("score", "many", "--jobs", "1", env={**os.environ, "PYTHONUNBUFFERED": "1"}) as started:
        head = started.stdout.readline()
        started.send_signal(signal.SIGINT)
        lines = started.stdout.read().decode().splitlines()
        said = started.stderr.read().decode().splitlines()[-1]
    assert head.startswith(b"draft ")
    assert lines[-1].split(" ", 1)[1].startswith("draft")
    assert said.startswith("stopped after ")
    assert said.endswith(" of 101 drafts; with --out FILE what is done is kept, and --resume FILE goes on from it")
    assert started.returncode == 130


@posix
def test_workers_end_quietly_when_nobody_is_left_to_hear_them(many):
    with showproof("score", "many", "--json", "--jobs", "2") as started:
        started.stdout.readline()
        started.kill()
        # Workers hold standard error open for as long as they live.
        assert started.stderr.read() in (b"", b"many/050.docx: password-protected; save it without a password\n")
        assert started.stdout.read() is not None


@posix
@pytest.mark.parametrize("typed", [("--json",), ()])
def test_a_reader_that_goes_away_is_no_fault(many, typed):
    with showproof("score", "many", *typed) as started:
        started.stdout.read(10)
        started.stdout.close()
        said = started.stderr.read()
    assert started.returncode == 0
    assert b"Traceback" not in said
    assert b"Broken" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux")
def test_a_full_disk_is_told_in_one_line(few):
    with Path("/dev/full").open("wb") as full, showproof("score", ".", "--json", stdout=full) as started:
        said = started.stderr.read().decode()
    assert started.returncode == 2
    assert said == (
        "showproof: standard output: cannot be written: no space left on device; "
        "make room, or say --out FILE elsewhere\n"
    )


def test_a_second_wish_to_stop_stops_at_once():
    before = signal.getsignal(signal.SIGINT)
    with Interrupts() as stopping:
        assert not stopping.noted()
        signal.raise_signal(signal.SIGINT)
        assert stopping.noted()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_a_fault_of_the_catalogue_leaves_standard_output_empty(run, few):
    faulty = few / "own" / "rubrics"
    faulty.mkdir(parents=True)
    (faulty / "facets.yaml").write_text("nonsense: [", encoding="utf-8")
    outcome = run("score", "0.md", "1.md", "--json", "--catalog", "own")
    assert (outcome.code, outcome.out) == (2, "")
    assert "facets.yaml" in outcome.err


def test_a_draft_that_goes_away_meanwhile_is_one_line(run, few, monkeypatch):
    from showproof import api

    found = api.draft_files

    def then_one_goes(paths):
        files = found(paths)
        (few / "2.md").unlink()
        return files

    monkeypatch.setattr(api, "draft_files", then_one_goes)
    outcome = run("score", ".", "--fail-under", "0")
    assert outcome.code == 3
    assert "2.md: no such file; check the name and the folder\n" in outcome.err
    assert outcome.out.splitlines()[-1].startswith("4 drafts: ")


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux")
def test_a_file_name_that_is_no_unicode_is_no_fault(run, few):
    name = os.fsdecode(b"\xff.md")
    (few / name).write_text(DRAFT.format(1), encoding="utf-8")
    outcome = run("score", ".", "--json")
    assert whole(outcome.out)["scorecards"][-1]["file"] == name
    assert "\\udcff.md" in outcome.out
    (few / "all.json").write_text(outcome.out, encoding="utf-8")
    assert run("score", ".", "--json", "--resume", "all.json").out == outcome.out
    table = run("score", ".").out
    assert "<U+DCFF>.md" in table


def test_the_command_loads_no_workers_for_one_draft(few):
    show = (
        "import sys\nfrom showproof.cli.main import main\n"
        "try:\n    main(['score', '0.md'])\nfinally:\n    print('multiprocessing' in sys.modules)\n"
    )
    ended = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=False, timeout=60)
    assert ended.stdout.splitlines()[-1] == "False"


def test_jobs_must_be_a_number_of_drafts(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["score", "x.md", "--jobs", "0"])
    assert ended.value.code == 2
    assert "0 is not in the range x>=1" in capsys.readouterr().err
