"""Issuing, exactly once, however often the job is delivered and wherever it is killed.

Three steps, each safe to repeat: allocate the row (one for each grant, by a unique key), make and
store the documents (the same bytes each time, outside any transaction), mark it issued.
"""

import secrets
import uuid
from datetime import datetime

from django.db import transaction

from certification.credentials import snapshots
from certification.credentials.addresses import holder_path
from certification.credentials.carriers import carriers_of
from certification.credentials.documents.snapshot import CertificateSnapshot
from certification.credentials.documents.status_list import SHORTEST
from certification.credentials.models import (
    Certificate,
    CertificateEvent,
    CertificateFile,
    CertificateTemplate,
    RecordedCertification,
)
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.numbers import new_number
from certification.credentials.rules.validity import last_day
from certification.credentials.storage import sha256, store
from certification.decisions.evidence import terms_of
from certification.decisions.models import Decision
from certification.scheme.rules import read_scheme
from training_site import audit
from training_site.accounts.actions.roles import give_role
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date

STATUS_LIST = 1


def issue(decision_id: int, *, now: datetime) -> Certificate:
    """The certificate of a grant, issued; the one there is, where it was issued before."""
    return _finish(_allocate_for_decision(decision_id, now), now)


def issue_recorded(record_id: int, *, now: datetime) -> Certificate:
    """The same for a certification that was granted before this site was used."""
    return _finish(_allocate_for_record(record_id, now), now)


def _finish(certificate: Certificate, now: datetime) -> Certificate:
    if certificate.issued_at:
        return certificate
    return _mark_issued(certificate, stored(certificate), now)


def stored(certificate: Certificate) -> dict[str, bytes]:
    """The documents, made and put into their places. Outside any transaction: it takes its time."""
    contents = carriers_of(certificate)
    for kind, content in contents.items():
        store(certificate, kind, content)
    return contents


@transaction.atomic
def _allocate_for_decision(decision_id: int, now: datetime) -> Certificate:
    """The lock on the decision makes two workers take turns; the unique key is the last wall."""
    decision = (
        Decision.objects.select_for_update(of=("self",))
        .select_related("application__scheme_version__scheme", "decision_maker", "applicant")
        .get(pk=decision_id)
    )
    if existing := Certificate.objects.filter(decision=decision).first():
        return existing
    terms = terms_of(decision.application)
    issued_on = civil_date(decision.decided_at)
    valid_until = last_day(issued_on, terms.valid_years)
    public_id, number = uuid.uuid4(), new_number()
    snapshot = snapshots.of_decision(
        decision,
        public_id=public_id,
        number=number,
        issued_on=issued_on,
        valid_until=valid_until,
    )
    return allocate(
        snapshot,
        now,
        decision=decision,
        holder=decision.applicant,
        scheme_version=decision.application.scheme_version,
        grace_days=terms.grace_days,
    )


@transaction.atomic
def _allocate_for_record(record_id: int, now: datetime) -> Certificate:
    record = (
        RecordedCertification.objects.select_for_update(of=("self",))
        .select_related("scheme_version__scheme", "holder", "approved_by")
        .get(pk=record_id)
    )
    if existing := Certificate.objects.filter(recorded=record).first():
        return existing
    snapshot = snapshots.of_record(record, public_id=uuid.uuid4(), number=new_number())
    return allocate(
        snapshot,
        now,
        recorded=record,
        holder=record.holder,
        scheme_version=record.scheme_version,
        grace_days=read_scheme(record.scheme_version.text).decision.grace_days,
    )


def allocate(snapshot: CertificateSnapshot, now: datetime, **origin) -> Certificate:
    """Frozen in the words of the template in use now, whichever is in use when the job runs again."""
    template = CertificateTemplate.objects.in_use()
    snapshot = snapshots.dressed(snapshot, template)
    return Certificate.objects.create(
        template=template,
        public_id=uuid.UUID(snapshot.public_id),
        number=snapshot.number,
        snapshot=snapshot.to_dict(),
        snapshot_hash=snapshot.hash(),
        valid_from=snapshot.issued_on,
        valid_until=snapshot.valid_until,
        status_list=STATUS_LIST,
        status_index=_free_bit(),
        standing_on=snapshot.issued_on,
        allocated_at=now,
        **origin,
    )


def _free_bit() -> int:
    """A random place on the list, so that an index tells nothing of order. A collision that slips
    between look and insert is refused by the unique key, and the job tries again."""
    taken = Certificate.objects.filter(status_list=STATUS_LIST)
    while True:
        index = secrets.randbelow(SHORTEST)
        if not taken.filter(status_index=index).exists():
            return index


@transaction.atomic
def _mark_issued(certificate: Certificate, contents: dict, now: datetime) -> Certificate:
    row = Certificate.objects.select_for_update().get(pk=certificate.pk)
    if row.issued_at is None:
        put_in_force(row, contents, now)
    return row


def put_in_force(
    row: Certificate,
    contents: dict,
    now: datetime,
    *,
    replaces: Certificate | None = None,
    news: str = "certification.certificate_ready",
) -> None:
    """Hashes on record, first event, role, message: all of it once, in the caller's transaction."""
    row.issued_at = now
    row.save(update_fields=["issued_at", "standing", "standing_on"])
    CertificateFile.objects.bulk_create(
        CertificateFile(
            certificate=row, kind=kind, sha256=sha256(content), size=len(content), stored_at=now
        )
        for kind, content in contents.items()
    )
    CertificateEvent.objects.create(certificate=row, kind=EventKind.ISSUED, at=now)
    give_role(row.holder, Role.CERTIFICANT, by=None, now=now)
    audit.record(
        "certification.certificate.issued",
        actor=None,
        target=row,
        subject=row.holder,
        at=now,
        values={"snapshot": row.snapshot_hash} | _replacing(replaces),
        rule_version=row.scheme_version.number,
    )
    notify(
        row.holder,
        news,
        key=str(row.public_id),
        url=holder_path(row),
        at=now,
    )


def _replacing(old: Certificate | None) -> dict[str, str]:
    return {"replaces": str(old.public_id)} if old else {}
