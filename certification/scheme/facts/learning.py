"""What lies below this app: courses, hours of study, examinations, policies and signatures."""

from datetime import date
from zoneinfo import ZoneInfo

from django.db.models import Min

from assessments.models import Attempt
from courses.completion import course_completions, didactic_entries, live_entries
from courses.models import Enrolment
from training_site.content.civil import civil_date
from training_site.content.models import Attestation, PolicyVersion


def learning_of(intern, zone: ZoneInfo) -> dict:
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
        "milestones": _enrolled(intern, zone),
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


def _enrolled(intern, zone: ZoneInfo) -> dict[str, str]:
    first = Enrolment.objects.filter(learner=intern).aggregate(at=Min("enrolled_at"))["at"]
    return {"enrolled": civil_date(first, zone).isoformat()} if first else {}


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
