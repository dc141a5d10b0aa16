"""Complaints on the database: opened, heard, dismissed, mediated; and who is told."""

from datetime import timedelta

import pytest
from django.db import connection

from certification.complaints import actions
from certification.complaints.models import Complaint, ComplaintStep
from certification.complaints.rules.states import Step
from certification.concerns.actions.concerns import report_concern, tell_officers
from certification.credentials.questions import complaint_open
from tests.factories.accounts import a_person
from tests.factories.complaints import CANARY, WHY, a_complaint, an_officer
from tests.factories.decisions import NOW
from training_site.accounts.models import Notice
from training_site.accounts.notices import notice_kind
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent, AuditText
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def told(person) -> list[str]:
    return list(Notice.objects.filter(person=person).values_list("event", flat=True))


def verbs(complaint) -> list[str]:
    rows = AuditEvent.objects.filter(target_id=complaint.public_id).order_by("pk")
    return [verb.rpartition(".")[2] for verb in rows.values_list("verb", flat=True)]


def fresh(complaint) -> Complaint:
    return Complaint.objects.get(pk=complaint.pk)


def a_concern(reporter=None, **changes):
    values = {"text": "I was uneasy.", "reply_to": "", "reporter": reporter}
    return report_concern(**(values | changes), today=NOW.date(), now=NOW)


def test_a_concern_becomes_a_complaint_and_is_not_told_as_waiting_any_more():
    reporter, officer = a_person(), an_officer()
    concern = a_concern(reporter, reply_to="By letter")

    complaint = a_complaint(concern=concern, by=officer)

    concern.refresh_from_db()
    assert (complaint.complainant, complaint.reply_to) == (reporter, "By letter")
    assert complaint.answer_by == NOW.date() + timedelta(days=90)
    assert concern.closed_on
    assert concern.notes.get().text == "Taken up as a complaint."
    assert tell_officers(now=NOW) == 0
    assert "certification.complaint_to_answer" in told(complaint.respondent)
    assert "certification.complaint_news" in told(reporter)
    assert verbs(complaint) == ["opened"]


def test_whoever_gave_no_name_has_none_in_the_complaint_either():
    """Not even where the officer believes to know who it was."""
    complaint = a_complaint(
        concern=a_concern(), complainant=a_person(), reply_to="I think: a letter"
    )

    assert (complaint.complainant, complaint.reply_to) == (None, "")


def test_a_concern_becomes_one_complaint():
    concern = a_concern()
    a_complaint(concern=concern)

    with pytest.raises(Refused, match="concern_has_complaint"):
        a_complaint(concern=concern)


def test_neither_side_opens_it_as_an_officer():
    officer = an_officer()

    for refused, changes in (
        ("own_complaint", {"respondent": officer, "by": officer}),
        ("own_complaint", {"complainant": officer, "by": officer}),
        ("own_complaint", {"concern": a_concern(officer), "by": officer}),
        ("role_missing", {"by": a_person(Role.REGISTRAR, is_superuser=True)}),
        ("name_a_provision", {"provisions": []}),
    ):
        with pytest.raises(Refused, match=refused):
            a_complaint(**changes)
    assert not Complaint.objects.exists()
    assert not AuditEvent.objects.filter(verb="certification.complaint.opened").exists()


def test_officers_reach_those_that_do_not_concern_them():
    first, second = an_officer(), an_officer()
    about_one, by_one, other = (
        a_complaint(first, by=second),
        a_complaint(complainant=first, by=second),
        a_complaint(by=second),
    )

    assert list(Complaint.objects.visible_to(first)) == [other]
    assert set(Complaint.objects.visible_to(second)) == {about_one, by_one, other}
    assert not Complaint.objects.visible_to(a_person(is_superuser=True)).exists()


@pytest.mark.parametrize("who", ["respondent", "complainant"])
def test_an_officer_who_is_concerned_does_nothing_to_it(who):
    officer = an_officer()
    complaint = a_complaint(**{who: officer})

    for act in (
        lambda: actions.note(complaint, text=WHY, by=officer, now=NOW),
        lambda: actions.take_step(complaint, Step.DISMISS, text=WHY, by=officer, now=NOW),
        lambda: actions.give_more_time(complaint, text=WHY, due_on=None, by=officer, now=NOW),
    ):
        with pytest.raises(Refused, match="own_complaint"):
            act()
    assert not ComplaintStep.objects.exists()


def test_the_respondent_answers_and_officers_are_told_but_not_those_concerned():
    respondent = an_officer()
    complaint, other = a_complaint(respondent), an_officer()

    actions.respond(complaint, text="This is not how it was.", by=respondent, now=NOW)

    assert complaint.steps.get().kind == "response"
    assert "certification.complaint_moved" in told(other)
    assert "certification.complaint_moved" not in told(respondent)
    with pytest.raises(Refused, match="respondent_only"):
        actions.respond(complaint, text="Let me add to this.", by=other, now=NOW)


def test_it_is_not_taken_up_with_a_reason_and_nobody_answers_any_more():
    complaint = a_complaint(complainant=a_person())

    actions.take_step(complaint, Step.DISMISS, text=WHY, by=complaint.opened_by, now=NOW)

    assert fresh(complaint).state == "dismissed"
    for person in (complaint.respondent, complaint.complainant):
        assert "certification.complaint_news" in told(person)
    with pytest.raises(Refused, match="complaint_closed"):
        actions.respond(complaint, text="One more thing to say.", by=complaint.respondent, now=NOW)


def test_mediation_leads_on_or_settles_it():
    settled, going_on = a_complaint(), a_complaint()
    for complaint in (settled, going_on):
        by = complaint.opened_by
        actions.take_step(complaint, Step.MEDIATE, text=WHY, by=by, now=NOW)

    actions.take_step(settled, Step.SETTLE, text=WHY, by=settled.opened_by, now=NOW)
    step = Step.LAY_BEFORE_COMMITTEE
    actions.take_step(going_on, step, text=WHY, by=going_on.opened_by, now=NOW)

    assert fresh(settled).state == "settled"
    assert fresh(going_on).state == "committee"
    assert verbs(settled) == ["opened", "mediation_agreed", "settled"]


def test_more_time_moves_the_day_and_a_day_that_passes_is_told_once():
    complaint = a_complaint()
    officer, day = complaint.opened_by, complaint.answer_by + timedelta(days=10)
    over = NOW + timedelta(days=91)

    actions.tell_of_days(now=over)
    actions.tell_of_days(now=over + timedelta(hours=3))
    once = told(officer).count("certification.complaint_late")
    actions.give_more_time(complaint, text=WHY, due_on=day, by=officer, now=NOW)
    actions.tell_of_days(now=over)
    still_once = told(officer).count("certification.complaint_late")
    actions.tell_of_days(now=over + timedelta(days=10))

    assert fresh(complaint).answer_by == day
    assert (once, still_once) == (1, 1)
    assert told(officer).count("certification.complaint_late") == 2


def test_certificates_learn_that_one_is_open():
    complaint = a_complaint()

    assert complaint_open(complaint.respondent)
    assert not complaint_open(a_person())
    actions.take_step(complaint, Step.DISMISS, text=WHY, by=complaint.opened_by, now=NOW)
    assert not complaint_open(complaint.respondent)


def test_no_copy_of_the_database_tells_what_was_said():
    """Nor the audit record, nor a mail."""
    complaint = a_complaint(reply_to="Canary Lane 5")
    for act in (actions.note, actions.respond):
        by = complaint.respondent if act is actions.respond else complaint.opened_by
        act(complaint, text=CANARY, by=by, now=NOW)

    with connection.cursor() as cursor:
        cursor.execute("SELECT allegation, reply_to FROM certification_complaint")
        stored = list(cursor.fetchone())
        cursor.execute("SELECT text FROM certification_complaintstep")
        stored += [text for (text,) in cursor.fetchall()]
    stored += [f"{one.text} {one.values}" for one in AuditText.objects.all()]
    assert len(stored) > 4
    assert not any("anary" in text for text in stored)
    words = [notice_kind(one.event) for one in Notice.objects.all()]
    assert not any("complain" in f"{kind.subject} {kind.body}".lower() for kind in words)
