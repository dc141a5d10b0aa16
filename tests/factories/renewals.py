"""Terms that end, and renewals at every step, for tests: reached by the site's actions."""

from datetime import UTC, date, datetime, timedelta

from certification.credentials import actions as credential_actions
from certification.credentials.models import Certificate
from certification.practice.models import Membership
from certification.renewals import actions
from certification.renewals.claims import Activity, fingerprint
from certification.renewals.models import CEActivity, PeerReview, Renewal
from certification.renewals.rules.renewing import DECLARATIONS
from certification.scheme.actions import load_scheme
from certification.scheme.models import SchemeVersion
from tests.factories.accounts import a_person, a_registrar
from tests.factories.decisions import a_decider, a_quick_certificate
from training_site.accounts.roles import Role
from training_site.jobs.outbox import drain

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
TODAY = NOW.date()
WORDS = "We talked about two closed cases and how consent was asked for in each."
REASONS = "Everything that the scheme asks for is there, and I have read the peer's words."
RENEWABLE = """
scheme: small-scheme
version: "0.1"
title: Certified Surrogate Partner
requirements:
  - {id: code, rule: attestation_current, policy: code-of-ethics, max_age_months: 12, title: Code}
renewal:
  opens_months: 12
  reassess_after_months: 12
  peer_reviews: 1
  requirements:
    - id: education
      rule: renewal
      where: {category: [ce_general, ce_ethics]}
      minutes: 600
      parts: [{where: {category: [ce_ethics]}, minutes: 120, title: Ethics}]
      title: Continuing education
    - id: consultation
      rule: renewal
      where: {category: [peer_consultation]}
      minutes: 60
      title: Peer consultation
    - {id: membership, rule: active_membership, title: Membership}
decision: {reviews: 2, appeal_days: 30, valid_years: 3, grace_days: 90}
"""


def a_renewable_scheme() -> SchemeVersion:
    """Ten hours of education with two of ethics, one of consultation, membership, one peer."""
    existing = SchemeVersion.objects.effective()
    if existing:
        return existing
    version, _done = load_scheme(RENEWABLE, by=None, now=NOW - timedelta(days=2000))
    return version


def a_term(*, last: date = date(2027, 3, 14), member: bool = True, **fields) -> Certificate:
    """Of three years, up to this day; its holder is a member."""
    a_renewable_scheme()
    holder = a_person(Role.CERTIFICANT, **fields)
    if member:
        Membership.objects.create(
            person=holder,
            starts_on=date(2020, 1, 1),
            ends_on=date(2040, 12, 31),
            kind="paid",
            recorded_by=a_registrar(),
            recorded_at=NOW,
        )
    record = credential_actions.record_certification(
        holder,
        scheme_version=a_renewable_scheme(),
        evidence="Paper certificate of the association, seen by the registrar",
        granted_on=_three_years_before(last + timedelta(days=1)),
        valid_until=last,
        by=a_registrar(),
        now=NOW,
    )
    credential_actions.approve_recorded(record, by=a_decider(), now=NOW)
    return credential_actions.issue_recorded(record.pk, now=NOW)


def _three_years_before(day: date) -> date:
    """Of a leap day, 1 March."""
    try:
        return day.replace(year=day.year - 3)
    except ValueError:
        return date(day.year - 3, 3, 1)


def an_activity(**changes) -> Activity:
    values = {
        "category": "ce_general",
        "title": "Working with shame",
        "provider": "Institute for sexual health",
        "date": date(2026, 5, 9),
        "minutes": 90,
    }
    return Activity(**(values | changes))


def a_claim(holder, *, now: datetime = NOW, **changes) -> CEActivity:
    return actions.claim(holder, an_activity(**changes), by=holder, now=now)


def accepted(*rows: CEActivity, by=None, now: datetime = NOW) -> list[CEActivity]:
    seen = {row.public_id: fingerprint(row) for row in rows}
    return actions.accept(seen, how_seen="in_person", by=by or a_registrar(), now=now).rows


def enough_education(holder, *, day: date = date(2026, 5, 9), now: datetime = NOW) -> list:
    """Exactly what the small scheme asks for, accepted."""
    wanted = {"ce_general": 480, "ce_ethics": 120, "peer_consultation": 60}
    rows = [
        a_claim(holder, category=kind, minutes=minutes, date=day, now=now)
        for kind, minutes in wanted.items()
    ]
    return accepted(*rows, now=now)


def a_peer(*, granted_on: date = date(2026, 1, 1), **fields):
    """A colleague who is certified for years."""
    holder = a_person(Role.CERTIFICANT, **fields)
    a_renewable_scheme()
    a_quick_certificate(holder, granted_on=granted_on)
    return holder


def an_asked_review(holder, peer=None, *, now: datetime = NOW) -> PeerReview:
    return actions.ask_peer(holder, peer or a_peer(), by=holder, now=now)


def a_signed_review(
    holder, peer=None, *, judgement: str = "meets", held_on: date = date(2026, 6, 1), now=NOW
) -> PeerReview:
    review = an_asked_review(holder, peer, now=now)
    return actions.sign_review(
        review,
        held_on=held_on,
        judgement=judgement,
        text=WORDS,
        typed_name=review.peer.name,
        by=review.peer,
        now=now,
    )


def whole(certificate: Certificate, *, now: datetime = NOW) -> Certificate:
    """Everything that renewal asks for is there."""
    enough_education(certificate.holder, now=now)
    a_signed_review(certificate.holder, now=now)
    return certificate


def a_renewal(certificate: Certificate | None = None, *, now: datetime = NOW) -> Renewal:
    """Handed in, with everything there."""
    certificate = certificate or whole(a_term(), now=now)
    return actions.hand_in(certificate, declarations=DECLARATIONS, by=certificate.holder, now=now)


def a_checked_renewal(
    certificate: Certificate | None = None, *, by=None, now: datetime = NOW
) -> Renewal:
    renewal = a_renewal(certificate, now=now)
    return actions.pass_on(renewal, by=by or a_registrar(), now=now)


def a_decided_renewal(
    renewal: Renewal | None = None, *, outcome: str = "renew", by=None, now: datetime = NOW
) -> Renewal:
    reasons = {"renew": ["renewal_requirements_met"], "refuse": ["concern_of_peer"]}
    return actions.decide(
        renewal or a_checked_renewal(now=now),
        outcome=outcome,
        reasons=reasons[outcome],
        text=REASONS,
        by=by or a_decider(),
        now=now,
    )


def a_renewed_certificate(certificate: Certificate | None = None, *, now: datetime = NOW):
    """The next one of the line, issued by its job."""
    checked = a_checked_renewal(certificate, now=now) if certificate else None
    renewal = a_decided_renewal(checked, now=now)
    drain()
    return Certificate.objects.current_of(renewal.certificate)
