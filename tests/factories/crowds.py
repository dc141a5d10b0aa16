"""As many certificants as an association may have after decades, written without their documents."""

from datetime import date, timedelta

from certification.credentials.models import Certificate, RecordedCertification
from tests.factories.renewals import NOW
from training_site.accounts.models import User

AT_ONCE = 5_000
"""Rows that are written together; all of them at once would only cost memory."""


def a_crowd(like: Certificate, count: int, *, ends: range = range(200, 1000)) -> None:
    """So many people, each with a certificate such as this one, which ends so many days from NOW:
    as it stands, on no day on which anybody is told of it."""
    for first in range(0, count, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, count))
        people = User.objects.bulk_create(
            User(email=f"holder{n}@example.org", name=f"Holder {n}") for n in numbers
        )
        records = RecordedCertification.objects.bulk_create(
            _record(like, person) for person in people
        )
        Certificate.objects.bulk_create(
            _certificate(like, record, number, ends)
            for number, record in zip(numbers, records, strict=True)
        )


def _record(like: Certificate, person: User) -> RecordedCertification:
    return RecordedCertification(
        holder=person,
        scheme_version=like.scheme_version,
        evidence="seen",
        granted_on=date(2024, 1, 1),
        valid_until=date(2040, 1, 1),
        recorded_by=like.recorded.recorded_by,
        recorded_at=NOW,
        approved_by=like.recorded.approved_by,
        approved_at=NOW,
    )


def _certificate(like: Certificate, record, number: int, ends: range) -> Certificate:
    return Certificate(
        recorded=record,
        holder=record.holder,
        scheme_version=like.scheme_version,
        snapshot=like.snapshot,
        number=f"N{number:013}",
        valid_from=date(2024, 1, 1),
        valid_until=NOW.date() + timedelta(days=ends[number % len(ends)]),
        grace_days=90,
        status_index=(like.status_index + 1 + number) % 131_072,
        standing_on=like.standing_on,
        allocated_at=NOW,
        issued_at=NOW,
    )
