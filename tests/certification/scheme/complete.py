"""The facts of somebody who has met all of scheme 1.0, and not a minute more.

Thirty weeks from 7 April 2026: two sessions of 90 minutes a week with a consultation after
each, two meetings with the mentor of 30 minutes; three cases one after the other.
"""

from datetime import date, timedelta
from itertools import count
from pathlib import Path

import yaml
from django.conf import settings

from certification.scheme.rules.vocabulary import CONTENT_AREAS

CURRICULUM = Path(settings.BASE_DIR) / "training_site/curriculum"
TEXT = (CURRICULUM / "schemes/certified-surrogate-partner-1.0.yaml").read_text(encoding="utf-8")
AS_OF = "2026-11-22"
WEEKS = 30
FIRST_TUESDAY = date(2026, 4, 7)
COURSES = yaml.safe_load((CURRICULUM / "programme.yaml").read_text(encoding="utf-8"))["courses"]
POLICIES = (
    "code-of-ethics",
    "confidentiality-contract",
    "jurisdiction-notice",
    "client-pseudonymity",
    "health-policy",
    "dual-relationships",
    "intern-title",
    "data-handling",
)
FORMS = ("mentor-mid", "mentor-final", "self-mid", "self-final")


def complete_facts() -> dict:
    return {
        "as_of": AS_OF,
        "zone": "Europe/London",
        "milestones": {"internship_approved": "2026-04-01"},
        "courses": [{"course": code, "completed": "2026-02-01"} for code in COURSES],
        "assessments": [
            {"assessment": slug, "passed": "2026-02-03"}
            for slug in ("ethics-exam", "boundaries-exam", "final-exam")
        ],
        "policies": [
            {"policy": policy, "version": "1", "effective": "2024-01-01"} for policy in POLICIES
        ],
        "attestations": [
            {"policy": policy, "version": "1", "signed": "2026-03-01"} for policy in POLICIES
        ],
        "supervisors": [
            {"id": "M", "role": "mentor", "qualified": [["2025-01-01", None]]},
            {"id": "C", "role": "clinician", "qualified": [["2025-01-01", None]]},
        ],
        "agreements": [
            {"id": "GM", "supervisor": "M", "start": "2026-04-02", "end": None},
            {"id": "GC", "supervisor": "C", "start": "2026-04-02", "end": None},
        ],
        "cases": [_case("A", "2026-06-30"), _case("B", "2026-09-30"), _case("C", None)],
        "evaluations": [
            *({"form": form, "result": 3, "date": "2026-11-01"} for form in FORMS),
            *(
                {"form": "clinician-case", "result": 3, "date": "2026-11-01", "case": case}
                for case in "ABC"
            ),
        ],
        "memberships": [{"start": "2026-01-01", "end": "2026-12-31"}],
        "entries": _numbered([*_studied(), *_practised()]),
    }


def _case(letter: str, closed: str | None) -> dict:
    return {
        "id": letter,
        "opened": "2026-04-02",
        "opening_meeting": "2026-04-02",
        "consents": "2026-04-02",
        "closed": closed,
        "closure": "planned" if closed else None,
        "closure_meeting": closed,
    }


def _studied() -> list[dict]:
    """Of each area 5 h 30 min of lessons, 2 h of live teaching and 5 h of lab."""
    kinds = [("didactic_async", 330), ("didactic_sync", 120), ("experiential_lab", 300)]
    entries = [
        {"category": kind, "date": "2026-01-10", "minutes": minutes, "content_areas": [area]}
        for area in CONTENT_AREAS
        for kind, minutes in kinds
    ]
    return [*entries, {"category": "attitude_reassessment", "date": "2026-01-20", "minutes": 600}]


def _practised() -> list[dict]:
    entries = []
    for week in range(WEEKS):
        tuesday = FIRST_TUESDAY + timedelta(weeks=week)
        case = "ABC"[week // 10]
        for day in (tuesday, tuesday + timedelta(2)):
            entries.append(_hour("direct_session", day, 90, "M", case=case))
            entries.append(_hour("clinician_consultation", day, 19, "C", case=case))
        for kind, form in (("mentor_individual", "individual"), ("mentor_group", "group")):
            entries.append(_hour(kind, tuesday, 30, "M", format=form))
    meetings = [(case, day) for case in "ABC" for day in ("2026-04-02", "2026-06-15")]
    met = [_hour("triadic_meeting", day, 60, "C", case=case) for case, day in meetings]
    return [*entries, *met]


def _hour(category: str, day: date | str, minutes: int, supervisor: str, **more) -> dict:
    return {
        "category": category,
        "date": str(day),
        "start": "10:00",
        "minutes": minutes,
        "modality": "in_person",
        "supervisor": supervisor,
        "agreement": f"G{supervisor}",
        "submitted": str(day),
        **more,
    }


def _numbered(entries: list[dict]) -> list[dict]:
    numbers = count(1)
    return [{"id": f"e{next(numbers):04}", "status": "signed", **entry} for entry in entries]
