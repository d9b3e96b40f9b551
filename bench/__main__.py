"""`python -m bench [SECTION...] [--rounds N]`: figures, never a timed test. Sections are listed below."""

from __future__ import annotations

import argparse
from importlib import import_module

from bench.report import versions

SECTIONS = {
    "startup": "bench.startup",
    "catalogue": "bench.catalogue_size",
    "generate": "bench.generate",
    "read": "bench.read_score",
    "annotate": "bench.annotate",
    "scale": "bench.scale",
    "agreement": "bench.agreement",
}
COVERAGE = "coverage"
"""Simulates studies for half an hour, and so runs only where it is named."""
ROUNDS = 11


def main() -> None:
    """Run the sections asked for, each loaded only then; whole processes come first, while this one is small."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Figures beside floors and peers.")
    parser.add_argument(
        "sections", nargs="*", choices=[[], *SECTIONS, COVERAGE], metavar="|".join((*SECTIONS, COVERAGE))
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="interleaved rounds (default %(default)s)")
    parser.add_argument("--studies", type=int, default=1000, help="simulated, for coverage (default %(default)s)")
    given = parser.parse_args()
    print(f"{given.rounds} interleaved rounds; {versions()}")
    for name in SECTIONS:
        if not given.sections or name in given.sections:
            import_module(SECTIONS[name]).main(given.rounds)
    if COVERAGE in given.sections:
        import_module("bench.coverage").main(given.studies)


if __name__ == "__main__":
    main()
