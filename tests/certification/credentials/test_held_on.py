"""Who was certified on which day: one answer, whatever came later."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from certification.credentials import actions
from certification.credentials.models import Certificate
from certification.credentials.rules.lifecycle import Change
from certification.credentials.telling import telling_of
from certification.scheme.models import Scheme
from tests.factories import decisions as world
from tests.factories import replacing as again
from tests.factories.accounts import a_person
from training_site.accounts.models import User
from training_site.content.association import association
from training_site.content.civil import civil_date

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
REASON = "A complaint is being examined by the committee."
STATES = ["valid", "renewal_due", "expired", "suspended", "withdrawn", "not_held"]


def held(holder, day: date) -> list[Certificate]:
    return list(Certificate.objects.held_on(holder, day))


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@pytest.mark.lesson(57)
@pytest.mark.parametrize("state", STATES)
def test_today_it_says_what_the_public_is_told(state):
    certificate, now = world.a_certificate_showing(state), timezone.now()
    certificate.refresh_from_db()

    certified = bool(held(certificate.holder, civil_date(now)))

    assert certified is telling_of(certificate, now).is_certified


@pytest.mark.lesson(57)
@pytest.mark.parametrize(
    ("day", "certified"),
    [
        (date(2025, 12, 31), False),  # the day before the first
        (date(2026, 1, 1), True),  # before it was recorded here, yet granted
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),  # suspended on that day
        (date(2026, 12, 15), False),
        (date(2026, 12, 20), True),  # reinstated on that day
        (date(2027, 1, 9), True),
        (date(2027, 1, 10), False),  # withdrawn on that day
        (date(2030, 1, 1), False),
    ],
)
def test_what_was_suspended_or_ended_on_that_day_does_not_count(day, certified):
    certificate, decider = world.a_quick_certificate(), world.a_decider()
    story = [
        (Change.SUSPEND, date(2026, 12, 1)),
        (Change.REINSTATE, date(2026, 12, 20)),
        (Change.WITHDRAW, date(2027, 1, 10)),
    ]
    for change, on in story:
        actions.change_standing(certificate, change, reason=REASON, by=decider, now=at(on))

    assert bool(held(certificate.holder, day)) is certified


@pytest.mark.lesson(57)
@pytest.mark.parametrize("kind", ["name", "number", "scope"])
def test_what_was_replaced_later_held_until_then_and_its_successor_from_then_on(kind):
    old = world.a_quick_certificate()
    changed_on = date(2027, 3, 1)

    new = again.a_successor(old, kind, now=at(changed_on))

    assert held(old.holder, changed_on - timedelta(days=1)) == [old]
    assert held(old.holder, changed_on) == held(old.holder, date(2028, 12, 31)) == [new]
    assert held(old.holder, date(2029, 3, 31)) == [new]  # the last of ninety days of grace
    assert held(old.holder, date(2029, 4, 1)) == []


@pytest.mark.lesson(57)
def test_between_a_lapse_and_a_late_renewal_nobody_is_certified():
    old = world.a_quick_certificate(years=1)
    lapsed, renewed_on = date(2027, 4, 1), date(2027, 6, 1)

    new = again.a_successor(old, "renewal", now=at(renewed_on))

    assert held(old.holder, lapsed - timedelta(days=1)) == [old]
    assert held(old.holder, lapsed) == held(old.holder, renewed_on - timedelta(days=1)) == []
    assert held(old.holder, renewed_on) == [new]


@pytest.mark.lesson(57)
def test_an_early_renewal_leaves_no_day_out():
    old = world.a_quick_certificate()
    renewed_on = date(2028, 6, 1)

    new = again.a_successor(old, "renewal", now=at(renewed_on))

    assert held(old.holder, renewed_on - timedelta(days=1)) == [old]
    assert held(old.holder, renewed_on) == [new]


def test_what_goes_on_suspended_in_another_does_not_count_either():
    old, decider = world.a_quick_certificate(), world.a_decider()
    asked = again.a_name_asked(old)
    actions.suspend(old, reason=REASON, by=decider, now=at(date(2027, 1, 1)))
    new = actions.issue_replacement(asked.pk, now=at(date(2027, 1, 3)))
    actions.reinstate(new, reason=REASON, by=decider, now=at(date(2027, 2, 1)))

    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3), date(2027, 2, 1)]

    assert [held(old.holder, day) for day in days] == [[old], [], [], [new]]


def test_a_day_is_the_associations_own():
    record = association()
    record.zone = "Pacific/Auckland"
    record.save()
    certificate = world.a_quick_certificate()
    evening = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)  # there it is the next day already

    actions.suspend(certificate, reason=REASON, by=world.a_decider(), now=evening)
    actions.reinstate(
        certificate, reason=REASON, by=world.a_decider(), now=evening + timedelta(days=9)
    )

    assert held(certificate.holder, date(2026, 12, 1)) == [certificate]
    assert held(certificate.holder, date(2026, 12, 2)) == []


def test_many_people_are_asked_about_at_once_and_by_scheme(count_queries):
    one, other = world.a_quick_certificate(), world.a_quick_certificate()
    stranger, day = a_person(), date(2026, 11, 23)
    scheme = one.scheme_version.scheme
    people = User.objects.filter(pk__in=[one.holder_id, other.holder_id, stranger.pk])
    another = Scheme.objects.create(slug="another", title="Another")

    with count_queries(at_most=2):
        certified = set(Certificate.objects.held_on(people, day, scheme))

    assert certified == {one, other}
    assert set(Certificate.objects.held_on([one.holder, stranger], day)) == {one}
    assert not Certificate.objects.held_on(people, day, another).exists()
