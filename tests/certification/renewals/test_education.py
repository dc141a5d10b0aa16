"""Claiming continuing education, and the registrar's answer to it."""

from datetime import date

import pytest

from certification.credentials import actions as credential_actions
from certification.renewals import actions
from certification.renewals.claims import fingerprint
from certification.renewals.models import CEActivity
from tests.factories import renewals as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import a_decider, a_quick_certificate
from training_site.accounts.actions.roles import give_role
from training_site.accounts.models import Notice
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
NOW = world.NOW


def refused(act) -> str:
    with pytest.raises(Refused) as found:
        act()
    return found.value.reason


def test_a_claim_waits_and_counts_once_its_document_was_seen():
    holder, registrar = world.a_term().holder, a_registrar()
    row = world.a_claim(holder)

    [counted] = world.accepted(row, by=registrar)

    assert row.state == "claimed"
    assert (counted.state, counted.how_seen, counted.answered_by) == (
        "accepted",
        "in_person",
        registrar,
    )
    verbs = AuditEvent.objects.about(holder.public_id).values_list("verb", flat=True)
    assert {"certification.education.claimed", "certification.education.accepted"} <= set(verbs)
    assert Notice.objects.filter(person=holder, event="certification.education_answered").exists()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"date": date(2026, 11, 24)}, "activity_in_future"),
        ({"date": date(2024, 3, 14)}, "activity_before_term"),
        ({"minutes": 6001}, "activity_too_long"),
    ],
)
def test_what_lies_outside_is_refused_and_leaves_nothing(changes, reason):
    holder = world.a_term().holder

    assert refused(lambda: world.a_claim(holder, **changes)) == reason

    assert not CEActivity.objects.exists()
    assert not AuditEvent.objects.filter(verb__startswith="certification.education").exists()


@pytest.mark.lesson(14)
def test_the_same_sent_twice_is_one_claim():
    holder = world.a_term().holder
    world.a_claim(holder)

    assert refused(lambda: world.a_claim(holder)) == "activity_claimed_already"

    assert CEActivity.objects.count() == 1


def test_what_was_taken_back_or_declined_can_be_claimed_anew():
    holder = world.a_term().holder
    first = world.a_claim(holder)
    actions.take_back_claim(first, by=holder, now=NOW)
    second = world.a_claim(holder)
    reason = "The certificate of attendance names another day."
    actions.decline(second, reason=reason, by=a_registrar(), now=NOW)

    third = world.a_claim(holder)

    assert [one.state for one in CEActivity.objects.order_by("pk")] == [
        "taken_back",
        "declined",
        "claimed",
    ]
    assert third.answer == ""


def test_while_it_waits_it_can_be_changed_and_afterwards_not():
    holder = world.a_term().holder
    row = world.a_claim(holder)

    row = actions.change_claim(row, world.an_activity(minutes=120), by=holder, now=NOW)
    [row] = world.accepted(row)

    assert row.minutes == 120
    for act in (
        lambda: actions.change_claim(row, world.an_activity(minutes=60), by=holder, now=NOW),
        lambda: actions.take_back_claim(row, by=holder, now=NOW),
        lambda: actions.decline(row, reason="x" * 30, by=a_registrar(), now=NOW),
    ):
        assert refused(act) == "activity_answered"


def test_only_what_was_shown_is_accepted():
    """One was changed and one taken back while the registrar's page was open; the third counts."""
    holder = world.a_term().holder
    rows = [world.a_claim(holder, minutes=minutes) for minutes in (60, 90, 120)]
    seen = {row.public_id: fingerprint(row) for row in rows}
    actions.change_claim(rows[0], world.an_activity(minutes=600), by=holder, now=NOW)
    actions.take_back_claim(rows[1], by=holder, now=NOW)

    done = actions.accept(seen, how_seen="register", by=a_registrar(), now=NOW)

    assert ([one.minutes for one in done.rows], done.left) == ([120], 2)
    states = CEActivity.objects.order_by("minutes").values_list("minutes", "state")
    assert list(states) == [(90, "taken_back"), (120, "accepted"), (600, "claimed")]


def test_several_of_one_person_are_told_once():
    holder = world.a_term().holder

    world.accepted(*[world.a_claim(holder, minutes=minutes) for minutes in (60, 90, 120)])

    told = Notice.objects.filter(person=holder, event="certification.education_answered")
    assert told.count() == 1


def test_nobody_answers_their_own():
    certificate = world.a_term()
    holder = certificate.holder
    give_role(holder, Role.REGISTRAR, by=None, now=NOW)
    row = world.a_claim(holder)

    done = actions.accept(
        {row.public_id: fingerprint(row)}, how_seen="register", by=holder, now=NOW
    )

    assert done == ([], 1)
    assert (
        refused(lambda: actions.decline(row, reason="x" * 30, by=holder, now=NOW))
        == "own_education"
    )


@pytest.mark.parametrize("role", [Role.CERTIFICANT, Role.DECISION_MAKER, Role.REVIEWER])
def test_only_a_registrar_answers(role):
    row = world.a_claim(world.a_term().holder)
    somebody = a_person(role)

    seen = {row.public_id: fingerprint(row)}
    act = lambda: actions.accept(seen, how_seen="register", by=somebody, now=NOW)  # noqa: E731
    assert refused(act) == "role_missing"
    assert refused(lambda: actions.decline(row, reason="x" * 30, by=somebody, now=NOW)) == (
        "role_missing"
    )


def test_somebody_elses_log_is_theirs():
    holder, other = world.a_term().holder, world.a_term().holder
    row = world.a_claim(holder)

    act = lambda: actions.claim(holder, world.an_activity(), by=other, now=NOW)  # noqa: E731
    assert refused(act) == "own_education_only"
    assert refused(lambda: actions.take_back_claim(row, by=other, now=NOW)) == "own_education_only"


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ("withdraw", "certificate_closed"),
        ("suspend", None),  # a suspended one goes on learning
    ],
)
def test_whether_a_certificate_that_does_not_stand_takes_claims(end, reason):
    certificate = world.a_term()
    act = getattr(credential_actions, end)
    act(certificate, reason="A question is being examined.", by=a_decider(), now=NOW)

    if reason:
        assert refused(lambda: world.a_claim(certificate.holder)) == reason
    else:
        assert world.a_claim(certificate.holder).state == "claimed"


def test_without_a_certificate_there_is_no_term_to_count_for():
    world.a_renewable_scheme()
    somebody = a_person(Role.CERTIFICANT)

    assert refused(lambda: world.a_claim(somebody)) == "no_certificate_to_renew"


def test_after_the_last_chance_nothing_is_added():
    certificate = world.a_term(last=date(2025, 11, 22))  # twelve months and a day ago

    assert refused(lambda: world.a_claim(certificate.holder)) == "renewal_too_late"


def test_until_the_last_chance_it_is():
    certificate = world.a_term(last=date(2025, 11, 23))

    assert world.a_claim(certificate.holder, date=NOW.date()).state == "claimed"


def test_a_scheme_that_says_nothing_of_renewal_counts_nothing():
    certificate = a_quick_certificate(granted_on=date(2024, 11, 24))

    assert refused(lambda: world.a_claim(certificate.holder)) == "scheme_without_renewal"
