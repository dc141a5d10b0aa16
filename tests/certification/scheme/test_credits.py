import pytest
from django.db import transaction

from certification.practice.models import FactsVersion
from certification.scheme.actions.credits import (
    approve_credit,
    decline_credit,
    propose_credit,
    take_back_credit,
)
from certification.scheme.actions.pins import pin
from certification.scheme.evaluations import evaluation_for
from certification.scheme.models import Credit
from certification.scheme.recognition import recognised_for
from tests.factories.accounts import a_registrar, an_administrator
from tests.factories.certification import an_admitted_intern, the_scheme
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


@pytest.fixture
def intern(now):
    intern = an_admitted_intern()
    pin(intern, the_scheme(), by=None, now=now)
    return intern


def proposed(intern, now, **changes) -> Credit:
    usual = {"kind": "equivalence", "requirement": "direct", "minutes": 600}
    usual |= {"reasons": "Sixty sessions there.", "by": a_registrar()}
    return propose_credit(intern, **usual | changes, now=now)


def direct_of(intern, now) -> dict:
    rows = evaluation_for(intern, now).result["requirements"]
    return next(row for row in rows if row["id"] == "direct")


def test_minutes_count_once_a_second_person_has_approved_them(intern, now):
    credit = proposed(intern, now)
    before = direct_of(intern, now)["have"]

    approve_credit(credit, by=an_administrator(), now=now)

    assert (before, direct_of(intern, now)["have"]) == (0, 600)
    assert [one.why for one in recognised_for(intern, the_scheme())] == ["Sixty sessions there."]
    assert Notice.objects.filter(person=intern, event="certification.recognised").count() == 1


def test_a_waiver_asks_for_nothing_any_more(intern, now):
    waiver = proposed(intern, now, kind="waiver", minutes=None)

    approve_credit(waiver, by=an_administrator(), now=now)

    assert direct_of(intern, now)["state"] == "waived"


@pytest.mark.lesson(62)
def test_who_proposed_does_not_approve(intern, now):
    credit = proposed(intern, now)
    facts = FactsVersion.objects.current(intern)

    with pytest.raises(Refused) as refused, transaction.atomic():
        approve_credit(credit, by=credit.proposed_by, now=now)

    credit.refresh_from_db()
    assert (refused.value.reason, credit.approved_at) == ("credit_needs_another", None)
    assert FactsVersion.objects.current(intern) == facts
    assert not AuditEvent.objects.filter(verb="certification.credit.approved").exists()


def test_nobody_proposes_for_themselves(intern, now):
    with pytest.raises(Refused) as refused:
        proposed(intern, now, by=intern)

    assert refused.value.reason == "credit_not_own"


def test_what_was_declined_counts_for_nothing_and_is_not_approved_later(intern, now):
    credit = decline_credit(proposed(intern, now), by=an_administrator(), now=now)

    with pytest.raises(Refused) as refused:
        approve_credit(credit, by=an_administrator(), now=now)

    assert refused.value.reason == "credit_answered"


def test_taken_back_it_counts_no_more_and_stays_on_the_record(intern, now):
    credit = approve_credit(proposed(intern, now), by=an_administrator(), now=now)

    take_back_credit(credit, by=a_registrar(), now=now)

    assert direct_of(intern, now)["have"] == 0
    assert Credit.objects.get().approved_at == now
    events = AuditEvent.objects.about(credit.public_id)
    assert [event.verb.split(".")[-1] for event in events] == ["proposed", "approved", "taken_back"]
