"""One form, sent by a device that does not know whether it was heard: one entry."""

from datetime import date
from functools import partial
from uuid import uuid4

import pytest

from certification.practice import actions
from certification.practice.models import HoursEntry
from tests.factories.certification import a_claim, an_agreement
from tests.races import race
from training_site.audit.models import AuditEvent

AT_ONCE = 10
ROUNDS = 3


@pytest.mark.races
@pytest.mark.both_stacks
@pytest.mark.django_db(transaction=True)
def test_ten_posts_at_once_with_one_key_are_one_entry(now):
    agreement = an_agreement()
    for day in range(1, ROUNDS + 1):
        log = partial(
            actions.log_hours,
            agreement.intern,
            a_claim(date=date(2026, 11, day)),
            by=agreement.intern,
            now=now,
            draft_key=uuid4(),
        )

        answered = race(*[log] * AT_ONCE)

        assert len({entry.pk for entry in answered}) == 1
        assert HoursEntry.objects.count() == day
    logged = AuditEvent.objects.filter(verb="certification.hours.logged")
    assert logged.count() == ROUNDS


@pytest.mark.both_stacks
@pytest.mark.django_db
def test_a_key_is_one_person_s_own(now):
    key = uuid4()
    agreements = an_agreement(), an_agreement()

    entries = {
        actions.log_hours(one.intern, a_claim(), by=one.intern, now=now, draft_key=key)
        for one in agreements
    }

    assert len(entries) == 2
