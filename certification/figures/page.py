"""The figures as the page shows them: each section with its words, its drawing and its numbers."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from certification.credentials.rules.public_state import PublicState
from certification.decisions.models.applications import ApplicationState
from certification.decisions.queue import PROMISED
from certification.decisions.rules.agreement import Agreement, agreement_between
from certification.figures import asked
from certification.figures.periods import Period, labelled, period_of
from certification.figures.rules.calendar import SPANS, Calendar, Dated, blocks, grain_of
from certification.figures.rules.durations import Middle, middle_of
from certification.figures.rules.plots import (
    DaysPlot,
    Strip,
    day_at,
    days_plot,
    highest,
    scale_of,
    strip,
)
from certification.figures.rules.telling import (
    NOTHING,
    Figure,
    How,
    alone_by_span,
    figure_of,
    full_fives,
    is_few,
    part_of,
    parts_of,
    total_of,
    totals_by_span,
)
from certification.figures.timelines import stretches_since
from certification.figures.wording import CERTIFICATES, OUTCOMES

AHEAD = 12
Groups = dict[int, list[Hashable]]


@dataclass(frozen=True)
class Bars:
    """Rows of bars over the same periods. `table` has a row for each period."""

    periods: Sequence[Period]
    rows: Sequence["BarRow"]

    @property
    def table(self) -> list[tuple[Period, list[Figure]]]:
        columns = [row.figures for row in self.rows]
        return list(zip(self.periods, map(list, zip(*columns, strict=True)), strict=True))

    @property
    def labels(self) -> list["Label"]:
        """Below the bars; of very many every third is written."""
        every = 3 if self.rows[0].strip.many else 1
        bars = zip(self.rows[0].strip.bars, labelled(self.periods, every), strict=True)
        return [Label(bar.middle, short, year) for bar, (short, year) in bars if short or year]


@dataclass(frozen=True)
class Label:
    x: int
    short: str
    year: str


@dataclass(frozen=True)
class BarRow:
    word: str
    total: Figure
    figures: Sequence[Figure]
    strip: Strip


@dataclass(frozen=True)
class TimeRow:
    """A state: how long it took, and how it is now. `middle` is None where it is not told."""

    word: str
    promised: int | None
    few: bool
    people: int
    middle: Middle | None
    plot: DaysPlot | None
    now: Figure
    late: Figure | None


@dataclass(frozen=True)
class Times:
    rows: Sequence[TimeRow]
    scale: Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Agreed:
    bars: Bars
    few: bool
    pairs: int
    whole: Agreement | None


def times_of(months: int, calendar: Calendar, now: datetime) -> Times:
    taken, standing = defaultdict(list), defaultdict(list)
    for person, one in stretches_since(calendar.start):
        if calendar.age_at(one.ended) < months:
            taken[one.state].append((person, one.days))
    for state, late, person in asked.standing_now(now):
        standing[state].append((late, person))
    middles = {state: _middle(taken[state]) for state in PROMISED}
    longest = [one.long for one in middles.values() if one]
    scale = scale_of(max([*longest, *(days for days in PROMISED.values() if days)]))
    return Times(
        [_time(state, taken[state], middles[state], standing[state], scale) for state in PROMISED],
        [(day_at(day, scale[-1]), day) for day in scale],
    )


def decisions_of(rows: Iterable[tuple[str, Dated]], months: int, calendar: Calendar, grain: int):
    by_outcome = defaultdict(list)
    for outcome, row in rows:
        by_outcome[outcome].append(row)
    spans = [blocks(months, grain), blocks(max(SPANS), grain)]
    found = []
    for outcome, word in OUTCOMES.items():
        everything = _groups(by_outcome[outcome], spans[1])
        figures = [figure_of(everything[one.start]) for one in spans[0]]
        found.append((str(word), totals_by_span(everything, SPANS)[months], figures))
    return _bars(found, [period_of(one, calendar) for one in spans[0]])


def agreement_of(months: int, calendar: Calendar, grain: int) -> Agreed:
    """By per cent. How many pairs there were is told in full fives, so nothing can be subtracted."""
    found = [one for one in asked.reviewed_twice(calendar) if one.age < months]
    spans = blocks(months, grain)
    figures = [_percent([one for one in found if one.age in block]) for block in spans]
    people = [one.applicant for one in found]
    row = BarRow("", NOTHING, figures, strip(figures, most=100))
    told = bool(people) and not is_few(people)
    return Agreed(
        bars=Bars([period_of(one, calendar) for one in spans], [row]),
        few=is_few(people),
        pairs=full_fives(range(len(found))) if told else 0,
        whole=agreement_between([one.said for one in found]) if told else None,
    )


def appeals_of(months: int, calendar: Calendar) -> dict[str, Figure | int | None]:
    by_answer: dict[str, list[Dated]] = {"upheld": [], "dismissed": [], asked.WAITING: []}
    for answer, row in asked.appealed(calendar):
        by_answer["upheld" if answer == "partly" else answer].append(row)
    everything = [row for rows in by_answer.values() for row in rows]
    total, *alone = [
        alone_by_span(_by_age(rows), SPANS)[months] for rows in (everything, *by_answer.values())
    ]
    groups = [[person for age, person in rows if age < months] for rows in by_answer.values()]
    upheld, dismissed, waiting = parts_of(groups, total=total, figures=alone)
    return {
        "total": total,
        "upheld": upheld,
        "dismissed": dismissed,
        "waiting": waiting,
        "percent": _share(upheld, dismissed),
    }


def conditions_now(today: date) -> dict[str, Figure]:
    overdue, ahead = [], []
    for late, person in asked.conditions_open(today):
        (overdue if late else ahead).append(person)
    total = figure_of([*overdue, *ahead])
    return {"open": total, "overdue": part_of(overdue, ahead, total=total)}


def renewals_of(calendar: Calendar) -> Bars:
    rows = [(-age, person) for age, person in asked.renewals_ahead(calendar) if -age < AHEAD]
    grain = grain_of(rows)
    coming = blocks(AHEAD, grain)[::-1]
    groups = _groups(rows, coming)
    figures = [figure_of(groups[one.start]) for one in coming]
    periods = [period_of(range(1 - one.stop, 1 - one.start), calendar) for one in coming]
    return _bars([("", total_of(list(groups.values())), figures)], periods)


def certificates_of(today: date) -> dict:
    groups = defaultdict(list)
    for state, person in asked.certificates_now(today):
        groups[state].append(person)
    figures = [(word, figure_of(groups[state])) for state, word in CERTIFICATES.items()]
    most = highest([figure for _word, figure in figures])
    rows = [(word, one, round(100 * (one.number or 0) / most)) for word, one in figures]
    return {"rows": rows, "total": total_of([groups[PublicState(one)] for one in CERTIFICATES])}


def _time(state, taken, middle: Middle | None, standing, scale) -> TimeRow:
    promised, people = PROMISED[state], [person for person, _days in taken]
    late, in_time = (
        [person for over, person in standing if over is which] for which in (True, False)
    )
    now = figure_of([*late, *in_time])
    return TimeRow(
        word=str(ApplicationState(state).label),
        promised=promised,
        few=is_few(people),
        people=full_fives(people),
        middle=middle,
        plot=days_plot(middle, promised, scale[-1]) if middle else None,
        now=now,
        late=part_of(late, in_time, total=now) if promised else None,
    )


def _middle(taken: Sequence[tuple[int, float]]) -> Middle | None:
    people = [person for person, _days in taken]
    return middle_of([days for _person, days in taken]) if taken and not is_few(people) else None


def _percent(found) -> Figure:
    people = [one.applicant for one in found]
    figure = figure_of(people)
    if not found or not figure.is_told:
        return figure if found else NOTHING
    return Figure(How.TOLD, agreement_between([one.said for one in found]).percent)


def _share(upheld: Figure, dismissed: Figure) -> int | None:
    if not (upheld.is_told and dismissed.is_told and upheld.number + dismissed.number):
        return None
    return round(100 * upheld.number / (upheld.number + dismissed.number))


def _bars(rows: Sequence[tuple[str, Figure, list[Figure]]], periods) -> Bars:
    most = highest(*(figures for _word, _total, figures in rows))
    return Bars(
        periods,
        [BarRow(word, total, some, strip(some, most=most)) for word, total, some in rows],
    )


def _groups(rows: Iterable[Dated], spans: Sequence[range]) -> Groups:
    """By the first of the ages that each bar stands for."""
    return {block.start: [person for age, person in rows if age in block] for block in spans}


def _by_age(rows: Iterable[Dated]) -> Groups:
    groups = defaultdict(list)
    for age, person in rows:
        groups[age].append(person)
    return groups
