from __future__ import annotations

import os
import sys
import time
from itertools import islice

import pytest
import workers
from workers import done, in_this_process, moody, task

from showproof.batch.bounds import Bounds
from showproof.batch.outcomes import Unreadable
from showproof.batch.pool import AHEAD, Pool, processors, start_method
from showproof.errors import CatalogError, UserError

MB = 1024 * 1024
TIGHT = Bounds(seconds=1.0, memory=64 * MB)
SAVE_AGAIN = "open it in your office program and save it again"
METHODS = ["spawn"] if sys.platform == "win32" else ["fork", "spawn"]

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12) and sys.platform == "linux" and "PYTEST_XDIST_WORKER" in os.environ,
    reason="Python warns of forks in the many threads of a parallel test run",
)


def outcomes(names, jobs=2, bounds=TIGHT, start=moody, **given):
    return list(Pool(start, jobs, bounds, given.pop("method", "fork")).outcomes(map(task, names), **given))


@pytest.mark.parametrize("method", METHODS)
def test_outcomes_come_in_the_order_of_the_drafts_whatever_finishes_first(method):
    names = [f"slow-{number}" if number in (0, 7) else f"quick-{number}" for number in range(20)]
    assert outcomes(names, jobs=3, method=method, bounds=Bounds()) == [done(name) for name in names]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_no_number_of_workers_changes_what_comes(jobs):
    names = ["a-1", "lost-2", "a-3", "exits-4", "a-5", "a-6"]
    assert outcomes(names, jobs) == outcomes(names, 1)


def test_no_drafts_give_nothing():
    assert outcomes([]) == []


def test_drafts_are_worked_on_in_other_processes():
    found = {one.texts for one in outcomes(["a", "b", "c", "d"], start=in_this_process)}
    assert (str(os.getpid()),) not in found


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("mood", "said", "remedy"),
    [
        ("hangs", "took longer than 1 s", TIGHT.slow[1]),
        ("loops", "took longer than 1 s", TIGHT.slow[1]),
        ("segfaults", "its reader broke off (SIGSEGV)", SAVE_AGAIN),
        ("aborts", "its reader broke off (SIGABRT)", SAVE_AGAIN),
        ("killed", "the system ended its reader, as it does where memory runs out", TIGHT.large[1]),
        ("exits", "its reader broke off (exit code 3)", SAVE_AGAIN),
        ("hungry", "needed more than 64 MB of memory", TIGHT.large[1]),
    ],
)
def test_a_draft_that_breaks_its_worker_costs_one_line_and_no_other_draft(jobs, mood, said, remedy):
    names = ["a-1", f"{mood}-2", "a-3", "a-4", f"{mood}-5", "a-6"]
    lost = {name: Unreadable(name, said, remedy) for name in names if name.startswith(mood)}
    assert outcomes(names, jobs) == [lost.get(name) or done(name) for name in names]


def test_every_draft_may_break_its_worker():
    names = [f"exits-{number}" for number in range(6)]
    assert [one.file for one in outcomes(names)] == names


def test_the_limits_are_said_in_words():
    assert Bounds().slow == (
        "took longer than 20 s",
        "save it again without pictures and unused sheets, or raise --limit seconds",
    )
    assert Bounds().large == (
        "needed more than 512 MB of memory",
        "save it again without pictures and unused sheets, or raise --limit memory",
    )


def test_a_fault_of_the_catalogue_ends_the_run():
    for names, start in ((["a", "faulty", "b"], moody), (["a", "b"], workers.faulty)):
        with pytest.raises(CatalogError) as caught:
            outcomes(names, start=start)
        assert str(caught.value).startswith("a.yaml:1:1 id: missing")


def test_a_fault_that_only_a_new_interpreter_finds_ends_the_run():
    with pytest.raises(CatalogError) as caught:
        outcomes(["a", "b"], start=workers.faulty, method="spawn")
    assert str(caught.value) == "a.yaml:1:1 id: missing\nb.yaml:2:1 id: missing"


def test_a_worker_with_a_fault_of_its_own_is_told_in_one_line(capfd):
    with pytest.raises(UserError) as caught:
        outcomes(["a", "b", "c"], start=workers.broken, method="spawn")
    assert str(caught.value) == "a worker could not be set up: KeyError: 'word'; report the fault"
    assert capfd.readouterr().err == ""


def test_workers_that_cannot_be_started_are_said_once():
    with pytest.raises(UserError) as caught:
        outcomes(["a", "b", "c"], start=workers.dying, method="spawn")
    assert str(caught.value) == "a worker could not be started; free some memory, or score the drafts one by one"


def test_what_is_an_outcome_already_takes_its_place():
    entries = [done("old-1"), task("slow-2"), done("old-3"), task("a-4"), done("old-5")]
    names = ["old-1", "slow-2", "old-3", "a-4", "old-5"]
    assert list(Pool(moody, 2, method="fork").outcomes(entries)) == [done(name) for name in names]


def test_after_a_stop_what_is_finished_still_comes_and_nothing_more_is_scored():
    entries = [task("a-1"), task("hangs-2"), task("a-3"), done("old-4"), *map(task, ["a-5"] * 500), done("old-506")]
    begun = time.monotonic()
    run = Pool(moody, 2, Bounds(), "fork").outcomes(entries, lambda: time.monotonic() - begun > 2)
    found = [one.file for one in run]
    assert found[:3] == ["a-1", "a-3", "old-4"]
    assert found[-1] == "old-506"
    assert len(found) < AHEAD + 4
    assert time.monotonic() - begun < 15


def test_drafts_are_taken_up_only_a_little_ahead_of_what_is_given_out():
    taken = []

    def names():
        for number in range(1000):
            taken.append(number)
            yield task(f"a-{number}")

    run = Pool(moody, 2, method="fork").outcomes(names())
    assert [one.file for one in islice(run, 3)] == ["a-0", "a-1", "a-2"]
    run.close()
    assert len(taken) <= AHEAD + 3


def test_leaving_early_leaves_no_process_behind():
    import multiprocessing

    run = Pool(moody, 3, Bounds(), "fork").outcomes(map(task, ["a", "hangs-1", "hangs-2", "b"]))
    next(run)
    run.close()
    assert multiprocessing.active_children() == []


def test_a_process_with_threads_is_not_forked(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert start_method() == "fork"
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert start_method() == "spawn"
    monkeypatch.setattr("threading.active_count", lambda: 1)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert start_method() == "spawn"


def test_there_is_a_processor():
    assert processors() >= 1
