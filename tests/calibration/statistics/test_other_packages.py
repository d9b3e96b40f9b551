"""Every statistic against figures of irrCAC and pingouin, kept with their versions; `other_packages.py` tells how."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tables import tables

from showproof.calibration.figures import NotComputable
from showproof.calibration.statistics.cohen_kappa import cohen_kappa
from showproof.calibration.statistics.fleiss_kappa import fleiss_kappa
from showproof.calibration.statistics.gwet_ac import gwet_ac
from showproof.calibration.statistics.intraclass import intraclass
from showproof.calibration.statistics.krippendorff_alpha import krippendorff_alpha
from showproof.calibration.statistics.mean_difference import standardised_mean_difference
from showproof.calibration.statistics.percent_agreement import adjacent_agreement, exact_agreement

SAID = json.loads((Path(__file__).parent / "other_packages.json").read_text())
IRRCAC, PINGOUIN = SAID["irrCAC"]["figures"], SAID["pingouin"]["figures"]
TABLES = tables()
BEYOND = {"worse than chance": "average", "perfect": ""}
"""Tables for which pingouin gives figures above 1, or no bounds."""

OURS = {
    "exact": exact_agreement,
    "adjacent": adjacent_agreement,
    "fleiss": fleiss_kappa,
    "alpha nominal": lambda table: krippendorff_alpha(table, "nominal"),
    "alpha interval": lambda table: krippendorff_alpha(table, "interval"),
    "ac none": gwet_ac,
    "ac linear": lambda table: gwet_ac(table, "linear"),
    "ac quadratic": lambda table: gwet_ac(table, "quadratic"),
    "ac ordinal": lambda table: gwet_ac(table, "ordinal"),
    "kappa none": lambda table: cohen_kappa(*table[:, :2].T),
    "kappa linear": lambda table: cohen_kappa(*table[:, :2].T, "linear"),
    "kappa quadratic": lambda table: cohen_kappa(*table[:, :2].T, "quadratic"),
}


@pytest.mark.parametrize("table", TABLES)
def test_what_irrcac_says_of_the_tables(table):
    assert {name: OURS[name](TABLES[table]) for name in IRRCAC[table]} == pytest.approx(IRRCAC[table], abs=1e-6)


@pytest.mark.parametrize("table", [name for name in TABLES if PINGOUIN[name] and name not in BEYOND])
def test_what_pingouin_says_of_the_tables(table):
    single, average, _ = intraclass(TABLES[table])
    said = PINGOUIN[table]
    assert [single.figure, *single.interval[:2]] == pytest.approx(said["single"], abs=1e-6)
    assert [average.figure, *average.interval[:2]] == pytest.approx(said["average"], abs=1e-6)


@pytest.mark.parametrize("table", [name for name in TABLES if PINGOUIN[name] and name != "perfect"])
def test_the_mean_difference_is_cohens_d_of_pingouin(table):
    levels = TABLES[table]
    complete = levels[levels.sum(axis=1) >= 0]
    ours = standardised_mean_difference(complete[:, 0], complete[:, 1])
    assert ours == pytest.approx(PINGOUIN[table]["mean difference"], abs=1e-6)


def test_raters_who_say_the_opposite_have_no_reliable_mean():
    """Pingouin says 41.9, which no correlation can be."""
    single, average, _ = intraclass(TABLES["worse than chance"])
    assert single.figure == pytest.approx(PINGOUIN["worse than chance"]["single"][0])
    assert isinstance(average.figure, NotComputable)
    assert isinstance(single.interval, NotComputable)
