"""What a worker does with one draft: score it, and put the scorecard into words."""

from __future__ import annotations

from importlib import import_module

from showproof.batch.bounds import Bounds, OutOfTime, held
from showproof.batch.outcomes import Outcome, Render, Scored, Task, Unreadable, Work
from showproof.catalog.sources import Sources
from showproof.catalog.store import Catalog
from showproof.errors import UnreadableError, UserError
from showproof.formats.limits import Limits
from showproof.model import Outline
from showproof.scorer import Scorer

_READERS = ("docx", "xlsx", "markdown")


def judge(scorer: Scorer, render: Render, task: Task) -> Outcome:
    """The outcome of one draft; a fault of ours is told as one too, and the drafts after it are scored.

    Raises UserError for what is wrong with the catalogue or the options, MemoryError and OutOfTime.
    """
    try:
        card = scorer.score(task.path, task.said)
    except UnreadableError as error:
        return Unreadable(str(task.path), error.message, error.remedy)
    except (UserError, MemoryError, OutOfTime):
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        return Unreadable(
            str(task.path),
            f"showproof failed on it ({said})",
            "save it again in your office program, and report the fault",
        )
    return Scored(str(task.path), card.level, card.artifact.by != "none", render(card))


def judge_here(scorer: Scorer, render: Render, task: Task, bounds: Bounds) -> Outcome:
    """The outcome of one draft in this process, under the same limits as a worker as far as they go without one."""
    try:
        with held(bounds):
            return judge(scorer, render, task)
    except MemoryError:
        return Unreadable(str(task.path), *bounds.large)
    except OutOfTime:
        return Unreadable(str(task.path), *bounds.slow)


def ready_work(folders: Sources, limits: Limits, render: Render) -> Work:
    """What scores drafts by the catalogue in these folders, set up and warm. Raises UserError for a faulty catalogue.

    The arguments can be pickled: a worker may be a new interpreter.
    """
    scorer = Scorer(Catalog(folders), limits)
    for name in _READERS:
        import_module(f"showproof.formats.{name}.read")
    scorer.observe(Outline("", "md", ()))
    return lambda task: judge(scorer, render, task)
