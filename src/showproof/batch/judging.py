"""What a worker does with one draft: score it, and put the scorecard into words."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from showproof.batch.bounds import Bounds, OutOfTime, held
from showproof.batch.outcomes import OfAccount, Outcome, Render, Scored, Task, Unreadable, Work
from showproof.catalog.sources import Sources
from showproof.catalog.store import Catalog
from showproof.derivation import Derivation
from showproof.errors import UnreadableError, UserError
from showproof.formats.limits import Limits
from showproof.model import Outline, Scorecard
from showproof.scorer import Scorer

_READERS = ("docx", "xlsx", "markdown")


def judge(scorer: Scorer, render: Render, task: Task) -> Outcome:
    """The outcome of one draft; a fault of ours is told as one too, and the drafts after it are scored.

    Raises UserError for what is wrong with the catalogue or the options, MemoryError and OutOfTime.
    """
    try:
        with own_faults_told(task.path):
            card, texts = _shown(scorer, render, task)
    except UnreadableError as error:
        return Unreadable(str(task.path), error.message, error.remedy)
    return Scored(str(task.path), card.level, card.artifact.by != "none", texts)


def _shown(scorer: Scorer, render: Render, task: Task) -> tuple[Scorecard, tuple[str, ...]]:
    if isinstance(render, OfAccount):
        account = scorer.account(task.path, task.said)
        return account.card, render.render(account)
    card = scorer.score(task.path, task.said)
    return card, render(card)


def judge_here(scorer: Scorer, render: Render, task: Task, bounds: Bounds) -> Outcome:
    """The outcome of one draft in this process, under the same limits as a worker as far as they go without one."""
    try:
        with within(bounds, task.path):
            return judge(scorer, render, task)
    except UnreadableError as error:
        return Unreadable(str(task.path), error.message, error.remedy)


def explain_here(scorer: Scorer, name: str, task: Task, bounds: Bounds) -> Derivation:
    """All that led to one level of a draft. Raises UnreadableError for what cannot be read, UserError for names."""
    with within(bounds, task.path), own_faults_told(task.path):
        return scorer.explain(task.path, name, task.said)


def card_here(scorer: Scorer, task: Task, bounds: Bounds) -> Scorecard:
    """The scorecard of a draft. Raises UnreadableError for what cannot be read, UserError for unknown names."""
    with within(bounds, task.path), own_faults_told(task.path):
        return scorer.score(task.path, task.said)


@contextlib.contextmanager
def own_faults_told(path: Path) -> Iterator[None]:
    """Tells a fault of ours as an UnreadableError; those of the file, of options and of limits stay what they are."""
    try:
        yield
    except (UserError, MemoryError, OutOfTime):
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        remedy = "save it again in your office program, and report the fault"
        raise UnreadableError(f"showproof failed on it ({said})", where=str(path), remedy=remedy) from error


@contextlib.contextmanager
def within(bounds: Bounds, path: Path) -> Iterator[None]:
    """Limits on what is done with one draft here. Raises UnreadableError where they are passed."""
    try:
        with held(bounds):
            yield
    except MemoryError:
        raise _passed(bounds.large, path) from None
    except OutOfTime:
        raise _passed(bounds.slow, path) from None


def _passed(said: tuple[str, str], path: Path) -> UnreadableError:
    return UnreadableError(said[0], where=str(path), remedy=said[1])


def ready_work(folders: Sources, limits: Limits, render: Render) -> Work:
    """What scores drafts by the catalogue in these folders, set up and warm. Raises UserError for a faulty catalogue.

    The arguments can be pickled: a worker may be a new interpreter.
    """
    scorer = Scorer(Catalog(folders), limits)
    for name in _READERS:
        import_module(f"showproof.formats.{name}.read")
    scorer.observe(Outline("", "md", ()))
    return lambda task: judge(scorer, render, task)
