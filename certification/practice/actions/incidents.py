"""Incident reports. They are no part of the record that is added up, so no facts version counts."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import Case, IncidentReport
from certification.practice.models.incidents import IncidentState
from certification.practice.rules.lifecycles import may_incident
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

OPENED = "certification.incident.opened"


@transaction.atomic
def report_incident(
    reporter,
    *,
    kind: str,
    on: date,
    what_happened: str,
    by,
    now: datetime,
    case: Case | None = None,
    done_at_once: str = "",
    clinician_told: bool = False,
    mentor_told: bool = False,
) -> IncidentReport:
    """Read by the registrars and complaints officers, and by the supervisors of the case named."""
    if by.pk != reporter.pk:
        raise Refused("not_own_record")
    if on > civil_date(now):
        raise Refused("date_in_future")
    if case and not Case.objects.visible_to(reporter).filter(pk=case.pk).exists():
        raise Refused("not_own_record")
    report = IncidentReport.objects.create(
        reporter=reporter,
        case=case,
        kind=kind,
        on=on,
        what_happened=what_happened,
        done_at_once=done_at_once,
        clinician_told=clinician_told,
        mentor_told=mentor_told,
        reported_at=now,
    )
    _record("certification.incident.reported", report, by, now)
    _tell_readers(report, now)
    return report


@transaction.atomic
def read_incident(report: IncidentReport, *, by, now: datetime) -> None:
    """Whoever opens somebody else's report leaves a trace that its reporter sees."""
    if by.pk != report.reporter_id:
        _record(OPENED, report, by, now)


@transaction.atomic
def take_incident(report: IncidentReport, *, by, now: datetime) -> IncidentReport:
    report = _locked(report)
    may_incident("take", report.state, own=by.pk == report.reporter_id).require()
    report.state, report.taken_by, report.taken_at = IncidentState.IN_HAND, by, now
    report.save(update_fields=["state", "taken_by", "taken_at"])
    _record("certification.incident.taken", report, by, now)
    return report


@transaction.atomic
def close_incident(report: IncidentReport, *, outcome: str, by, now: datetime) -> IncidentReport:
    """With what came of it; the reporter is told and reads that."""
    report = _locked(report)
    may_incident("close", report.state, own=by.pk == report.reporter_id).require()
    report.state, report.outcome = IncidentState.CLOSED, outcome
    report.closed_by, report.closed_at = by, now
    report.save(update_fields=["state", "outcome", "closed_by", "closed_at"])
    _record("certification.incident.closed", report, by, now)
    _tell(report, report.reporter, "certification.incident_closed", now)
    return report


def _locked(report: IncidentReport) -> IncidentReport:
    reports = IncidentReport.objects.select_related("reporter", "case")
    return reports.select_for_update(of=("self",)).get(pk=report.pk)


def _record(verb: str, report: IncidentReport, by, now: datetime) -> None:
    audit.record(verb, actor=by, target=report, subject=report.reporter, at=now)


def _tell_readers(report: IncidentReport, now: datetime) -> None:
    """Each person once; whoever is both staff and supervisor goes by the desk."""
    staff = list(User.objects.holding(Role.REGISTRAR, Role.COMPLAINTS_OFFICER))
    desk = f"/admin/incidents/{report.public_id}/"
    for person in staff:
        _tell(report, person, "certification.incident_reported", now, url=desk)
    if report.case:
        agreement = report.case.agreement
        for person in {agreement.mentor, agreement.clinician} - set(staff):
            _tell(report, person, "certification.incident_reported", now)


def _tell(report: IncidentReport, person, event: str, now: datetime, *, url: str = "") -> None:
    if event == "certification.incident_reported" and person.pk == report.reporter_id:
        return
    address = url or f"/practice/incidents/{report.public_id}/"
    notify(person, event, key=str(report.public_id), url=address, at=now)
