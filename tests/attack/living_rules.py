"""Which rules decide: where a rule finds nothing, or all, some level of some draft must be another, else it is dead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from attacks import ATTACKS

from example_drafts import TYPES, as_markdown, read, strong, without
from showproof.api import Scorer, read_manifest
from showproof.catalog.named_rules import NamedRule, named_rules
from showproof.catalog.rubric import Limit
from showproof.model import Detection, Draft
from showproof.rating import TOP, Judged, Weighing, level_of, weighing_of, whole_of
from showproof.rules.base import MET
from showproof.rules.view import View


def drafts_of(scorer: Scorer, labelled: Path) -> Iterator[Draft]:
    """The labelled drafts; every attack, for one type each; every worked example, whole and with each part left out."""
    catalog = scorer.catalog
    manifest = read_manifest(labelled / "drafts.csv", catalog)
    for path in sorted((labelled / "files").iterdir()):
        yield scorer.read(path, manifest.said_of(path)).draft
    for attack, name in zip(ATTACKS.values(), cycle(TYPES), strict=False):
        kind = catalog.artifact(name)
        yield read(scorer, attack(catalog, kind, kind.usual_role), kind.usual_role, name)
    for name in TYPES:
        kind, worked = catalog.artifact(name), strong(catalog, name)
        for answers in (worked, *(without(worked, part.id) for part in kind.parts)):
            draft = read(scorer, as_markdown(kind, answers), worked.role, name)
            yield from (replace(draft, role=Detection(role, "option", 1.0)) for role in kind.proves)


class Trial:
    """Drafts observed once, each weighed once for every criterion and row that judges it."""

    def __init__(self, scorer: Scorer, drafts: Iterable[Draft]) -> None:
        self.scorer, self.catalog = scorer, scorer.catalog
        self.drafts = [(draft, view := View(draft), whole_of(view)) for draft in drafts]
        self._weighings: dict[tuple[str, int], Weighing] = {}

    def idle(self) -> list[str]:
        """Rules that no level of any draft hangs on."""
        return [one.key for one in named_rules(self.catalog) if not self._decides(one)]

    def never_raised(self) -> list[str]:
        """Flags that no draft raises."""
        raised = {flag.id for draft, _, _ in self.drafts for flag in self.scorer.rate(draft).flags}
        return [name for name in self.catalog.flags if name not in raised]

    def _decides(self, one: NamedRule) -> bool:
        numbers = (at for at, (draft, _, _) in enumerate(self.drafts) if one.role in ("", draft.role.value))
        return any(self._hangs_on(one, self._weighing(one, at)) for at in numbers)

    def _hangs_on(self, one: NamedRule, weighing: Weighing) -> bool:
        judged = next(each for each in weighing.judged if each.rule is one.rule)
        level, _, _ = level_of(weighing)
        for other in turned(judged):
            changed = tuple(other if each is judged else each for each in weighing.judged)
            if level_of(weighing._replace(judged=changed))[0] != level:
                return True
        return False

    def _weighing(self, one: NamedRule, at: int) -> Weighing:
        key = (f"{one.role}/{one.measure.id}", at)
        if key not in self._weighings:
            draft, view, whole = self.drafts[at]
            kind = self.catalog.artifact(draft.artifact.value) if draft.artifact.value else None
            self._weighings[key] = weighing_of(one.measure, view, kind, whole)
        return self._weighings[key]


def turned(judged: Judged) -> Iterator[Judged]:
    """The rule with nothing found, and with all of it."""
    least = judged.rule.unmet if isinstance(judged.rule, Limit) else TOP
    yield judged._replace(found=judged.found._replace(strength=0.0), allows=least)
    yield judged._replace(found=judged.found._replace(strength=MET), allows=TOP)
