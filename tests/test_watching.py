from __future__ import annotations

from pathlib import Path

from showproof.watching import PATIENCE, Saves, Stamp, stamp_of

MINE, OTHER = Path("mine.docx"), Path("other.docx")


class Disk:
    """Files by name and look, without a disk."""

    def __init__(self, **files: int) -> None:
        self.files = {MINE: Stamp(9, 1, 1)}
        self.refused = False

    def drafts(self) -> list[Path]:
        if self.refused:
            raise PermissionError("busy")
        return list(self.files)

    def save(self, path: Path = MINE) -> None:
        before = self.files.get(path) or Stamp(9, 0, 1)
        self.files[path] = before._replace(changed=before.changed + 1)

    def watched(self) -> Saves:
        return Saves(self.drafts, self.files.get)


def told(saves: Saves) -> list[tuple[str, str]]:
    return [(event.path.name, event.what) for event in saves.poll()]


def test_every_draft_counts_as_saved_at_the_first_look_and_not_again():
    saves = Disk().watched()
    assert [told(saves) for _ in range(3)] == [[("mine.docx", "saved")], [], []]


def test_a_save_is_told_when_the_draft_looks_the_same_twice():
    disk = Disk()
    saves = disk.watched()
    told(saves)
    for _ in range(3):
        disk.save()
        assert told(saves) == []
    assert told(saves) == [("mine.docx", "saved")]
    assert told(saves) == []


def test_a_draft_that_is_missing_for_a_moment_is_not_gone():
    disk = Disk()
    saves = disk.watched()
    told(saves)
    before = disk.files.pop(MINE)
    assert [told(saves) for _ in range(PATIENCE - 1)] == [[]] * (PATIENCE - 1)
    disk.files[MINE] = before._replace(file=2)
    assert [told(saves) for _ in range(2)] == [[], [("mine.docx", "saved")]]


def test_a_draft_that_stays_away_is_gone_once_and_may_come_back():
    disk = Disk()
    saves = disk.watched()
    told(saves)
    before = disk.files.pop(MINE)
    assert [event for _ in range(3 * PATIENCE) for event in told(saves)] == [("mine.docx", "gone")]
    disk.files[MINE] = before
    assert [told(saves) for _ in range(3)] == [[], [("mine.docx", "saved")], []]


def test_a_new_draft_and_one_with_the_name_of_a_temporary_file():
    disk = Disk()
    saves = disk.watched()
    told(saves)
    disk.save(OTHER)
    disk.save(Path("~WRD0001.docx"))
    assert [told(saves) for _ in range(3)] == [[], [("other.docx", "saved")], []]


def test_what_cannot_be_read_is_tried_again_and_told_once():
    saves = Disk().watched()
    tries = []
    for _ in range(3 * PATIENCE):
        tries += [saves.failed(MINE) for _ in told(saves)]
    assert tries == [False] * (PATIENCE - 1) + [True]


def test_after_the_next_save_there_is_patience_again():
    disk = Disk()
    saves = disk.watched()
    for _ in range(2 * PATIENCE):
        for _event in told(saves):
            saves.failed(MINE)
    disk.save()
    assert told(saves) == []
    assert told(saves) == [("mine.docx", "saved")]
    assert saves.failed(MINE) is False


def test_a_folder_that_cannot_be_looked_at_now_changes_nothing():
    disk = Disk()
    saves = disk.watched()
    told(saves)
    disk.refused = True
    assert [told(saves) for _ in range(2 * PATIENCE)] == [[]] * 2 * PATIENCE
    disk.refused = False
    assert told(saves) == []


def test_a_stamp_differs_where_a_file_was_written_or_renamed_over(tmp_path):
    path, beside = tmp_path / "a.md", tmp_path / "b.md"
    assert stamp_of(path) is None
    path.write_bytes(b"")
    assert stamp_of(path) is None
    path.write_bytes(b"one")
    first = stamp_of(path)
    beside.write_bytes(b"one")
    beside.replace(path)
    assert stamp_of(path) != first
    assert stamp_of(path) == stamp_of(path)
