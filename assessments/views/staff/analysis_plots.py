"""From the rows of an analysis to what its two drawings need: places, marks, ends of lines."""

from dataclasses import dataclass
from typing import Any

from assessments.models import ItemStatistic
from assessments.rules.statistics.items import ItemFigures
from assessments.rules.statistics.plots import SIDE, Dot, scatter
from assessments.views.staff import analysis_words as words

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
APART = 62
"""The least distance between the letters at the ends of two lines."""


@dataclass(frozen=True)
class Row:
    """One item of an analysis: its number in the table and in the drawing, and what is odd about it."""

    number: int
    statistic: ItemStatistic
    names: tuple[str, ...]

    @property
    def remarks(self) -> list[str]:
        return words.in_words(self.names)

    @property
    def is_grave(self) -> bool:
        return bool(words.GRAVE & set(self.names))


@dataclass(frozen=True)
class Mark:
    """One item in the scatter."""

    row: Row
    dot: Dot

    @property
    def diamond(self) -> str:
        x, y = self.dot.x, self.dot.y
        return f"{x},{y - 24} {x + 24},{y} {x},{y + 24} {x - 24},{y}"


@dataclass(frozen=True)
class PlotLine:
    """An option over the fifths; `style` tells lines apart without colour, `end` is its letter's y."""

    letter: str
    is_key: bool
    style: int
    points: list[dict[str, Any]]
    end: int

    @property
    def drawn(self) -> str:
        return " ".join(f"{point['x']},{point['y']}" for point in self.points)


def rows_of(statistics: list[ItemStatistic]) -> list[Row]:
    return [
        Row(number, statistic, words.names_of(statistic))
        for number, statistic in enumerate(statistics, start=1)
    ]


def marks_of(rows: list[Row]) -> tuple[list[Mark], int]:
    """The items that can be placed, and how many cannot."""
    by_version = {row.statistic.item_version_id: row for row in rows}
    drawn = scatter(_figures(row.statistic) for row in rows)
    return [Mark(by_version[dot.item], dot) for dot in drawn.dots], len(drawn.unplaced)


def _figures(statistic: ItemStatistic) -> ItemFigures:
    return ItemFigures(
        item=statistic.item_version_id,
        sittings=statistic.sittings,
        facility=statistic.facility,
        standard_deviation=statistic.standard_deviation,
        item_total=statistic.item_total,
        item_rest=statistic.item_rest,
        upper_lower=statistic.upper_lower,
    )


def letters_of(options: list[dict[str, Any]]) -> dict[str, str]:
    """The letter of each option, in its author's order."""
    return {option["id"]: LETTERS[place % 26] for place, option in enumerate(options)}


def lines_of(statistic: ItemStatistic) -> list[PlotLine]:
    letters = letters_of(statistic.item_version.options)
    lines = [line for line in statistic.document.get("lines", ()) if line["points"]]
    ends = _apart([line["points"][-1]["y"] for line in lines])
    distractors = iter(range(1, len(lines) + 1))
    return [
        PlotLine(
            letter=letters.get(line["option"], line["option"]),
            is_key=line["is_key"],
            style=0 if line["is_key"] else (next(distractors) - 1) % 5 + 1,
            points=line["points"],
            end=end,
        )
        for line, end in zip(lines, ends, strict=True)
    ]


def _apart(ends: list[int]) -> list[int]:
    """The same heights, moved so far that no two letters lie on each other, and all inside the box."""
    order = sorted(range(len(ends)), key=lambda place: ends[place])
    placed: dict[int, int] = {}
    lowest = -APART
    for place in order:
        lowest = placed[place] = max(ends[place], lowest + APART)
    highest = SIDE + APART
    for place in reversed(order):
        highest = placed[place] = min(placed[place], highest - APART)
    return [placed[place] for place in range(len(ends))]
