"""Locking a renewal and taking it one step on; every action here goes through these."""

from datetime import datetime
from typing import NamedTuple

from certification.credentials.actions.locking import locked
from certification.credentials.models import Certificate
from certification.renewals.models import Renewal
from certification.renewals.rules.states import Step, after, may_step
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify

UNCHECKED = {"evidence": {}, "evidence_hash": "", "checked_by": None, "checked_at": None}


class Held(NamedTuple):
    """Both rows as they are now, until the end of the transaction."""

    renewal: Renewal
    certificate: Certificate


def held(renewal: Renewal) -> Held:
    """The certificate that counts in its line now, then the renewal: the order in which everybody
    takes them. Whoever withdraws it waits, or was first."""
    certificate = current(renewal.certificate)
    rows = Renewal.objects.select_for_update(of=("self",), no_key=True)
    return Held(rows.select_related("certificant").get(pk=renewal.pk), certificate)


def current(certificate: Certificate) -> Certificate:
    """The one of its line that counts, held; another one, if that took its place while we waited."""
    for _try in range(2):
        newest = Certificate.objects.current_of(certificate) or certificate
        row = locked(newest.pk)
        if not row.is_replaced:
            break
    return row


def take(renewal: Renewal, step: Step, **changes) -> None:
    """Write the state that the step leads to, or refuse it."""
    may_step(renewal.state, step).require()
    renewal.state = after(renewal.state, step)
    for name, value in changes.items():
        setattr(renewal, name, value)
    renewal.save(update_fields=["state", *changes])


def record(verb: str, renewal: Renewal, by: User | None, now: datetime, **said) -> None:
    audit.record(verb, actor=by, target=renewal, subject=renewal.certificant, at=now, **said)


def tell(person: User, event: str, renewal: Renewal, now: datetime) -> None:
    own = person.pk == renewal.certificant_id
    url = "/certification/renewal/" if own else staff_path(renewal)
    notify(person, event, key=f"{renewal.public_id}:{now.isoformat()}", url=url, at=now)


def staff_path(renewal: Renewal) -> str:
    return f"/admin/certification/renewals/{renewal.public_id}/"
