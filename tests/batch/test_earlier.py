from __future__ import annotations

import contextlib
import hashlib

import pytest

from showproof.batch.earlier import Earlier
from showproof.batch.outcomes import Scored
from showproof.model import Detection, Scorecard
from showproof.outputs.as_json import card_json, scorecards_json
from showproof.scorer import SAID_NOTHING, Said

CONTENT = "# A\n"


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.md"
    path.write_text(CONTENT, encoding="utf-8")
    return path


def card(path, *, role=("finops-analyst", "content"), artifact=("sop", "property"), level=3) -> Scorecard:
    sha = hashlib.sha256(CONTENT.encode()).hexdigest()
    return Scorecard(
        str(path), sha, Detection(*role, 1.0), Detection(*artifact, 1.0), "1", "d", level, 3.0, "shown", (), (), ()
    )


@pytest.fixture
def earlier(draft):
    """Writes an earlier output with some scorecards, cut off where asked, and opens it."""
    with contextlib.ExitStack() as stack:

        def opened(*cards, cut=None, changed=("", "")):
            text = scorecards_json(cards, [{"file": str(draft), "error": "x", "remedy": "y"}], "1", "abc")
            kept = draft.parent / "old.json"
            kept.write_bytes(text.replace(*changed).encode()[:cut])
            return stack.enter_context(Earlier(kept))

        yield opened


def test_an_unchanged_draft_is_taken_as_it_stands(draft, earlier):
    found = earlier(card(draft.parent / "b.md"), card(draft))
    assert (found.settings, len(found)) == ("abc", 2)
    assert found.scored(draft, SAID_NOTHING) == Scored(str(draft), 3, True, (card_json(card(draft)),))


def test_a_draft_of_no_known_type_is_told_again(draft, earlier):
    found = earlier(card(draft, artifact=("", "none"))).scored(draft, SAID_NOTHING)
    assert found is not None
    assert not found.typed


def test_a_changed_or_missing_draft_is_not(draft, earlier):
    found = earlier(card(draft))
    draft.write_text("# B\n", encoding="utf-8")
    assert found.scored(draft, SAID_NOTHING) is None
    draft.unlink()
    assert found.scored(draft, SAID_NOTHING) is None
    draft.mkdir()
    assert found.scored(draft, SAID_NOTHING) is None


def test_a_draft_under_another_name_is_not(draft, earlier):
    found = earlier(card(draft))
    other = draft.rename(draft.parent / "b.md")
    assert found.scored(other, SAID_NOTHING) is None


@pytest.mark.parametrize(
    ("role", "artifact", "said", "same"),
    [
        (("x", "content"), ("sop", "property"), Said(), True),
        (("x", "option"), ("sop", "property"), Said("x"), True),
        (("x", "option"), ("sop", "property"), Said(), False),
        (("x", "content"), ("sop", "property"), Said("x"), False),
        (("x", "option"), ("sop", "option"), Said("x", "sop"), True),
        (("x", "option"), ("sop", "option"), Said("y", "sop"), False),
        (("x", "option"), ("sop", "option"), Said("x", "sop", "manifest"), False),
        (("x", "manifest"), ("sop", "content"), Said("x", "", "manifest"), True),
        (("x", "manifest"), ("", "none"), Said("x", "", "manifest"), True),
    ],
)
def test_a_draft_asked_for_in_another_way_is_not(draft, role, artifact, said, same, earlier):
    found = earlier(card(draft, role=role, artifact=artifact)).scored(draft, said)
    assert (found is not None) == same


def test_an_output_may_be_cut_off_anywhere(draft, earlier):
    files = [draft.parent / f"{name}.md" for name in "xyz"]
    for path in files:
        path.write_text(CONTENT, encoding="utf-8")
    cards = [card(path) for path in files]
    ends = [len(scorecards_json(cards[:many], [], "1", "abc").partition("\n],")[0].encode()) for many in (1, 2, 3)]
    length = len(scorecards_json(cards, [], "1", "abc").encode())
    head = len(scorecards_json(cards, [], "1", "abc").partition("\n")[0]) + 1
    texts = [card_json(one) for one in cards]
    for cut in range(head, length + 60, 7):
        kept = earlier(*cards, cut=cut)
        found = [one.texts[0] for one in (kept.scored(path, SAID_NOTHING) for path in files) if one]
        assert found == texts[: len(found)]
        assert len(found) == sum(cut >= end for end in ends)


def test_a_line_that_was_changed_by_hand_is_not_taken(draft, earlier):
    for changed in (('"level": 3', '"level": '), ('"overall"', '"over"')):
        assert earlier(card(draft), changed=changed).scored(draft, SAID_NOTHING) is None
