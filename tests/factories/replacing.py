"""Certificates in place of others, for tests: asked for by the actions of the site, made by its job."""

from datetime import date, datetime

from certification.credentials import actions
from certification.credentials.models import Certificate, CertificateReplacement
from certification.renewals.models import Renewal
from tests.factories import decisions as world
from tests.factories.accounts import a_person, a_registrar
from training_site.accounts.roles import Role

NEW_NAME = "Rosa Delgado-Ríos"
NARROWER = "Work as a surrogate partner, under the weekly supervision of a mentor."
WHY = "The passport shows another spelling of the name."
NOW = world.NOW
ENDS = ("superseded", "rotated", "narrowed", "renewed")  # kinds of event


def a_name_asked(certificate: Certificate, *, name: str = NEW_NAME, by=None, now: datetime = NOW):
    return actions.correct_name(certificate, name=name, reason=WHY, by=by or a_registrar(), now=now)


def a_number_asked(certificate: Certificate, *, now: datetime = NOW) -> CertificateReplacement:
    return actions.rotate_number(certificate, by=certificate.holder, now=now)


def a_scope_asked(
    certificate: Certificate, *, scope: str = NARROWER, by=None, now: datetime = NOW
) -> CertificateReplacement:
    by = by or world.a_decider()
    return actions.narrow_scope(certificate, scope=scope, reason=WHY, by=by, now=now)


def a_term_asked(
    certificate: Certificate, *, until: date = date(2031, 12, 31), by=None, now: datetime = NOW
) -> CertificateReplacement:
    """With the row of the renewal, as the package that grants it leaves it behind."""
    decider = by or world.a_decider()
    a_granted_renewal(certificate, decider, now=now)
    return a_term_granted(certificate, decider, until=until, now=now)


def a_term_granted(
    certificate: Certificate, decider, *, until: date = date(2031, 12, 31), now: datetime = NOW
) -> CertificateReplacement:
    return actions.replace_for_renewal(
        certificate, valid_from=now.date(), valid_until=until, by=decider, reason=WHY, now=now
    )


def a_granted_renewal(certificate: Certificate, decider, *, now: datetime = NOW, **more) -> Renewal:
    row = {
        "certificate": certificate,
        "certificant": certificate.holder,
        "term_first": certificate.valid_from,
        "term_last": certificate.valid_until,
        "state": "decided",
        "submitted_at": now,
        "checked_by": a_person(Role.REGISTRAR),
        "checked_at": now,
        "outcome": "renew",
        "decided_by": decider,
        "decided_at": now,
    }
    return Renewal.objects.create(**row | more)


ASKED = {
    "name": a_name_asked,
    "number": a_number_asked,
    "scope": a_scope_asked,
    "renewal": a_term_asked,
}


def a_successor(certificate: Certificate, kind: str = "name", *, now: datetime = NOW, **more):
    """Asked for and made: the one that now stands in this one's place."""
    asked = ASKED[kind](certificate, now=now, **more)
    successor = actions.issue_replacement(asked.pk, now=now)
    certificate.refresh_from_db()
    return successor
