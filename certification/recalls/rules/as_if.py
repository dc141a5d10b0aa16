"""The engine's facts as if a supervisor had been entitled on certain days, or had not.

Only the days of the proofs change; what they mean for hours, caps and requirements stays the
engine's to say.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

Days = tuple[date, date]
ONE_DAY = timedelta(days=1)


def with_days(facts: dict, supervisor: str, days: Iterable[Days]) -> dict:
    """As it stood while these days were held to be covered."""
    added = [[first.isoformat(), last.isoformat()] for first, last in days]
    return _changed(facts, supervisor, lambda held: [*held, *added])


def without_days(facts: dict, supervisor: str, days: Iterable[Days]) -> dict:
    """As it stands once they are known not to have been."""
    days = list(days)

    def left(held: Sequence) -> list:
        spans = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in held]
        for taken in days:
            spans = [rest for span in spans for rest in less(span, taken)]
        return [[first.isoformat(), last.isoformat()] for first, last in spans]

    return _changed(facts, supervisor, left)


def less(span: Days, taken: Days) -> list[Days]:
    """What is left of a span, both ends included."""
    (first, last), (gone, until) = span, taken
    if until < first or last < gone:
        return [span]
    before = [(first, gone - ONE_DAY)] if first < gone else []
    after = [(until + ONE_DAY, last)] if until < last else []
    return before + after


def _changed(facts: dict, supervisor: str, change) -> dict:
    rows = [
        row | {"qualified": change(row["qualified"])} if row["id"] == supervisor else row
        for row in facts["supervisors"]
    ]
    return facts | {"supervisors": rows}
