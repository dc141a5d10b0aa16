"""Raw SQL against the last wall, on both engines: no joined roles, nothing decided undone (P4)."""

import pytest
from django.db import DatabaseError, connection, transaction

from certification.decisions import actions
from certification.decisions.models import (
    Application,
    CompletenessCheck,
    Decision,
    DecisionReviewer,
    Review,
)
from tests.factories import decisions as world
from tests.factories.accounts import a_person

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]

DECISION = """
INSERT INTO certification_decision (public_id, application_id, applicant_id, decision_maker_id,
 outcome, reason_codes, reason_list, text, reviews_needed, evidence_hash, decided_at, appeal_until)
SELECT %s, id, %s, %s, 'grant', '[]', '1', 'raw', 2, evidence_hash, started_at, '2026-12-31'
FROM certification_application WHERE id = %s
"""
REVIEW = """
INSERT INTO certification_review (public_id, application_id, applicant_id, reviewer_id,
 recommendation, reasons, evidence_hash, given_at)
SELECT %s, id, %s, %s, 'grant', 'raw', evidence_hash, started_at
FROM certification_application WHERE id = %s
"""
SOME_ID = "0123456789abcdef0123456789abcdef"


def refused(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def decide_raw(application, *, applicant, by):
    refused(DECISION, SOME_ID, applicant, by, application.pk)
    assert not Decision.objects.exists()


def test_the_applicant_cannot_be_written_in_as_decision_maker():
    application = world.a_recommended_application()

    decide_raw(application, applicant=application.applicant_id, by=application.applicant_id)


def test_a_reviewer_cannot_be_written_in_as_decision_maker():
    application = world.a_recommended_application()
    reviewer = world.reviewers_of(application)[0]

    decide_raw(application, applicant=application.applicant_id, by=reviewer.pk)


def test_a_false_copy_of_the_applicant_is_refused():
    application = world.a_recommended_application()

    decide_raw(application, applicant=a_person().pk, by=world.a_decider().pk)


@pytest.mark.lesson(40)
def test_a_decision_without_its_reviews_is_refused():
    application = world.an_application_in_review()
    world.a_review(application, world.reviewers_of(application)[0])

    decide_raw(application, applicant=application.applicant_id, by=world.a_decider().pk)


def test_an_applicant_cannot_be_written_in_as_reviewer():
    application = world.an_application_in_review()

    refused(REVIEW, SOME_ID, application.applicant_id, application.applicant_id, application.pk)
    refused(REVIEW, SOME_ID, a_person().pk, application.applicant_id, application.pk)
    assert not Review.objects.exists()


def test_no_review_is_added_to_what_is_decided():
    decision = world.a_decision()

    refused(REVIEW, SOME_ID, decision.applicant_id, a_person().pk, decision.application_id)


def test_false_copies_of_who_reviewed_are_refused():
    decision = world.a_decision()
    review = decision.reviewers.first().review

    refused(
        "INSERT INTO certification_decisionreviewer"
        " (decision_id, review_id, reviewer_id, applicant_id, decision_maker_id)"
        " VALUES (%s, %s, %s, %s, %s)",
        decision.pk,
        review.pk,
        a_person().pk,
        decision.applicant_id,
        decision.decision_maker_id,
    )


@pytest.mark.parametrize(
    "model", [Decision, DecisionReviewer, Review, CompletenessCheck], ids=lambda m: m.__name__
)
def test_what_was_said_is_neither_changed_nor_removed(model):
    world.a_decision()
    table, key = model._meta.db_table, model.objects.first().pk

    refused(f"UPDATE {table} SET id = id WHERE id = %s", key)
    refused(f"DELETE FROM {table} WHERE id = %s", key)


@pytest.mark.parametrize(
    "change",
    [
        "state = 'draft'",
        "evidence_hash = 'x'",
        "name = 'Another'",
        "applicant_id = applicant_id + 1",
    ],
)
def test_a_decided_application_stays(change):
    application = world.a_decision().application

    refused(f"UPDATE certification_application SET {change} WHERE id = %s", application.pk)


def test_an_application_handed_in_is_never_removed_and_a_draft_may_be(now):
    applicant = world.an_applicant()
    draft = actions.start_application(applicant, by=applicant, now=now)
    handed_in = world.a_submitted_application()

    refused("DELETE FROM certification_application WHERE id = %s", handed_in.pk)
    assert Application.objects.filter(pk=draft.pk).delete()[0] == 1


def test_a_second_open_application_is_refused_by_the_database():
    application = world.a_submitted_application()

    refused(
        "INSERT INTO certification_application (public_id, applicant_id, scheme_version_id, state,"
        " name, declarations, evidence, evidence_hash, started_at, step_since)"
        " SELECT %s, applicant_id, scheme_version_id, 'draft', '', '[]', '{}', '', started_at,"
        " started_at FROM certification_application WHERE id = %s",
        SOME_ID,
        application.pk,
    )
