"""What reviewers look for in an artifact of one type by a candidate for one role."""

from __future__ import annotations

from showproof.catalog.artifact import ArtifactType
from showproof.catalog.rubric import Role


def looked_for(kind: ArtifactType, role: Role | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What reviewers look for: the essentials of the rows that the type proves for this role, or of its first row.

    Nothing where the type proves no row of any role: hiring teams fill it, and no candidate is read by it.
    """
    if not role or not any(kind.proves.values()):
        return ()
    proved = kind.proves.get(role.id, ())
    rows = [row for row in role.rows if row.id in proved] or list(role.rows[:1])
    return tuple((f"{row.skill}: {row.good}", tuple(rule.say for rule in row.essentials)) for row in rows)
