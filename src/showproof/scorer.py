"""One catalogue set up for scoring draft after draft."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.expected import looked_for
from showproof.catalog.rubric import Role
from showproof.catalog.store import Catalog
from showproof.formats.identity import ARTIFACT, EXAMPLE, ROLE
from showproof.formats.limits import USUAL, Limits
from showproof.model import Detection, Draft, Outline, Scorecard

if TYPE_CHECKING:
    from showproof.derivation import Account, Derivation
    from showproof.examples import Example
    from showproof.reading.detect import TypeClues
    from showproof.reading.lexicon import Lexicon
    from showproof.reading.vocabulary import Vocabulary
    from showproof.runs import Runs
    from showproof.scoring import Rubric


class Said(NamedTuple):
    """What somebody said of a draft, by options or in a manifest: role and type, where they did."""

    role: str = ""
    artifact: str = ""
    by: Literal["option", "manifest"] = "option"


SAID_NOTHING = Said()
"""Role and type are to be read from the draft."""


class Ready(NamedTuple):
    """A draft that was read, and all that it is judged by."""

    written: Outline
    """The file as it was read, signs that nobody sees and markup included."""
    draft: Draft
    rubric: Rubric
    kind: ArtifactType | None
    sha256: str
    shipped: Runs
    """Runs of words of showproof's own texts for the type, by which a copy is known."""
    notices: tuple[str, ...]

    def card(self) -> Scorecard:
        """Its scorecard, with quotes as they stand in the file."""
        from showproof.receipts import as_written

        card = self.scored()
        return as_written(card, self.written) if self.rewritten else card

    def scored(self) -> Scorecard:
        """Its scorecard, with quotes as the rules read them."""
        from showproof.scoring import score_draft

        return score_draft(
            self.draft, self.rubric, self.kind, sha256=self.sha256, shipped=self.shipped, notices=self.notices
        )

    @property
    def rewritten(self) -> bool:
        """Whether quotes of the draft stand otherwise in the file."""
        return self.draft.outline is not self.written or bool(self.written.source)


class Scorer:
    """Scores drafts by one catalogue; what is costly to set up is set up once, when a draft first needs it."""

    def __init__(self, catalog: Catalog, limits: Limits = USUAL) -> None:
        self.catalog = catalog
        self.limits = limits
        self._type: Callable[[str], ArtifactType] = cache(catalog.artifact)
        self._role: Callable[[str], Role] = cache(catalog.role)
        self._examples: Callable[[str], tuple[Example, ...]] = cache(self._read_examples)

    def score(self, path: Path, said: Said = SAID_NOTHING) -> Scorecard:
        """The scorecard of one file. Raises UnreadableError for an unreadable file, UserError for unknown names."""
        return self.read(path, said).card()

    def judge(self, written: Outline, said: Said = SAID_NOTHING, sha256: str = "") -> Scorecard:
        """The scorecard of a file that was read. Raises UserError for unknown names."""
        return self.ready(written, said, sha256).card()

    def explain(self, path: Path, name: str, said: Said = SAID_NOTHING) -> Derivation:
        """All that led to one level of a file, its verdict or a flag. Raises as `score` does, and for unknown names."""
        from showproof.derive.subjects import check_subject, derive
        from showproof.derive.words import Words
        from showproof.receipts import derivation_as_written
        from showproof.rules.view import View

        ready = self.read(path, said)
        check_subject(name, ready.rubric)
        words = Words(self.catalog.facets, self.catalog.kind_pages)
        found = derive(name, View(ready.draft), ready.rubric, ready.kind, ready.scored(), words)
        return derivation_as_written(found, ready.written) if ready.rewritten else found

    def account(self, path: Path, said: Said = SAID_NOTHING) -> Account:
        """All that is known of one file: scorecard, text, how each level came about, pictures. Raises as `score`."""
        from showproof.derive.account import account_of
        from showproof.derive.words import Words
        from showproof.pictures.drawn import pictures_of
        from showproof.receipts import as_written, derivation_as_written

        ready = self.read(path, said)
        words = Words(self.catalog.facets, self.catalog.kind_pages)
        found = account_of(ready.draft, ready.rubric, ready.kind, ready.scored(), words)
        found = found._replace(pictures=pictures_of(ready.draft, ready.kind))
        if not ready.rewritten:
            return found
        told = tuple(derivation_as_written(one, ready.written) for one in found.told)
        return found._replace(card=as_written(found.card, ready.written), outline=ready.written, told=told)

    def read(self, path: Path, said: Said = SAID_NOTHING) -> Ready:
        """One file read and observed, with all that it is to be judged by. Raises as `score` does."""
        from showproof.formats.open import read_draft
        from showproof.formats.package import read_bytes

        data = read_bytes(path, self.limits)
        return self.ready(read_draft(data, path, self.limits), said, hashlib.sha256(data).hexdigest())

    def ready(self, written: Outline, said: Said = SAID_NOTHING, sha256: str = "") -> Ready:
        """A file that was read, observed, with all that it is to be judged by. Raises UserError for unknown names."""
        from showproof.reading.plainly import read_plainly

        return self._ready(self.observe(read_plainly(written), said), written, sha256)

    def rate(self, draft: Draft, sha256: str = "") -> Scorecard:
        """The scorecard of a draft for its role, its quotes as they were read."""
        return self._ready(draft, draft.outline, sha256).scored()

    def _ready(self, draft: Draft, written: Outline, sha256: str) -> Ready:
        kind = self._kind(draft.artifact.value)
        shipped, notices = self._shipped(draft.outline, kind)
        return Ready(
            written=written,
            draft=draft,
            rubric=self._rubric(draft.role.value),
            kind=kind,
            sha256=sha256,
            shipped=shipped,
            notices=(*notices, *self._unknown_names(draft.outline)),
        )

    def observe(self, outline: Outline, said: Said = SAID_NOTHING) -> Draft:
        """A file that was read as evidence, type and role detected where nobody said them."""
        from showproof.reading.draft import observe_draft

        artifact = self._artifact_of(outline, said)
        role = self._role_of(outline, said, artifact.value)
        kind = self._kind(artifact.value)
        expected = looked_for(kind, self._role(role.value)) if kind else ()
        sayings = [text for title, lines in expected for text in (title, *lines)]
        return observe_draft(
            outline, kind, self.catalog.head, self._words, artifact=artifact, role=role, sayings=sayings
        )

    def _kind(self, artifact: str) -> ArtifactType | None:
        return self._type(artifact) if artifact else None

    @cached_property
    def _words(self) -> Vocabulary:
        from showproof.reading.vocabulary import compile_vocabulary

        return compile_vocabulary(self.catalog.facets, self.catalog.lexicon)

    @cached_property
    def _role_words(self) -> dict[str, Lexicon]:
        from showproof.reading.detect import role_lexicon

        return {name: role_lexicon(self._role(name).words) for name in self.catalog.role_ids}

    @cached_property
    def _clues(self) -> tuple[TypeClues, ...]:
        from showproof.reading.detect import TypeClues

        return tuple(
            TypeClues(one.id, one.names, frozenset(one.headings), frozenset(one.headers), frozenset(one.labels))
            for one in self.catalog.summaries.values()
        )

    def _read_examples(self, artifact: str) -> tuple[Example, ...]:
        from showproof.examples import examples_of

        return examples_of(self.catalog, artifact)

    def _rubric(self, role: str) -> Rubric:
        from showproof.scoring import Rubric

        known = self.catalog
        flags = tuple(known.flags.values())
        return Rubric(known.screen.version, known.digest, known.criteria, flags, known.screen, self._role(role))

    def _artifact_of(self, outline: Outline, said: Said) -> Detection:
        from showproof.reading.detect import detect_artifact

        told = _told(said.artifact, said, outline.properties.get(ARTIFACT, ""), self.catalog.artifact_ids)
        return told or detect_artifact(outline, self._clues)

    def _role_of(self, outline: Outline, said: Said, artifact: str) -> Detection:
        from showproof.reading.detect import detect_role
        from showproof.reading.texts import texts_of, title_of

        told = _told(said.role, said, outline.properties.get(ROLE, ""), self.catalog.role_ids)
        if told:
            return told
        found = detect_role("\n".join(texts_of(outline)), title_of(outline), self._role_words)
        if found.value:
            return found
        summary = self.catalog.summaries.get(artifact)
        return Detection(summary.roles[0] if summary else self.catalog.role_ids[0], "none", 0.0)

    def _unknown_names(self, outline: Outline) -> Iterator[str]:
        """What the file says of itself and this catalogue does not have: it was made from somebody's own."""
        for name, known in ((ARTIFACT, self.catalog.artifact_ids), (ROLE, self.catalog.role_ids)):
            named = outline.properties.get(name, "")
            if named and named not in known:
                yield f'the file was made from "{named}", which is not in the catalogue; say --catalog'

    def _shipped(self, outline: Outline, kind: ArtifactType | None) -> tuple[Runs, tuple[str, ...]]:
        """Marks by which copies of what is shipped are known; or a notice where the file is one of its examples."""
        from showproof.examples import unchanged_example

        notice = unchanged_example(outline, self._examples(kind.id)) if kind and EXAMPLE in outline.properties else ""
        return (frozenset(), (notice,)) if notice else (self._marks, ())

    @cached_property
    def _marks(self) -> Runs:
        return frozenset(self.catalog.marks)


def _told(name: str, said: Said, named: str, known: Container[str]) -> Detection | None:
    """What somebody said outright, else what the file says of itself; None leaves it to the draft's words."""
    if name:
        return Detection(name, said.by, 1.0)
    return Detection(named, "property", 1.0) if named in known else None
