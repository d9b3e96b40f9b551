"""Writes `ratings.csv` and `figures.json` anew: one set of ratings, and what RaschPy says of it.

Run by hand, in an environment of its own, since RaschPy brings scikit-learn, pandas and matplotlib with it:

    python -m venv raschpy-env && raschpy-env/bin/pip install RaschPy==1.4.0
    raschpy-env/bin/python tests/calibration/statistics/raschpy/figures.py

RaschPy (Apache-2.0, Mark Elliott) does not fit by joint likelihood: it compares pairs of response patterns with one
total, in which the draft cancels out (its `estimation="cp-full-rcl"`). So it has no joint bias, and shares no
formula or algorithm with ours. Conventions are the same on both sides: severities and difficulties grow with harshness,
and each set of measures and thresholds has mean 0.
"""

from __future__ import annotations

import csv
import json
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
from raschpy import MFRM

HERE = Path(__file__).parent
DRAFTS, SEVERITIES, DIFFICULTIES = 80, (-0.7, -0.2, 0.1, 0.8), (-0.8, -0.4, 0.0, 0.3, 0.9)
THRESHOLDS = (-2.0, -0.6, 0.5, 2.1)
MISSING, SEED = 0.15, 20260401


def draw() -> list[tuple[int, int, int, int]]:
    """Draft, rater, criterion, level: drawn from the rating-scale model, some left out."""
    source = np.random.default_rng(SEED)
    abilities = source.normal(0.2, 1.1, DRAFTS)
    steps = np.concatenate([[0.0], np.cumsum(THRESHOLDS)])
    rows = []
    for draft, rater, criterion in np.ndindex(DRAFTS, len(SEVERITIES), len(DIFFICULTIES)):
        location = abilities[draft] - SEVERITIES[rater] - DIFFICULTIES[criterion]
        chances = np.exp(location * np.arange(5) - steps)
        level = int(source.choice(5, p=chances / chances.sum()))
        if source.random() >= MISSING:
            rows.append((draft, rater, criterion, level))
    return rows


def ask(rows: list[tuple[int, int, int, int]]) -> dict[str, object]:
    """Severities, difficulties and thresholds by RaschPy."""
    table = pd.DataFrame(rows, columns=["Person", "Rater", "criterion", "level"])
    wide = table.pivot(index=["Rater", "Person"], columns="criterion", values="level")
    wide.columns = [str(name) for name in wide.columns]
    model = MFRM(wide, max_score=4)
    model.calibrate(model="global")
    return {
        "package": f"RaschPy {version('RaschPy')}",
        "severities": [round(float(one), 6) for one in model.facet_effects_global],
        "difficulties": [round(float(one), 6) for one in model.items_global],
        "thresholds": [round(float(one), 6) for one in np.asarray(model.thresholds_global)[-4:]],
    }


def main() -> None:
    """Write both files beside this one."""
    warnings.simplefilter("ignore")
    rows = draw()
    with (HERE / "ratings.csv").open("w", newline="", encoding="utf-8") as sheet:
        writer = csv.writer(sheet, lineterminator="\n")
        writer.writerow(("draft", "rater", "criterion", "level"))
        writer.writerows(rows)
    (HERE / "figures.json").write_text(json.dumps(ask(rows), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
