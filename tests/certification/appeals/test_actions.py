"""Appeals on the database: made in time, answered by other people, and what follows."""

from datetime import timedelta

import pytest

from certification.appeals.models import Appeal, AppealRuling
from certification.credentials import actions as credentials
from certification.decisions import actions as decisions
from certification.decisions.models import Application
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.appeals import SOON, WHY, an_answer, an_appeal, an_appeal_of
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]


def told(person) -> list[str]:
    return list(Notice.objects.filter(person=person).values_list("event", flat=True))


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def withheld(change=credentials.withdraw, *, by=None):
    """A certificate suspended or withdrawn on the day of NOW."""
    certificate = world.a_quick_certificate()
    return change(certificate, reason=world.WITHHELD, by=by or world.a_decider(), now=world.NOW)


def test_an_appeal_waits_as_appealed_and_other_people_are_told():
    decision, free = world.a_decision(outcome="refuse"), world.a_decider()

    appeal = an_appeal(decision)

    assert fresh(decision.application).state == "appealed"
    assert "certification.appeal_arrived" in told(free)
    assert "certification.appeal_arrived" not in told(decision.decision_maker)
    assert AuditEvent.objects.filter(verb="certification.appeal.made").exists()
    assert appeal.answer_by == (SOON + timedelta(days=30)).date()


@pytest.mark.parametrize(("days", "in_time"), [(30, True), (31, False)])
def test_the_last_day_is_included(days, in_time):
    decision, late = world.a_decision(outcome="refuse"), world.NOW + timedelta(days=days)

    if in_time:
        assert an_appeal(decision, now=late)
        return
    with pytest.raises(Refused, match="appeal_too_late"):
        an_appeal(decision, now=late)
    assert not Appeal.objects.exists()
    assert not AuditEvent.objects.filter(verb="certification.appeal.made").exists()


def test_a_grant_is_not_appealed():
    with pytest.raises(Refused, match="nothing_to_appeal"):
        an_appeal(world.a_decision())


def test_a_draft_begun_since_goes_and_one_handed_in_stays():
    first, second = (world.a_decision(outcome="refuse") for _ in range(2))
    applicants = first.applicant, second.applicant
    decisions.start_application(applicants[0], by=applicants[0], now=world.NOW)
    world.a_submitted_application(applicants[1])

    an_appeal(first)
    with pytest.raises(Refused, match="applied_again"):
        an_appeal(second)

    assert Application.objects.filter(applicant=applicants[0]).count() == 1


def test_upheld_other_people_review_and_decide_anew():
    decision = world.a_decision(outcome="refuse")
    application, before = decision.application, world.reviewers_of(decision.application)

    an_answer(an_appeal(decision))

    application = fresh(application)
    assert (application.state, application.round) == ("in_review", 2)
    assert not application.reviews.standing().exists()
    with pytest.raises(Refused, match="in_conflict"):
        decisions.assign_reviewers(application, people=before[:1], by=a_registrar(), now=SOON)
    for reviewer in (world.a_reviewer(), world.a_reviewer()):
        decisions.assign_reviewers(application, people=[reviewer], by=a_registrar(), now=SOON)
        world.a_review(application, reviewer, now=SOON)
    with pytest.raises(Refused, match="in_conflict"):
        world.a_decision(fresh(application), by=decision.decision_maker, now=SOON)
    granted = world.a_decision(fresh(application), now=SOON)
    assert (granted.round, granted.outcome) == (2, "grant")
    assert decision.set_aside


def test_dismissed_what_was_decided_stands():
    decision = world.a_decision(outcome="refuse")

    ruling = an_answer(an_appeal(decision), "dismissed", "nothing")

    application = fresh(decision.application)
    assert (application.state, application.round) == ("decided", 1)
    assert "certification.appeal_answered" in told(decision.applicant)
    assert AuditEvent.objects.filter(verb="certification.appeal.answered").exists()
    assert ruling.reason_list == "1"
    with pytest.raises(Refused, match="already_appealed"):
        an_appeal(decision)


def test_conditions_met_while_an_appeal_runs_count_once_it_is_dismissed():
    decision = world.a_decision(outcome="defer")
    appeal = an_appeal(decision)
    said = {"what": "met", "reason": WHY, "by": a_registrar(), "now": SOON}
    decisions.close_condition(decision.conditions.get(), **said)
    assert fresh(decision.application).state == "appealed"

    an_answer(appeal, "dismissed", "nothing")

    assert fresh(decision.application).state == "recommended"


@pytest.mark.lesson(40)
def test_nobody_answers_who_reviewed_or_decided_or_appealed():
    appeal = an_appeal()
    application = appeal.decision.application
    reviewer = application.reviews.first().reviewer
    for person in (reviewer, appeal.appellant):
        give_role(person, Role.DECISION_MAKER, by=None, now=SOON)

    for person, reason in (
        (appeal.decision.decision_maker, "took_part_in_it"),
        (reviewer, "took_part_in_it"),
        (appeal.appellant, "own_appeal"),
        (a_person(is_superuser=True, is_staff=True), "role_missing"),
        (a_registrar(), "role_missing"),
    ):
        with pytest.raises(Refused, match=reason):
            an_answer(appeal, by=person)
        assert not AppealRuling.objects.exists()


def test_it_is_answered_once():
    appeal = an_appeal()
    an_answer(appeal, "dismissed", "nothing")

    with pytest.raises(Refused, match="appeal_answered"):
        an_answer(appeal)


@pytest.mark.parametrize("change", [credentials.suspend, credentials.withdraw])
def test_upheld_the_certificate_stands_again(change):
    certificate = withheld(change)

    an_answer(an_appeal_of(certificate), "upheld", "reinstate")

    certificate.refresh_from_db()
    assert certificate.standing == "active"
    assert certificate.events.last().kind == "reinstated"


def test_whoever_withdrew_it_does_not_answer():
    decider = world.a_decider()
    appeal = an_appeal_of(withheld(by=decider))

    with pytest.raises(Refused, match="took_part_in_it"):
        an_answer(appeal, "upheld", "reinstate", by=decider)


def test_there_is_nothing_to_appeal_of_a_certificate_that_stands():
    with pytest.raises(Refused, match="nothing_to_appeal"):
        an_appeal_of(world.a_quick_certificate())


def test_a_stranger_appeals_nothing():
    from certification.appeals import actions

    decision = world.a_decision(outcome="refuse")

    with pytest.raises(Refused, match="own_appeal_only"):
        actions.appeal_decision(decision, reasons=WHY, by=a_person(), now=SOON)
