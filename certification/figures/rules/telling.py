"""What may be told of a group of people: nothing of fewer than five, and nothing by subtraction.

Nobody at all is no group, and 0 may be told. Two things could be subtracted from each other, and each
is asked about before the second is told: parts from their total, and a span from a longer one.
"""

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST = 5
Group = Collection[Hashable]  # whom each row is about, one for every row


class How(StrEnum):
    TOLD = "told"
    FEW = "few"  # fewer than five people
    WITHHELD = "withheld"  # there are enough, but a smaller group would follow from it
    NOTHING = "nothing"  # nobody, where 0 would say something else


@dataclass(frozen=True)
class Figure:
    """A number, or why there is none."""

    how: How
    number: int | None = None

    @property
    def is_told(self) -> bool:
        return self.how == How.TOLD


FEW, WITHHELD, NOTHING = Figure(How.FEW), Figure(How.WITHHELD), Figure(How.NOTHING)


def is_few(group: Group) -> bool:
    return 0 < len(set(group)) < LEAST


def figure_of(group: Group) -> Figure:
    """Of a group beside which nothing else is told."""
    return FEW if is_few(group) else Figure(How.TOLD, len(group))


def full_fives(group: Group) -> int:
    """How many people at least: for a figure whose exact size would count in another table."""
    return LEAST * (len(set(group)) // LEAST)


def is_safe(hidden: Sequence[Group]) -> bool:
    """Whether the sum of parts that are not told may follow from what is.

    It has to be about five people, and none of the parts may follow from it: not as all are one, nor
    as all are four, the most that "fewer than five" can be.
    """
    hidden = [part for part in hidden if part]
    if not hidden:
        return True
    people = {person for part in hidden for person in part}
    rows, parts = sum(len(part) for part in hidden), len(hidden)
    return len(people) >= LEAST and parts < rows < parts * (LEAST - 1)


def total_of(parts: Sequence[Group]) -> Figure:
    """Beside parts each of which is told where it may be: the total only where it gives none away."""
    everybody = [person for part in parts for person in part]
    if is_few(everybody):
        return FEW
    return figure_of(everybody) if is_safe([one for one in parts if is_few(one)]) else WITHHELD


def parts_of(
    parts: Sequence[Group], *, total: Figure, figures: Sequence[Figure] | None = None
) -> list[Figure]:
    """Beside a total that is told: each part, or none of them where one that is not would follow.

    `figures` say what may be told of each part for itself, where that is more than its size.
    """
    figures = figures or [figure_of(part) for part in parts]
    hidden = [part for part, one in zip(parts, figures, strict=True) if not one.is_told]
    if total.is_told and is_safe(hidden):
        return list(figures)
    instead = WITHHELD if total.is_told else total
    return [instead if part else one for part, one in zip(parts, figures, strict=True)]


def part_of(part: Group, rest: Group, *, total: Figure) -> Figure:
    """Beside a total that is told, the rest being told nowhere: it must not follow either."""
    figure = figure_of(part) if total.is_told or not part else total
    return WITHHELD if figure.is_told and part and is_few(rest) else figure


def totals_by_span(cells: Mapping[int, Group], spans: Sequence[int]) -> dict[int, Figure]:
    """How many in each span beside bars that are told where they may be.

    `cells` are the bars by the age of their newest month. A longer span is told beside a shorter one
    only where what is hidden in between may follow. `spans` come in the order in which they matter.
    """
    return _nested(cells, spans, lambda between: is_safe([one for one in between if is_few(one)]))


def alone_by_span(rows: Mapping[int, Group], spans: Sequence[int]) -> dict[int, Figure]:
    """The same where no bars stand beside: nobody or five people in between. By age in months."""
    return _nested(rows, spans, lambda between: not is_few(_together(between)))


def _nested(
    cells: Mapping[int, Group], spans: Sequence[int], safe: Callable[[list[Group]], bool]
) -> dict[int, Figure]:
    figures, ends = {}, [0]
    for span in spans:
        figure = figure_of(_together(_between(cells, 0, span)))
        stretches = [_between(cells, *sorted((span, end))) for end in ends]
        if figure.is_told and not all(safe(one) for one in stretches):
            figure = WITHHELD
        if figure.is_told:
            ends.append(span)
        figures[span] = figure
    return figures


def _between(cells: Mapping[int, Group], newest: int, oldest: int) -> list[Group]:
    return [group for age, group in cells.items() if newest <= age < oldest]


def _together(groups: Sequence[Group]) -> list[Hashable]:
    return [person for group in groups for person in group]
