"""The day by which an hour is to be signed, and what staff let pass."""

import pytest

from .documents import an_entry, evaluated, reasons, some_facts

SIGNED_BY = {"id": "signed", "rule": "signoff_deadline", "period": "calendar_month", "months": 1}
IN_JUNE = [{"start": "2026-06-01", "end": "2026-06-10"}]


def found(entry: dict, *, effect: str, as_of: str = "2026-11-22", leaves=()) -> tuple:
    evaluation = evaluated(
        some_facts(entry, as_of=as_of, leaves=list(leaves)),
        filters=[SIGNED_BY | {"effect": effect}],
    )
    lost = [reason for reason, _ in reasons(evaluation, entry) if reason != "not_signed"]
    return lost, [flag.flag for flag in evaluation.requirement("direct").flags]


LATE = ([], ["signed_late"])
LOST = (["too_late"], [])
IN_TIME = ([], [])


@pytest.mark.parametrize(
    ("entry", "leaves", "flagged", "forfeited"),
    [
        # of 1 May: by the end of June
        ({"submitted": "2026-05-20", "signed": "2026-06-30"}, (), IN_TIME, IN_TIME),
        ({"submitted": "2026-05-20", "signed": "2026-07-01"}, (), LATE, LATE),  # only the signer
        ({"submitted": "2026-06-30", "signed": "2026-07-01"}, (), LATE, LATE),  # its last day
        ({"submitted": "2026-07-01", "signed": "2026-07-01"}, (), LATE, LOST),  # the claimant
        ({"submitted": "2026-07-01", "signed": "2026-07-01", "excused": True}, (), IN_TIME, IN_TIME),
        ({"submitted": "2026-07-01", "signed": "2026-07-01", "attested": True}, (), IN_TIME, IN_TIME),
        # ten days of leave move the day to 10 July
        ({"submitted": "2026-07-10", "signed": "2026-07-10"}, IN_JUNE, IN_TIME, IN_TIME),
        ({"submitted": "2026-07-11", "signed": "2026-07-11"}, IN_JUNE, LATE, LOST),
        ({"submitted": "2026-05-20"}, (), IN_TIME, IN_TIME),  # signed on a day nobody knows
        ({"submitted": None, "signed": "2026-06-01"}, (), IN_TIME, IN_TIME),
    ],
)  # fmt: skip
def test_signed_by_the_end_of_the_next_month(entry, leaves, flagged, forfeited):
    entry = an_entry("2026-05-01") | entry

    assert found(entry, effect="flag", leaves=leaves) == flagged
    assert found(entry, effect="forfeit", leaves=leaves) == forfeited


@pytest.mark.parametrize(
    ("day", "months", "last_day"),
    [
        ("2026-05-31", 1, "2026-06-30"),
        ("2026-05-01", 0, "2026-05-31"),  # the month of the hour itself
        ("2026-12-01", 1, "2027-01-31"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2026-11-02", 13, "2027-12-31"),
    ],
)
def test_an_hour_that_waits_is_flagged_from_the_day_after(day, months, last_day):
    entry = an_entry(day, status="submitted")
    rule = SIGNED_BY | {"effect": "forfeit", "months": months}

    before = evaluated(some_facts(entry, as_of=last_day), filters=[rule])
    after = evaluated(some_facts(entry, as_of=str(before.holds_until)), filters=[rule])

    assert before.requirement("direct").flags == ()
    assert [flag.flag for flag in after.requirement("direct").flags] == ["signed_late"]
    assert (before.holds_until - before.as_of).days == 1
    assert after.holds_until is None
    assert reasons(after, entry) == [("not_signed", 60)]


def test_leave_without_an_end_leaves_all_the_time():
    entry = an_entry("2026-05-01", status="submitted")
    leave = [{"start": "2026-05-15", "end": None}]

    assert found(entry, effect="forfeit", leaves=leave) == IN_TIME


@pytest.mark.parametrize("spared", [{"excused": True}, {"attested": True}])
@pytest.mark.parametrize("effect", ["flag", "forfeit"])
def test_lateness_that_staff_let_pass(spared, effect):
    entry = an_entry("2026-05-01", submitted="2026-08-01", **spared)
    rule = {"id": "timely", "rule": "entry_deadline", "days": 14, "effect": effect}

    evaluation = evaluated(some_facts(entry), filters=[rule])

    assert reasons(evaluation, entry) == []
    assert evaluation.requirement("direct").flags == ()
