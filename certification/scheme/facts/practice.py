"""What stands in this app about a person's practice; every change of it counts up the facts version."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from certification.practice.models import (
    Case,
    InternshipAdmission,
    Milestone,
    SupervisionAgreement,
    SupervisorAuthority,
    SupervisorConflict,
)
from certification.practice.rules.categories import CLINICIAN, MENTOR
from certification.scheme.facts.brought import cases_brought, entries_brought
from certification.scheme.facts.hours import hours_of, supervisor_id
from certification.scheme.facts.records import records_of

ROLES = (MENTOR, CLINICIAN)


def practice_of(intern, zone: ZoneInfo) -> dict:
    agreements = list(SupervisionAgreement.objects.of(intern).ever_approved().with_people())
    return {
        "milestones": _milestones(intern, agreements),
        "supervisors": _supervisors(intern, agreements),
        "agreements": [row for one in agreements for row in _agreement_rows(one)],
        "cases": [*_cases(intern), *cases_brought(intern)],
        "entries": [*hours_of(intern, zone), *entries_brought(intern)],
    } | records_of(intern, zone)


def _milestones(intern, agreements: list[SupervisionAgreement]) -> dict:
    reached = {one.name: one.on.isoformat() for one in Milestone.objects.filter(person=intern)}
    if admission := InternshipAdmission.objects.of(intern):
        reached["internship_approved"] = admission.approved_on.isoformat()
    if agreements:
        reached["internship_began"] = min(one.counts_from for one in agreements).isoformat()
    return reached


def _supervisors(intern, agreements: Iterable[SupervisionAgreement]) -> list[dict]:
    people = {
        (one.supervisor(role).pk, role): one.supervisor(role)
        for one in agreements
        for role in ROLES
    }
    spans, conflicts = _qualified(people), _conflicts(intern)
    return [
        {
            "id": supervisor_id(person, role),
            "role": role,
            "qualified": spans[pk, role],
            "conflicts": conflicts.get(pk, []),
        }
        for (pk, role), person in people.items()
    ]


def _qualified(people: dict[tuple, object]) -> dict[tuple, list]:
    """The days on which each proof that staff have seen holds."""
    seen = SupervisorAuthority.objects.filter(person__in={pk for pk, _role in people})
    spans: dict[tuple, list] = {key: [] for key in people}
    for proof in seen.order_by("valid_from", "pk"):
        if (proof.person_id, proof.role) in spans and proof.last_day >= proof.valid_from:
            span = [proof.valid_from.isoformat(), proof.last_day.isoformat()]
            spans[proof.person_id, proof.role].append(span)
    return spans


def _conflicts(intern) -> dict[int, list]:
    """By supervisor, whichever role they sign in."""
    spans: dict[int, list] = {}
    for one in SupervisorConflict.objects.filter(intern=intern).order_by("starts_on", "pk"):
        span = [one.starts_on.isoformat(), one.ends_on and one.ends_on.isoformat()]
        spans.setdefault(one.supervisor_id, []).append(span)
    return spans


def _agreement_rows(agreement: SupervisionAgreement) -> list[dict]:
    """One row a supervisor: the engine asks whether this one's agreement was in force."""
    end = agreement.counts_until
    if end and end < agreement.counts_from:
        return []
    return [
        {
            "id": f"{agreement.public_id}:{role}",
            "supervisor": supervisor_id(agreement.supervisor(role), role),
            "start": agreement.counts_from.isoformat(),
            "end": end and end.isoformat(),
        }
        for role in ROLES
    ]


def _cases(intern) -> list[dict]:
    cases = Case.objects.of(intern).prefetch_related("milestones", "pauses")
    return [_case(case) for case in cases]


def _case(case: Case) -> dict:
    steps = {step.kind: step.on.isoformat() for step in case.milestones.all()}
    return {
        "id": case.letter,
        "opened": case.opened_on.isoformat(),
        "closed": case.closed_on and case.closed_on.isoformat(),
        "closure": case.closure or None,
        "opening_meeting": steps.get("opening_meeting"),
        "consents": steps.get("consents"),
        "closure_meeting": steps.get("closure_meeting"),
        "pauses": [
            {"start": one.starts_on.isoformat(), "end": one.ends_on and one.ends_on.isoformat()}
            for one in case.pauses.all()
        ],
    }
