"""Suspending, reinstating, withdrawing, ending: each a new row of history and a word to the holder."""

from datetime import date, datetime

from django.db import transaction

from certification.credentials.actions.locking import locked
from certification.credentials.addresses import holder_path
from certification.credentials.holds import Hold, held_elsewhere
from certification.credentials.models import Certificate, CertificateEvent
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.lifecycle import (
    BY_DECISION_MAKER,
    Change,
    Standing,
    after,
    may_be_looked_at,
    may_change,
)
from certification.decisions.models import OutsideInvitation
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

EVENTS = {
    Change.SUSPEND: EventKind.SUSPENDED,
    Change.KEEP_SUSPENDED: EventKind.SUSPENDED,
    Change.REINSTATE: EventKind.REINSTATED,
    Change.WITHDRAW: EventKind.WITHDRAWN,
    Change.RESIGN: EventKind.RESIGNED,
    Change.REPORT_DEATH: EventKind.DECEASED,
    Change.REINSTATE_ON_APPEAL: EventKind.REINSTATED,
}
VERBS = {
    Change.SUSPEND: "certification.certificate.suspended",
    Change.KEEP_SUSPENDED: "certification.certificate.kept_suspended",
    Change.REINSTATE: "certification.certificate.reinstated",
    Change.WITHDRAW: "certification.certificate.withdrawn",
    Change.RESIGN: "certification.certificate.resigned",
    Change.REPORT_DEATH: "certification.certificate.deceased",
    Change.REINSTATE_ON_APPEAL: "certification.certificate.reinstated",
}


@transaction.atomic
def change_standing(
    certificate: Certificate,
    change: Change,
    *,
    reason: str,
    review_on: date | None = None,
    by: User,
    now: datetime,
) -> Certificate:
    """Write the change down; the public answer is another one from the commit on.

    `review_on` is the day on which a suspension is looked at again, if it lasts that long. What
    another reason suspends as well does not stand again before that has ended.
    """
    row = locked(certificate.pk)
    role = Role.DECISION_MAKER if change in BY_DECISION_MAKER else Role.REGISTRAR
    if OutsideInvitation.objects.limits(by, role) or not by.has_role(role):
        raise Refused("role_missing")
    is_holder = row.holder_id == by.pk
    may_change(row.standing, change, is_holder=is_holder, reason=reason).require()
    may_be_looked_at(change, review_on, today=civil_date(now)).require()
    if change == Change.REINSTATE and held_elsewhere(row):
        raise Refused("suspended_elsewhere")
    if row.standing != after(change):
        row.standing, row.standing_on = after(change), civil_date(now)
        row.save(update_fields=["standing", "standing_on"])
    CertificateEvent.objects.create(
        certificate=row,
        kind=EVENTS[change],
        reason=reason.strip(),
        by=by,
        at=now,
        review_on=review_on,
    )
    audit.record(
        VERBS[change], actor=by, target=row, subject=row.holder, at=now, text=reason.strip()
    )
    if change == Change.REINSTATE_ON_APPEAL and (others := held_elsewhere(row)):
        row.standing = Standing.SUSPENDED
        row.save(update_fields=["standing"])
        say_again(row, others, now)
    if row.standing != Standing.DECEASED:
        _tell_holder(row, now)
    return row


def say_again(row: Certificate, holds: list[Hold], now: datetime) -> None:
    """What counts again, or begins, while something still holds is suspended by that, and its own
    history says so: by the same person, with the same words and day."""
    for hold in holds:
        one = hold.event
        CertificateEvent.objects.create(
            certificate=row,
            kind=EventKind.SUSPENDED,
            reason=one.reason,
            by_id=one.by_id,
            at=now,
            review_on=one.review_on,
        )


def suspend(
    certificate: Certificate,
    *,
    reason: str,
    review_on: date | None = None,
    by: User,
    now: datetime,
) -> Certificate:
    return change_standing(
        certificate, Change.SUSPEND, reason=reason, review_on=review_on, by=by, now=now
    )


def reinstate(certificate: Certificate, *, reason: str, by: User, now: datetime) -> Certificate:
    return change_standing(certificate, Change.REINSTATE, reason=reason, by=by, now=now)


def withdraw(certificate: Certificate, *, reason: str, by: User, now: datetime) -> Certificate:
    return change_standing(certificate, Change.WITHDRAW, reason=reason, by=by, now=now)


def _tell_holder(certificate: Certificate, now: datetime) -> None:
    notify(
        certificate.holder,
        "certification.certificate_changed",
        key=f"{certificate.public_id}:{now.isoformat()}",
        url=holder_path(certificate),
        at=now,
    )
