from __future__ import annotations

from comparisons import told
from lxml import html

from showproof.model import Rated
from showproof.outputs.html.compared import compared_page
from showproof.outputs.html.picture import LABELS, LINE, STEP, TOP, moves_of, picture_of

CRITERIA = (Rated("scope", "Scope", 2, 2.9, ()), Rated("clarity", "Clarity", 0, 0.4, ()))
SKILLS = (Rated("execution", "Execution", 4, 4.0, ()),)


def test_every_level_has_a_bar_on_a_line_of_its_own():
    picture = picture_of(CRITERIA, SKILLS)
    assert [(bar.title, bar.y, bar.reach, bar.first_of) for bar in picture.bars] == [
        ("Scope", TOP + 2 * LINE, 2.9 * STEP, "Criteria"),
        ("Clarity", TOP + 3 * LINE, 0.4 * STEP, ""),
        ("Execution", TOP + 5 * LINE, 4 * STEP, "Skill rows"),
    ]
    assert picture.width > LABELS + 4 * STEP
    assert picture.height > picture.bars[-1].y
    assert picture.said == "Scope: 2 shown; Clarity: 0 missing; Execution: 4 defensible"


def test_a_level_that_moved_has_a_ring_a_dot_and_a_line_between():
    page = html.document_fromstring(compared_page(told()))
    steps = moves_of(told().levels).steps
    assert [(one.title, one.old, one.new) for one in steps] == [
        ("Ownership", 1, 2), ("Clarity", 3, 2), ("Root cause", 0, 0),
    ]  # fmt: skip
    dots = [int(one) for one in page.xpath("//svg//circle[@class='bar']/@cx")]
    rings = [int(one) for one in page.xpath("//svg//circle[@class='before']/@cx")]
    lines = [(int(one.get("x1")), int(one.get("x2"))) for one in page.xpath("//svg//line[@class='move']")]
    assert dots == [LABELS + level * STEP for level in (2, 2, 0)]
    assert rings == [LABELS + level * STEP for level in (1, 3)]
    assert lines == list(zip(rings, dots[:2], strict=True))


def test_a_level_that_one_version_lacks_is_said_and_not_drawn():
    levels = told().levels
    gone = moves_of([levels[0]._replace(new=None)])
    assert (gone.steps[0].old, gone.steps[0].new) == (1, None)
    assert gone.said == "Ownership: 1 claimed before, no level now"
