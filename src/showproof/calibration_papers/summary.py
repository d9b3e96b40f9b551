"""A calibration on one page, as a Word document: the three answers, a line a scale, and the gate's verdict."""

from __future__ import annotations

from showproof.calibration.bands import band
from showproof.calibration.gate import Gate
from showproof.calibration.measured import Calibration, ScaleFigures, Settings
from showproof.calibration.measuring.agreement import HEADLINE
from showproof.formats.docx.handout import write_handout_docx
from showproof.formats.handout import Cells, Column, Handout, Items, Leaf, Piece, Words
from showproof.formats.xlsx.text import cut
from showproof.outputs.agreement_words import BANDS, PLURAL, answers, called, share, told
from showproof.outputs.gate_text import verdict_said

SCALES, LINES, LONGEST = 12, 3, 260
"""Scales of the table, lines of one answer and characters of a line that fit on a page with everything else."""
READING = (
    "Alpha is agreement beyond luck: 1 is full, 0 is what luck gives; from 0.80 conclusions hold, from 0.667 tentative "
    "ones. In brackets the interval that other drafts could have given. The page and the workbook have every figure."
)


def calibration_summary(told_of: Calibration, held: Gate | None = None) -> bytes:
    """The document's bytes."""
    pieces: list[Piece] = []
    if held:
        pieces.append(Words(title="The bars that were set before", text=_gate(held)))
    pieces += [Items(title=one.question, items=_few(one.said)) for one in answers(told_of)]
    pieces += [_table(told_of), Words(title="How to read it", text=READING)]
    leaf = Leaf(id="summary", title="In short", tab="Summary", lead=_lead(told_of), pieces=tuple(pieces))
    handout = _Summary(
        artifact="calibration", kind_title="Summary of a calibration", version=_drawn(told_of.settings),
        title="Do the raters agree?", properties=(), leaves=(leaf,),
    )  # fmt: skip
    return write_handout_docx(handout)


class _Summary(Handout):
    """A handout that rests on ratings and on no rubric."""

    @property
    def origin(self) -> str:
        """What the foot of each page says."""
        return f"showproof calibrate · {self.version}"


def _drawn(settings: Settings) -> str:
    return f"{settings.confidence:.0%} intervals, {settings.draws} draws, seed {settings.seed}"


def _gate(held: Gate) -> str:
    return f"{verdict_said(held)} Set at {held.bars.set_at}, digest {held.bars.digest}."


def _lead(told_of: Calibration) -> str:
    named = ", ".join(called(one.rater) for one in told_of.raters)
    return cut(f"{len(told_of.ratings.drafts)} drafts, rated by {named}", LONGEST)


def _few(said: tuple[str, ...]) -> tuple[str, ...]:
    """The first lines, and how many more there are."""
    shown = tuple(fitting(line) for line in said[:LINES])
    return (*shown, f"{len(said) - LINES} more in the report.") if len(said) > LINES else shown


def fitting(line: str) -> str:
    """The line; of a long enumeration its first members, and how many more there are."""
    members = line.split("; ")
    kept = max((at for at in range(1, len(members) + 1) if len("; ".join(members[:at])) <= LONGEST - 12), default=0)
    if len(line) <= LONGEST or not kept:
        return cut(line, LONGEST)
    return f"{'; '.join(members[:kept])}; and {len(members) - kept} more."


def _table(told_of: Calibration) -> Cells:
    """The scales that agree least, or all where they fit."""
    scales = told_of.scales
    if len(scales) > SCALES:
        overall = tuple(one for one in scales if one.scale == "overall")
        others = sorted((one for one in scales if one.scale != "overall"), key=_alpha)
        scales = (*overall, *others[: SCALES - len(overall)])
    least = (
        f", the {len(scales)} of {len(told_of.scales)} to look at first" if len(scales) < len(told_of.scales) else ""
    )
    shares = (("Scale", 34), ("Drafts", 9), ("They", 19), ("Alpha", 24), ("Same level", 14))
    return Cells(
        title=f"Agreement of the {PLURAL[told_of.panel_kind]}{least}",
        columns=tuple(Column(label=label, share=size) for label, size in shares),
        rows=tuple(_row(one) for one in scales),
    )


def _row(one: ScaleFigures) -> tuple[str, ...]:
    alpha = one.agreement[HEADLINE]
    same = share(one.agreement["exact"].figure)
    return cut(one.title, 60), str(one.shared), BANDS[band(alpha)], cut(told(HEADLINE, alpha), 60), same


def _alpha(one: ScaleFigures) -> float:
    figure = one.agreement[HEADLINE].figure
    return figure if isinstance(figure, float) else -2.0
