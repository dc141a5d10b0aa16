"""Signs that an internship may not come to its end, from plain figures of one person.

Each sign is a reason to talk with somebody, and nothing more: no sign changes what counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from .clocks import days_in_months, runs_out
from .facts import Leave

QUIET_DAYS = 30
LATELY_DAYS = 90
"""How far back the pace is measured from which completion is projected."""
WINDOW_MONTHS = 6
RHYTHMS = (
    "percent_supervised",
    "stepped_ratio",
    "cadence_average",
    "cadence_every",
    "share_min",
    "period_min",
)
"""Requirements that say how much supervision goes with how much work."""


@dataclass(frozen=True)
class Situation:
    """What is known of one intern on a day. `rows` are the requirements of the evaluation."""

    day: date
    began: date | None
    last_hours: date | None
    on_leave: bool = False
    rows: Sequence[Mapping] = ()
    unsigned_months: Sequence[date] = ()
    lapsed: Sequence[str] = ()
    window_ends: date | None = None
    lately: Mapping[str, int] = field(default_factory=dict)


class Sign(NamedTuple):
    """A reason by its name, with the figures of its sentence."""

    reason: str
    figures: Mapping[str, object]


def signs_of(one: Situation) -> list[Sign]:
    """In the order of urgency: what stops hours from counting comes first."""
    return [
        *(Sign("risk_supervisor_lapsed", {"name": name}) for name in one.lapsed),
        *_window(one),
        *_quiet(one),
        *_unsigned(one),
        *_rhythm(one),
    ]


def window_end(start: date | None, months: int, leaves: Sequence[Leave]) -> date | None:
    """The last day that counts of a window of months; None without a start or an end."""
    over = start and runs_out(start, days_in_months(start, months), leaves)
    return over - timedelta(1) if over else None


def projected_completion(one: Situation) -> date | None:
    """When the slowest total would be reached at the pace of lately; None where nothing moves."""
    days = [_days_to_go(row, one.lately) for row in one.rows if _is_total(row)]
    if any(wait is None for wait in days):
        return None
    return one.day + timedelta(max(days, default=0))


def _is_total(row: Mapping) -> bool:
    return row["unit"] == "minutes" and row["rule"] in ("total_min", "category_min") and _open(row)


def _days_to_go(row: Mapping, lately: Mapping[str, int]) -> int | None:
    categories = row["figures"].get("where", {}).get("category", lately)
    done = sum(lately.get(category, 0) for category in categories)
    if not done:
        return None
    days = ceil(Fraction(row["shortfall"] * LATELY_DAYS, done))
    return min(days, 36525)


def _window(one: Situation) -> Iterable[Sign]:
    if one.window_ends is None or not _any_open(one):
        return
    if one.window_ends < one.day:
        yield Sign("risk_window_over", {"day": one.window_ends})
        return
    expected = projected_completion(one)
    if expected and expected > one.window_ends:
        yield Sign("risk_too_slow", {"expected": expected, "day": one.window_ends})
    elif one.window_ends <= one.day + timedelta(days_in_months(one.day, WINDOW_MONTHS)):
        yield Sign("risk_window_ends", {"day": one.window_ends})


def _quiet(one: Situation) -> Iterable[Sign]:
    since = one.last_hours or one.began
    if since and not one.on_leave and (one.day - since).days > QUIET_DAYS and _any_open(one):
        reason = "risk_quiet" if one.last_hours else "risk_never_logged"
        yield Sign(reason, {"day": since, "days": (one.day - since).days})


def _unsigned(one: Situation) -> Iterable[Sign]:
    if one.unsigned_months:
        first = min(one.unsigned_months)
        yield Sign("risk_unsigned", {"count": len(set(one.unsigned_months)), "month": first})


def _rhythm(one: Situation) -> Iterable[Sign]:
    for row in one.rows:
        if row["rule"] in RHYTHMS and row["state"] == "not_met":
            yield Sign("risk_rhythm", {"title": row["title"]})


def _any_open(one: Situation) -> bool:
    return not one.rows or any(_open(row) for row in one.rows)


def _open(row: Mapping) -> bool:
    return row["state"] not in ("met", "waived")
