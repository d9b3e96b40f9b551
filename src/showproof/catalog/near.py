"""Near misses: what somebody who wrote an unknown name may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from showproof.errors import UserError


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is spelled most like it, or nothing where none comes close."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return str(found[0]) if found else ""


def unknown(what: str, name: str, known: Iterable[str], listed: str) -> UserError:
    """The error for a name that there is not: near misses first, then where all names are to be seen."""
    close = _close(name, list(known))
    hint = f"did you mean {' or '.join(close)}? " if close else ""
    return UserError(f'unknown {what} "{name}"', remedy=f"{hint}{listed}")


def _close(name: str, known: list[str]) -> list[str]:
    """The names that one slip in typing makes of it; where there is none, up to three that are like it or hold it."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    slips = [one for one in known if OSA.distance(name, one, score_cutoff=1) == 1]
    if slips:
        return slips
    found = process.extract(name, known, scorer=fuzz.WRatio, limit=3, score_cutoff=60)
    return [near for near, score, _ in found if score > found[0][1] - 5]
