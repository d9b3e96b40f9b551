"""Prints how far scorecards agree with reviewers.

`python -m tests.validity [--corpus DIR] [--json] [--draft ID]`; `make validity` for short.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .corpus import lacking, read_corpus
from .one_draft import draft_text
from .report import as_data, as_text, report
from .scored import score

DEV = Path("../shared/corpus/dev")
"""The labelled drafts that lie beside the project."""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.validity", description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=DEV, help="a folder with files/, drafts.csv and ratings.csv")
    parser.add_argument("--draft", default="", help="one draft's whole derivation beside what the reviewers gave it")
    parser.add_argument("--json", action="store_true", help="all figures as one JSON object")
    said = parser.parse_args()
    missing = lacking(said.corpus)
    if missing:
        print(f"not measured: {missing}")
        return
    corpus = read_corpus(said.corpus)
    if said.draft:
        one = next((draft for draft in corpus.drafts if draft.id == said.draft), None)
        if one is None:
            parser.error(f'unknown draft "{said.draft}"; known: {corpus.drafts[0].id} to {corpus.drafts[-1].id}')
        print(draft_text(corpus, one))
        return
    told = report(score(corpus))
    print(json.dumps(as_data(told), indent=1, ensure_ascii=False) if said.json else as_text(told))


if __name__ == "__main__":
    main()
