"""The register and declared interests: who writes what, and what it does to a case."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from certification.decisions import actions
from certification.decisions.models import Calibration, ConflictDeclaration, StandingInterest
from certification.decisions.people import candidates_for, reviewers_missing
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent, AuditText
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]
ENTRY = {
    "competence": "Clinical work with trauma",
    "seat": "public",
    "confidentiality_on": date(2026, 3, 1),
    "active_from": date(2026, 3, 1),
    "active_until": date(2027, 3, 1),
}


def refused(act, *args, **kwargs) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act(*args, **kwargs)
    return caught.value.reason


def test_an_entry_is_put_right_and_the_record_keeps_what_it_said(now):
    entry, registrar = world.a_reviewer().reviewer_entry, a_registrar()

    amended = actions.amend_reviewer(entry, **ENTRY, by=registrar, now=now)

    amended.refresh_from_db()
    assert {name: getattr(amended, name) for name in ENTRY} == ENTRY
    event = AuditEvent.objects.get(verb="certification.reviewer.amended")
    assert (event.actor_id, event.subject_id) == (registrar.public_id, entry.person.public_id)
    assert event.words.values["competence"] == "Fifteen years of clinical work"
    assert event.words.values["seat"] == "association"
    actions.amend_reviewer(amended, **ENTRY, by=registrar, now=now)
    assert AuditEvent.objects.filter(verb="certification.reviewer.amended").count() == 1


@pytest.mark.lesson(62)
def test_nobody_amends_or_calibrates_their_own_entry(now):
    reviewer = world.a_reviewer()
    give_role(reviewer, Role.REGISTRAR, by=None, now=now)
    entry = reviewer.reviewer_entry

    assert refused(actions.amend_reviewer, entry, **ENTRY, by=reviewer, now=now) == "not_own_entry"
    assert (
        refused(
            actions.record_calibration,
            entry,
            held_on=now.date(),
            exercise="Case 1",
            agreed=9,
            judged=10,
            by=reviewer,
            now=now,
        )
        == "not_own_entry"
    )
    assert not Calibration.objects.exists()


def test_an_exercise_is_recorded_and_never_beyond_what_was_judged(now):
    entry = world.a_reviewer().reviewer_entry
    said = {"held_on": now.date(), "exercise": " Dossier 1 ", "agreed": 9, "judged": 10}

    row = actions.record_calibration(entry, **said, by=a_registrar(), now=now)

    assert (row.exercise, row.agreed, row.judged) == ("Dossier 1", 9, 10)
    assert AuditEvent.objects.filter(verb="certification.reviewer.calibrated").count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Calibration.objects.filter(pk=row.pk).update(agreed=11)


def test_an_interest_keeps_a_reviewer_from_being_assigned(now):
    reviewer, applicant = world.a_reviewer(), world.an_applicant()
    actions.declare_interest(applicant, reason="A canary.", by=reviewer, now=now)

    application = world.an_application_in_review(applicant, reviewers=0)

    candidates = {
        one.entry.person: one.is_eligible for one in candidates_for(application, now.date())
    }
    assert candidates[reviewer] is False
    assert (
        refused(actions.assign_reviewers, application, people=[reviewer], by=a_registrar(), now=now)
        == "in_conflict"
    )


def test_who_is_on_an_open_case_steps_back_from_it(now):
    application = world.an_application_in_review()
    first, _second = world.reviewers_of(application)
    world.a_review(application, first)

    actions.declare_interest(application.applicant, by=first, now=now)

    assert ConflictDeclaration.objects.get().person == first
    assert reviewers_missing(application) == 1
    assert application.reviews.standing().count() == 0


def test_a_decision_maker_who_said_so_does_not_decide(now):
    application, decider = world.a_recommended_application(), world.a_decider()
    actions.declare_interest(application.applicant, by=decider, now=now)

    assert refused(world.a_decision, application, by=decider) == "in_conflict"


def test_it_is_said_once_and_taken_back_by_whoever_said_it(now):
    person, about = world.a_decider(), a_person()
    said = actions.declare_interest(about, by=person, now=now)

    assert (
        refused(actions.declare_interest, about, by=person, now=now) == "interest_declared_already"
    )
    assert refused(actions.end_interest, said, by=world.a_decider(), now=now) == "role_missing"
    actions.end_interest(said, by=person, now=now)
    again = actions.declare_interest(about, by=person, now=now + timedelta(days=1))
    assert list(StandingInterest.objects.in_force()) == [again]


def test_only_reviewers_and_decision_makers_declare_and_not_of_themselves(now):
    person = world.a_reviewer()

    assert (
        refused(actions.declare_interest, a_person(), by=a_registrar(), now=now) == "role_missing"
    )
    assert refused(actions.declare_interest, person, by=person, now=now) == "interest_in_oneself"


def test_the_record_names_neither_whom_it_is_about_nor_why(now):
    about = a_person()

    actions.declare_interest(about, reason="A canary.", by=world.a_reviewer(), now=now)

    event = AuditEvent.objects.get(verb="certification.interest.declared")
    assert event.subject_id is None
    assert not AuditText.objects.filter(event=event).exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM certification_standinginterest")
        assert "canary" not in str(cursor.fetchone())
