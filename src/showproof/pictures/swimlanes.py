"""A process as swimlanes: a lane for each actor, steps from top to bottom, decisions, exceptions and time limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from showproof.pictures.flow import NOBODY, Flow, Stop, flow_of
from showproof.pictures.picture import Picture
from showproof.pictures.sheet import MARGIN, SMALL, WIDTH, drawn
from showproof.pictures.text_width import wrapped
from showproof.pictures.told import Told, listed

LANE, BOX = 112, 196
"""Least width of a lane, and greatest width of a box."""
GAP = 34
"""From one place of the way to the next."""
DIAMOND = 17
"""Half of a diamond's width."""
NOTE, NOTE_LINE = 11, 14
"""Size and leading of the words beside a box."""
BESIDE = 250
"""Greatest width of the words beside a box."""
SHEET = 900
"""Height of the lanes from which on a process goes on on a further sheet."""
_TRACK = 9
_HEADER = ("No.", "Kind", "What", "Who", "Time limit", "Waits then", "If it fails", "Leads to", "Comes back")


class Note(NamedTuple):
    """Words beside a box: an exception or what comes back."""

    kind: str
    lines: tuple[str, ...]


class Place(NamedTuple):
    """One step or decision as it is drawn, in pixels."""

    stop: Stop
    x: int
    """Middle of its lane."""
    y: int
    """Upper edge, as far as boxes and diamonds go."""
    width: int
    height: int
    lines: tuple[str, ...]
    limit: tuple[str, ...]
    notes: tuple[Note, ...]
    leads: tuple[str, ...]
    """Where a decision leads, in lines."""
    side: str
    """Side on which its notes stand: `start` right of it, `end` left of it."""
    words: int
    """Where they begin, or end."""
    wait: str
    row: int
    """Height of its row, with its notes."""

    @property
    def end(self) -> int:
        """Lower edge of its row."""
        return self.y + self.row


class Layout(NamedTuple):
    """The lanes of one process."""

    names: tuple[str, ...]
    width: int
    lane: int
    """Width of a lane."""
    box: int
    tracks: int
    """Room at the right for ways that do not go to the next step."""

    def middle(self, actor: str) -> int:
        """Middle of an actor's lane."""
        return MARGIN + self.lane * self.names.index(actor) + self.lane // 2

    @property
    def right(self) -> int:
        """Right edge of the last lane."""
        return MARGIN + self.lane * len(self.names)


def draw(told: Told) -> tuple[Picture, ...]:
    """The swimlanes, on as many sheets as they need; none where there is no step or nobody is named."""
    flow = flow_of(told)
    if not flow.stops or flow.lanes == (NOBODY,):
        return ()
    layout = _layout(flow)
    sheets = list(_sheets(flow, layout))
    return tuple(_sheet(told, flow, layout, at, sheets) for at in range(len(sheets)))


def _layout(flow: Flow) -> Layout:
    jumps = sum(len(stop.leads) for stop in flow.stops)
    tracks = 14 + _TRACK * min(jumps, 8) if jumps else 0
    width = max(WIDTH, 2 * MARGIN + LANE * len(flow.lanes) + tracks)
    lane = (width - 2 * MARGIN - tracks) // len(flow.lanes)
    return Layout(flow.lanes, width, lane, min(lane - 10, BOX), tracks)


def _sheets(flow: Flow, layout: Layout) -> Iterator[list[Place]]:
    """The places of the way, sheet by sheet."""
    sheet: list[Place] = []
    y = 14
    for stop in flow.stops:
        place = _place(stop, layout, y)
        if sheet and place.end > SHEET and not (stop.decides and stop.number == sheet[-1].stop.number):
            yield sheet
            sheet, place = [], _place(stop, layout, GAP)
        sheet.append(place)
        y = place.end + GAP
    yield sheet


def _place(stop: Stop, layout: Layout, y: int) -> Place:
    x = layout.middle(stop.actor)
    diamond = stop.decides
    half = DIAMOND if diamond else layout.box // 2
    rightward = x <= (MARGIN + layout.right) // 2
    room = min(BESIDE, (layout.right - x - half if rightward else x - half - MARGIN) - 24)
    notes = tuple(_notes(stop, room - 20))
    if diamond:
        lines = wrapped(f"{stop.number}. {stop.text}", SMALL, room, 3, bold=True)
        leads = wrapped(stop.leads_to, SMALL, room, 3)
        limit, height = wrapped(stop.limit, NOTE, room - 16, 2), 2 * DIAMOND
        row = max(height, 16 * (len(lines) + len(leads)) + 14 * len(limit) + sum(14 * len(one.lines) for one in notes))
    else:
        leads = ()
        lines = wrapped(f"{stop.number}. {stop.text}", SMALL, layout.box - 12, 7)
        limit = wrapped(stop.limit, NOTE, layout.box - 26, 3)
        height = 12 + 15 * len(lines) + (4 + NOTE_LINE * len(limit) if limit else 0)
        row = max(height, sum(NOTE_LINE * len(one.lines) + 6 for one in notes))
    words = x + half + 12 if rightward else x - half - 12
    wait = f"waits {stop.wait}" if stop.wait else ""
    return Place(
        stop, x, y, 2 * half, height, lines, limit, notes, leads, "start" if rightward else "end", words, wait, row
    )  # fmt: skip


def _notes(stop: Stop, room: int) -> Iterator[Note]:
    if room < 60:
        return
    if stop.fails:
        yield Note("fails", wrapped(stop.fails, NOTE, room, 3))
    if stop.back:
        yield Note("back", wrapped(stop.back, NOTE, room, 2))


def _sheet(told: Told, flow: Flow, layout: Layout, at: int, sheets: Sequence[Sequence[Place]]) -> Picture:
    places = sheets[at]
    heads = [(layout.middle(name), wrapped(name, SMALL, layout.lane - 8, 4, bold=True)) for name in layout.names]
    top = 12 + 15 * max(len(lines) for _, lines in heads)
    height = top + places[-1].end + (GAP if at + 1 < len(sheets) else 14)
    jumps = _jumps(places, layout)
    of = f" ({at + 1} of {len(sheets)})" if len(sheets) > 1 else ""
    return drawn(
        "swimlanes",
        f"{told.title}{of}",
        _said(flow, [place.stop for place in places], of),
        size=(layout.width, height),
        data=(_HEADER, [_row(place.stop) for place in places]),
        legend=_legend([place.stop for place in places], jumps),
        notes=_adrift(flow) if at + 1 == len(sheets) else (),
        lanes=[(MARGIN + layout.lane * number, *head) for number, head in enumerate(heads)],
        lane=layout.lane,
        head=top,
        places=places,
        arrows=_arrows(places, first=at == 0, last=at + 1 == len(sheets)),
        jumps=jumps,
        half=DIAMOND,
        right=layout.right,
    )


def _arrows(places: Sequence[Place], *, first: bool, last: bool) -> list[tuple[str, str]]:
    """Path and tip of the arrow from each place to the next; at the edges of a sheet from and to the other one."""
    arrows = [] if first else [_down(places[0].x, places[0].y - GAP + 6, places[0].x, places[0].y)]
    for one, other in pairwise(places):
        arrows.append(_down(one.x, one.y + one.height, other.x, other.y, turn=other.y - 17))
    if not last:
        one = places[-1]
        arrows.append(_down(one.x, one.y + one.height, one.x, one.end + GAP - 6))
    return arrows


def _down(x1: int, y1: int, x2: int, y2: int, turn: int = 0) -> tuple[str, str]:
    way = f"M{x1} {y1}V{y2 - 6}" if x1 == x2 else f"M{x1} {y1}V{turn}H{x2}V{y2 - 6}"
    return way, f"M{x2} {y2}l-4 -8h8z"


def _jumps(places: Sequence[Place], layout: Layout) -> list[tuple[str, str]]:
    """Ways to other steps than the next one, by way of the right edge; those whose end is on another sheet are told."""
    steps = {place.stop.number: place for place in reversed(places)}
    jumps: list[tuple[str, str]] = []
    for place in places:
        for number in place.stop.leads:
            target = steps.get(number)
            if target is None:
                continue
            track = layout.right + 8 + _TRACK * (len(jumps) % 8)
            into = target.x + target.width // 4
            way = f"{_out(place)}H{track}V{target.y - 9}H{into}V{target.y - 6}"
            jumps.append((way, f"M{into} {target.y}l-4 -7h8z"))
    return jumps


def _out(place: Place) -> str:
    """The beginning of a way to another step: to the right where no words stand there, else from below."""
    beside = sum(NOTE_LINE * len(note.lines) + 6 for note in place.notes)
    half = place.width // 2
    if place.stop.decides:
        free = place.side == "end"
        return (
            f"M{place.x + half} {place.y + half}"
            if free
            else f"M{place.x + 6} {place.y + 2 * half - 6}V{place.end + 6}"
        )
    if place.side == "end" or beside < place.height - 16:
        return f"M{place.x + half} {place.y + place.height - 8}"
    return f"M{place.x + half // 2} {place.y + place.height}V{place.end + 6}"


def _legend(stops: Sequence[Stop], jumps: Sequence[object]) -> str:
    told = ["Diamonds are decisions."] if any(stop.decides for stop in stops) else []
    told += ["A clock: the time limit."] if any(stop.limit for stop in stops) else []
    told += ["A triangle: what happens when it goes wrong."] if any(stop.fails for stop in stops) else []
    told += ["Dashed: ways to another step than the next one."] if jumps else []
    return " ".join(told)


def _said(flow: Flow, stops: Sequence[Stop], of: str) -> str:
    told = [f"Swimlanes of {len(flow.lanes)} actors{of}: {listed(list(flow.lanes))}."]
    told += [_stop_said(stop) for stop in stops]
    return " ".join([*told, *_adrift(flow)])


def _stop_said(stop: Stop) -> str:
    kind = "Decision at step " if stop.leads_to else "Decision " if stop.decides else ""
    more = [
        stop.leads_to,
        f"within {stop.limit}" if stop.limit else "",
        f"if it fails: {stop.fails}" if stop.fails else "",
    ]
    more += [f"waits {stop.wait}" if stop.wait else "", f"comes back: {stop.back}" if stop.back else ""]
    return f"{kind}{stop.number}, {stop.actor}: {'; '.join([stop.text, *filter(None, more)])}."


def _adrift(flow: Flow) -> list[str]:
    """What has no place in the lanes."""
    notes = []
    if flow.adrift:
        notes.append(f"Decisions that name no step of the table: {listed(list(flow.adrift), 4)}.")
    if NOBODY in flow.lanes:
        missing = [stop.number for stop in flow.stops if stop.actor == NOBODY]
        notes.append(f"No actor is named for step {listed(missing)}.")
    return notes


def _row(stop: Stop) -> tuple[str, ...]:
    kind = "decision" if stop.decides else "step"
    leads = stop.leads_to or ", ".join(f"step {one}" for one in stop.leads)
    return stop.number, kind, stop.text, stop.actor, stop.limit, stop.wait, stop.fails, leads, stop.back
