"""What the engine may know of somebody who is certified: what it knew before, the term, the education.

An activity that waits for the registrar is like an hour that waits for its signature: the engine
says what would be there once somebody has looked.
"""

from datetime import date
from zoneinfo import ZoneInfo

from certification.credentials.models import Certificate, CertificateReplacement
from certification.credentials.models.replacing import ReplacementKind
from certification.renewals.models import CEActivity
from certification.renewals.models.education import CEState
from certification.scheme.facts import facts_for
from training_site.content.civil import civil_date

STATUS = {
    CEState.CLAIMED: "submitted",
    CEState.ACCEPTED: "signed",
    CEState.DECLINED: "returned",
}


def facts_of(certificate: Certificate, as_of: date, zone: ZoneInfo) -> dict:
    """Everything on one day, for the term of this certificate."""
    facts = facts_for(certificate.holder, as_of, zone=zone)
    return facts | {
        "milestones": facts["milestones"] | _term(certificate),
        "entries": facts["entries"] + education_of(certificate.holder, zone),
    }


def education_of(person, zone: ZoneInfo) -> list[dict]:
    """Every activity but those taken back, whichever term it lies in."""
    claimed = CEActivity.objects.of(person).exclude(state=CEState.TAKEN_BACK)
    return [_entry(one, zone) for one in claimed.order_by("date", "pk")]


def _entry(one: CEActivity, zone: ZoneInfo) -> dict:
    return {
        "id": str(one.public_id),
        "category": one.category,
        "date": one.date.isoformat(),
        "minutes": one.minutes,
        "submitted": civil_date(one.claimed_at, zone).isoformat(),
        "status": STATUS[one.state],
        "signed": civil_date(one.answered_at, zone).isoformat()
        if one.state == CEState.ACCEPTED
        else None,
    }


def _term(certificate: Certificate) -> dict:
    term = {"certified": certificate.valid_from, "certified_until": certificate.valid_until}
    if before := _term_before(certificate):
        term["certified_before"] = before
    return {name: day.isoformat() for name, day in term.items()}


def _term_before(certificate: Certificate) -> date | None:
    """The first day of the term that this line renewed last; a corrected name begins no term."""
    line = Certificate.objects.line_of(certificate).order_by()
    renewed = CertificateReplacement.objects.filter(
        successor__in=line, kind=ReplacementKind.RENEWAL, dropped_at=None
    )
    return renewed.order_by("-at", "-pk").values_list("certificate__valid_from", flat=True).first()
