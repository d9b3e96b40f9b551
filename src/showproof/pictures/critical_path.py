"""The critical path of a plan: the longest way through what waits for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Waits = Mapping[str, Sequence[str]]
"""Item to the items that it waits for; every item is a key."""


def in_circles(after: Waits) -> frozenset[str]:
    """The items that wait for themselves, by way of others or at once."""
    return frozenset(item for item in after if item in _behind(item, after))


def critical_path(after: Waits, lengths: Mapping[str, int]) -> tuple[str, ...]:
    """The chain of items with the greatest sum of lengths, first to last; nothing where nothing waits for another.

    Items in a circle are left out. Of chains of one length, the one that ends with the earlier item in the order of
    `after`, and at each step back takes the one named first.
    """
    circles = in_circles(after)
    open_to = {item: [one for one in before if one not in circles] for item, before in after.items()}
    best: dict[str, tuple[int, str]] = {}
    for item in _in_order({item: before for item, before in open_to.items() if item not in circles}):
        longest = max(open_to[item], key=lambda one: best[one][0], default="")
        best[item] = (lengths[item] + (best[longest][0] if longest else 0), longest)
    linked = [item for item in after if item in best and best[item][1]]
    if not linked:
        return ()
    last = max(linked, key=lambda item: best[item][0])
    path = [last]
    while before := best[path[-1]][1]:
        path.append(before)
    return tuple(reversed(path))


def _behind(item: str, after: Waits) -> set[str]:
    """All that an item waits for, near and far."""
    seen: set[str] = set()
    waiting = list(after[item])
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += after[one]
    return seen


def _in_order(after: Waits) -> list[str]:
    """Items without circles, each behind all that it waits for."""
    order: dict[str, None] = {}
    for start in after:
        waiting = [start]
        while waiting:
            item = waiting[-1]
            missing = [one for one in after[item] if one not in order]
            if missing:
                waiting += missing
            else:
                order[waiting.pop()] = None
    return list(order)
