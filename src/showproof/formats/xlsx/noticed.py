"""What a reader of the file should know: each thing said once, with the first place and how often."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Noticed:
    """Collects notices while a workbook is read."""

    places: dict[str, list[str]] = field(default_factory=dict)

    def add(self, what: str, place: str = "") -> None:
        """Note `what`, at a place such as `Plan!F7`; repeated notes are counted."""
        self.places.setdefault(what, []).append(place)

    def lines(self) -> tuple[str, ...]:
        """The notices as sentences, in the order in which they were first made."""
        return tuple(_sentence(what, places) for what, places in self.places.items())


def _sentence(what: str, places: list[str]) -> str:
    if not places[0]:
        return what
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return f"{what}: {places[0]}{more}"
