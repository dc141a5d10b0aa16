from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from certification.practice import actions
from certification.practice.models import LeaveOfAbsence
from certification.practice.rules.leaves import may_answer, may_ask, may_end, may_withdraw
from certification.scheme.facts import facts_for
from tests.factories.accounts import a_registrar
from tests.factories.certification import an_admitted_intern, an_agreement
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

JUNE = (date(2026, 6, 1), date(2026, 6, 30))
OPEN = (date(2026, 6, 1), None)


@pytest.mark.parametrize(
    ("days", "others", "reason"),
    [
        (JUNE, [], ""),
        ((date(2026, 6, 1), date(2026, 6, 1)), [], ""),  # one day
        ((date(2026, 6, 2), date(2026, 6, 1)), [], "leave_ends_before_it_begins"),
        (JUNE, [(date(2026, 7, 1), None)], ""),  # the day after
        (JUNE, [(date(2026, 6, 30), None)], "leave_overlaps"),  # the last day is inclusive
        (JUNE, [(date(2026, 5, 1), date(2026, 5, 31))], ""),  # the day before
        (JUNE, [(date(2026, 5, 1), date(2026, 6, 1))], "leave_overlaps"),
        (OPEN, [(date(2027, 1, 1), date(2027, 1, 2))], "leave_overlaps"),  # open: no end
        (JUNE, [(date(2020, 1, 1), None)], "leave_overlaps"),  # an open one before it
    ],
)
def test_which_days_may_be_asked_for(days, others, reason):
    assert may_ask(own=True, days=days, others=others).reason == reason


def test_nobody_asks_for_another_or_answers_their_own():
    assert may_ask(own=False, days=JUNE, others=[]).reason == "not_own_record"
    assert may_answer(own=True, state="asked").reason == "not_own_leave"
    assert may_answer(own=False, state="granted").reason == "leave_answered"
    assert may_answer(own=False, state="asked")


@pytest.mark.parametrize(
    ("state", "today", "reason"),
    [
        ("asked", date(2026, 6, 5), ""),  # never answered: it may go at any time
        ("granted", date(2026, 5, 31), ""),  # the day before it begins
        ("granted", date(2026, 6, 1), "leave_has_begun"),
        ("declined", date(2026, 5, 1), "leave_over"),
        ("withdrawn", date(2026, 5, 1), "leave_over"),
    ],
)
def test_until_when_a_leave_is_taken_back(state, today, reason):
    verdict = may_withdraw(own=True, state=state, starts=JUNE[0], today=today)

    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("days", "last", "today", "reason"),
    [
        (OPEN, date(2026, 6, 1), date(2026, 7, 1), ""),  # its first day was its last
        (OPEN, date(2026, 5, 31), date(2026, 7, 1), "leave_ends_before_it_begins"),
        (OPEN, date(2026, 7, 9), date(2026, 7, 1), ""),  # back next week
        (JUNE, date(2026, 6, 20), date(2026, 6, 21), ""),  # back before it was over
        (JUNE, date(2026, 7, 1), date(2026, 6, 21), "leave_not_longer"),
        (JUNE, date(2026, 6, 20), date(2026, 7, 1), "leave_over"),  # it ended by itself
    ],
)
def test_a_leave_that_runs_is_given_its_last_day(days, last, today, reason):
    verdict = may_end(own=True, state="granted", days=days, last=last, today=today)

    assert verdict.reason == reason


def asked(person, now, starts=JUNE[0], ends=None):
    return actions.ask_for_leave(person, starts_on=starts, ends_on=ends, by=person, now=now)


@pytest.mark.both_stacks
@pytest.mark.django_db
def test_a_granted_leave_is_a_fact_until_its_last_day(now):
    intern = an_admitted_intern()
    leave = actions.answer_leave(asked(intern, now), granted=True, by=a_registrar(), now=now)
    before = facts_for(intern, now.date())["leaves"]
    actions.end_leave(leave, last_day=date(2026, 9, 1), by=intern, now=now)

    assert before == [{"start": "2026-06-01", "end": None}]
    assert facts_for(intern, now.date())["leaves"] == [{"start": "2026-06-01", "end": "2026-09-01"}]
    assert [event.verb for event in AuditEvent.objects.about(leave.public_id)] == [
        "certification.leave.asked",
        "certification.leave.granted",
        "certification.leave.ended",
    ]
    assert Notice.objects.filter(person=intern, event="certification.leave_answered").exists()


@pytest.mark.django_db
def test_a_leave_that_overlaps_leaves_nothing(now):
    intern = an_admitted_intern()
    asked(intern, now)
    events = AuditEvent.objects.count()

    with pytest.raises(Refused, match="leave_overlaps"):
        asked(intern, now, starts=date(2026, 8, 1))

    assert LeaveOfAbsence.objects.count() == 1
    assert AuditEvent.objects.count() == events


@pytest.mark.django_db
def test_a_leave_that_was_declined_or_taken_back_is_in_nobodys_way(now):
    intern = an_admitted_intern()
    actions.answer_leave(asked(intern, now), granted=False, by=a_registrar(), now=now)
    actions.withdraw_leave(asked(intern, now), by=intern, now=now)

    assert asked(intern, now).state == "asked"
    assert facts_for(intern, now.date())["leaves"] == []


@pytest.mark.both_stacks
@pytest.mark.django_db
def test_not_even_the_database_lets_a_person_grant_their_own(now):
    intern = an_admitted_intern()
    leave = asked(intern, now)

    with pytest.raises(IntegrityError), transaction.atomic():
        LeaveOfAbsence.objects.filter(pk=leave.pk).update(
            state="granted", answered_by=intern, answered_at=now
        )


@pytest.mark.django_db
def test_the_page_asks_and_puts_an_overlap_at_its_field(client, sign_in):
    intern = an_admitted_intern()
    page = sign_in(client, intern)
    body = {"starts_on": "2099-06-01", "ends_on": "2099-06-30"}

    page.post("/practice/leave/", body)
    again = page.post("/practice/leave/", body)

    assert LeaveOfAbsence.objects.get().state == "asked"
    assert "starts_on" in again.context["form"].errors
    assert "months and weeks do not" in again.content.decode().lower()


@pytest.mark.django_db
def test_home_says_that_a_leave_runs_and_hours_within_it_get_a_remark(client, sign_in, now):
    agreement = an_agreement()
    intern = agreement.intern
    actions.answer_leave(asked(intern, now), granted=True, by=a_registrar(), now=now)
    page = sign_in(client, intern)

    home = page.get("/practice/").content.decode()
    logged = page.post(
        reverse("log_hours"),
        {
            "category": "mentor_individual",
            "date": "2026-06-10",
            "start": "10:00",
            "minutes": "60",
            "modality": "in_person",
            "zone": "Europe/London",
        },
        follow=True,
    )

    assert "You have been on leave since 1 June 2026" in home
    assert "lies in your leave of absence" in logged.content.decode()
    assert intern.hours.count() == 1


@pytest.mark.django_db
def test_staff_answer_from_the_list_and_never_their_own(client, sign_in, now):
    intern, registrar = an_admitted_intern(), a_registrar()
    leave = asked(intern, now)
    desk = sign_in(client, registrar)
    own = LeaveOfAbsence.objects.create(
        person=registrar, starts_on=JUNE[0] + timedelta(days=1), asked_at=now
    )

    listed = desk.get(reverse("practice_leaves")).content.decode()
    for one in (leave, own):
        desk.post(reverse("answer_leave", args=[one.public_id]), {"act": "grant"})

    leave.refresh_from_db()
    own.refresh_from_db()
    assert intern.name in listed
    assert "somebody else answers yours" in listed
    assert (leave.state, own.state) == ("granted", "asked")
