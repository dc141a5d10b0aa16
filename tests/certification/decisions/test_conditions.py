"""Conditions: set with a decision, said to be done, closed by others, sent back to the deciders."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from certification.decisions import actions
from certification.decisions.conditions import conditions_of
from certification.decisions.models import Condition, ConditionEvent, Decision
from certification.decisions.rules import conditions as rules
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.certification import a_policy
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.content.actions import attest
from training_site.jobs.models import JobRun
from training_site.verdict import Refused

TODAY = date(2026, 11, 23)
SAID = "The letter has come; it was added to the record today."
LATER = world.NOW + timedelta(days=10)


def asked(**changes) -> rules.Asked:
    values = {"kind": "add_evidence", "text": SAID, "due_on": TODAY + timedelta(days=30)}
    return rules.Asked(**(values | changes))


@pytest.mark.parametrize(
    ("outcome", "conditions", "reason"),
    [
        ("defer", [asked()], ""),
        ("defer", [], "name_a_condition"),  # it would never come back
        ("grant", [], ""),
        ("grant", [asked()], ""),  # the certificate stands meanwhile
        ("refuse", [], ""),
        ("refuse", [asked()], "refusal_asks_nothing"),
        ("defer", [asked(kind="pay")], "condition_unknown"),
        ("defer", [asked(due_on=TODAY)], "condition_due_too_soon"),
        ("defer", [asked(due_on=TODAY + timedelta(days=1))], ""),  # tomorrow is the first day
        ("defer", [asked(text="soon")], "reasons_too_short"),
    ],
)
def test_what_may_be_asked(outcome, conditions, reason):
    assert rules.may_attach(outcome, conditions, today=TODAY).reason == reason


@pytest.mark.parametrize(
    ("days", "closed", "overdue"),
    [(-1, False, False), (0, False, False), (1, False, True), (1, True, False)],
)
def test_the_last_day_is_inclusive(days, closed, overdue):
    today = TODAY + timedelta(days=days)

    assert rules.is_overdue(TODAY, closed=closed, today=today) is overdue


@pytest.mark.parametrize(
    ("new_day", "allowed"),
    [
        (None, False),
        (TODAY, False),
        (TODAY + timedelta(days=5), False),  # the day that stands now
        (TODAY + timedelta(days=6), True),
    ],
)
def test_more_time_ends_later(new_day, allowed):
    verdict = rules.may_extend(new_day, last_day=TODAY + timedelta(days=5), today=TODAY)

    assert bool(verdict) is allowed


def a_deferral(conditions=None) -> Decision:
    return world.a_decision(outcome="defer", conditions=conditions)


def close(condition, what="met", *, by=None, now=LATER, due_on=None):
    by = by or a_registrar()
    values = {"what": what, "reason": SAID, "due_on": due_on}
    return actions.close_condition(condition, **values, by=by, now=now)


def told(person) -> list[str]:
    return list(Notice.objects.filter(person=person).values_list("event", flat=True))


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]


@pytest.mark.both_stacks
def test_with_the_last_condition_met_the_case_is_back_with_the_deciders():
    decision = a_deferral([world.a_condition(), world.a_condition(days=90)])
    application, (first, second) = decision.application, decision.conditions.all()

    close(first)
    application.refresh_from_db()
    assert (application.state, application.round) == ("decided", 1)
    close(second)
    application.refresh_from_db()

    assert (application.state, application.round) == ("recommended", 2)
    verbs = AuditEvent.objects.values_list("verb", flat=True)
    assert list(verbs).count("certification.condition.met") == 2
    assert "certification.application.conditions_met" in verbs
    assert "certification.condition_answered" in told(decision.applicant)


@pytest.mark.both_stacks
def test_the_second_round_is_decided_on_the_reviews_that_stand():
    decision = a_deferral()
    decider = decision.decision_maker
    close(decision.conditions.get())
    decision.application.refresh_from_db()

    granted = world.a_decision(decision.application, by=decider, now=LATER)

    assert (granted.round, granted.reviewers.count()) == (2, 2)
    assert JobRun.objects.filter(key=f"issue:{granted.pk}").exists()
    assert told(decider).count("certification.decision_asked_for") == 1


def test_a_record_that_changed_meanwhile_is_reviewed_again():
    decision = a_deferral()
    signing = a_policy("code-of-ethics", number="2", effective=LATER.date())
    attest(decision.applicant, signing, typed_name=decision.applicant.name, now=LATER)

    close(decision.conditions.get(), now=LATER + timedelta(days=400))

    decision.application.refresh_from_db()
    assert (decision.application.state, decision.application.round) == ("in_review", 2)


def test_a_condition_not_met_leaves_the_deferral_and_frees_to_apply_again():
    decision = a_deferral()
    applicant = decision.applicant
    with pytest.raises(Refused, match="conditions_open"):
        actions.start_application(applicant, by=applicant, now=LATER)

    close(decision.conditions.get(), "not_met")

    decision.application.refresh_from_db()
    assert decision.application.state == "decided"
    assert actions.start_application(applicant, by=applicant, now=LATER).state == "draft"


def test_more_time_moves_the_last_day():
    condition = a_deferral([world.a_condition(days=5)]).conditions.get()
    until = LATER.date() + timedelta(days=20)

    close(condition, "extended", due_on=until)

    assert Condition.objects.with_case().get().last_day == until
    with pytest.raises(Refused, match="extension_not_later"):
        close(condition, "extended", due_on=until)


def test_a_requirement_that_is_to_show_it_has_to_be_met():
    condition = a_deferral([world.a_condition(shown_by="code")]).conditions.get()

    with pytest.raises(Refused, match="condition_not_shown"):
        close(condition, now=world.NOW + timedelta(days=400))  # the signature is too old by then

    assert not ConditionEvent.objects.exists()
    assert not AuditEvent.objects.filter(verb="certification.condition.met").exists()
    assert close(condition).what == "met"


@pytest.mark.parametrize("what", ["met", "not_met"])
def test_nobody_closes_their_own_condition(what):
    decision = a_deferral()
    give_role(decision.applicant, Role.REGISTRAR, by=None, now=LATER)

    with pytest.raises(Refused, match="own_application"):
        close(decision.conditions.get(), what, by=decision.applicant)


def test_a_superuser_without_a_role_closes_nothing():
    superuser = a_person(is_superuser=True, is_staff=True)

    with pytest.raises(Refused, match="role_missing"):
        close(a_deferral().conditions.get(), by=superuser)


def test_what_is_closed_stays_closed():
    condition = a_deferral().conditions.get()
    close(condition, "not_met")

    with pytest.raises(Refused, match="condition_closed"):
        close(condition)
    with pytest.raises(Refused, match="condition_closed"):
        actions.say_done(condition, text=SAID, by=condition.decision.applicant, now=LATER)


def test_the_applicant_says_done_and_nobody_else_does():
    registrar, condition = a_registrar(), a_deferral().conditions.get()
    with pytest.raises(Refused, match="own_application_only"):
        actions.say_done(condition, text=SAID, by=registrar, now=LATER)

    actions.say_done(condition, text=SAID, by=condition.decision.applicant, now=LATER)

    assert ConditionEvent.objects.get().text == SAID
    assert "certification.condition_said_done" in told(registrar)


def test_overdue_is_told_once_for_each_last_day():
    registrar, condition = a_registrar(), a_deferral([world.a_condition(days=5)]).conditions.get()
    on_the_day, after = (world.NOW + timedelta(days=days) for days in (5, 6))

    assert actions.tell_overdue(on_the_day) == 0
    for _twice in range(2):
        assert actions.tell_overdue(after) == 1

    for person in (registrar, condition.decision.applicant):
        assert told(person).count("certification.condition_overdue") == 1
    condition.decision.application.refresh_from_db()
    assert condition.decision.application.state == "decided"  # nothing follows by itself


def test_a_grant_stands_though_a_condition_is_not_met_and_staff_see_it(client, sign_in):
    decision = world.a_decision(conditions=[world.a_condition()])
    close(decision.conditions.get(), "not_met")

    assert JobRun.objects.filter(key=f"issue:{decision.pk}").exists()
    decision.application.refresh_from_db()
    assert (decision.application.state, decision.application.round) == ("decided", 1)


def test_staff_close_it_on_its_page_and_the_queue_lists_it(client, sign_in, count_queries):
    decision = a_deferral()
    condition = decision.conditions.get()
    sign_in(client, a_registrar())
    page = reverse("certification_condition", args=[condition.public_id])

    with count_queries(at_most=30):
        queue = client.get(reverse("certification_queue"))
    refused = client.post(page, {"what": "extended", "reason": SAID})
    client.post(page, {"what": "met", "reason": SAID})

    assert page in queue.text
    assert refused.status_code == 422
    assert condition.events.get().what == "met"
    assert (
        "Condition: Add evidence"
        in client.get(reverse("dossier", args=[decision.application.public_id])).text
    )


def test_the_applicant_sees_what_is_asked_and_says_that_it_is_done(client, sign_in):
    decision = a_deferral()
    condition = decision.conditions.get()
    sign_in(client, decision.applicant)
    page = reverse("condition_done", args=[condition.public_id])

    status = client.get(reverse("apply")).text
    short = client.post(page, {"text": "done"})
    client.post(page, {"text": SAID})

    assert page in status
    assert "Apply again" not in status  # it goes back by itself
    assert "characters or more" in short.text
    assert condition.events.get().text == SAID


def test_a_decision_form_carries_conditions(client, sign_in):
    application = world.a_recommended_application()
    sign_in(client, world.a_decider())
    address = reverse("dossier_decide", args=[application.public_id])
    values = {"outcome": "defer", "reasons": ["question_open"], "text": world.REASONS}
    one = {"condition1-kind": "answer_question", "condition1-text": SAID}

    half = client.post(address, values | one)
    client.post(address, values | one | {"condition1-due_on": "2099-01-01"})

    assert half.status_code == 422
    assert Condition.objects.get().text == SAID


def test_days_that_are_few_are_said_and_a_second_condition_stays_in_sight(client, sign_in):
    decision = a_deferral([world.a_condition(days=5), world.a_condition(days=60)])
    near, far = conditions_of(decision, TODAY)
    application = world.a_recommended_application()
    sign_in(client, world.a_decider())
    address = reverse("dossier_decide", args=[application.public_id])

    page = client.post(address, {"outcome": "defer", "condition2-text": SAID}).text

    assert (near.left, far.left) == ("5 days left", "")
    assert page.count('<details class="staff-condition" open') == 1
    assert SAID in page
