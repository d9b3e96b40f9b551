from __future__ import annotations

import pytest
from odd_drafts import table

from example_drafts import read
from showproof.pictures.drawn import pictures_of

TABLES = {
    "risk-grid": ("Risk; Likelihood (1-5); Impact (1-5)", "It comes late; 4; 2", "It is lost; 1; 5"),
    "schedule": ("Task; Start; Due date; Depends on", "Agree; 2026-03-02; 2026-03-04; ", "Sign; ; 2026-03-09; 1"),
    "swimlanes": ("Step; Role; SLA", "Open the case; Clerk; 1 hour", "Close the case; Lead; 2 hours"),
    "bands": ("KPI; Target; Amber; Red", "Late files; below 2%; above 3%; above 5%", "Errors; 0; 2; 4"),
    "fan": ("Scenario; Total", "Low; $80,000", "High; $95,000"),
}
NONE = (
    ("Action; Owner; Date", "Mend it; Ana Ruiz; 2026-03-02", "Read it; Ben Cole; 2026-03-03"),
    ("Step; Owner", "Open the case; Ana Ruiz"),
    ("Risk; Mitigation", "It comes late; Call them", "It is lost; Send again"),
    ("Name; Score", "Ana; 4", "Ben; 2"),
    ("Step; Description; Responsible", "1; Open the case; Ana Ruiz", "2; Close the case; Ben Cole"),
    ("Step; Owner; Due date", "Open the case; Ana Ruiz; soon", "Close the case; Ben Cole; later"),
)


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_of_a_stranger_is_drawn_where_its_headers_leave_no_doubt(scorer, kind):
    draft = read(scorer, f"# Some notes of ours\n\n{table(*TABLES[kind])}\n")
    assert [one.kind for one in pictures_of(draft, None)] == [kind]


def test_a_declared_picture_that_its_own_columns_do_not_give_is_looked_for_by_headers(scorer):
    text = f"# Risk register\n\n## Risks\n\n{table('What could go wrong; Lik; Harm', 'Late; 4; 2', 'Lost; 1; 5')}\n"
    draft = read(scorer, text, artifact="risk-register")
    assert [one.kind for one in pictures_of(draft, scorer.catalog.artifact("risk-register"))] == ["risk-grid"]


def test_a_column_of_what_is_normal_is_the_edge_of_what_is_well(scorer):
    rows = ("Metric; Normal; Act at; Owner; Action", "Age; 32 h or less; over 36 h; Ana Ruiz; Calls the lead")
    text = f"# Dashboard specification\n\n## Thresholds and what happens\n\n{table(*rows)}\n"
    (bands,) = pictures_of(read(scorer, text, artifact="dashboard-spec"), scorer.catalog.artifact("dashboard-spec"))
    assert "Age: lower is better; normal 32 h or less, act over 36 h." in bands.said


@pytest.mark.parametrize("rows", NONE)
def test_what_could_be_several_things_is_not_drawn(scorer, rows):
    assert pictures_of(read(scorer, f"# Some notes of ours\n\n{table(*rows)}\n"), None) == ()
