"""Another package's agreement, asked round by round: run by an interpreter that has it, `PEER TABLE.npy`.

Reads a line for every call; writes CPU and wall seconds and the figure as JSON. Needs nothing of this project.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from importlib.metadata import version

import numpy as np

LEVELS = [0.0, 1.0, 2.0, 3.0, 4.0]


def krippendorff(table):
    from krippendorff import alpha

    by_rater = np.ascontiguousarray(table.T)
    return lambda: alpha(reliability_data=by_rater, level_of_measurement="ordinal")


def irr_cac(table):
    from irrCAC.raw import CAC
    from pandas import DataFrame

    frame = DataFrame(table)
    return lambda: CAC(frame, weights="quadratic", categories=LEVELS, digits=12).gwet()["est"]["coefficient_value"]


def pingouin(table):
    from pandas import DataFrame
    from pingouin import intraclass_corr

    drafts, raters = table.shape
    long = DataFrame(
        {
            "draft": np.repeat(np.arange(drafts), raters),
            "rater": np.tile(np.arange(raters), drafts),
            "level": table.ravel(),
        }
    )

    def single():
        found = intraclass_corr(long, targets="draft", raters="rater", ratings="level")
        return float(found[found["Type"].isin(["ICC2", "ICC(A,1)"])]["ICC"].iloc[0])

    return single


PEERS = {"krippendorff": krippendorff, "irrCAC": irr_cac, "pingouin": pingouin}


def main(peer: str, path: str) -> None:
    warnings.simplefilter("ignore")
    call = PEERS[peer](np.load(path))
    print(json.dumps({"version": version(peer), "figure": float(call())}), flush=True)
    for _ in sys.stdin:
        passed, used = time.perf_counter(), time.process_time()
        call()
        print(json.dumps([time.process_time() - used, time.perf_counter() - passed]), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
