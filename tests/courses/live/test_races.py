"""One seat and two who want it; one sheet and two who sign it: on real locks."""

from functools import partial

import pytest

from courses.live.actions.answering import answer
from courses.live.actions.attendance import correct, sign
from courses.models import Attendance
from tests.factories.live_days import a_live_day, an_instructor, signed
from tests.races import race
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.races,
    pytest.mark.both_stacks,
    pytest.mark.django_db(transaction=True),
]


def refusals(outcomes) -> list[str]:
    unexpected = [
        one for one in outcomes if isinstance(one, Exception) and not isinstance(one, Refused)
    ]
    assert not unexpected
    return [one.reason for one in outcomes if isinstance(one, Refused)]


def test_the_last_seat_goes_to_one(group, now):
    for _round in range(3):
        live_day = a_live_day(group.programme, date=now.date().replace(day=28), seats=1)

        outcomes = race(
            *(
                partial(answer, live_day, person, coming=True, now=now)
                for person in (group.ann, group.ben)
            )
        )

        assert refusals(outcomes) == ["live_day_full"]
        assert live_day.answers.filter(coming=True).count() == 1


def test_two_who_sign_at_once_sign_once(group, now):
    live_day, other = a_live_day(group.programme), an_instructor()

    outcomes = race(
        *(
            partial(sign, live_day, {group.ann: minutes}, by=by, now=now)
            for by, minutes in ((group.instructor, 180), (other, 60))
        )
    )

    assert refusals(outcomes) == ["attendance_signed_meanwhile"]
    assert Attendance.objects.count() == 1


def test_an_entry_is_corrected_by_one(group, now):
    entry = signed(a_live_day(group.programme), group.ann, 180, now=now)

    outcomes = race(
        *(
            partial(correct, entry, minutes=minutes, reason="Late.", by=group.instructor, now=now)
            for minutes in (60, 90)
        )
    )

    assert refusals(outcomes) == ["corrected_already"]
    assert Attendance.objects.standing().count() == 1
