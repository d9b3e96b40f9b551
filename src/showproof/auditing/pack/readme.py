"""The page on top of a pack: what is where, what is missing, what it is not, how to check it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from showproof.auditing.pack.given import KINDS, Given
from showproof.outputs.audit_words import IS_NOT
from showproof.outputs.terminal import plain

_WIDTH = 100
_WHERE = {
    "decisions": "decisions/",
    "audit": "audit/           as a page, one sheet of paper, and JSON",
    "scorecards": "scorecards/",
    "ratings": "ratings/",
    "adjudication": "adjudication/",
    "gate": "gate/",
    "log": "log/",
}


def readme(given: Given, version: str, people: int) -> str:
    """The text, with its line end; `people` is how many explanations there are."""
    return "\n".join(_lines(given, version, people)) + "\n"


def _lines(given: Given, version: str, people: int) -> Iterator[str]:
    yield "AUDIT PACK"
    yield ""
    yield from wrap(
        f"All that the decisions of one procedure rest on, put together by showproof {version}. showproof scores by "
        "rules that people wrote; no model judges anyone.", _WIDTH,
    )  # fmt: skip
    yield ""
    yield "What is where"
    there = [kind for kind in KINDS if kind not in given.missing]
    yield from (f"  {_WHERE[kind]:16} {KINDS[kind] if kind != 'audit' else ''}".rstrip() for kind in there)
    yield f"  {'rubric/':16} the rubric's own files; digest {given.rubric_digest}"
    yield f"  {'candidates/':16} explanations for {people}, a page and a document each"
    yield f"  {'settings.json':16} versions, what was asked for, and what does not fit together"
    yield f"  {'manifest.json':16} the SHA-256 of every file"
    yield ""
    yield "What is not in it"
    yield from (f"  {KINDS[kind]}" for kind in given.missing)
    if not given.review.contact:
        yield "  a contact for those who ask for a review: the explanations name none"
    if not given.missing and given.review.contact:
        yield "  nothing is missing"
    if given.notices:
        yield ""
        yield "What does not fit together, or does not count"
        for line in given.notices:
            yield from wrap(plain(line), _WIDTH, initial_indent="  ", subsequent_indent="    ")
    yield ""
    yield "How to check it"
    yield "  showproof audit verify FOLDER"
    yield from wrap(
        "names every file that was changed, is missing or was added, and the first entry of the log that is not as it "
        "was written. Note the digest that it prints somewhere else: whoever can write the whole pack anew can write "
        "its manifest anew too.", _WIDTH, initial_indent="  ", subsequent_indent="  ",
    )  # fmt: skip
    yield ""
    yield "Who may see it"
    yield from wrap(
        "It holds what people said of each other and, where groups were named, which groups they are of. Only "
        "the files in candidates/ are made to be given out, each to its own candidate.", _WIDTH,
        initial_indent="  ", subsequent_indent="  ",
    )  # fmt: skip
    yield ""
    yield "What it is not"
    for text in IS_NOT:
        yield from wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
