"""A log grows by whole entries only: two writers, a crash in the middle, a full disk, and what mends them."""

import errno
import multiprocessing
from pathlib import Path

import pytest

from showproof.auditing.log import grow
from showproof.auditing.log.check import noted
from showproof.auditing.log.grow import Said, add_entry, read_log, repair_log
from showproof.auditing.log.locked import locked
from showproof.auditing.log.seal import Seal, seal_of
from showproof.errors import UnreadableError, UserError


def said(day=1, **data):
    return Said("note", "Ana Ruiz", f"2026-05-{day:02}", data)


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "audit.log"
    for day in (1, 2, 3):
        add_entry(path, said(day, round=day))
    return path


def add_ten(path: Path, who: str) -> None:
    for number in range(10):
        add_entry(path, Said("note", who, "2026-05-04", {"number": number}))


def test_entries_follow_each_other_and_the_log_is_whole(log):
    checked = read_log(log)
    assert (checked.state, [one.data for one in checked.entries]) == ("whole", [{"round": day} for day in (1, 2, 3)])
    assert checked.head == checked.entries[-1].digest


def test_the_same_entries_give_the_same_bytes(log, tmp_path):
    again = tmp_path / "again" / "audit.log"
    for day in (1, 2, 3):
        add_entry(again, said(day, round=day))
    assert again.read_bytes() == log.read_bytes()
    assert seal_of(again).read_bytes() == seal_of(log).read_bytes()


def test_what_is_there_is_never_written_again(log):
    before = log.read_bytes()
    add_entry(log, said(4))
    assert log.read_bytes().startswith(before)


def test_a_digest_noted_earlier_is_found_among_the_entries(log):
    head = read_log(log).head
    add_entry(log, said(4))
    assert noted(read_log(log), head) == 1
    assert noted(read_log(log), head[:16]) == 1
    assert noted(read_log(log), "0" * 64) is None


def test_writers_at_the_same_time_lose_nothing(log):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=add_ten, args=(log, f"Writer {number}")) for number in range(3)]
    for one in writers:
        one.start()
    for one in writers:
        one.join(60)
    checked = read_log(log)
    assert (checked.state, len(checked.entries)) == ("whole", 33)
    for number in range(3):
        theirs = [one.data["number"] for one in checked.entries if one.who == f"Writer {number}"]
        assert theirs == list(range(10))


def test_whoever_waits_too_long_is_refused(log, monkeypatch):
    monkeypatch.setattr("showproof.auditing.log.locked.PATIENCE", 0.0)
    with locked(log), pytest.raises(UserError) as caught, locked(log, 0.05):
        pass
    assert str(caught.value) == f"{log}: somebody else is writing to it; try again in a moment"


@pytest.mark.parametrize("kept", [1, 40, -1])
def test_an_append_that_broke_off_in_its_entry_is_named_and_mended(log, kept):
    whole = log.read_bytes()
    add_entry(log, said(4))
    torn = log.read_bytes()[len(whole) :][:kept]
    log.write_bytes(whole + torn)
    seal_of(log).write_bytes(Seal(3, read_log(log).entries[-1].digest).written())
    checked = read_log(log)
    assert (checked.state, str(checked.fault)) == ("torn", "entry 4: it is torn: the append that wrote it broke off")
    with pytest.raises(UserError, match="the log is not whole: entry 4: it is torn"):
        add_entry(log, said(5))
    mended = repair_log(log, "Ana Ruiz", "2026-05-05")
    assert (mended.number, mended.kind, mended.data["torn_bytes"]) == (4, "repair", len(torn))
    assert read_log(log).state == "whole"
    assert log.with_name("audit.log.torn").read_bytes() == torn
    assert log.read_bytes().startswith(whole)


def test_an_append_that_broke_off_before_its_seal_is_named_and_mended(log, monkeypatch):
    def broken_off(*args, **named):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(grow, "write_file", broken_off)
        with pytest.raises(KeyboardInterrupt):
            add_entry(log, said(4, round=4))
    checked = read_log(log)
    assert checked.state == "unsealed"
    assert str(checked.fault).startswith("entry 4: it is not sealed: the append that wrote it broke off")
    mended = repair_log(log, "Ana Ruiz", "2026-05-05")
    assert (mended.number, mended.kind) == (5, "repair")
    checked = read_log(log)
    assert (checked.state, checked.entries[3].data) == ("whole", {"round": 4})


def test_a_first_append_that_broke_off_leaves_a_log_that_can_begin(tmp_path):
    log = tmp_path / "audit.log"
    with locked(log):
        pass
    assert log.read_bytes() == b""
    assert add_entry(log, said(1)).number == 1
    assert read_log(log).state == "whole"


def test_a_full_disk_leaves_the_log_as_it_was(log, monkeypatch):
    before, sealed = log.read_bytes(), seal_of(log).read_bytes()

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("showproof.auditing.log.grow.os.fsync", full)
        with pytest.raises(UserError) as caught:
            add_entry(log, said(4))
    assert str(caught.value) == f"{log}: cannot be written: no space left on device; nothing was added"
    assert (log.read_bytes(), seal_of(log).read_bytes()) == (before, sealed)


def test_a_log_that_was_tampered_with_is_neither_added_to_nor_mended(log):
    log.write_bytes(log.read_bytes().replace(b'"round":2', b'"round":7'))
    before = log.read_bytes()
    for change in (lambda: add_entry(log, said(4)), lambda: repair_log(log, "Ana", "2026-05-05")):
        with pytest.raises(UserError, match="entry 2: it was changed: its digest is another"):
            change()
    assert log.read_bytes() == before


def test_a_log_that_is_gone_is_not_begun_anew(log):
    log.unlink()
    with pytest.raises(UserError) as caught:
        add_entry(log, said(4))
    assert str(caught.value) == f"{log}: the log is gone, and its seal is there; put the log back"
    assert not log.exists()


def test_a_log_that_is_whole_is_not_mended(log):
    with pytest.raises(UserError) as caught:
        repair_log(log, "Ana", "2026-05-05")
    assert str(caught.value) == f"{log}: the log is whole; there is nothing to mend"


def test_no_log_is_no_log(tmp_path):
    with pytest.raises(UnreadableError):
        read_log(tmp_path / "none.log")
    with pytest.raises(UnreadableError):
        repair_log(tmp_path / "none.log", "Ana", "2026-05-05")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (Said("chat", "Ana", "2026-05-04", {}),
         'unknown kind "chat"; allowed: packets, ratings, calibration, gate, adjudication, decision, audit, pack, '
         "review, correction, repair, note"),
        (Said("note", " ", "2026-05-04", {}), "nobody is named; say who with --who"),
        (Said("note", "Ana", "today", {}),
         '"today" is no time; allowed: a day, 2026-04-30, or a time in UTC, 2026-04-30T14:05Z; say when with --at'),
        (Said("note", "Ana", "2026-02-30", {}),
         '"2026-02-30" is no time; allowed: a day, 2026-04-30, or a time in UTC, 2026-04-30T14:05Z; '
         "say when with --at"),
        (Said("note", "Ana", "2026-05-02", {}),
         "2026-05-02 lies before 2026-05-03, the time of entry 3; a log goes on in time; say when this was written"),
        (Said("note", "Ana", "2026-05-04", {"share": float("nan")}),
         "the data cannot be written as JSON; leave out what is no text and no finite number"),
        (Said("note", "Ana \udc80", "2026-05-04", {}),
         "the data cannot be written as JSON; leave out what is no text and no finite number"),
    ],
)  # fmt: skip
def test_what_no_entry_may_say_is_refused_and_nothing_is_written(log, entry, line):
    before = log.read_bytes()
    with pytest.raises(UserError) as caught:
        add_entry(log, entry)
    assert str(caught.value) == f"{log}: {line}"
    assert log.read_bytes() == before


def test_a_day_and_a_time_on_it_may_follow_each_other(log):
    for at in ("2026-05-03T14:05Z", "2026-05-03", "2026-05-03T14:05:30Z", "2026-05-04"):
        add_entry(log, Said("note", "Ana", at, {}))
    assert read_log(log).state == "whole"
