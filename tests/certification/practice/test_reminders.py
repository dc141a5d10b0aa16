"""Told before anything lapses, each thing once; a silent signer reminded, never more than weekly."""

from datetime import UTC, date, datetime, timedelta

import pytest

from certification.practice import actions
from certification.practice.actions.reminding import remind_of_lapses, remind_signers
from tests.factories.accounts import a_registrar
from tests.factories.certification import a_mentor, a_submitted_entry, an_agreement
from tests.factories.contests import an_old_entry
from training_site.accounts.actions.notices import mail_notice
from training_site.accounts.models import Notice
from training_site.content.association import association

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def told(person, event: str) -> int:
    return Notice.objects.filter(person=person, event=f"certification.{event}").count()


def test_a_licence_is_reminded_of_at_sixty_thirty_and_seven_days_once_each(now):
    mentor, registrar = a_mentor(until=now.date() + 60 * DAY), a_registrar()

    for days in range(62):
        remind_of_lapses(now=now + days * DAY)
        remind_of_lapses(now=now + days * DAY)

    assert told(mentor, "licence_ends") == 3
    assert told(registrar, "licence_of_supervisor_ends") == 3


def test_a_licence_whose_renewal_was_seen_needs_no_reminder(now):
    mentor = a_mentor(until=now.date() + 30 * DAY)
    actions.verify_supervisor(
        mentor,
        role="mentor",
        licence_number="LIC-2",
        issuer="Register",
        valid_from=now.date(),
        valid_until=now.date() + 800 * DAY,
        seen_on=now.date(),
        by=a_registrar(),
        now=now,
    )

    remind_of_lapses(now=now)

    assert told(mentor, "licence_ends") == 0


def test_the_end_of_an_agreement_is_told_to_all_three(now):
    agreement = an_agreement()
    actions.give_notice(agreement, by=agreement.mentor, now=now)

    remind_of_lapses(now=now)
    remind_of_lapses(now=now + 23 * DAY)

    people = (agreement.intern, agreement.mentor, agreement.clinician)
    assert [told(person, "agreement_ends") for person in people] == [2, 2, 2]


def test_a_signer_is_reminded_twice_about_a_month_and_the_intern_told_where_it_went(now):
    agreement = an_agreement()
    a_submitted_entry(agreement, now=now, date=date(2026, 11, 2))

    for day in range(1, 40):
        remind_signers(now=datetime(2026, 12, 1, 9, tzinfo=UTC) + day * DAY)

    mentor, intern = agreement.mentor, agreement.intern
    assert (told(mentor, "month_due_soon"), told(mentor, "month_due_over")) == (1, 1)
    assert told(intern, "month_to_registrar") == 1


def test_a_signer_hears_at_most_once_a_week_how_much_waits(now):
    agreement = an_agreement()
    an_old_entry(agreement, now=now)
    monday = datetime(2026, 11, 23, 9, tzinfo=UTC)

    for hours in range(0, 14 * 24, 12):
        remind_signers(now=monday + timedelta(hours=hours))

    assert told(agreement.mentor, "waiting_this_week") == 2


def test_what_came_in_these_days_is_in_no_weekly_message(now):
    agreement = an_agreement()
    a_submitted_entry(agreement, now=now)

    remind_signers(now=now + 6 * DAY)
    before = told(agreement.mentor, "waiting_this_week")
    remind_signers(now=now + 7 * DAY)

    assert (before, told(agreement.mentor, "waiting_this_week")) == (0, 1)


def test_the_weekly_mail_holds_counts_and_nothing_else(now, mailoutbox):
    agreement = an_agreement()
    an_old_entry(agreement, now=now)
    an_old_entry(agreement, now=now, date=date(2026, 8, 3), note="A canary")
    remind_signers(now=now)
    notice = Notice.objects.get(event="certification.waiting_this_week")
    notice.mailed_at = None

    mail_notice(notice, now=now)

    body = mailoutbox[-1].body
    assert "2 lists wait for you" in body
    assert "2 lines in all" in body
    assert agreement.intern.name not in body
    assert not {"canary", "hours", "August", "signature"} & set(body.replace(".", " ").split())


def test_a_quiet_association_costs_the_rounds_few_questions(now, count_queries):
    association()

    with count_queries(at_most=7):
        remind_of_lapses(now=now)
        remind_signers(now=now)
