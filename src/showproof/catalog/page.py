"""What the page of a rule says beyond its parameters: what they mean, and a draft on either side of it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A short draft that does not meet a rule, or that raises a flag, and one that is as it should be."""

    bad: str
    good: str
    artifact: str = ""
    """The artifact type that both are judged as, where the rule asks for its parts."""
    tracks: tuple[str, ...] = ()
    """The tracks of the role, for flags that look for them."""
    shipped: tuple[str, ...] = ()
    """What counts as shipped with showproof, for flags that look for copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Parameters of a rule or a flag."""

    about: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    carry: tuple[str, ...] = ()
    at_least: int = 1
    each: bool = False
    share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPage:
    """The page of a kind of rule, or of flag."""

    example: Example
    given: Given = field(default_factory=Given)
    """The parameters by which the example is judged."""
    parameters: dict[str, str] = field(default_factory=dict)
    """Parameter to what it means, in words that its values follow; parameters that it does not name are not read."""
