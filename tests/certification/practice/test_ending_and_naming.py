"""Ending an agreement with notice, naming supervisors from outside, declaring conflicts."""

from datetime import date, timedelta

import pytest

from certification.practice import actions
from certification.practice.models import FactsVersion, SupervisorNomination
from tests.factories.accounts import a_registrar
from tests.factories.certification import a_submitted_entry, an_agreement
from tests.factories.contests import a_nomination
from training_site.accounts.models import Invitation, Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement():
    return an_agreement()


def recorded(verb: str) -> int:
    return AuditEvent.objects.filter(verb=f"certification.{verb}").count()


@pytest.mark.parametrize("party", ["intern", "mentor", "clinician"])
def test_each_party_ends_it_with_thirty_days_of_notice(agreement, now, party):
    ended = actions.give_notice(agreement, by=getattr(agreement, party), now=now)

    assert ended.ends_on == now.date() + timedelta(days=30)
    assert ended.state == "approved"
    assert recorded("agreement.notice_given") == 1
    assert Notice.objects.filter(event="certification.agreement_notice").count() == 2


def test_hours_within_the_notice_still_count(agreement, now):
    actions.give_notice(agreement, by=agreement.mentor, now=now)

    entry = a_submitted_entry(agreement, now=now)

    assert entry.agreement == agreement


def test_somebody_else_gives_no_notice(agreement, now):
    with pytest.raises(Refused, match="not_a_party_here"):
        actions.give_notice(agreement, by=a_registrar(), now=now)

    agreement.refresh_from_db()
    assert agreement.ends_on is None
    assert recorded("agreement.notice_given") == 0


def test_staff_invite_whom_an_intern_named(agreement, now):
    nomination = a_nomination(agreement.intern, now=now, email="Nora@Example.org")

    actions.invite_nominated(nomination, by=a_registrar(), now=now)

    invitation = Invitation.objects.get(email="nora@example.org")
    nomination.refresh_from_db()
    assert (invitation.role, nomination.invitation_id) == ("clinician", invitation.public_id)
    assert recorded("supervisor.nominated_invited") == 1


def test_whom_staff_decline_is_not_written_to(agreement, now):
    nomination = a_nomination(agreement.intern, now=now)

    actions.decline_nomination(nomination, by=a_registrar(), now=now)

    assert not Invitation.objects.exists()
    with pytest.raises(Refused, match="nomination_answered"):
        actions.invite_nominated(nomination, by=a_registrar(), now=now)


def test_the_address_of_somebody_named_is_unreadable_in_the_table(agreement, now):
    from django.db import connection

    a_nomination(agreement.intern, now=now, email="nora@example.org")

    with connection.cursor() as cursor:
        cursor.execute("SELECT email FROM certification_supervisornomination")
        [[kept]] = cursor.fetchall()
    assert "nora" not in str(kept)


def test_the_same_person_is_named_once(agreement, now):
    a_nomination(agreement.intern, now=now, email="nora@example.org")

    with pytest.raises(Refused, match="nominated_already"):
        a_nomination(agreement.intern, now=now, email="NORA@example.org")

    assert SupervisorNomination.objects.count() == 1


def test_a_conflict_changes_the_facts_of_the_intern(agreement, now):
    before = FactsVersion.objects.current(agreement.intern)
    conflict = actions.declare_conflict(
        agreement.intern,
        agreement.mentor,
        kind="related",
        starts_on=date(2026, 11, 1),
        by=agreement.mentor,
        now=now,
    )

    actions.end_conflict(conflict, ends_on=date(2026, 11, 30), by=a_registrar(), now=now)

    assert FactsVersion.objects.current(agreement.intern) == before + 2
    assert (recorded("conflict.declared"), recorded("conflict.ended")) == (1, 1)


def test_the_intern_does_not_declare_their_supervisor_s_conflict(agreement, now):
    with pytest.raises(Refused, match="conflict_declared_by_others"):
        actions.declare_conflict(
            agreement.intern,
            agreement.mentor,
            kind="related",
            starts_on=date(2026, 11, 1),
            by=agreement.intern,
            now=now,
        )
