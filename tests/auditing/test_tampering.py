"""Every change of a log or its seal is found: a thousand at random, and each kind by its name."""

import random

import pytest

from showproof.auditing.log.check import check_log
from showproof.auditing.log.entry import BEGINNING, Entry
from showproof.auditing.log.seal import Seal

WORDS = ("four raters", "Größe geprüft", 'she said "no"', "line\nbreak", "\u2028", "18 of 60 go on", "")


def written(count: int) -> tuple[bytes, bytes]:
    """A log of so many entries and its seal."""
    lines, last = [], BEGINNING
    for number in range(1, count + 1):
        data = {"note": WORDS[number % len(WORDS)], "round": number, "share": number / 7, "done": number % 2 == 0}
        entry = Entry(number, f"2026-05-{number:02}", "note", f"Rater {number % 3}", data, last)
        lines.append(entry.line())
        last = entry.digest
    return b"".join(lines), Seal(count, last).written()


LOG, SEAL = written(20)


def fault(log: bytes, seal: bytes | None = SEAL) -> str:
    return str(check_log(log, seal).fault)


def lines(*numbers: int) -> bytes:
    """The log with these entries only, in this order."""
    each = LOG.splitlines(keepends=True)
    return b"".join(each[number - 1] for number in numbers)


def one_byte(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + bytes([draw.randrange(256)]) + data[at + 1 :]


def one_bit(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << draw.randrange(8)]) + data[at + 1 :]


def bytes_out(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + data[at + draw.choice((1, 2, 40)) :]


def bytes_in(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + draw.choice((b" ", b"\n", b"\r", b"0", b"\xef\xbb\xbf", b"\0")) + data[at:]


def entries_out(draw: random.Random, data: bytes) -> bytes:
    each = data.splitlines(keepends=True)
    at = draw.randrange(len(each))
    del each[at : at + draw.choice((1, 1, 3))]
    return b"".join(each)


def entries_swapped(draw: random.Random, data: bytes) -> bytes:
    each = data.splitlines(keepends=True)
    one, other = draw.randrange(len(each)), draw.randrange(len(each))
    each[one], each[other] = each[other], each[one]
    return b"".join(each)


def cut_off(draw: random.Random, data: bytes) -> bytes:
    return data[: draw.randrange(len(data))]


def cut_at_an_entry(draw: random.Random, data: bytes) -> bytes:
    each = data.splitlines(keepends=True)
    return b"".join(each[: draw.randrange(len(each))])


WAYS = (one_byte, one_bit, bytes_out, bytes_in, entries_out, entries_swapped, cut_off, cut_at_an_entry)


def test_a_log_that_nobody_touched_is_whole():
    assert check_log(LOG, SEAL)[:1] == ("whole",)
    assert check_log(b"", Seal(0, BEGINNING).written()).state == "whole"


@pytest.mark.parametrize("way", WAYS)
def test_each_of_a_thousand_random_changes_is_found(way):
    draw = random.Random(f"{way.__name__} 2026")
    changed = 0
    while changed < 125:
        in_seal = draw.random() < 0.15
        data = way(draw, SEAL if in_seal else LOG)
        if data != (SEAL if in_seal else LOG):
            changed += 1
            found = check_log(LOG, data) if in_seal else check_log(data, SEAL)
            assert found.fault is not None, data
            assert found.state != "whole"


def test_each_single_byte_of_log_and_seal_counts():
    log, seal = written(3)
    for at in range(len(log)):
        assert check_log(log[:at] + bytes([log[at] ^ 1]) + log[at + 1 :], seal).fault
        assert check_log(log[:at], seal).fault
    for at in range(len(seal)):
        assert check_log(log, seal[:at] + bytes([seal[at] ^ 1]) + seal[at + 1 :]).fault
        assert check_log(log, seal[:at]).fault


@pytest.mark.parametrize(
    ("log", "line"),
    [
        (LOG.replace(b"Rater 1", b"Rater 9", 1), "entry 1: it was changed: its digest is another"),
        (LOG.replace(b'"round":5', b'"round":6'), "entry 5: it was changed: its digest is another"),
        (LOG.replace(b'"round":5', b'"round": 5'), "entry 5: its bytes are not those that an entry is written in"),
        (LOG.replace("ö".encode(), b"\\u00f6", 1), "entry 1: its bytes are not those that an entry is written in"),
        (LOG.replace(b'{"at":"2026-05-04",', b"{", 1), "entry 4: it has other keys than an entry"),
        (LOG.replace(b'"number":6', b'"number":"6"'), "entry 6: a value is of another type than an entry's"),
        (b"\xef\xbb\xbf" + LOG, "entry 1: it is no JSON"),
        (LOG.replace(b"\n", b"\r\n"), "entry 1: its bytes are not those that an entry is written in"),
        (lines(1, 2, 4, 3, *range(5, 21)),
         "entry 3: it does not stand in its place: entry 4 does, so entries were moved"),
        (lines(1, 2, *range(4, 21)), "entry 3: it is missing: entry 4 stands in its place"),
        (lines(1, 2, 2, *range(3, 21)),
         "entry 3: it does not stand in its place: entry 2 does, so entries were moved"),
        (lines(*range(2, 21)), "entry 1: it is missing: entry 2 stands in its place"),
        (lines(*range(1, 18)), "entry 18: it is missing at the end: the seal counts 20, entries 18 to 20 are gone"),
        (lines(*range(1, 20)), "entry 20: it is missing at the end: the seal counts 20, entry 20 is gone"),
        (LOG[:-30], "entry 20: its end is cut off"),
        (LOG[:-1], "entry 20: its end is cut off"),
        (b"", "entry 1: it is missing at the end: the seal counts 20, entries 1 to 20 are gone"),
        (LOG + b'{"at":"20', "entry 21: it is torn: the append that wrote it broke off"),
        (LOG + b"\n", "entry 21: it is no JSON"),
    ],
)  # fmt: skip
def test_the_first_entry_that_was_tampered_with_is_named(log, line):
    assert fault(log) == line


def test_an_entry_rewritten_with_a_fitting_digest_is_found_by_the_next():
    forged = Entry(3, "2026-05-03", "note", "Mallory", {}, check_log(LOG, SEAL).entries[1].digest)
    log = lines(1, 2) + forged.line() + lines(*range(4, 21))
    assert fault(log) == "entry 3: it was rewritten: entry 4 was written after another"


def test_the_last_entry_rewritten_with_a_fitting_digest_is_found_by_the_seal():
    forged = Entry(20, "2026-05-20", "note", "Mallory", {}, check_log(LOG, SEAL).entries[18].digest)
    assert fault(lines(*range(1, 20)) + forged.line()) == "entry 20: it is not the one that the seal was made for"


def test_entries_written_behind_the_seal_are_no_accident():
    log, _ = written(22)
    assert fault(log) == "entry 21: it stands behind the seal, which counts 20: more than one append can leave"


@pytest.mark.parametrize(
    ("seal", "line"),
    [
        (None, "the seal: it is missing, so nobody can see whether the end is cut off"),
        (b"", "the seal: it is no JSON"),
        (b"{}", "the seal: it is no seal of an audit log"),
        (SEAL.replace(b'"entries":20', b'"entries":19'), "the seal: it was changed: its bytes are not those of a seal"),
        (SEAL.replace(b'"entries":20', b'"entries":true'), "the seal: a value is of another type than a seal's"),
        (SEAL.rstrip(b"\n"), "the seal: it was changed: its bytes are not those of a seal"),
    ],
)
def test_a_seal_that_was_tampered_with_is_named(seal, line):
    assert fault(LOG, seal) == line


def test_times_that_go_back_are_found():
    first = Entry(1, "2026-05-04", "note", "Ana", {}, BEGINNING)
    second = Entry(2, "2026-05-03", "note", "Ana", {}, first.digest)
    found = check_log(first.line() + second.line(), Seal(2, second.digest).written())
    assert str(found.fault) == "entry 2: its time, 2026-05-03, lies before that of entry 1"
