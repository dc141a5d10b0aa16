"""Raw SQL against the last wall, on both engines: three people, nothing decided undone."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from certification.renewals.actions import pass_on, reopen_after_appeal
from certification.renewals.models import CEActivity, PeerReview, Renewal
from tests.factories import renewals as world
from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import a_decider

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_stacks,
    pytest.mark.usefixtures("plain_documents"),
]
SOME_ID = "0123456789abcdef0123456789abcdef"
DECIDE = (
    "UPDATE certification_renewal SET state = 'decided', outcome = 'renew', decided_by_id = %s,"
    " decided_at = submitted_at WHERE id = %s"
)
COPY = """
INSERT INTO certification_renewal (public_id, certificate_id, certificant_id, term_first, term_last,
 state, declarations, submitted_at, evidence, evidence_hash, checked_by_id, checked_at, answer,
 outcome, reason_codes, reason_list, text, decided_by_id, decided_at, appeal_until)
SELECT %s, certificate_id, %s, term_first, term_last, %s, declarations, submitted_at, evidence,
 evidence_hash, %s, {checked_at}, answer, '', reason_codes, reason_list, '', NULL, NULL, NULL
FROM certification_renewal WHERE id = %s
"""


def refused(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def carried_out(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_a_third_person_decides_and_no_other():
    """The same statement with five different names: only a stranger to it all may stand there."""
    certificate, peer = world.a_term(), world.a_peer()
    world.enough_education(certificate.holder)
    world.a_signed_review(certificate.holder, peer)
    renewal = world.a_checked_renewal(certificate)

    for person in (renewal.certificant, renewal.checked_by, peer):
        refused(DECIDE, person.pk, renewal.pk)
    refused(DECIDE, None, renewal.pk)
    carried_out(DECIDE, a_person().pk, renewal.pk)


def test_the_holder_and_the_peer_cannot_be_written_in_as_checkers():
    certificate, peer = world.a_term(), world.a_peer()
    world.enough_education(certificate.holder)
    world.a_signed_review(certificate.holder, peer)
    renewal = world.a_renewal(certificate)
    check = (
        "UPDATE certification_renewal SET state = 'checked', checked_by_id = %s,"
        " checked_at = submitted_at WHERE id = %s"
    )

    for person in (certificate.holder, peer):
        refused(check, person.pk, renewal.pk)
    refused(
        check.replace("checked_at = submitted_at", "checked_at = NULL"), a_person().pk, renewal.pk
    )
    carried_out(check, a_person().pk, renewal.pk)


def test_nobody_of_an_earlier_round_can_be_written_in():
    registrar, decider = a_registrar(), a_decider()
    checked = world.a_checked_renewal(by=registrar)
    first = world.a_decided_renewal(checked, outcome="refuse", by=decider)
    again = reopen_after_appeal(first, by=a_decider(), now=world.NOW)
    again = pass_on(again, by=a_registrar(), now=world.NOW)

    for person in (registrar, decider):
        refused(DECIDE, person.pk, again.pk)
        refused(
            COPY.format(checked_at="submitted_at"),
            SOME_ID,
            again.certificant_id,
            "taken_back",
            person.pk,
            again.pk,
        )
    carried_out(DECIDE, a_person().pk, again.pk)


def test_a_renewal_is_of_its_holders_certificate():
    renewal = world.a_renewal()
    copied = COPY.format(checked_at="NULL")

    refused(copied, SOME_ID, a_person().pk, "taken_back", None, renewal.pk)
    carried_out(copied, SOME_ID, renewal.certificant_id, "taken_back", None, renewal.pk)


def test_one_is_open_at_a_time_and_one_certificate_is_renewed_once():
    renewal = world.a_renewal()
    refused(
        COPY.format(checked_at="NULL"),
        SOME_ID,
        renewal.certificant_id,
        "submitted",
        None,
        renewal.pk,
    )
    assert Renewal.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        "outcome = 'refuse'",
        "state = 'submitted', outcome = '', decided_by_id = NULL, decided_at = NULL",
        "evidence = '{}'",
        "evidence_hash = 'other'",
        "reason_codes = '[]'",
        "decided_at = submitted_at - INTERVAL '1 day'",
        "term_last = '2040-01-01'",
        "declarations = '[]'",
    ],
)
def test_what_was_decided_stays(change):
    if connection.vendor == "sqlite":
        change = change.replace("submitted_at - INTERVAL '1 day'", "'2020-01-01'")
    renewal = world.a_decided_renewal()
    before = Renewal.objects.values().get()

    refused(f"UPDATE certification_renewal SET {change} WHERE id = %s", renewal.pk)

    assert Renewal.objects.values().get() == before


@pytest.mark.parametrize("column", ["certificant_id", "submitted_at", "term_first"])
def test_its_basis_stays_from_the_first_moment(column):
    renewal = world.a_renewal()
    other = {
        "certificant_id": a_person().pk,
        "submitted_at": timezone.now() - timedelta(days=900),
        "term_first": "2020-01-01",
    }

    refused(
        f"UPDATE certification_renewal SET {column} = %s WHERE id = %s", other[column], renewal.pk
    )


def test_nothing_is_removed():
    renewal = world.a_renewal()

    for table, pk in (
        ("renewal", renewal.pk),
        ("ceactivity", CEActivity.objects.first().pk),
        ("peerreview", PeerReview.objects.first().pk),
    ):
        refused(f"DELETE FROM certification_{table} WHERE id = %s", pk)


@pytest.mark.parametrize(
    "change", ["minutes = 6000", "category = 'ce_ethics'", "state = 'claimed'"]
)
def test_an_accepted_activity_stays(change):
    [row] = world.accepted(world.a_claim(world.a_term().holder))

    refused(f"UPDATE certification_ceactivity SET {change} WHERE id = %s", row.pk)

    row.refresh_from_db()
    assert (row.minutes, row.category, row.state) == (90, "ce_general", "accepted")


def test_nobody_accepts_their_own_and_nothing_without_saying_how_it_was_seen():
    row = world.a_claim(world.a_term().holder)
    accept = (
        "UPDATE certification_ceactivity SET state = 'accepted', answered_by_id = %s,"
        " answered_at = claimed_at, how_seen = %s WHERE id = %s"
    )

    refused(accept, row.certificant_id, "in_person", row.pk)
    refused(accept, a_registrar().pk, "", row.pk)
    carried_out(accept, a_registrar().pk, "in_person", row.pk)


@pytest.mark.parametrize("minutes", [0, 6001])
def test_an_activity_has_minutes(minutes):
    row = world.a_claim(world.a_term().holder)

    refused("UPDATE certification_ceactivity SET minutes = %s WHERE id = %s", minutes, row.pk)


@pytest.mark.parametrize(
    "change", ["judgement = 'concerns'", "held_on = '2026-01-01'", "state = 'asked'"]
)
def test_a_signed_review_stays(change):
    review = world.a_signed_review(world.a_term().holder)

    refused(f"UPDATE certification_peerreview SET {change} WHERE id = %s", review.pk)


def test_a_review_is_by_another_and_signed_whole():
    review = world.an_asked_review(world.a_term().holder)
    sign = (
        "UPDATE certification_peerreview SET state = 'signed', answered_at = asked_at,"
        " held_on = '2026-06-01', judgement = 'meets', typed_name = %s, content_hash = %s"
        " WHERE id = %s"
    )

    refused("UPDATE certification_peerreview SET peer_id = certificant_id WHERE id = %s", review.pk)
    refused(sign, "", "a" * 64, review.pk)
    refused(sign, "A Name", "", review.pk)
    carried_out(sign, "A Name", "a" * 64, review.pk)
