"""One activity as it is typed, and the fingerprint of one as it is shown to whoever answers it."""

from datetime import date
from typing import NamedTuple

from certification.renewals.models import CEActivity
from training_site.audit.canonical import content_hash


class Activity(NamedTuple):
    """What a certificant says of it, by the names of the columns."""

    category: str
    title: str
    provider: str
    date: date
    minutes: int


def activity_of(row: CEActivity) -> Activity:
    return Activity(*(getattr(row, name) for name in Activity._fields))


def fingerprint(row: CEActivity) -> str:
    """Another one once anything that was shown is another."""
    said = activity_of(row)._asdict() | {"date": row.date.isoformat(), "id": str(row.public_id)}
    return content_hash(said)[:16]
