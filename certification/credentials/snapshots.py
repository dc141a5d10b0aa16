"""What goes on a certificate, put together once, at the moment it is allocated."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from certification.credentials.addresses import verify_url
from certification.credentials.documents.snapshot import (
    OF_THE_TEMPLATE,
    CertificateSnapshot,
    Signatory,
)
from certification.credentials.models import (
    CertificateReplacement,
    CertificateTemplate,
    RecordedCertification,
)
from certification.credentials.wording import (
    GRANTED_BEFORE,
    GRANTED_BY_DECISION,
    RENEWED,
    SCOPE,
)
from certification.decisions.models import Decision
from training_site.content.association import association


def of_decision(
    decision: Decision, *, public_id: UUID, number: str, issued_on: date, valid_until: date
) -> CertificateSnapshot:
    application = decision.application
    version = application.scheme_version
    return _snapshot(
        public_id,
        number,
        version,
        holder_name=application.name,
        criteria=str(GRANTED_BY_DECISION).format(version=version.number),
        issued_on=issued_on,
        valid_until=valid_until,
        signatories=(Signatory(decision.decision_maker.name, _("Decision-maker")),),
    )


def of_record(
    record: RecordedCertification, *, public_id: UUID, number: str
) -> CertificateSnapshot:
    """Shown as what it is: granted before this site kept the record."""
    return _snapshot(
        public_id,
        number,
        record.scheme_version,
        holder_name=record.holder.name,
        criteria=str(GRANTED_BEFORE),
        issued_on=record.granted_on,
        valid_until=record.valid_until,
        signatories=(Signatory(record.approved_by.name, _("Approved the record")),),
    )


def of_replacement(
    replacement: CertificateReplacement, *, public_id: UUID, number: str
) -> CertificateSnapshot:
    """What was printed before, but for what the replacement says differs."""
    before = replacement.certificate.frozen
    differs = {"number": number, "public_id": str(public_id), "verify_url": verify_url(number)}
    if replacement.name:
        differs["holder_name"] = replacement.name
    if replacement.scope:
        differs["scope"] = replacement.scope
    if replacement.valid_until:
        differs |= _another_term(replacement, before)
    return replace(before, **differs)


def _another_term(replacement: CertificateReplacement, before: CertificateSnapshot) -> dict:
    """Signed by whoever granted the renewal."""
    return {
        "issued_on": replacement.valid_from,
        "valid_until": replacement.valid_until,
        "criteria": str(RENEWED).format(version=before.scheme_version),
        "signatories": (Signatory(replacement.by.name, _("Decision-maker")),),
    }


def dressed(
    snapshot: CertificateSnapshot, template: CertificateTemplate | None
) -> CertificateSnapshot:
    """The same facts in the words of this template, whatever template they stood in before."""
    if template is None:
        bare = dict.fromkeys(OF_THE_TEMPLATE, "") | {"further_signatories": ()}
        return replace(snapshot, **bare)
    return replace(
        snapshot,
        heading=template.heading,
        wording=template.wording,
        closing=template.closing,
        further_signatories=tuple(Signatory(**each) for each in template.signatories),
        logo_hash=template.logo_hash,
        logo_alt=template.logo_alt if template.logo_hash else "",
    )


def _snapshot(public_id: UUID, number: str, version, **words) -> CertificateSnapshot:
    issuer = association()
    return CertificateSnapshot(
        number=number,
        public_id=str(public_id),
        scheme_title=version.scheme.title,
        scheme_version=version.number,
        scope=str(SCOPE),
        issuer_name=issuer.issuer,
        issuer_url=issuer.issuer_url or settings.SITE_URL,
        zone=issuer.zone,
        verify_url=verify_url(number),
        demo=settings.DEMO,
        **words,
    )
