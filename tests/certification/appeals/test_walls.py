"""Raw SQL against the walls around rounds, conditions and appeals, on both engines (P4)."""

import pytest
from django.db import DatabaseError, connection, transaction

from certification.appeals.models import Appeal, AppealRuling
from certification.credentials import actions as credentials
from certification.decisions import actions
from certification.decisions.models import Condition, ConditionEvent, SetAside
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.appeals import SOON, WHY, an_answer, an_appeal, an_appeal_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
RULING = """
INSERT INTO certification_appealruling (appeal_id, appellant_id, decided_by_id, outcome, follows,
 reason_codes, reason_list, text, decided_at)
SELECT id, %s, %s, 'dismissed', 'nothing', '[]', '1', '', made_at FROM certification_appeal
 WHERE id = %s
"""


def refused(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.lesson(40)
def test_nobody_who_took_part_is_written_in_as_answering():
    appeal = an_appeal()
    decision = appeal.decision
    took_part = [
        appeal.appellant_id,
        decision.decision_maker_id,
        *decision.application.reviews.values_list("reviewer", flat=True),
    ]

    for person in took_part:
        refused(RULING, appeal.appellant_id, person, appeal.pk)
    refused(RULING, a_person().pk, world.a_decider().pk, appeal.pk)  # a false copy
    assert not AppealRuling.objects.exists()


def test_whoever_withdrew_a_certificate_is_not_written_in_as_answering():
    decider, certificate = world.a_decider(), world.a_quick_certificate()
    credentials.withdraw(certificate, reason=world.WITHHELD, by=decider, now=world.NOW)
    appeal = an_appeal_of(certificate)

    refused(RULING, appeal.appellant_id, decider.pk, appeal.pk)


def test_a_withdrawn_certificate_comes_back_by_an_appeal_only():
    certificate = world.a_quick_certificate()
    credentials.withdraw(certificate, reason=world.WITHHELD, by=world.a_decider(), now=world.NOW)
    active = "UPDATE certification_certificate SET standing = 'active' WHERE id = %s"

    refused(active, certificate.pk)
    an_answer(an_appeal_of(certificate), "dismissed", "nothing")
    refused(active, certificate.pk)


def test_a_decided_application_goes_to_no_round_without_a_reason():
    deferred = world.a_decision(outcome="defer").application
    granted = world.a_decision(conditions=[world.a_condition()])
    said = {"what": "met", "reason": WHY, "by": a_registrar(), "now": SOON}
    actions.close_condition(granted.conditions.get(), **said)

    for application in (deferred, granted.application):
        refused(
            "UPDATE certification_application SET state = 'recommended', round = 2 WHERE id = %s",
            application.pk,
        )


def test_a_decision_is_set_aside_by_an_appeal_only():
    decision = world.a_decision(outcome="refuse")

    refused(
        "INSERT INTO certification_setaside (decision_id, by_id, at)"
        " SELECT id, decision_maker_id, decided_at FROM certification_decision WHERE id = %s",
        decision.pk,
    )


def test_an_applicant_is_not_written_in_as_closing_her_condition():
    condition = world.a_decision(outcome="defer").conditions.get()

    for applicant, by in (
        (condition.decision.applicant_id, condition.decision.applicant_id),
        (a_person().pk, condition.decision.applicant_id),  # a false copy
    ):
        refused(
            "INSERT INTO certification_conditionevent (condition_id, applicant_id, what, text,"
            " by_id, at) SELECT %s, %s, 'met', '', %s, decided_at FROM certification_decision",
            condition.pk,
            applicant,
            by,
        )


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Appeal, "made_at = decided"),
        (AppealRuling, "outcome = 'partly'"),
        (Condition, "due_on = '2099-01-01'"),
        (ConditionEvent, "what = 'not_met'"),
        (SetAside, "id = id"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_what_was_said_is_neither_changed_nor_removed(model, change):
    condition = world.a_decision(outcome="defer").conditions.get()
    said = {"what": "met", "reason": WHY, "by": a_registrar(), "now": SOON}
    actions.close_condition(condition, **said)
    an_answer(an_appeal())
    table, key = model._meta.db_table, model.objects.first().pk
    change = change.replace("made_at = decided", "appellant_id = appellant_id + 1")

    refused(f"UPDATE {table} SET {change} WHERE id = %s", key)
    refused(f"DELETE FROM {table} WHERE id = %s", key)
