from __future__ import annotations

import pytest

from showproof.market.identity import identity_of, variants_of
from showproof.market.report import Line, Report
from showproof.market.sections import Section, Sections


@pytest.fixture(scope="module")
def jobs(catalog) -> frozenset[str]:
    return frozenset(catalog.lexicon.roles)


@pytest.mark.parametrize(
    ("title", "industry", "role", "segment", "name"),
    [
        ("US Data Engineer Streaming Ecommerce Market Analysis 2025", "Ecommerce",
         "Data engineer, streaming", "US ecommerce", "data-engineer"),
        ("UK Head of Operations Retail Market Outlook 2026", "Retail",
         "Head of operations", "UK retail", "head-of-operations"),
        ("US Site Reliability Engineer SRE Public Sector Market Analysis 2025", "Public Sector",
         "Site reliability engineer, SRE", "US public sector", "site-reliability-engineer"),
        ("US Fraud Analyst Fintech Market Analysis 2025 (Remote)", "Fintech",
         "Fraud analyst", "US fintech", "fraud-analyst"),
        ("US IT Support Specialist Market Analysis 2025", "", "IT support specialist", "US", "it-support-specialist"),
        ("Customer Success Manager Market Report 2026", "",
         "Customer success manager", "", "customer-success-manager"),
        ("Market Analysis 2025: Payroll Clerk", "", "Payroll clerk", "", "payroll-clerk"),
        ("Paralegal – Career Guide 2027", "", "Paralegal", "", "paralegal"),
    ],
)  # fmt: skip
def test_a_title_names_role_and_segment(catalog, jobs, title, industry, role, segment, name):
    line = Line(3, title)
    found = [Section("lens", f"Industry Lens: {industry}", 9)] if industry else []
    given = identity_of(Report("x", (line,), "line"), Sections([line], found), catalog.report_words, jobs)
    assert (given.title, given.segment, given.id, given.line) == (role, segment, name, 3)


def test_the_industry_is_known_by_the_line_below_the_title_too(catalog, jobs):
    front = [
        Line(1, "US Claims Analyst Insurance Market Analysis 2026"),
        Line(2, "How to stand out as a Claims Analyst in Insurance."),
    ]
    given = identity_of(Report("x", tuple(front), "line"), Sections(front, []), catalog.report_words, jobs)
    assert (given.title, given.segment) == ("Claims analyst", "US insurance")


def test_the_track_is_the_variant_that_the_rest_speaks_of_most():
    items = [Line(4, "Night desk", "item"), Line(5, "Day desk — you hand over", "item"), Line(6, "Hub", "item")]
    told = [Line(1, "Day desk roles grow."), Line(2, "Choose the day desk."), Line(3, "A night desk is quiet.")]
    report = Report("x", (*told, *items), "line")
    assert variants_of(report, Sections([], [Section("variants", "Role Variants", 3, items=items)])) == (
        "Day desk", "Night desk", "Hub",
    )  # fmt: skip


def test_variants_that_nobody_speaks_of_stay_in_order():
    items = [Line(4, "B", "item"), Line(5, "A", "item")]
    report = Report("x", tuple(items), "line")
    assert variants_of(report, Sections([], [Section("variants", "Variants", 3, items=items)])) == ("B", "A")
    assert variants_of(Report("x", (), "line"), Sections([], [])) == ()
