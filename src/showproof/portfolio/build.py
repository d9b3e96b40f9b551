"""A folder of drafts that were read and scored, as a portfolio."""

from __future__ import annotations

from collections.abc import Sequence

from showproof.catalog.rubric import Role
from showproof.catalog.store import Catalog
from showproof.portfolio.agreement import agreement
from showproof.portfolio.matrix import artifacts_of, rows_of
from showproof.portfolio.plan import Shows, plan_of
from showproof.portfolio.taken import Taken, set_aside
from showproof.portfolio.tracks import one_track, one_workflow
from showproof.proof import Lost, Portfolio


def portfolio_of(
    catalog: Catalog,
    role: Role,
    folder: str,
    drafts: Sequence[Taken],
    unreadable: Sequence[Lost],
    *,
    shows: Shows,
    today: str = "",
) -> Portfolio:
    """All that is said of one candidate's drafts, each scored for the role.

    `today` is an ISO date or nothing; `shows` tells what worked examples prove.
    """
    set_aside(drafts, catalog.flags)
    counted = [one for one in drafts if one.counts]
    rows = rows_of(role, drafts)
    kinds = {name: catalog.artifact(name) for name in catalog.artifact_ids}
    plan, out_of_reach = plan_of(role, rows, counted, kinds, shows)
    return Portfolio(
        folder=folder,
        role=role.id,
        title=role.title,
        track=role.track,
        rubric=(catalog.screen.version, catalog.digest),
        today=today,
        artifacts=artifacts_of(drafts, today),
        rows=rows,
        checks=(one_track(role, counted), one_workflow(counted), *agreement(counted)),
        plan=plan,
        out_of_reach=out_of_reach,
        unreadable=tuple(unreadable),
    )
