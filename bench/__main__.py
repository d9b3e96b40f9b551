"""`python -m bench [startup|catalogue|generate|read|annotate|scale] [--rounds N]`: figures, never a timed test."""

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
}
ROUNDS = 11


def main() -> None:
    """Run the sections asked for, each loaded only then; whole processes come first, while this one is small."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Figures beside floors and peers.")
    parser.add_argument("sections", nargs="*", choices=[[], *SECTIONS], metavar="|".join(SECTIONS))
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="interleaved rounds (default %(default)s)")
    given = parser.parse_args()
    print(f"{given.rounds} interleaved rounds; {versions()}")
    for name in SECTIONS:
        if not given.sections or name in given.sections:
            import_module(SECTIONS[name]).main(given.rounds)


if __name__ == "__main__":
    main()
