"""Which of one list goes with which of another: the pairing whose total is best, not the best pair first."""

from __future__ import annotations

from collections.abc import Sequence

Weights = Sequence[Sequence[float]]
"""How well each of the first list (rows) goes with each of the second; 0 where it does not."""


def best_total(weights: Weights) -> list[int]:
    """For each row its column, or -1; each column once. Rows and columns are few: the cost grows with their cube."""
    wanted = [_best(row) for row in weights]
    taken = [column for column in wanted if column >= 0]
    if len(set(taken)) == len(taken):
        return wanted
    paired = _assigned(weights)
    return [column if column >= 0 and weights[row][column] > 0 else -1 for row, column in enumerate(paired)]


def best_in_order(weights: Weights) -> list[int]:
    """For each row its column, or -1, where later rows have later columns: the best total among such pairings."""
    width = len(weights[0]) if weights else 0
    totals = [[0.0] * (width + 1)]
    for row in weights:
        above, line = totals[-1], [0.0]
        for column, weight in enumerate(row):
            paired = above[column] + weight if weight > 0 else 0.0
            line.append(max(above[column + 1], line[column], paired))
        totals.append(line)
    pairs, left = [-1] * len(weights), width
    for number in range(len(weights) - 1, -1, -1):
        while left and totals[number + 1][left] == totals[number + 1][left - 1]:
            left -= 1
        if left and totals[number + 1][left] > totals[number][left]:
            left -= 1
            pairs[number] = left
    return pairs


def _best(row: Sequence[float]) -> int:
    best = max(row, default=0.0)
    return row.index(best) if best > 0 else -1


def _assigned(weights: Weights) -> list[int]:
    """The Hungarian method: rows enter one by one, each by the cheapest chain of changes to those before it."""
    size = max(len(weights), len(weights[0]))
    top = max(max(row) for row in weights)
    costs = [[top - weight for weight in row] + [top] * (size - len(row)) for row in weights]
    costs += [[top] * size for _ in range(size - len(costs))]
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    holder = [0] * (size + 1)
    for row in range(1, size + 1):
        holder[0] = row
        _make_room(costs, row_price, column_price, holder)
    pairs = [-1] * len(weights)
    for column in range(1, size + 1):
        if holder[column] <= len(weights) and column <= len(weights[0]):
            pairs[holder[column] - 1] = column - 1
    return pairs


def _make_room(costs: list[list[float]], row_price: list[float], column_price: list[float], holder: list[int]) -> None:
    """Gives the row that waits in `holder[0]` a column, moving others where that is cheaper; prices stay true."""
    size = len(costs)
    slack, came_from = [float("inf")] * (size + 1), [0] * (size + 1)
    visited = [False] * (size + 1)
    column = 0
    while holder[column]:
        visited[column] = True
        row, least, following = holder[column], float("inf"), 0
        for other in range(1, size + 1):
            if visited[other]:
                continue
            price = costs[row - 1][other - 1] - row_price[row] - column_price[other]
            if price < slack[other]:
                slack[other], came_from[other] = price, column
            if slack[other] < least:
                least, following = slack[other], other
        for other in range(size + 1):
            if visited[other]:
                row_price[holder[other]] += least
                column_price[other] -= least
            else:
                slack[other] -= least
        column = following
    while column:
        holder[column], column = holder[came_from[column]], came_from[column]
