"""What is decided about each person whom a recall touches."""

from datetime import time, timedelta

import pytest

from certification.credentials.models import Certificate
from certification.practice import actions as practice
from certification.recalls import actions
from certification.recalls.models import Recall
from tests.certification.recalls.test_actions import refused, told
from tests.factories.accounts import a_registrar
from tests.factories.certification import (
    a_claim,
    a_mentor,
    a_signed_month,
    a_submitted_entry,
    an_agreement,
)
from tests.factories.decisions import NOW
from tests.factories.recalls import (
    DECIDED,
    NOVEMBER,
    a_certificate_resting_on,
    a_confirmed_recall,
    a_proposed_recall,
    an_applicant_signed_for,
    an_intern_signed_for,
    confirm,
    decide,
    the_item,
)
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.jobs.outbox import drain

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


@pytest.fixture
def mentor():
    return a_mentor()


def test_a_grant_is_judged_on_the_day_its_evidence_was_fixed(mentor):
    """Hours of after the grant were no part of it: losing them takes nothing from it."""
    certificate = a_certificate_resting_on(mentor, days=(3, 10))
    intern = certificate.holder
    later = NOW + timedelta(days=20)
    a_later = {"date": later.date(), "now": later + timedelta(hours=3)}
    a_submitted_entry(intern.agreements_as_intern.get(), **a_later)
    a_signed_month(mentor, intern, later.date().replace(day=1), now=later + timedelta(days=1))

    recall = a_proposed_recall(mentor, first=later.date(), now=later + timedelta(days=2))
    confirm(recall, now=later + timedelta(days=2))
    drain()

    item = the_item(intern)
    assert (item.minutes, item.met_before, item.met_after, item.missing) == (90, True, True, [])


def test_a_suspension_is_the_certificates_own_and_named_by_the_item(mentor):
    certificate = a_certificate_resting_on(mentor)
    a_confirmed_recall(mentor)

    item = decide(the_item(certificate.holder), "suspended")

    certificate.refresh_from_db()
    assert certificate.standing == "suspended"
    assert (item.event.kind, item.event.certificate, item.event.reason) == (
        "suspended",
        certificate,
        DECIDED,
    )
    assert told("recall_decided") == {certificate.holder}
    said = AuditEvent.objects.get(verb="certification.recall.decided")
    assert (said.subject_id, said.words.text) == (certificate.holder.public_id, DECIDED)


def test_a_withdrawal_too(mentor):
    certificate = a_certificate_resting_on(mentor)
    a_confirmed_recall(mentor)

    item = decide(the_item(certificate.holder), "withdrawn")

    assert Certificate.objects.get().standing == "withdrawn" == item.event.kind


def test_about_a_certificate_a_decision_maker_decides(mentor):
    certificate = a_certificate_resting_on(mentor)
    a_confirmed_recall(mentor)
    item, registrar = the_item(certificate.holder), a_registrar()

    assert refused(decide, item, "reasons", by=registrar) == "recall_outcome_needs_decider"
    assert refused(decide, item, "suspended", by=registrar) == "recall_outcome_needs_decider"
    assert Certificate.objects.get().standing == "active"


def test_nobody_decides_about_themselves_or_somebody_they_supervised(mentor):
    intern = an_intern_signed_for(mentor)
    a_confirmed_recall(mentor)
    item, clinician = the_item(intern), intern.agreements_as_intern.get().clinician
    for person in (intern, mentor, clinician):
        give_role(person, Role.DECISION_MAKER, by=None, now=NOW)

    assert refused(decide, item, "reasons", by=intern) == "recall_of_oneself"
    assert refused(decide, item, "reasons", by=mentor) == "recall_of_oneself"
    assert refused(decide, item, "reasons", by=clinician) == "in_conflict"
    assert refused(decide, item, "reasons", by=a_mentor()) == "role_missing"


def test_an_application_in_review_goes_back_to_its_reviewers(mentor):
    application = an_applicant_signed_for(mentor)
    before = application.evidence_hash
    a_confirmed_recall(mentor)

    decide(the_item(application.applicant), "reopened")

    application.refresh_from_db()
    assert application.state == "in_review"
    assert application.evidence_hash != before
    assert application.reviews.standing().count() == 0


def test_made_up_by_a_day_and_told_once_when_it_is_not(mentor):
    intern, registrar = an_intern_signed_for(mentor), a_registrar()
    a_confirmed_recall(mentor)
    due = (NOW + timedelta(days=30)).date()

    item = decide(the_item(intern), "made_up", due_on=due, by=registrar)

    assert item.due_on == due
    assert actions.tell_overdue(NOW + timedelta(days=30)) == 0
    for days in (31, 32):
        actions.tell_overdue(NOW + timedelta(days=days))
    assert registrar in told("recall_overdue")
    assert intern not in told("recall_overdue")
    assert (
        Notice.objects.filter(event="certification.recall_overdue", person=registrar).count() == 1
    )


def test_what_was_made_up_is_not_overdue(mentor):
    intern = an_intern_signed_for(mentor)
    a_confirmed_recall(mentor)
    due = (NOW + timedelta(days=30)).date()
    decide(the_item(intern), "made_up", due_on=due)
    _makes_it_up(intern)

    assert actions.tell_overdue(NOW + timedelta(days=40)) == 0


def _makes_it_up(intern):
    another = a_mentor()
    agreement = an_agreement(intern, mentor=another)
    claim = a_claim(date=NOVEMBER.replace(day=20), start=time(14), minutes=130, agreement=agreement)
    entry = practice.log_hours(intern, claim, by=intern, now=NOW)
    practice.submit(entry, by=intern, now=NOW)
    a_signed_month(another, intern, NOVEMBER, now=NOW)


def test_who_loses_nothing_stands_all_at_once_and_the_others_wait(mentor):
    loses, stands = an_intern_signed_for(mentor), an_intern_signed_for(mentor)
    _makes_it_up(stands)
    recall = a_confirmed_recall(mentor)

    decided = actions.decide_untouched(recall, by=a_registrar(), now=NOW)

    assert decided == 1
    assert (the_item(stands).outcome, the_item(loses).outcome) == ("stands", "")
    assert list(Recall.objects.open()) == [recall]


def test_what_is_decided_stays(mentor):
    intern = an_intern_signed_for(mentor)
    recall = a_confirmed_recall(mentor)
    item = decide(the_item(intern), "reasons")

    assert refused(decide, item, "reasons") == "recall_item_decided"
    assert not Recall.objects.open().exists()
    assert refused(actions.drop_recall, recall, by=a_registrar(), now=NOW) == "recall_settled"
