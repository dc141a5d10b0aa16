"""What is known of one person, as the document the engine reads (engine.md, "Facts").

The ids are opaque: an entry's and an agreement's public id; a supervisor is a person in a role, so
that somebody who is mentor here and clinician there appears under two ids.
"""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from assessments.models import Attempt
from certification.practice.models import (
    Case,
    HoursEntry,
    InternshipAdmission,
    SupervisionAgreement,
    SupervisorAuthority,
)
from certification.practice.models.hours import EntryState
from certification.practice.rules.categories import CLINICIAN, MENTOR, signer_role
from courses.completion import course_completions, didactic_entries, live_entries
from training_site.content.civil import association_zone, civil_date
from training_site.content.models import Attestation, PolicyVersion

ROLES = (MENTOR, CLINICIAN)


def facts_for(intern, as_of: date, *, zone: ZoneInfo | None = None) -> dict:
    """Everything, on the day `as_of` of the association's zone."""
    zone = zone or association_zone()
    about = {"as_of": as_of.isoformat(), "zone": str(zone)}
    return about | together(learning_of(intern, zone), practice_of(intern))


def together(learning: dict, practice: dict) -> dict:
    """Both have entries: hours of study and hours of practice, each under its own id."""
    return learning | practice | {"entries": learning["entries"] + practice["entries"]}


def learning_of(intern, zone: ZoneInfo) -> dict:
    """What lies below this app: courses, hours of study, examinations, policies and signatures."""
    passes = Attempt.objects.passes_of(intern)
    versions = _versions()
    return {
        "courses": [
            {"course": code, "completed": civil_date(at, zone).isoformat()}
            for code, at in course_completions(intern)
        ],
        "assessments": sorted(
            (
                {
                    "assessment": attempt.assessment.slug,
                    "passed": civil_date(attempt.submitted_at, zone).isoformat(),
                }
                for attempt in passes
            ),
            key=lambda row: row["assessment"],
        ),
        "entries": [*_lessons(intern, zone), *_live_days(intern)],
        "attestations": _attestations(intern, zone, versions),
        "policies": [
            {
                "policy": version.policy,
                "version": version.number,
                "effective": version.effective_from.isoformat(),
            }
            for version, first in versions
            if version == first
        ],
    }


def _lessons(intern, zone: ZoneInfo) -> list[dict]:
    """Each lesson done, on the day it was done; its progress is its proof, so it stands as signed."""
    return [
        _studied(
            str(entry.lesson_uuid),
            category="didactic_async",
            day=civil_date(entry.done_at, zone),
            minutes=entry.minutes,
            modality="asynchronous",
            area=entry.content_area,
        )
        for entry in didactic_entries(intern)
        if entry.minutes
    ]


def _live_days(intern) -> list[dict]:
    return [
        _studied(
            str(entry.id),
            category=entry.category,
            day=entry.date,
            minutes=entry.minutes,
            modality="in_person" if entry.in_person else "video",
            area=entry.content_area,
        )
        for entry in live_entries(intern)
    ]


def _studied(id: str, *, category: str, day: date, minutes: int, modality: str, area: str) -> dict:
    """An hour of study stands under no agreement: a scheme's filters for practice leave it out by
    their `where`. It was claimed on its day, however late somebody signed for it."""
    return {
        "id": id,
        "category": category,
        "date": day.isoformat(),
        "minutes": minutes,
        "modality": modality,
        "content_areas": [area],
        "submitted": day.isoformat(),
        "status": "signed",
    }


def _attestations(intern, zone: ZoneInfo, versions: list[tuple]) -> list[dict]:
    """The newest signature under each version: one that was renewed says nothing more.

    A version that only corrects wording stands as the one that it corrects.
    """
    asking = {version.pk: first for version, first in versions}
    signed = Attestation.objects.of(intern).order_by("at", "pk")
    newest = {asking[one.version_id].pk: one for one in signed}
    return [
        {
            "policy": one.version.policy,
            "version": asking[one.version_id].number,
            "signed": civil_date(one.at, zone).isoformat(),
        }
        for _version, one in sorted(newest.items())
    ]


def _versions() -> list[tuple[PolicyVersion, PolicyVersion]]:
    """Each version of every policy, with the one from which its signatures count."""
    first: dict[str, PolicyVersion] = {}
    found = []
    for version in PolicyVersion.objects.order_by("effective_from", "pk").defer("body"):
        if version.asks_again or version.policy not in first:
            first[version.policy] = version
        found.append((version, first[version.policy]))
    return found


def practice_of(intern) -> dict:
    """What stands in this app; every change of it counts up the facts version."""
    agreements = list(SupervisionAgreement.objects.of(intern).ever_approved().with_people())
    return {
        "milestones": _milestones(intern),
        "supervisors": _supervisors(agreements),
        "agreements": [row for one in agreements for row in _agreement_rows(one)],
        "cases": [_case(case) for case in Case.objects.of(intern)],
        "entries": [_entry(entry) for entry in _standing(intern)],
    }


def _milestones(intern) -> dict:
    admission = InternshipAdmission.objects.of(intern)
    return {"internship_approved": admission.approved_on.isoformat()} if admission else {}


def supervisor_id(person, role: str) -> str:
    return f"{person.public_id}:{role}"


def _supervisors(agreements: Iterable[SupervisionAgreement]) -> list[dict]:
    people = {
        (one.supervisor(role).pk, role): one.supervisor(role)
        for one in agreements
        for role in ROLES
    }
    seen = SupervisorAuthority.objects.filter(person__in={pk for pk, _role in people})
    spans: dict[tuple, list] = {key: [] for key in people}
    for proof in seen.order_by("valid_from", "pk"):
        if (proof.person_id, proof.role) in spans and proof.last_day >= proof.valid_from:
            span = [proof.valid_from.isoformat(), proof.last_day.isoformat()]
            spans[proof.person_id, proof.role].append(span)
    return [
        {"id": supervisor_id(person, role), "role": role, "qualified": spans[pk, role]}
        for (pk, role), person in people.items()
    ]


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


def _case(case: Case) -> dict:
    return {
        "id": case.letter,
        "opened": case.opened_on.isoformat(),
        "closed": case.closed_on and case.closed_on.isoformat(),
        "closure": case.closure or None,
    }


def _standing(intern) -> Iterable[HoursEntry]:
    entries = HoursEntry.objects.of(intern).standing().in_order()
    return entries.select_related("case", "agreement", "supervisor").defer(
        "note", "returned_comment"
    )


def _entry(entry: HoursEntry) -> dict:
    role = signer_role(entry.category)
    return {
        "id": str(entry.public_id),
        "category": entry.category,
        "date": entry.date.isoformat(),
        "start": f"{entry.start:%H:%M}",
        "minutes": entry.minutes,
        "modality": entry.modality,
        "format": entry.format or None,
        "group_size": entry.group_size,
        "case": entry.case.letter if entry.case else None,
        "supervisor": supervisor_id(entry.supervisor, role),
        "agreement": f"{entry.agreement.public_id}:{role}",
        "content_areas": entry.content_areas,
        "submitted": _day_of(entry.submitted_at, entry.zone),
        "status": _status(entry),
    }


def _day_of(instant: datetime | None, zone: str) -> str | None:
    """The deadline runs by the calendar on the wall where the hour took place."""
    return civil_date(instant, ZoneInfo(zone)).isoformat() if instant else None


def _status(entry: HoursEntry) -> str:
    """A correction that waits is no more than a draft to the engine: what it corrects still counts,
    and the two must never be added up, not even in a projection."""
    waiting_correction = entry.corrects_id and entry.state != EntryState.SIGNED
    return str(EntryState.DRAFT if waiting_correction else entry.state)
