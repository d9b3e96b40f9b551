"""The context that a template gets where a person says nothing: from its type, else from the role's report."""

from __future__ import annotations

from showproof.catalog.store import Catalog


def usual_context(catalog: Catalog, artifact: str, role: str) -> dict[str, str]:
    """The type's own context for its usual role, over what the role offers. Raises UserError for unknown names."""
    kind = catalog.artifact(artifact)
    own = kind.defaults if role == kind.usual_role else None
    return {**role_defaults(catalog, role), **(own or {})}


def bundle_context(catalog: Catalog, bundle: str, role: str) -> dict[str, str]:
    """The bundle's own context for its role, over what the role offers. Raises UserError for unknown names."""
    known = catalog.bundle(bundle)
    own = known.context if role == known.role else None
    return {**role_defaults(catalog, role), **(own or {})}


def role_defaults(catalog: Catalog, name: str) -> dict[str, str]:
    """The context that a role's report offers first: workflow, metric, constraint, stakeholder, team."""
    role = catalog.role(name)
    lists = {
        "workflow": role.workflows,
        "metric": role.metrics,
        "constraint": role.constraints,
        "stakeholder": role.stakeholders,
        "team": role.teams,
    }
    return {word: offered[0] for word, offered in lists.items() if offered}
