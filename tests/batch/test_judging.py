from __future__ import annotations

import sys
from functools import partial

import pytest

from showproof.api import SAID_NOTHING, make_template, open_catalog
from showproof.batch.bounds import Bounds
from showproof.batch.judging import judge, judge_here, ready_work
from showproof.batch.outcomes import Scored, Task, Unreadable
from showproof.batch.pool import Pool
from showproof.errors import CatalogError, UserError
from showproof.formats.limits import USUAL
from showproof.formats.package import Package, pack
from showproof.outputs.as_json import card_json

MB = 1024 * 1024


def as_lines(card) -> tuple[str, ...]:
    return (card_json(card),)


@pytest.fixture
def plain_draft(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# A\n\nMaya owns the check.\n", encoding="utf-8")
    return Task(path, SAID_NOTHING)


@pytest.fixture
def vast(catalog, tmp_path):
    """A document whose one part is parsed into far more memory than it has bytes."""
    data = make_template(catalog, "sop", example="strong")
    package = Package(data, "sop")
    parts = {name: package.read(name) for name in package.names}
    head, tail = parts["word/document.xml"].split(b"<w:body>", 1)
    filling = "".join(f"<w:p><w:r><w:t>{number * 7919}</w:t></w:r></w:p>" for number in range(200_000))
    path = tmp_path / "vast.docx"
    path.write_bytes(pack({**parts, "word/document.xml": head + b"<w:body>" + filling.encode() + tail}))
    return Task(path, SAID_NOTHING)


class Failing:
    """In the place of a scorer: fails in one way."""

    def __init__(self, error):
        self.error = error

    def score(self, path, said):
        raise self.error


def test_a_draft_is_scored_and_put_into_words(scorer, plain_draft):
    card = scorer.score(plain_draft.path)
    assert judge(scorer, as_lines, plain_draft) == Scored(str(plain_draft.path), card.level, False, as_lines(card))


def test_what_cannot_be_read_is_told_with_its_remedy(scorer, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"")
    assert judge(scorer, as_lines, Task(tmp_path / "a.docx", SAID_NOTHING)) == Unreadable(
        str(tmp_path / "a.docx"), "the file is empty", "save the draft again and check its size"
    )


def test_a_fault_of_ours_costs_one_line(plain_draft):
    assert judge(Failing(KeyError("word\nand more")), as_lines, plain_draft) == Unreadable(
        str(plain_draft.path),
        "showproof failed on it (KeyError: 'word\\nand more')",
        "save it again in your office program, and report the fault",
    )


def test_faults_that_spoil_every_draft_are_not_told_of_one(plain_draft):
    for error in (UserError("no such role"), CatalogError(["a.yaml:1: wrong"]), MemoryError()):
        with pytest.raises(type(error)):
            judge(Failing(error), as_lines, plain_draft)


class Endless:
    """In the place of a scorer: never done."""

    def score(self, path, said):
        while True:
            pass


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit memory")
def test_a_draft_alone_is_held_to_the_same_limits(plain_draft):
    import resource

    before = [resource.getrlimit(kind) for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU)]
    bounds = Bounds(seconds=1, memory=64 * MB)
    assert judge_here(Endless(), as_lines, plain_draft, bounds) == Unreadable(str(plain_draft.path), *bounds.slow)
    assert judge_here(Hungry(), as_lines, plain_draft, bounds) == Unreadable(str(plain_draft.path), *bounds.large)
    assert [resource.getrlimit(kind) for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU)] == before


class Hungry:
    """In the place of a scorer: takes all the memory there is."""

    def score(self, path, said):
        return [bytearray(8 * MB) for _ in range(1000)]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_worker_out_of_memory_says_so_and_not_that_the_file_is_broken(plain_draft, vast, method):
    start = partial(ready_work, open_catalog().sources, USUAL, as_lines)
    found = list(Pool(start, 1, Bounds(memory=40 * MB), method).outcomes([plain_draft, vast, plain_draft]))
    assert [type(one) for one in found] == [Scored, Unreadable, Scored]
    assert found[1] == Unreadable(str(vast.path), *Bounds(memory=40 * MB).large)
