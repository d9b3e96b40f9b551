"""The README shows what the program prints."""

from __future__ import annotations

from sample import README, printed, shown


def test_the_sample_in_the_readme_is_what_the_command_prints():
    assert shown(README.read_text(encoding="utf-8")) == printed()
