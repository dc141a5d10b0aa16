"""Applying, checking, reviewing, deciding: what is written, recorded, told, and left alone on refusal."""

import pytest

from certification.decisions import actions
from certification.decisions.models import Decision, Review
from certification.decisions.people import reviewers_missing
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.certification import a_policy
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.jobs.models import JobRun
from training_site.verdict import Refused

pytestmark = pytest.mark.django_db


def verbs_about(thing):
    return list(AuditEvent.objects.about(thing.public_id).values_list("verb", flat=True))


def told(person):
    return list(Notice.objects.filter(person=person).values_list("event", flat=True))


def test_found_complete_fixes_the_evidence(now):
    application = world.a_submitted_application()

    application = actions.check_completeness(application, complete=True, by=a_registrar(), now=now)

    assert application.state == "in_review"
    assert len(application.evidence_hash) == 64
    assert application.evidence["requirements"][0]["state"] == "met"


def test_reviewers_are_chosen_by_load_among_the_eligible(now):
    busy, first, second = (world.a_reviewer() for _ in range(3))
    other = world.a_submitted_application()
    other = actions.check_completeness(other, complete=True, by=a_registrar(), now=now)
    actions.assign_reviewers(other, people=[busy], by=a_registrar(), now=now)
    application = world.a_submitted_application()
    application = actions.check_completeness(application, complete=True, by=a_registrar(), now=now)

    assigned = actions.assign_reviewers(application, by=a_registrar(), now=now)

    assert [one.reviewer for one in assigned] == [first, second]
    assert told(first) == ["certification.review_asked_for"]


def test_too_few_reviewers_is_a_thing_to_say_not_an_error(now):
    world.a_reviewer()
    application = world.a_submitted_application()
    application = actions.check_completeness(application, complete=True, by=a_registrar(), now=now)

    actions.assign_reviewers(application, by=a_registrar(), now=now)

    assert reviewers_missing(application) == 1


def test_a_declared_conflict_ends_the_assignment_and_asks_for_another(now):
    application = world.an_application_in_review()
    first, second = world.reviewers_of(application)
    registrar = a_registrar()

    actions.declare_conflict(application, reason="We are cousins", by=first, now=now)

    assert world.reviewers_of(application) == [second]
    assert "certification.reviewer_needed" in told(registrar)
    with pytest.raises(Refused, match="not_assigned"):
        world.a_review(application, first)


def test_the_last_review_brings_the_case_to_a_decision_maker(now):
    application, decider = world.an_application_in_review(), world.a_decider()
    first, second = world.reviewers_of(application)

    world.a_review(application, first)
    application.refresh_from_db()
    assert application.state == "in_review"
    world.a_review(application, second, recommendation="defer")

    application.refresh_from_db()
    assert application.state == "recommended"
    assert told(decider) == ["certification.decision_asked_for"]


def test_a_review_is_given_once(now):
    application = world.an_application_in_review()
    first, _second = world.reviewers_of(application)
    world.a_review(application, first)

    with pytest.raises(Refused, match="review_given"):
        world.a_review(application, first)

    assert Review.objects.count() == 1


def test_changed_evidence_reopens_the_review(now):
    application = world.a_recommended_application()
    a_policy("code-of-ethics", number="2", effective=now.date())

    with pytest.raises(Refused, match="evidence_changed"):
        world.a_decision(application)
    changed = actions.note_changed_evidence(application, by=None, now=now)

    application.refresh_from_db()
    assert changed
    assert application.state == "in_review"
    assert application.reviews.standing().count() == 0
    assert "certification.application.evidence_changed" in verbs_about(application)


def test_unchanged_evidence_changes_nothing(now):
    application = world.a_recommended_application()

    assert actions.note_changed_evidence(application, by=None, now=now) is False


def test_a_grant_promises_the_certificate_in_the_same_transaction(now):
    decision = world.a_decision()

    run = JobRun.objects.get(key=f"issue:{decision.pk}")
    assert (run.name, run.args) == ("certification.issue_certificate", [decision.pk])
    assert decision.reviewers.count() == 2
    assert "certification.decided" in told(decision.applicant)
    assert "certification.decision.taken" in verbs_about(decision)


@pytest.mark.lesson(40)
@pytest.mark.parametrize("outcome", ["defer", "refuse"])
def test_no_other_outcome_issues_anything(outcome):
    world.a_decision(outcome=outcome)

    assert not JobRun.objects.filter(name="certification.issue_certificate").exists()


def test_after_a_refusal_one_may_apply_again(now):
    decision = world.a_decision(outcome="refuse")

    again = actions.start_application(decision.applicant, by=decision.applicant, now=now)

    assert again.state == "draft"


def test_a_decision_is_taken_once(now):
    application = world.a_recommended_application()
    world.a_decision(application)

    with pytest.raises(Refused, match="application_decided"):
        world.a_decision(application, outcome="refuse")

    assert Decision.objects.get().outcome == "grant"


def test_a_reviewer_who_became_decision_maker_does_not_decide_what_she_reviewed(now):
    application = world.a_recommended_application()
    reviewer = world.reviewers_of(application)[0]
    give_role(reviewer, Role.DECISION_MAKER, by=None, now=now)

    with pytest.raises(Refused, match="reviewed_it_yourself"):
        world.a_decision(application, by=reviewer)

    assert not Decision.objects.exists()


def test_a_superuser_without_the_role_decides_nothing(now):
    application = world.a_recommended_application()
    superuser = a_person(is_superuser=True, is_staff=True)

    with pytest.raises(Refused, match="role_missing"):
        world.a_decision(application, by=superuser)


def test_an_applicant_who_is_decision_maker_does_not_decide_her_own(now):
    applicant = world.an_applicant()
    application = world.a_recommended_application(applicant)
    give_role(applicant, Role.DECISION_MAKER, by=None, now=now)

    with pytest.raises(Refused, match="own_application"):
        world.a_decision(application, by=applicant)


def test_reasons_belong_to_the_outcome(now):
    application = world.a_recommended_application()

    with pytest.raises(Refused, match="reason_of_another_outcome"):
        actions.decide(
            application,
            outcome="grant",
            reasons=["requirement_not_met"],
            text=world.REASONS,
            by=world.a_decider(),
            now=now,
        )

    assert AuditEvent.objects.filter(verb="certification.decision.taken").count() == 0
