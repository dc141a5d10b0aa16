"""What happens to the record, the certificate and the scheme while a renewal is under way."""

from datetime import date, timedelta

import pytest

from certification.credentials import actions as credential_actions
from certification.credentials.models import Certificate
from certification.practice.models import Membership
from certification.renewals import actions
from certification.renewals.models import Renewal
from certification.renewals.rules.renewing import DECLARATIONS
from certification.scheme.actions import load_scheme
from certification.scheme.actions.loading import put_in_force
from tests.factories import renewals as world
from tests.factories.accounts import a_registrar
from tests.factories.decisions import a_decider, a_quick_certificate
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.jobs.models import JobRun
from training_site.jobs.outbox import drain
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_documents")]
NOW = world.NOW
EXAMINED = "A question about record-keeping is being examined."


def refused(act) -> str:
    with pytest.raises(Refused) as found:
        act()
    return found.value.reason


def hand_in(certificate, *, by=None, now=NOW, declarations=DECLARATIONS) -> Renewal:
    by = by or certificate.holder
    return actions.hand_in(certificate, declarations=declarations, by=by, now=now)


def test_changed_evidence_goes_back_to_the_registrar():
    renewal = world.a_checked_renewal()
    holder = renewal.certificant
    world.accepted(world.a_claim(holder, title="One course more"))

    assert refused(lambda: world.a_decided_renewal(renewal)) == "renewal_evidence_changed"
    assert actions.note_changed_evidence(renewal, by=a_decider(), now=NOW)

    renewal.refresh_from_db()
    assert (renewal.state, renewal.checked_by, renewal.evidence) == ("submitted", None, {})
    assert AuditEvent.objects.filter(verb="certification.renewal.evidence_changed").count() == 1
    again = actions.pass_on(renewal, by=a_registrar(), now=NOW)
    assert world.a_decided_renewal(again).outcome == "renew"


def test_a_day_that_passes_changes_no_evidence():
    renewal = world.a_checked_renewal()

    assert not actions.note_changed_evidence(renewal, by=a_decider(), now=NOW + timedelta(days=100))


def test_a_membership_that_lapsed_meanwhile_does():
    renewal = world.a_checked_renewal()
    Membership.objects.filter(person=renewal.certificant).update(ends_on=NOW.date())

    assert actions.note_changed_evidence(renewal, by=None, now=NOW + timedelta(days=1))


@pytest.mark.parametrize("outcome", ["renew", "refuse"])
def test_a_suspended_one_is_handed_in_and_checked_and_waits(outcome):
    certificate = world.whole(world.a_term())
    decider = a_decider()
    credential_actions.suspend(certificate, reason=EXAMINED, by=decider, now=NOW)
    renewal = world.a_checked_renewal(certificate)

    act = lambda: world.a_decided_renewal(renewal, outcome=outcome)  # noqa: E731
    assert refused(act) == "suspended_first"
    credential_actions.reinstate(certificate, reason=EXAMINED, by=decider, now=NOW)
    assert act().outcome == outcome


@pytest.mark.parametrize("step", ["hand_in", "pass_on", "decide"])
def test_an_ended_one_is_closed_at_every_step(step):
    certificate = world.whole(world.a_term())
    renewal = hand_in(certificate) if step != "hand_in" else None
    if step == "decide":
        renewal = actions.pass_on(renewal, by=a_registrar(), now=NOW)
    credential_actions.withdraw(certificate, reason=EXAMINED, by=a_decider(), now=NOW)
    acts = {
        "hand_in": lambda: hand_in(certificate),
        "pass_on": lambda: actions.pass_on(renewal, by=a_registrar(), now=NOW),
        "decide": lambda: world.a_decided_renewal(renewal),
    }

    assert refused(acts[step]) == "certificate_closed"
    assert not JobRun.objects.filter(name="certification.issue_replacement").exists()


def test_withdrawn_after_the_decision_nothing_is_issued():
    renewal = world.a_decided_renewal()
    certificate = renewal.certificate
    credential_actions.withdraw(certificate, reason=EXAMINED, by=a_decider(), now=NOW)

    drain()

    assert Certificate.objects.issued().line_of(certificate).count() == 1
    assert Certificate.objects.current_of(certificate).standing == "withdrawn"


def test_a_refusal_gives_reasons_and_time_to_appeal():
    renewal = world.a_decided_renewal(outcome="refuse")

    assert (renewal.outcome, renewal.reason_list) == ("refuse", "1")
    assert renewal.appeal_until == date(2026, 12, 23)
    assert not renewal.certificate.replacements.exists()
    told = Notice.objects.filter(person=renewal.certificant, event="certification.renewal_decided")
    assert told.count() == 1


def test_after_a_refusal_it_can_be_handed_in_again_while_there_is_time():
    renewal = world.a_decided_renewal(outcome="refuse")

    again = hand_in(renewal.certificate, now=NOW + timedelta(days=3))

    assert again != renewal
    # Another handing-in, so whoever checked the first may check this one.
    assert actions.pass_on(again, by=renewal.checked_by, now=NOW + timedelta(days=4))


@pytest.mark.lesson(55)
def test_what_a_later_version_of_the_scheme_asks_changes_nothing_for_earlier_certificates():
    certificate = world.whole(world.a_term())
    harder = world.RENEWABLE.replace('"0.1"', '"0.2"').replace("minutes: 600", "minutes: 6000")
    version, _done = load_scheme(
        harder.replace("valid_years: 3", "valid_years: 1"), by=None, now=NOW
    )
    put_in_force(version, by=None, now=NOW)

    successor = world.a_renewed_certificate(certificate)

    assert successor.valid_until == date(2030, 3, 14)
    assert successor.scheme_version == certificate.scheme_version


def test_a_scheme_without_the_block_renews_nothing():
    certificate = a_quick_certificate(granted_on=date(2024, 3, 15))

    assert refused(lambda: hand_in(certificate)) == "scheme_without_renewal"


def test_a_corrected_name_meanwhile_changes_no_term():
    """The line goes on under another certificate; the renewal handed in before still counts."""
    certificate = world.whole(world.a_term())
    renewal = world.a_checked_renewal(certificate)
    credential_actions.correct_name(
        certificate,
        name="Rosa Delgado",
        reason="A typing error in the family name.",
        by=a_registrar(),
        now=NOW,
    )
    drain()

    world.a_decided_renewal(renewal)
    drain()

    newest = Certificate.objects.current_of(certificate)
    assert (newest.valid_until, newest.snapshot["holder_name"]) == (
        date(2030, 3, 14),
        "Rosa Delgado",
    )
    assert Certificate.objects.line_of(newest).count() == 3


def test_what_the_new_number_names_can_be_handed_in_once():
    certificate = world.whole(world.a_term())
    hand_in(certificate)
    credential_actions.rotate_number(certificate, by=certificate.holder, now=NOW)
    drain()
    newest = Certificate.objects.current_of(certificate)

    assert newest != certificate
    assert refused(lambda: hand_in(newest)) == "renewal_under_way"
    assert refused(lambda: hand_in(certificate)) == "renewal_under_way"
