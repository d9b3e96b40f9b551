import pytest
from city_rule import CROSSED, ETHNICITY, SEX

from showproof.calibration.figures import Interval, NotComputable
from showproof.calibration.impact import Count, lines_of


def lines(counts, least_share=0.0):
    """Line by group, of (selected, persons)."""
    made = lines_of({(name,): Count(*one) for name, one in counts.items()}, least_share)
    return {line.group[0]: line for line in made}


@pytest.mark.parametrize("published", [SEX, ETHNICITY, CROSSED], ids=["sex", "ethnicity", "crossed"])
def test_the_example_of_the_city_rule_comes_out_as_published(published):
    counts = {(name,) if isinstance(name, str) else name: Count(one[1], one[0]) for name, one in published.items()}
    for line, (_, _, rate, ratio) in zip(lines_of(counts, 0), published.values(), strict=True):
        assert f"{line.rate:.{1 if '.' in rate else 0}%}" == rate
        assert f"{line.ratio:.{len(ratio) - 2}f}" == ratio


def test_a_group_below_two_in_a_hundred_has_its_rate_and_no_ratio():
    found = lines({name: (one[1], one[0]) for name, one in ETHNICITY.items()}, 0.02)["Native American or Alaska Native"]
    assert (found.persons, f"{found.rate:.1%}", found.reading) == (41, "43.9%", "left out")
    assert found.ratio == found.chance == NotComputable("the group is 1.6% of all persons")


def test_a_share_exactly_at_the_least_is_kept():
    assert lines({"a": (1, 2), "b": (40, 98)}, 0.02)["a"].reading != "left out"
    assert lines({"a": (1, 1), "b": (40, 99)}, 0.02)["a"].reading == "left out"
    assert lines({"a": (3, 7), "b": (40, 93)}, 0.07)["a"].reading != "left out"


def test_a_small_group_left_out_is_not_the_one_that_others_are_held_against():
    found = lines({"tiny": (1, 1), "a": (40, 100), "b": (30, 100)}, 0.02)
    assert (found["tiny"].reading, found["a"].reading, found["a"].ratio) == ("left out", "highest", 1.0)


def test_below_four_fifths_by_more_than_chance_is_said():
    found = lines({"a": (300, 500), "b": (200, 500)})["b"]
    assert (found.reading, found.short) == ("below", 40)
    assert found.chance < 0.001


def test_lower_by_more_than_chance_is_said_even_above_four_fifths():
    found = lines({"a": (3000, 5000), "b": (2700, 5000)})["b"]
    assert (found.reading, found.ratio, found.short) == ("different", pytest.approx(0.9), 0)


def test_no_difference_is_only_said_where_the_whole_interval_lies_at_four_fifths_or_above():
    assert lines({"a": (3000, 5000), "b": (2960, 5000)})["b"].reading == "alike"
    assert lines({"a": (30, 50), "b": (29, 50)})["b"].reading == "insufficient"


def test_small_numbers_are_insufficient_on_either_side_of_four_fifths():
    found = lines({"a": (3, 4), "b": (2, 5), "c": (5, 7)})
    assert {name: found[name].reading for name in "bc"} == {"b": "insufficient", "c": "insufficient"}
    assert found["b"].why == "below four fifths, which may be chance in numbers so small"
    assert found["c"].why == "what is seen may be chance, and a ratio down to 0.44 fits the numbers too"


def test_exactly_four_fifths_is_not_below_it():
    # 3 of 5 divided by 3 of 4 is a little less than 0.8 in floating point.
    found = lines({"a": (3, 4), "b": (3, 5)})["b"]
    assert found.ratio < 0.8
    assert (found.short, found.why) == (0, "what is seen may be chance, and a ratio down to 0.28 fits the numbers too")


def test_how_many_are_short_of_four_fifths_is_exact():
    found = lines({"a": (60, 100), "b": (40, 100)})["b"]
    assert found.short == 8
    assert lines({"a": (60, 100), "b": (48, 100)})["b"].short == 0


def test_nobody_selected_leaves_nothing_to_divide_by():
    found = lines({"a": (0, 40), "b": (0, 30)})
    for line in found.values():
        assert (line.rate, line.reading, line.ratio) == (0.0, "insufficient", NotComputable("nobody was selected"))


def test_one_group_only_has_nobody_to_be_held_against():
    found = lines({"a": (10, 40)})["a"]
    assert (found.reading, found.why) == ("insufficient", "there is no other group to compare with")
    assert isinstance(found.interval, Interval)


def test_of_groups_with_the_same_highest_rate_the_largest_counts():
    found = lines({"a": (1, 2), "b": (50, 100)})
    assert (found["b"].reading, found["a"].reading) == ("highest", "insufficient")
