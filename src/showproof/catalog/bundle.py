"""Bundles: artifact types that are made together, share one context, and refer to each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One document of a bundle."""

    artifact: str
    companions: dict[str, str]
    """Artifact type of every other document to how this one goes with it, as a phrase after its name and a colon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Documents that belong together, in the order in which they are read."""

    title: str
    summary: str
    """One sentence: what they show together."""
    role: str
    """The role that it is made for where nobody names one."""
    members: tuple[Member, ...]
    context: dict[str, str] | None = None
    """Context that it starts from where neither the person nor the role says otherwise."""

    @property
    def artifacts(self) -> tuple[str, ...]:
        """The types of its documents."""
        return tuple(member.artifact for member in self.members)
