"""Appeals against a refused renewal, a committee's finding and a narrower scope."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from certification.appeals import actions
from certification.appeals.models import Appeal, AppealRuling
from certification.complaints.models import ComplaintFinding, InterimMeasure
from certification.credentials import actions as credentials
from certification.credentials.models import Certificate
from certification.renewals.models import Renewal
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.appeals import (
    SOON,
    WHY,
    a_finding,
    a_refused_renewal,
    an_answer,
    an_appeal_of,
    an_appeal_of_finding,
    an_appeal_of_renewal,
)
from training_site.accounts.models import Notice, User
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
NARROWER = "Supervised work in one clinic, with adults who have no partner."


def told(person) -> set[str]:
    return set(Notice.objects.filter(person=person).values_list("event", flat=True))


def reaches(person, appeal) -> bool:
    return Appeal.objects.visible_to(person).filter(pk=appeal.pk).exists()


def test_a_refused_renewal_is_appealed_once_and_in_time():
    renewal = a_refused_renewal()
    after = renewal.decided_at + timedelta(days=31)
    with pytest.raises(Refused, match="appeal_too_late"):
        an_appeal_of_renewal(renewal, now=after)
    assert not AuditEvent.objects.filter(verb="certification.appeal.made").exists()

    appeal = an_appeal_of_renewal(renewal, now=after - timedelta(days=1))  # the last day counts

    assert (appeal.against, appeal.certificate) == ("renewal", renewal.certificate)
    assert AuditEvent.objects.filter(verb="certification.appeal.made").count() == 1
    with pytest.raises(Refused, match="already_appealed"):
        an_appeal_of_renewal(renewal)


def test_whoever_handed_in_again_does_not_appeal_the_refusal():
    renewal = a_refused_renewal()
    Renewal.objects.create(
        certificate=renewal.certificate,
        certificant=renewal.certificant,
        term_first=renewal.term_first,
        term_last=renewal.term_last,
        submitted_at=SOON,
    )

    with pytest.raises(Refused, match="applied_again"):
        an_appeal_of_renewal(renewal)


def test_only_the_person_concerned_appeals():
    for thing, act in (
        (a_refused_renewal(), actions.appeal_renewal),
        (a_finding(), actions.appeal_finding),
    ):
        with pytest.raises(Refused, match="own_appeal_only"):
            act(thing, reasons=WHY, by=a_person(), now=SOON)
    assert not Appeal.objects.exists()


def test_a_complaint_that_was_not_borne_out_leaves_nothing_to_appeal():
    finding = a_finding()
    ComplaintFinding.objects.filter(pk=finding.pk).update(set_aside_at=SOON)

    with pytest.raises(Refused, match="nothing_to_appeal"):
        an_appeal_of_finding(finding)


def test_who_checked_or_decided_a_renewal_neither_answers_nor_reads_its_appeal():
    checker = a_person(Role.REGISTRAR, Role.DECISION_MAKER)
    decider, free = world.a_decider(), world.a_decider()
    appeal = an_appeal_of_renewal(a_refused_renewal(checked_by=checker, decided_by=decider))

    assert reaches(free, appeal)
    assert "certification.appeal_arrived" in told(free)
    for person in (checker, decider):
        assert not reaches(person, appeal)
        assert "certification.appeal_arrived" not in told(person)
        with pytest.raises(Refused, match="took_part_in_it"):
            an_answer(appeal, "dismissed", "nothing", by=person)
        with pytest.raises(DatabaseError), transaction.atomic():
            write_ruling(appeal, person)
    assert not AppealRuling.objects.exists()


@pytest.mark.lesson(40)
def test_nobody_with_a_part_in_a_complaint_answers_the_appeal_of_its_finding():
    officer, member, suspends = (world.a_decider() for _ in range(3))
    others = [a_person(), a_person()]
    finding = a_finding(opened_by=officer, members=[member, *others])
    InterimMeasure.objects.create(
        complaint=finding.complaint,
        kind="new_cases",
        reason=WHY,
        review_on=SOON.date(),
        by=suspends,
        at=world.NOW,
    )
    appeal = an_appeal_of_finding(finding)

    for person in (officer, member, suspends):
        assert not reaches(person, appeal)
        with pytest.raises(Refused, match="took_part_in_it"):
            an_answer(appeal, "dismissed", "nothing", by=person)
    for person in (officer, member):
        with pytest.raises(DatabaseError), transaction.atomic():
            write_ruling(appeal, person)
    assert not AppealRuling.objects.exists()


def test_registrars_learn_nothing_of_an_appeal_against_a_finding():
    registrar, decider = a_registrar(), world.a_decider()

    appeal = an_appeal_of_finding()

    assert not reaches(registrar, appeal)
    assert told(registrar) == set()
    assert reaches(decider, appeal)


def test_an_administrator_is_told_when_nobody_is_free():
    administrator = a_person(Role.ADMINISTRATOR)

    free = world.a_decider()
    an_appeal_of_renewal()
    assert told(administrator) == set()
    renewal = a_refused_renewal()
    others = User.objects.holding(Role.DECISION_MAKER).exclude(pk=renewal.decided_by_id)
    assert free in others
    others.update(is_active=False)

    an_appeal_of_renewal(renewal)

    assert told(administrator) == {"certification.appeal_needs_somebody"}


def test_dismissed_the_refusal_stands():
    appeal = an_appeal_of_renewal()

    ruling = an_answer(appeal, "dismissed", "nothing")

    assert ruling.appellant == appeal.appellant
    assert "certification.appeal_answered" in told(appeal.appellant)
    appeal.renewal.refresh_from_db()
    assert (appeal.renewal.state, appeal.renewal.outcome) == ("decided", "refuse")


def a_narrowed_certificate(by=None) -> tuple[Certificate, Certificate]:
    """As it was, and the one that took its place."""
    was = world.a_quick_certificate()
    credentials.narrow_scope(
        was, scope=NARROWER, reason=world.WITHHELD, by=by or world.a_decider(), now=world.NOW
    )
    drain()
    return was, Certificate.objects.current_of(was)


def test_a_narrower_scope_is_appealed_from_the_certificate_that_has_it():
    decider = world.a_decider()
    was, now = a_narrowed_certificate(by=decider)
    assert was.pk != now.pk

    appeal = an_appeal_of(now, now=timezone.now())

    assert (appeal.event.kind, appeal.event.certificate) == ("narrowed", was)
    assert not reaches(decider, appeal)
    with pytest.raises(Refused, match="nothing_to_appeal"):
        an_appeal_of(was, now=timezone.now())


def test_upheld_the_scope_is_given_back():
    was, narrower = a_narrowed_certificate()

    an_answer(an_appeal_of(narrower, now=timezone.now()), "upheld", "reinstate")
    drain()

    current = Certificate.objects.current_of(was)
    assert current.pk != narrower.pk
    assert current.snapshot["scope"] == was.snapshot["scope"]
    narrower.refresh_from_db()
    assert narrower.standing == "superseded"
    with pytest.raises(Refused, match="nothing_to_appeal"):
        an_appeal_of(current, now=timezone.now())


def write_ruling(appeal, person) -> None:
    """Past the rules, as raw SQL would."""
    AppealRuling.objects.create(
        appeal=appeal,
        appellant=appeal.appellant,
        decided_by=person,
        outcome="dismissed",
        follows="nothing",
        reason_codes=[],
        reason_list="1",
        text="",
        decided_at=SOON,
    )
