"""That somebody other than its owner took a copy of a log of practice."""

from datetime import datetime

from django.db import transaction

from training_site import audit


@transaction.atomic
def record_log_taken(person, *, kind: str, by, now: datetime) -> None:
    """Its subject sees it in their own record of what was done with it."""
    audit.record(
        "certification.log.taken",
        actor=by,
        target=person,
        subject=person,
        at=now,
        values={"kind": kind},
    )
