"""One draft's whole derivation, scale by scale, beside what the reviewers gave it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from showproof.api import Scorer, open_catalog, read_manifest
from showproof.outputs.derivation_text import derivation_text

from .corpus import CRITERIA, Corpus, Labelled
from .report import levels


def draft_text(corpus: Corpus, draft: Labelled) -> str:
    """Reasons of the reviewers, then every scale."""
    return "\n".join(_lines(corpus, draft))


def _lines(corpus: Corpus, draft: Labelled) -> Iterator[str]:
    catalog = open_catalog()
    scorer = Scorer(catalog)
    said = read_manifest(corpus.folder / "drafts.csv", catalog).said_of(draft.file)
    yield f"{draft.id}: {draft.role}, {draft.artifact}"
    for reason in corpus.reasons.get(draft.id, ()):
        yield f"{reason.rater}: {reason.why} [{', '.join(sorted(reason.flags)) or 'no flags'}]"
    rows = [scale for scale in corpus.rows if (draft.id, scale) in corpus.ratings]
    for scale in ("overall", *CRITERIA, *rows):
        told = scorer.explain(draft.file, scale.removeprefix("skill:"), said)
        yield f"\n== {scale}: ours {told.level}, panel {levels(corpus.ratings[draft.id, scale])}"
        # The name of the file stands above already.
        yield click.unstyle(derivation_text(told)).partition("\n")[2]
