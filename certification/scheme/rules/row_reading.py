"""Reading single values out of a row of the facts document, strictly."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
EARLIEST_YEAR, LATEST_YEAR = 1900, 2999
LARGEST = 1_000_000


class Misread(Exception):
    """One value of a row is not what its key promises; the reader of the row adds the path."""

    def __init__(self, key: str, reason: str, **details: object):
        super().__init__(reason)
        self.key, self.reason, self.details = key, reason, details


def text(row: Mapping, key: str) -> str:
    value = row.get(key)
    if type(value) is not str or not value:
        raise Misread(key, "missing" if value is None else "not_text")
    return value


def optional_text(row: Mapping, key: str) -> str | None:
    return None if row.get(key) is None else text(row, key)


def choice(row: Mapping, key: str, options: Sequence[str]) -> str:
    value = text(row, key)
    if value not in options:
        raise Misread(key, "not_a_choice", value=value, options=", ".join(options))
    return value


def optional_choice(row: Mapping, key: str, options: Sequence[str]) -> str | None:
    return None if row.get(key) is None else choice(row, key, options)


def yes(row: Mapping, key: str) -> bool:
    """True or false as JSON has them; absent is false, 1 and "yes" are neither."""
    value = row.get(key)
    if value is not None and type(value) is not bool:
        raise Misread(key, "not_yes_or_no")
    return bool(value)


def whole(row: Mapping, key: str, *, least: int) -> int:
    """A whole number as JSON has it; true, 90.0 and "90" are not."""
    value = row.get(key)
    if type(value) is not int:
        raise Misread(key, "missing" if value is None else "not_whole")
    if not least <= value <= LARGEST:
        raise Misread(key, "out_of_bounds", least=least, most=LARGEST)
    return value


def optional_whole(row: Mapping, key: str, *, least: int) -> int | None:
    return None if row.get(key) is None else whole(row, key, least=least)


def day(row: Mapping, key: str) -> date:
    value = as_day(text(row, key), key)
    if value.year > LATEST_YEAR:
        raise Misread(key, "not_a_date")
    return value


def optional_day(row: Mapping, key: str) -> date | None:
    return None if row.get(key) is None else day(row, key)


def optional_end(row: Mapping, key: str) -> date | None:
    """A last day, inclusive. Nothing ends after 2999: such a date says "no end" elsewhere."""
    return None if row.get(key) is None else end_of(text(row, key), key)


def end_of(value: str, key: str) -> date | None:
    end = as_day(value, key)
    return None if end.year > LATEST_YEAR else end


def as_day(value: str, key: str) -> date:
    parsed = _parse(value)
    if parsed is None or parsed.year < EARLIEST_YEAR:
        raise Misread(key, "not_a_date")
    return parsed


def optional_clock(row: Mapping, key: str) -> str | None:
    value = optional_text(row, key)
    if value is not None and not CLOCK.fullmatch(value):
        raise Misread(key, "not_a_time")
    return value


def words(row: Mapping, key: str) -> frozenset[str]:
    value = row.get(key)
    if value is None:
        return frozenset()
    if not isinstance(value, list) or not all(type(word) is str and word for word in value):
        raise Misread(key, "not_a_list")
    return frozenset(value)


@lru_cache(maxsize=4096)
def _parse(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if DATE.fullmatch(value) else None
    except ValueError:
        return None
