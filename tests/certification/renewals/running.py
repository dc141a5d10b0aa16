"""Terms and people that are right on the day on which a test runs, for tests of pages."""

from datetime import timedelta

from django.utils import timezone

from certification.credentials.models import Certificate
from tests.factories import renewals as world


def today():
    return timezone.now().date()


def a_running_term(days_left: int = 100, **fields) -> Certificate:
    """A term of three years of which so many days are left; negative: it ended as long ago."""
    return world.a_term(last=today() + timedelta(days=days_left), **fields)


def a_colleague(**fields):
    return world.a_peer(granted_on=today() - timedelta(days=200), **fields)


def whole(certificate: Certificate) -> Certificate:
    """Everything is there, done in the last month of the term or before today."""
    day = min(today(), certificate.valid_until) - timedelta(days=20)
    now = timezone.now()
    world.enough_education(certificate.holder, day=day, now=now)
    world.a_signed_review(certificate.holder, a_colleague(), held_on=day, now=now)
    return certificate


def a_claim(holder, **changes):
    changes = {"date": today() - timedelta(days=5)} | changes
    return world.a_claim(holder, now=timezone.now(), **changes)
