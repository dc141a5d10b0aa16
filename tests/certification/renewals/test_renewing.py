"""The whole way to another term, by the calendar of the association."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from certification.credentials.models import Certificate
from certification.credentials.storage import sha256
from certification.practice.actions import verify_supervisor
from certification.renewals import actions
from certification.renewals.evidence import evidence_of
from certification.renewals.models import CEActivity, PeerReview, Renewal
from certification.renewals.rules.renewing import DECLARATIONS
from tests.factories import renewals as world
from tests.factories.accounts import a_registrar
from tests.factories.decisions import a_decider
from training_site.accounts.actions.roles import give_role
from training_site.accounts.roles import Role
from training_site.audit.models import AuditEvent
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
NOW = world.NOW


def refused(act) -> str:
    with pytest.raises(Refused) as found:
        act()
    return found.value.reason


def hand_in(certificate, *, by=None, now=NOW, declarations=DECLARATIONS) -> Renewal:
    by = by or certificate.holder
    return actions.hand_in(certificate, declarations=declarations, by=by, now=now)


def on(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)


@pytest.mark.both_stacks
@pytest.mark.lesson(58)
def test_the_whole_way_to_another_term():
    """What one cycle rested on is still there in the next, and the old certificate is replaced."""
    certificate = world.whole(world.a_term())
    holder, registrar, decider = certificate.holder, a_registrar(), a_decider()

    renewal = hand_in(certificate)
    renewal = actions.pass_on(renewal, by=registrar, now=NOW)
    renewal = world.a_decided_renewal(renewal, by=decider)
    drain()

    certificate.refresh_from_db()
    successor = Certificate.objects.current_of(certificate)
    assert (certificate.standing, successor.standing) == ("superseded", "active")
    assert (successor.valid_from, successor.valid_until) == (NOW.date(), date(2030, 3, 14))
    renewal.refresh_from_db()
    assert (renewal.state, renewal.outcome, renewal.text) == ("decided", "renew", world.REASONS)
    assert (renewal.checked_by, renewal.decided_by) == (registrar, decider)
    assert renewal.evidence_hash
    assert renewal.evidence["met"]
    assert {row["id"]: row["have"] for row in renewal.evidence["requirements"]} == {
        "education": 600,
        "consultation": 60,
        "membership": 1,
    }
    verbs = set(AuditEvent.objects.about(holder.public_id).values_list("verb", flat=True))
    said = {"submitted", "checked", "decided"}
    assert {f"certification.renewal.{one}" for one in said} <= verbs
    # The next cycle begins empty, and takes nothing from the one before.
    assert [row["have"] for row in evidence_of(successor, NOW).document["requirements"]] == [
        0,
        0,
        1,
    ]
    assert CEActivity.objects.of(holder).accepted().count() == 3
    assert PeerReview.objects.of(holder).signed().count() == 1
    assert successor.events.filter(kind="issued").count() == 1


@pytest.mark.lesson(58)
def test_a_second_cycle_leaves_the_first_as_it_was():
    certificate = world.a_renewed_certificate(world.whole(world.a_term()))
    before = Renewal.objects.values().get()
    later = on("2029-06-01")
    world.enough_education(certificate.holder, day=date(2028, 5, 1), now=later)
    peer = world.a_peer()
    credential = peer.certificates.get()
    assert credential.valid_until == date(2028, 12, 31)  # no longer certified then: a mentor is
    give_role(peer, Role.MENTOR, by=None, now=NOW)
    _authority(peer)
    world.a_signed_review(certificate.holder, peer, held_on=date(2028, 6, 1), now=later)

    renewal = world.a_checked_renewal(certificate, now=later)
    world.a_decided_renewal(renewal, now=later)
    drain(later)

    newest = Certificate.objects.current_of(certificate)
    assert newest.valid_until == date(2033, 3, 14)
    assert Renewal.objects.values().get(pk=before["id"]) == before
    assert Renewal.objects.count() == 2
    assert [one.valid_until.year for one in Certificate.objects.line_of(newest)] == [
        2033,
        2030,
        2027,
    ]


@pytest.mark.lesson(58)
def test_what_an_earlier_cycle_rested_on_can_still_be_read(client, sign_in):
    """By its links, as its holder finds them: the old certificate, its documents and the letter."""
    old = world.whole(world.a_term())
    successor = world.a_renewed_certificate(old)
    letter = reverse("renewal_letter", args=[Renewal.objects.get().public_id])
    sign_in(client, old.holder)

    terms = client.get(reverse("certification_terms")).text

    document = f"/credentials/{old.public_id}.pdf"
    for link in (document, f"/credentials/{successor.public_id}/", letter):
        assert f'href="{link}"' in terms
        assert client.get(link).status_code == 200
    assert "3 activities in your log" in terms
    assert "Working with shame" in client.get(letter).text
    for file in old.files.all():
        served = client.get(f"/credentials/{old.public_id}.{file.kind}").content
        assert sha256(served) == file.sha256


def _authority(person) -> None:
    verify_supervisor(
        person,
        role="mentor",
        licence_number="L",
        issuer="Register",
        valid_from=date(2026, 1, 1),
        valid_until=date(2035, 1, 1),
        seen_on=NOW.date(),
        by=a_registrar(),
        now=NOW,
    )


@pytest.mark.parametrize(
    ("last", "now", "reason"),
    [
        (date(2027, 11, 24), NOW, "renewal_not_open"),  # opens tomorrow
        (date(2027, 11, 23), NOW, ""),  # opens today
        (date(2026, 11, 23), NOW, ""),  # the last day is inclusive
        (date(2026, 8, 25), NOW, ""),  # the last day of grace
        (date(2026, 8, 24), NOW, ""),  # late
        (date(2025, 11, 23), NOW, ""),  # the last day of all
        (date(2025, 11, 22), NOW, "renewal_too_late"),
        # Half past midnight in London is another day than in UTC, and London's is the one.
        (date(2025, 7, 1), datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "renewal_too_late"),
        (date(2025, 7, 2), datetime(2026, 7, 1, 23, 30, tzinfo=UTC), ""),
    ],
)
def test_the_window_by_the_associations_calendar(last, now, reason):
    """Everything is there on the last day of the window; it asks for the calendar alone."""
    certificate = world.a_term(last=last)
    early = min(last, now.date()) - timedelta(days=20)
    world.enough_education(certificate.holder, day=early, now=on(early.isoformat()))
    world.a_signed_review(certificate.holder, held_on=early)

    if reason:
        assert refused(lambda: hand_in(certificate, now=now)) == reason
        assert not Renewal.objects.exists()
    else:
        assert hand_in(certificate, now=now).state == "submitted"


@pytest.mark.lesson(56)
@pytest.mark.parametrize(
    ("last", "until"),
    [
        (date(2027, 11, 23), date(2030, 11, 23)),  # a year early, and not a day lost
        (date(2026, 8, 25), date(2029, 8, 25)),  # on the last day of grace
        (date(2026, 8, 24), date(2029, 11, 22)),  # late: three years from the decision
    ],
)
def test_where_the_next_term_counts_from(last, until):
    certificate = world.a_term(last=last)
    day = min(last, NOW.date()) - timedelta(days=20)
    world.enough_education(certificate.holder, day=day)
    world.a_signed_review(certificate.holder, held_on=day)

    successor = world.a_renewed_certificate(certificate)

    assert (successor.valid_from, successor.valid_until) == (NOW.date(), until)


def test_nobody_loses_by_how_long_others_take():
    """Handed in on the last day of grace, checked and decided months later."""
    certificate = world.whole(world.a_term(last=date(2026, 8, 25)))
    renewal = hand_in(certificate)
    later = NOW + timedelta(days=200)

    renewal = actions.pass_on(renewal, by=a_registrar(), now=later)
    world.a_decided_renewal(renewal, now=later)
    drain(later)

    assert Certificate.objects.current_of(certificate).valid_until == date(2029, 8, 25)


def test_handed_in_on_the_last_day_of_all_it_is_still_decided_afterwards():
    certificate = world.a_term(last=date(2025, 11, 23))
    world.enough_education(certificate.holder, day=date(2025, 5, 9))
    world.a_signed_review(certificate.holder, held_on=date(2025, 6, 1))
    renewal = hand_in(certificate)
    later = NOW + timedelta(days=60)

    renewal = actions.pass_on(renewal, by=a_registrar(), now=later)

    assert world.a_decided_renewal(renewal, now=later).outcome == "renew"
