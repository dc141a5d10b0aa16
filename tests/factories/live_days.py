"""Live days for tests, planned and signed by the actions of the site."""

from datetime import UTC, date, datetime, time

from courses.live.actions.attendance import sign
from courses.live.actions.planning import Plan, plan
from courses.models import LiveDay
from tests.factories.accounts import a_person
from training_site.accounts.roles import Role

PLANNED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)  # the Friday before `now`
AREAS = {"consent_boundaries": 120, "trauma_safety": 60}


def an_instructor(**fields):
    return a_person(Role.INSTRUCTOR, **fields)


def a_plan(**changes) -> Plan:
    """Four hours with an hour of breaks; three of them count."""
    given = {
        "title": "Second study day",
        "category": "experiential_lab",
        "date": DAY,
        "start": time(10),
        "zone": "Europe/London",
        "minutes": 240,
        "areas": AREAS,
        "place": "Room 4, 12 Mill Lane",
        "alternative": "Read the two papers and describe how you would have begun.",
    } | changes
    return Plan(**{"instructor": None} | given)


def a_live_day(programme, *, cohort=None, by=None, at=PLANNED, **changes) -> LiveDay:
    instructor = changes.pop("instructor", None) or an_instructor()
    planned = a_plan(instructor=instructor, **changes)
    return plan(programme, planned, cohort=cohort, by=by or instructor, now=at)


def signed(live_day: LiveDay, learner, minutes: int, *, by=None, now: datetime):
    [entry] = sign(live_day, {learner: minutes}, by=by or live_day.instructor, now=now)
    return entry
