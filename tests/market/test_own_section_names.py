from __future__ import annotations

from pathlib import Path

import market_reports as reports
import pytest

from showproof.api import open_catalog
from showproof.errors import CatalogError
from showproof.market.importing import import_report


@pytest.fixture
def own(root, tmp_path):
    """A catalogue whose section names were changed, word for word."""

    def go(old: str, new: str):
        text = (root / "rubrics/report/sections.yaml").read_text(encoding="utf-8")
        assert old in text
        target: Path = tmp_path / "team/rubrics/report/sections.yaml"
        target.parent.mkdir(parents=True)
        target.write_text(text.replace(old, new, 1), encoding="utf-8")
        return open_catalog([tmp_path / "team"])

    return go


def test_names_of_a_team_are_known_and_change_no_score(own, catalog, tmp_path):
    team = own("headings: [hiring loop,", "headings: [assessment days, hiring loop,")
    report = tmp_path / "report.txt"
    text = reports.REPORTS["billing-analyst-healthcare"].read_text(encoding="utf-8")
    report.write_text(text.replace("Hiring Loop (What interviews test)", "Assessment Days"), encoding="utf-8")
    assert import_report(report, catalog).role.stages == ()
    assert len(import_report(report, team).role.stages) == 3
    assert team.digest == catalog.digest


def test_a_fault_in_the_names_is_said_with_its_place(own):
    team = own("    wants: a summary\n", "    wanst: a summary\n")
    with pytest.raises(CatalogError) as raised:
        _ = team.report_words
    assert any("sections.yaml:" in line and "the unknown key wanst" in line for line in raised.value.faults)


def test_a_section_that_is_missing_or_unknown_is_said_with_its_place(own):
    team = own("  scenarios:\n", "  scenaries:\n")
    with pytest.raises(CatalogError) as raised:
        _ = team.report_words
    told = [line.partition("sections.yaml:")[2] for line in raised.value.faults]
    assert [line.partition(": ")[2] for line in told] == [
        'sections.scenaries: found "scenaries"; allowed: one of the 30 names of sections; write scenarios',
        'sections: found "no scenarios"; allowed: all that the built-in file has; add scenarios',
    ]
