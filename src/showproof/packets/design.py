"""Who rates which draft: as many raters a draft as wished, pairs and loads as even as can be, all raters connected.

A balanced incomplete block design where there is one (Fleiss, 1981, Balanced incomplete block designs for inter-rater
reliability studies, Applied Psychological Measurement 5), else the nearest to it that an exchange search finds: drafts
are the blocks, raters what is compared. Connected raters are what severities on one scale need (Linacre, 1994,
Many-Facet Rasch Measurement): from each rater to each other leads a chain of drafts that two of them share.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from showproof.errors import UserError
from showproof.packets.drawing import draw, shuffled

_STARTS = 12
"""Beginnings that are tried where the first does not come out even."""
_ROUNDS = 60
"""Passes over all drafts, at most, in one search."""
_LOOSENED, _LOSS = 1, (2, 0)
"""Drafts in which a rater is exchanged where nothing gains any more, and what that may cost."""

Block = tuple[int, ...]
"""The raters of one draft, by their numbers from 0, ascending."""


class Design(NamedTuple):
    """The raters of each draft."""

    raters: int
    blocks: tuple[Block, ...]

    @property
    def loads(self) -> tuple[int, ...]:
        """Drafts of each rater."""
        return tuple(sum(rater in block for block in self.blocks) for rater in range(self.raters))

    @property
    def shared(self) -> dict[tuple[int, int], int]:
        """Pair of raters to the drafts that both rate."""
        pairs = dict.fromkeys(combinations(range(self.raters), 2), 0)
        for block in self.blocks:
            for pair in combinations(block, 2):
                pairs[pair] += 1
        return pairs

    @property
    def parts(self) -> int:
        """Groups of raters that no draft connects: one in every design made here."""
        left, count = set(range(self.raters)), 0
        while left:
            reached = {left.pop()}
            grown = True
            while grown:
                found = {rater for block in self.blocks if reached & set(block) for rater in block} - reached
                reached, grown = reached | found, bool(found)
            left, count = left - reached, count + 1
        return count

    @property
    def unevenness(self) -> tuple[int, int]:
        """Sums of squares of pairs and of loads; the less, the more even."""
        return sum(count**2 for count in self.shared.values()), sum(load**2 for load in self.loads)

    @property
    def even(self) -> bool:
        """Whether no two pairs differ by more than one draft, and no two raters either."""
        return all(max(counts) - min(counts) <= 1 for counts in (tuple(self.shared.values()), self.loads))


def design(drafts: int, raters: int, overlap: int, seed: int) -> Design:
    """A connected design with `overlap` raters a draft.

    Raises UserError where there are not enough drafts to connect the raters, for fewer than two raters a draft and for
    more than there are.
    """
    if not 2 <= overlap <= raters:
        raise UserError(
            f"found {overlap} raters a draft; allowed: 2 to {raters}, or all", where="--overlap", remedy="change it"
        )
    needed = -(-(raters - 1) // (overlap - 1))
    if drafts < needed:
        found = f"{drafts} drafts with {overlap} raters each cannot connect {raters} raters"
        remedy = f"add drafts until there are {needed}, or say --overlap all"
        raise UserError(found, where="--overlap", remedy=remedy)
    best = _searched(_begun(drafts, raters, overlap, draw(seed, "begin", 0)), draw(seed, "search", 0))
    for start in range(1, _STARTS):
        if best.even:
            break
        found_now = _searched(_begun(drafts, raters, overlap, draw(seed, "begin", start)), draw(seed, "search", start))
        best = min(best, found_now, key=lambda one: one.unevenness)
    names = shuffled(range(raters), seed, "raters")
    blocks = tuple(tuple(sorted(names[rater] for rater in block)) for block in best.blocks)
    return Design(raters, shuffled_blocks(blocks, seed))


def shuffled_blocks(blocks: Sequence[Block], seed: int) -> tuple[Block, ...]:
    """The blocks in a drawn order, so that no draft has its raters by its place."""
    return tuple(blocks[at] for at in shuffled(range(len(blocks)), seed, "blocks"))


def _begun(drafts: int, raters: int, overlap: int, seed: int) -> Design:
    """Block after block: first what connects everybody, then always the raters that have met least."""
    met = [[0] * raters for _ in range(raters)]
    loads = [0] * raters
    blocks: list[Block] = []
    for at in range(drafts):
        order = shuffled(range(raters), seed, at)
        fresh = [rater for rater in order if not loads[rater]]
        block: list[int] = []
        if fresh and blocks:
            # One who is connected already, the least loaded one, brings in those who are not yet.
            block = [min((rater for rater in order if loads[rater]), key=loads.__getitem__), *fresh[: overlap - 1]]
        while len(block) < overlap:
            free = [rater for rater in order if rater not in block]
            block.append(min(free, key=lambda rater: (sum(met[rater][other] for other in block), loads[rater])))
        for one, other in combinations(block, 2):
            met[one][other] += 1
            met[other][one] += 1
        for rater in block:
            loads[rater] += 1
        blocks.append(tuple(sorted(block)))
    return Design(raters, tuple(blocks))


class _Search:
    """Exchanges of one rater of a draft for another, as long as the design becomes more even and stays connected."""

    def __init__(self, begun: Design) -> None:
        self.blocks = [set(block) for block in begun.blocks]
        self.raters = begun.raters
        self.loads = list(begun.loads)
        self.met = [[0] * begun.raters for _ in range(begun.raters)]
        for (one, other), count in begun.shared.items():
            self.met[one][other] = self.met[other][one] = count

    def gain(self, block: set[int], out: int, into: int) -> tuple[int, int]:
        """Half of what an exchange changes in both sums of squares; negative is more even."""
        others = block - {out}
        pairs = sum(self.met[into][other] - self.met[out][other] + 1 for other in others)
        return pairs, self.loads[into] - self.loads[out] + 1

    def exchange(self, block: set[int], out: int, into: int) -> None:
        """Make it."""
        for other in block - {out}:
            for one, by in ((out, -1), (into, 1)):
                self.met[one][other] += by
                self.met[other][one] += by
        self.loads[out] -= 1
        self.loads[into] += 1
        block.remove(out)
        block.add(into)

    def swept(self, worse: tuple[int, int], order: Sequence[int]) -> bool:
        """One pass over the drafts, making one exchange a draft where it gains more than `worse`; whether any did."""
        done = False
        for at in order:
            block = self.blocks[at]
            gains = [
                (self.gain(block, out, into), out, into)
                for out in sorted(block)
                for into in range(self.raters)
                if into not in block
            ]
            for gain, out, into in sorted(gains):
                if gain >= worse:
                    break
                self.exchange(block, out, into)
                # Who still meets everybody whom the exchange parts them from is connected as before.
                if all(self.met[out][other] for other in block - {into}) or self.made.parts == 1:
                    done = True
                    break
                self.exchange(block, into, out)
        return done

    @property
    def made(self) -> Design:
        """The design as it stands."""
        return Design(self.raters, tuple(tuple(sorted(block)) for block in self.blocks))


def _searched(begun: Design, seed: int) -> Design:
    """The most even design on the way: where nothing gains, a few exchanges that lose little lead out of the hollow."""
    search, best = _Search(begun), begun
    for at in range(_ROUNDS):
        if best.even:
            break
        stuck = not search.swept((0, 0), range(len(search.blocks)))
        best = min(best, search.made, key=lambda one: one.unevenness)
        if stuck:
            few = shuffled(range(len(search.blocks)), seed, at)[:_LOOSENED]
            search.swept(_LOSS, few)
    return best
