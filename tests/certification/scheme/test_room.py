"""How much of each cap is used, in words; and what lies in any so many days."""

from datetime import date

import pytest

from certification.scheme.rules.caps import Cap
from certification.scheme.rules.room import Use, rolling, rooms_of
from certification.scheme.rules.where import Kind, Where

DIRECT = Where.of(category=["direct_session"])
REMOTE = Where.of(category=["direct_session"], modality=["video", "phone"])


def cap(minutes=540, where=REMOTE, each="") -> Cap:
    return Cap(id="cap", title="cap", source="", where=where, minutes=minutes, each=each)


def use(minutes, *, day=1, modality="video", case="A", role="mentor", supervisor="M") -> Use:
    kind = Kind("direct_session", modality, None, case, None, role, frozenset())
    return Use(date(2026, 11, day), kind, supervisor, minutes)


@pytest.mark.parametrize(
    ("uses", "each", "rooms"),
    [
        ([], "", []),
        ([use(360)], "", [(None, 360, 180, True)]),
        ([use(269)], "", [(None, 269, 271, False)]),  # not half of it yet
        ([use(270)], "", [(None, 270, 270, True)]),  # half of it
        ([use(540), use(60)], "", [(None, 600, 0, True)]),  # never less than nothing is left
        ([use(60, modality="in_person")], "", []),  # another kind
        ([use(0)], "", []),
        ([use(300), use(60, case="B")], "case", [("A", 300, 240, True), ("B", 60, 480, False)]),
        ([use(300, role="mentor")], "clinician", []),
        ([use(300, role="clinician")], "clinician", [("M", 300, 240, True)]),
    ],
)
def test_what_is_left_of_a_cap(uses, each, rooms):
    found = rooms_of([cap(each=each)], uses)

    assert [(one.group, one.used, one.left, one.is_near) for one in found] == rooms


def test_any_seven_days_end_with_the_day_that_is_asked_for():
    uses = [use(300, day=1), use(300, day=7), use(60, day=8), use(30, day=9, modality="phone")]
    days = [date(2026, 11, day) for day in (1, 7, 8, 9)]

    # Day 8 looks back to day 2; what lies after a day is nothing to it.
    assert list(rolling(DIRECT, 7, uses, days).values()) == [300, 600, 360, 390]
