"""Writes what a package that cannot live in this environment says of the tables: `other_packages.json`.

irrCAC pins old versions and names no licence; pingouin is GPL. Each is asked in a throw-away environment of its own:

    python3 -m venv ../irrcac && ../irrcac/bin/pip install irrCAC==0.4.4
    ../irrcac/bin/python tests/calibration/statistics/other_packages.py irrCAC
    python3 -m venv ../pingouin && ../pingouin/bin/pip install pingouin==0.7.0
    ../pingouin/bin/python tests/calibration/statistics/other_packages.py pingouin
"""

from __future__ import annotations

import json
import platform
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
from tables import tables

PLACE = Path(__file__).with_suffix(".json")
CATEGORIES = [0.0, 1.0, 2.0, 3.0, 4.0]
IRR_WEIGHTS = {"none": "identity", "linear": "linear", "quadratic": "quadratic", "ordinal": "ordinal"}


def irr_cac(table):
    """Fleiss, AC by weights, nominal and interval alpha, share of agreement; Cohen's kappa of the first two raters."""
    import pandas as pd
    from irrCAC.raw import CAC

    def said(columns, weights, method, what="coefficient_value"):
        asked = CAC(pd.DataFrame(table[:, columns]), weights=weights, categories=CATEGORIES, digits=12)
        return getattr(asked, method)()["est"][what]

    every = list(range(table.shape[1]))
    figures = {f"ac {name}": said(every, theirs, "gwet") for name, theirs in IRR_WEIGHTS.items()}
    figures["fleiss"] = said(every, "identity", "fleiss")
    figures["alpha nominal"] = said(every, "identity", "krippendorff")
    figures["alpha interval"] = said(every, "quadratic", "krippendorff")
    if not np.isnan(table).any():
        adjacent = np.array([[float(abs(a - b) <= 1) for b in CATEGORIES] for a in CATEGORIES])
        for name, weights in (("exact", "identity"), ("adjacent", adjacent)):
            figures[name] = said(every, weights, "gwet", "pa")
    for name in ("none", "linear", "quadratic"):
        if not np.isnan(table[:, :2]).any():
            figures[f"kappa {name}"] = said([0, 1], IRR_WEIGHTS[name], "conger")
    return figures


def pingouin_figures(table):
    """ICC(2,1) and ICC(2,k) with bounds, of drafts that all rated; Cohen's d of the first two raters."""
    import pandas as pd
    import pingouin

    pingouin.options.update({"round": None, "round.column.CI95": None})
    complete = table[~np.isnan(table).any(axis=1)]
    drafts, raters = complete.shape
    if drafts < 5:
        return {}
    long = pd.DataFrame({
        "draft": np.repeat(np.arange(drafts), raters),
        "rater": np.tile(np.arange(raters), drafts),
        "level": complete.ravel(),
    })  # fmt: skip
    found = pingouin.intraclass_corr(long, targets="draft", raters="rater", ratings="level").set_index("Type")
    figures = {}
    for name, theirs in (("single", "ICC(A,1)"), ("average", "ICC(A,k)")):
        figures[name] = [found.loc[theirs, "ICC"], *found.loc[theirs, "CI95"]]
    figures["mean difference"] = pingouin.compute_effsize(complete[:, 1], complete[:, 0], eftype="cohen")
    return figures


ASKED = {"irrCAC": irr_cac, "pingouin": pingouin_figures}


def write(package):
    """Puts the package's figures beside those of the others."""
    figures = {name: ASKED[package](table) for name, table in tables().items()}
    known = json.loads(PLACE.read_text()) if PLACE.exists() else {}
    known[package] = {"version": version(package), "python": platform.python_version(), "figures": figures}
    PLACE.write_text(json.dumps(known, indent=1, sort_keys=True, default=float) + "\n")


if __name__ == "__main__":
    write(sys.argv[1])
