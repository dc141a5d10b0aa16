"""Dated records beside the hours: leave, membership, evaluations, credits, intensive plans."""

from zoneinfo import ZoneInfo

from certification.practice.evaluations_counting import Says, counting_evaluations
from certification.practice.models import (
    IntensivePlan,
    LeaveOfAbsence,
    Membership,
)
from certification.scheme.models import Credit
from certification.scheme.models.credits import CreditKind
from training_site.content.civil import civil_date


def records_of(intern, zone: ZoneInfo) -> dict:
    credits = list(Credit.objects.of(intern).approved().order_by("approved_at", "pk"))
    return {
        "leaves": _leaves(intern),
        "memberships": _memberships(intern),
        "evaluations": evaluations_of(intern, zone),
        "intensives": _intensives(intern),
        "equivalences": [
            _credit(one, zone) | {"minutes": one.minutes}
            for one in credits
            if one.kind == CreditKind.EQUIVALENCE
        ],
        "waivers": [_credit(one, zone) for one in credits if one.kind == CreditKind.WAIVER],
    }


def _leaves(intern) -> list[dict]:
    return [
        {"start": one.starts_on.isoformat(), "end": one.ends_on and one.ends_on.isoformat()}
        for one in LeaveOfAbsence.objects.of(intern).granted().order_by("starts_on", "pk")
    ]


def _memberships(intern) -> list[dict]:
    return [
        {"start": one.starts_on.isoformat(), "end": one.ends_on.isoformat()}
        for one in Membership.objects.filter(person=intern).order_by("starts_on", "pk")
    ]


def evaluations_of(intern, zone: ZoneInfo, says: Says | None = None) -> list[dict]:
    """Those that count; `says`, where somebody asks how it would stand otherwise."""
    return [
        {
            "form": one.form.code,
            "role": one.form.role,
            "result": one.result,
            "date": day.isoformat(),
            "case": one.case.letter if one.case else None,
        }
        for one, day in counting_evaluations(intern, zone, says)
    ]


def _intensives(intern) -> list[dict]:
    agreed = IntensivePlan.objects.filter(case__intern=intern).exclude(agreed_at=None)
    return [
        {
            "id": str(one.public_id),
            "start": one.starts_on.isoformat(),
            "end": one.ends_on.isoformat(),
            "case": one.case.letter,
        }
        for one in agreed.select_related("case").order_by("starts_on", "pk")
    ]


def _credit(one: Credit, zone: ZoneInfo) -> dict:
    return {
        "requirement": one.requirement,
        "approved": civil_date(one.approved_at, zone).isoformat(),
    }
