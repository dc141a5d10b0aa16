"""Reminders: each thing once, nothing to whoever has handed in, and no scan of the world."""

from datetime import date, timedelta

import pytest

from certification.credentials import actions as credential_actions
from certification.credentials.models import Certificate
from certification.renewals import actions
from certification.renewals.models import Renewal
from certification.renewals.rules.renewing import DECLARATIONS
from tests.factories import renewals as world
from tests.factories.accounts import a_registrar
from tests.factories.crowds import a_crowd
from tests.factories.decisions import a_decider
from tests.queries import count_queries
from training_site.accounts.models import Notice
from training_site.accounts.notices import notice_kind
from training_site.jobs.outbox import drain
from training_site.jobs.registry import known_rounds

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
NOW = world.NOW
EVENTS = {
    "certification.renewal_ahead",
    "certification.grace_began",
    "certification.grace_over",
}


def told(person) -> list[str]:
    rows = Notice.objects.filter(person=person, event__in=EVENTS).order_by("pk")
    return [one.key.split(":")[-2] for one in rows]


def day_of(last: date, days: int):
    """Noon of the day that lies so many days before the last one."""
    return NOW + (last - timedelta(days=days) - NOW.date())


@pytest.mark.lesson(55)
def test_each_reminder_comes_once_although_the_job_runs_every_day_and_twice():
    certificate = world.a_term()
    last = certificate.valid_until

    for days in range(100, -110, -1):
        actions.remind(now=day_of(last, days))
        actions.remind(now=day_of(last, days) + timedelta(hours=5))

    assert told(certificate.holder) == ["90", "60", "30", "7", "grace", "over"]


def test_a_job_that_stood_still_for_days_makes_up_for_them():
    certificate = world.a_term()
    last = certificate.valid_until

    for days in (92, 86, 58, 24, 2, -5, -97):
        actions.remind(now=day_of(last, days))

    assert told(certificate.holder) == ["90", "60", "30", "7", "grace", "over"]


def test_expiry_that_was_there_before_the_reminders_is_reminded_too():
    """A certificate recorded late, in the week of its last reminder."""
    certificate = world.a_term(last=date(2026, 11, 26))

    actions.remind(now=NOW)

    assert told(certificate.holder) == ["7"]


@pytest.mark.parametrize("step", ["submitted", "checked", "renewed"])
def test_whoever_has_handed_in_is_left_alone(step):
    certificate = world.whole(world.a_term(last=date(2026, 11, 23) + timedelta(days=30)))
    acts = {
        "submitted": world.a_renewal,
        "checked": world.a_checked_renewal,
        "renewed": world.a_renewed_certificate,
    }
    acts[step](certificate)

    actions.remind(now=NOW)
    actions.remind(now=day_of(certificate.valid_until, -1))

    assert told(certificate.holder) == []


@pytest.mark.parametrize("step", ["returned", "taken_back", "refused"])
def test_whoever_has_to_do_something_again_is_reminded(step):
    certificate = world.whole(world.a_term(last=date(2026, 11, 23) + timedelta(days=30)))
    renewal = actions.hand_in(
        certificate, declarations=DECLARATIONS, by=certificate.holder, now=NOW
    )
    if step == "returned":
        actions.return_renewal(renewal, answer=world.REASONS, by=a_registrar(), now=NOW)
    elif step == "taken_back":
        actions.take_back(renewal, by=certificate.holder, now=NOW)
    else:
        renewal = actions.pass_on(renewal, by=a_registrar(), now=NOW)
        world.a_decided_renewal(renewal, outcome="refuse")

    actions.remind(now=NOW)

    assert told(certificate.holder) == ["30"]


def test_an_ended_one_is_reminded_of_nothing_and_a_suspended_one_is():
    ended, paused = (world.a_term(last=NOW.date() + timedelta(days=7)) for _ in range(2))
    decider = a_decider()
    why = "A question is being examined."
    credential_actions.withdraw(ended, reason=why, by=decider, now=NOW)
    credential_actions.suspend(paused, reason=why, by=decider, now=NOW)

    actions.remind(now=NOW)

    assert (told(ended.holder), told(paused.holder)) == ([], ["7"])


def test_a_corrected_name_is_no_reason_to_be_told_again():
    certificate = world.a_term(last=NOW.date() + timedelta(days=30))
    actions.remind(now=NOW)
    credential_actions.rotate_number(certificate, by=certificate.holder, now=NOW)
    drain()
    assert Certificate.objects.current_of(certificate) != certificate

    actions.remind(now=NOW + timedelta(days=1))

    assert told(certificate.holder) == ["30"]


@pytest.mark.lesson(51)
def test_a_run_with_nothing_to_say_takes_five_queries_however_many_there_are():
    """Two thousand certificates, of which some were told already and most end on other days; every
    other round, and fifty thousand of them, are in tests/certification/test_idle_rounds.py."""
    one = world.a_term()
    a_crowd(one, 2000, ends=range(-300, 700))
    first = actions.remind(now=NOW)
    assert first > 50

    with count_queries(at_most=5):
        assert actions.remind(now=NOW + timedelta(hours=1)) == 0


@pytest.mark.lesson(52)
def test_reminders_say_nothing_of_the_matter_and_never_renew():
    world.whole(world.a_term(last=NOW.date() + timedelta(days=7)))

    actions.remind(now=NOW)

    assert not Renewal.objects.exists()
    for event in EVENTS:
        kind = notice_kind(event)
        said = f"{kind.subject} {kind.body}".lower()
        assert not any(word in said for word in ("certif", "surrogate", "renew", "therap"))


def test_the_job_runs_every_day():
    assert "certification.remind_of_renewals" in {one.name for one in known_rounds()}
