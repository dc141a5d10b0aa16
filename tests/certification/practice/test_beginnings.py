from datetime import date

import pytest
from django.db import transaction

from certification.practice.actions.beginnings import (
    attest_balance,
    confirm_balance,
    withdraw_balance,
)
from certification.practice.actions.milestones import record_milestone
from certification.practice.models import FactsVersion, Milestone, OpeningBalance
from certification.practice.rules.beginnings import may_attest, may_record_milestone
from certification.practice.rules.totals import read_total
from tests.factories.accounts import a_registrar, an_administrator
from tests.factories.certification import an_admitted_intern
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"own": True}, "balance_not_own"),
        ({"last": TODAY}, ""),
        ({"last": date(2026, 11, 24)}, "balance_in_future"),
        ({"last": date(2025, 12, 31)}, "ends_before_it_begins"),
        ({"last": date(2026, 1, 1), "minutes": 1440}, ""),  # a whole day of one day
        ({"last": date(2026, 1, 1), "minutes": 1441}, "balance_more_than_its_days"),
    ],
)
def test_a_balance_fits_its_days(changes, reason):
    usual = {"own": False, "first": date(2026, 1, 1), "last": date(2026, 6, 30)}
    usual |= {"today": TODAY, "minutes": 600}

    assert may_attest(**usual | changes).reason == reason


@pytest.mark.parametrize(
    ("on", "ahead", "reason"),
    [
        (TODAY, False, ""),
        (date(2026, 11, 24), False, "milestone_in_future"),
        (date(2026, 11, 24), True, ""),  # an extension names a day to come
    ],
)
def test_a_milestone_has_been_save_an_extension(on, ahead, reason):
    verdict = may_record_milestone(own=False, on=on, today=TODAY, lies_ahead=ahead)

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("600", 600),
        ("600 min", 600),
        ("10 h", 600),
        ("10h 30", 630),
        ("120:05", 7205),
        ("10000 h", 600_000),  # the most
    ],
)
def test_a_sum_is_read_as_people_type_it(typed, minutes):
    assert read_total(typed) == minutes


@pytest.mark.parametrize("typed", ["0", "10001 h", "5_0", "٣", "1:60", "-5", "ten"])
def test_what_is_no_sum_is_refused(typed):
    with pytest.raises(Refused):
        read_total(typed)


def attested(intern, now, **changes) -> OpeningBalance:
    usual = {
        "category": "direct_session",
        "minutes": 1200,
        "first_day": date(2025, 1, 1),
        "last_day": date(2025, 6, 30),
        "modality": "in_person",
        "evidence": "Signed log of the other programme.",
        "by": a_registrar(),
    }
    return attest_balance(intern, **usual | changes, now=now)


@pytest.mark.django_db
@pytest.mark.both_stacks
def test_two_people_attest_what_is_brought_along(now):
    intern, second = an_admitted_intern(), an_administrator()
    balance = attested(intern, now)
    before = OpeningBalance.objects.attested().count()

    confirm_balance(balance, by=second, now=now)

    assert (before, OpeningBalance.objects.attested().get()) == (0, balance)
    verbs = [event.verb for event in AuditEvent.objects.about(balance.public_id)]
    assert verbs == ["certification.balance.attested", "certification.balance.confirmed"]


@pytest.mark.lesson(62)
@pytest.mark.django_db
@pytest.mark.both_stacks
def test_who_attested_does_not_confirm(now):
    intern = an_admitted_intern()
    balance = attested(intern, now)
    facts = FactsVersion.objects.current(intern)

    with pytest.raises(Refused) as refused, transaction.atomic():
        confirm_balance(balance, by=balance.attested_by, now=now)

    assert refused.value.reason == "balance_needs_another"
    assert FactsVersion.objects.current(intern) == facts


@pytest.mark.django_db
def test_withdrawn_it_counts_no_more(now):
    intern = an_admitted_intern()
    balance = confirm_balance(attested(intern, now), by=an_administrator(), now=now)

    withdraw_balance(balance, by=a_registrar(), now=now)

    assert not OpeningBalance.objects.attested().exists()
    with pytest.raises(Refused):
        withdraw_balance(balance, by=a_registrar(), now=now)


@pytest.mark.django_db
@pytest.mark.both_stacks
def test_a_date_recorded_again_is_put_right_and_the_record_keeps_both(now):
    intern, by = an_admitted_intern(), a_registrar()
    words = {"name": "foundation_complete", "by": by, "now": now}
    first = record_milestone(intern, on=date(2026, 3, 1), **words)
    facts = FactsVersion.objects.current(intern)

    record_milestone(intern, on=date(2026, 3, 8), **words)

    assert Milestone.objects.get().on == date(2026, 3, 8)
    assert FactsVersion.objects.current(intern) == facts + 1
    assert AuditEvent.objects.about(first.public_id).count() == 2
