"""A calibration as a workbook: simple figures as live formulas over the levels, the others as values beside them."""

from __future__ import annotations

from collections.abc import Iterator

from showproof.calibration.bands import band
from showproof.calibration.figures import Estimate, Figure, NotComputable
from showproof.calibration.measured import Calibration, RaterFigures, ScaleFigures
from showproof.calibration.measuring.agreement import HEADLINE
from showproof.calibration.statistics.many_facet_rasch import Measured
from showproof.calibration_papers.levels_sheet import YES, LevelsSheet, criterion, levels_sheet
from showproof.calibration_papers.pair_sheets import NONE, matrices, pairs, shown_pairs
from showproof.formats.form import Form, Section
from showproof.formats.xlsx.flat import FlatColumn, FlatTable, Formula, Opening, Value, write_flat
from showproof.outputs.agreement_words import AGAINST_TITLES, BANDS, PLURAL, TITLES, answers, apart, called

AGREEMENT, RATERS, AGAINST, SPLITS = "Agreement", "Raters", "Against people", "Splits"
FIGURES = "All figures"
_BESIDE = (HEADLINE, "ac2", "weighted_kappa", "icc_single")
"""Figures of agreement that stand beside the formulas as values: no short formula gives them."""
_HEADS: tuple[tuple[str, float, str], ...] = (
    ("Whose", 30, "flat text"), ("Scale", 30, "flat text"), ("Figure", 40, "flat text"), ("Value", 13, "flat figure"),
    ("Low end", 13, "flat figure"), ("High end", 13, "flat figure"), ("Drafts", 9, "flat middle"),
    ("What to know", 60, "flat text"),
)  # fmt: skip


def calibration_workbook(told: Calibration) -> bytes:
    """The workbook's bytes. Raises UserError for a text that no cell can hold."""
    levels, shown = levels_sheet(told), shown_pairs(told)
    tables = [_agreement(told, levels), _raters(told, levels)]
    tables += [_against(told)] if told.against else []
    tables += [_splits(told), pairs(shown), matrices(shown, levels), levels.table, _figures(told)]
    return write_flat(_form(), _opening(told), tables)


def _form() -> Form:
    empty = Section(id="about", title="About", guidance="", questions=(), table=None)
    return Form(
        artifact="calibration", kind_title="Calibration", version="", title="Do the raters agree?", head=empty,
        looked_for=(), sections=(), properties=(),
    )  # fmt: skip


def _opening(told: Calibration) -> Opening:
    settings = told.settings
    return Opening(
        name="About",
        heading="Do the raters agree?",
        subheading=", ".join(called(one.rater) for one in told.raters) + ".",
        paragraphs=(
            *((one.question, one.said) for one in answers(told)),
            ("How to follow the figures", (
                "Levels holds every level that was given. Shares of equal levels, means, spreads, gaps, matrices and "
                "kappas are formulas over it; click a cell to see how it comes about.",
                "Alpha, AC, ICC, severities and all intervals are values: no short formula gives them. "
                f"Intervals: {settings.confidence:.0%}, {settings.draws} draws of the drafts, seed {settings.seed}.",
            )),
            *((("Left out, or to know", told.notices),) if told.notices else ()),
        ),
        facts=(("Rater", "What it is", "Ratings"), *(
            (one.rater.name, one.rater.kind, str(sum(given.rater == one.rater.name for given in told.ratings.given)))
            for one in told.raters
        )),
    )  # fmt: skip


def _agreement(told: Calibration, levels: LevelsSheet) -> FlatTable:
    live = (
        ("Drafts", "flat middle"), ("Rated twice or more", "flat middle"), ("Mean level", "flat figure"),
        (TITLES["exact"], "flat share"), (TITLES["adjacent"], "flat share"),
    )  # fmt: skip
    columns = [FlatColumn(title="Scale", width=30), FlatColumn(title="They", width=18)]
    columns += [FlatColumn(title=title, width=12, look=look) for title, look in live]
    values = [title for name in _BESIDE for title in _titles(name)]
    columns += [FlatColumn(title=title, width=14, look="flat figure", header="header aside") for title in values]
    return FlatTable(
        name=AGREEMENT, heading=f"Agreement of the {PLURAL[told.panel_kind]} among themselves",
        guidance="Dark heads: formulas over the sheet Levels. Grey heads: values, with intervals on All figures.",
        columns=tuple(columns), rows=tuple(_scale(one, levels) for one in told.scales), pinned=1, edited=False,
    )  # fmt: skip


def _scale(one: ScaleFigures, levels: LevelsSheet) -> tuple[Value, ...]:
    scale = f"{levels.fixed('Scale id')},{criterion(one.scale)}"
    count, total = levels.worked_out("Panel's ratings"), levels.worked_out("Their sum")
    pairs_, same, near = (levels.worked_out(name) for name in ("Pairs", "Pairs alike", "Pairs at most 1 apart"))
    of_pairs = f"SUMIFS({pairs_},{scale})"
    given = sum(one.levels)
    mean = sum(level * times for level, times in enumerate(one.levels)) / given if given else NONE
    exact, adjacent = (_now(one.agreement[name].figure) for name in ("exact", "adjacent"))
    values = [value for name in _BESIDE for value in _ends(one.agreement[name])[: len(_titles(name))]]
    return (
        one.title,
        BANDS[band(one.agreement[HEADLINE])],
        Formula(f'COUNTIFS({scale},{count},">0")', one.drafts),
        Formula(f'COUNTIFS({scale},{count},">1")', one.shared),
        Formula(f'IF(SUMIFS({count},{scale})=0,"{NONE}",SUMIFS({total},{scale})/SUMIFS({count},{scale}))', mean),
        Formula(f'IF({of_pairs}=0,"{NONE}",SUMIFS({same},{scale})/{of_pairs})', exact),
        Formula(f'IF({of_pairs}=0,"{NONE}",SUMIFS({near},{scale})/{of_pairs})', adjacent),
        *values,
    )


def _titles(name: str) -> tuple[str, ...]:
    """The columns of a figure: of the one that is told first, the ends of its interval too."""
    return (TITLES[name], "Its low end", "Its high end") if name == HEADLINE else (TITLES[name],)


def _ends(one: Estimate) -> tuple[Value, Value, Value]:
    """The figure and the ends of its interval, or words for what there is not."""
    bounds = one.interval
    low, high = ("", "") if isinstance(bounds, NotComputable) else (bounds.low, bounds.high)
    return _now(one.figure), low, high


def _now(figure: Figure) -> float | str:
    return NONE if isinstance(figure, NotComputable) else figure


def _raters(told: Calibration, levels: LevelsSheet) -> FlatTable:
    modelled = {} if isinstance(told.model, NotComputable) else {one.name: one for one in told.model.raters.elements}
    live = (("Ratings", "flat middle"), ("Mean level", "flat figure"), ("Spread", "flat figure"),
            ("Gap to the panel's others", "flat figure"))  # fmt: skip
    columns = [FlatColumn(title="Rater", width=22), FlatColumn(title="Kind", width=10)]
    columns += [FlatColumn(title=title, width=13, look=look) for title, look in live]
    columns += [
        FlatColumn(title=title, width=13, look="flat figure", header="header aside")
        for title in ("Severity, logits", "Its error", "Fair mean", "Infit", "Outfit")
    ]
    members = {one.name for one in told.panel}
    rows = tuple(
        (one.rater.name, one.rater.kind, *_plain(one, levels, member=one.rater.name in members),
         *_of_model(modelled.get(one.rater.name)))
        for one in told.raters
    )  # fmt: skip
    return FlatTable(
        name=RATERS, heading="Raters",
        guidance="Over the scales that count for raters. A gap below 0: stricter than the others on the same drafts.",
        columns=tuple(columns), rows=rows, pinned=1, edited=False,
    )  # fmt: skip


def _plain(one: RaterFigures, levels: LevelsSheet, *, member: bool) -> Iterator[Formula]:
    own, counts = levels.column(one.rater.name), levels.fixed("Counts for raters")
    count, total = levels.worked_out("Panel's ratings"), levels.worked_out("Their sum")
    given = f'COUNTIFS({counts},"{YES}",{own},">=0")'
    mean = f'AVERAGEIFS({own},{counts},"{YES}")'
    here = f'({counts}="{YES}")*ISNUMBER({own})'
    summary = one.summary
    yield Formula(given, summary.ratings)
    yield Formula(f'IF({given}=0,"{NONE}",{mean})', _now(summary.mean))
    squares = f"SUMPRODUCT({here}*({own}-{mean})^2)"
    yield Formula(f'IF({given}<2,"{NONE}",SQRT({squares}/({given}-1)))', _now(summary.spread))
    # The others' mean on the same line; where there are no others the line counts nothing, and divides by 1.
    less, own_part = (1, f"-{own}") if member else (0, "")
    others = f"({count}>{less})"
    theirs = f"({total}{own_part})/(({count}-{less})*{others}+({count}<={less}))"
    shared = f"SUMPRODUCT({here}*{others})"
    yield Formula(f'IF({shared}=0,"{NONE}",SUMPRODUCT({here}*{others}*({own}-{theirs}))/{shared})', _now(summary.gap))


def _of_model(one: Measured | None) -> tuple[Value, ...]:
    if one is None:
        return ("outside", "", "", "", "")
    return tuple(_now(figure) for figure in (one.measure, one.error, one.fair, one.infit, one.outfit))


def _against(told: Calibration) -> FlatTable:
    columns = [FlatColumn(title=title, width=width) for title, width in (("Rater", 20), ("Kind", 10), ("Scale", 30))]
    columns += [FlatColumn(title="Drafts", width=9, look="flat middle")]
    columns += [
        FlatColumn(title=title, width=14, look="flat figure", header="header aside")
        for title in AGAINST_TITLES.values()
    ]
    rows = tuple(
        (one.rater, one.kind, one.title, one.figures["weighted_kappa"].drafts,
         *(_now(one.figures[name].figure) for name in AGAINST_TITLES))
        for one in told.against
    )  # fmt: skip
    return FlatTable(
        name=AGAINST, heading="The scorer and other programs against the people",
        guidance="Values. A mean difference above 0: the program gives more than the people do.",
        columns=tuple(columns), rows=rows, pinned=3, edited=False,
    )  # fmt: skip


def _splits(told: Calibration) -> FlatTable:
    columns = [FlatColumn(title="Rank", width=7, look="flat middle"), FlatColumn(title="Scale", width=28),
               FlatColumn(title="How far", width=22), FlatColumn(title="Draft", width=16)]  # fmt: skip
    columns += [FlatColumn(title=called(one), width=28) for one in told.ratings.raters]
    rows: list[tuple[Value, ...]] = []
    for rank, one in enumerate((one for one in told.reword if one.splits), start=1):
        for split in one.splits:
            given = {rating.rater.name: f"{rating.level:g} {rating.note}".strip() for rating in split.given}
            cells = (given.get(rater.name, "") for rater in told.ratings.raters)
            rows.append((rank, one.title, apart(one), split.draft, *cells))
    return FlatTable(
        name=SPLITS, heading="Reword first: the drafts that split the raters",
        guidance="The scale that splits the raters most comes first; levels and notes stand side by side.",
        columns=tuple(columns), rows=tuple(rows), pinned=4, edited=False,
    )  # fmt: skip


def _figures(told: Calibration) -> FlatTable:
    """Every figure of agreement in a line of its own, to be filtered and sorted."""
    people = PLURAL[told.panel_kind]
    rows = [
        _figure(f"{people} among themselves", one.title, TITLES[name], figure)
        for one in told.scales
        for name, figure in one.agreement.items()
    ]
    rows += [
        _figure(f"{one.rater} ({one.kind}) against the people", one.title, AGAINST_TITLES[name], figure)
        for one in told.against
        for name, figure in one.figures.items()
    ]
    return FlatTable(
        name=FIGURES, heading="All figures of agreement",
        guidance="Values with the ends of their intervals, and the reason where there is none.",
        columns=tuple(FlatColumn(title=title, width=width, look=look) for title, width, look in _HEADS),
        rows=tuple(rows), pinned=3, edited=False,
    )  # fmt: skip


def _figure(whose: str, scale: str, title: str, one: Estimate) -> tuple[Value, ...]:
    bounds = one.interval
    say = bounds.reason if isinstance(bounds, NotComputable) else bounds.note
    return whose, scale, title, *_ends(one), one.drafts, say
