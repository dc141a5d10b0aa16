"""The supervisor's home, and the receipt of a signature."""

from datetime import date

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from certification.practice.caseload import caseload_of
from certification.practice.evaluations_asked import asked_of_supervisor
from certification.practice.lapses import lapses_ahead
from certification.practice.models import (
    ContestedSignOff,
    IntensivePlan,
    PeriodSignOff,
    SupervisionAgreement,
    SupervisorAuthority,
)
from certification.practice.models.hours import Category
from certification.practice.waiting import months_waiting
from training_site.accounts.permissions import may, needs
from training_site.content.civil import civil_date


@needs("practice.supervise")
@require_safe
def queue(request):
    today = civil_date(timezone.now())
    proofs = list(SupervisorAuthority.objects.filter(person=request.user).order_by("-valid_until"))
    held = [proof for proof in proofs if proof.valid_from <= today <= proof.last_day]
    context = {
        "months": months_waiting(request.user, today),
        "today": today,
        "contests": ContestedSignOff.objects.filter(supervisor=request.user)
        .open()
        .filter(answered_at=None)
        .with_people(),
        "lapses": lapses_ahead(request.user, today),
        "plans_to_answer": IntensivePlan.objects.waiting_for(request.user, today).select_related(
            "case__intern"
        ),
        "to_answer": SupervisionAgreement.objects.waiting_for(request.user).with_people(),
        "evaluations_due": [one for one in asked_of_supervisor(request.user, today) if one.waits],
        "caseload": caseload_of(request.user, today),
        "reads_shared": may(request.user, "courses.read_shared"),
        "proofs": held,
        "lapsed": proofs[0] if proofs and not held else None,
        "receipts": PeriodSignOff.objects.filter(supervisor=request.user)
        .select_related("intern")
        .defer("snapshot")[:6],
    }
    return render(request, "certification/practice/supervision.html", context)


@needs("practice.see_signature")
@require_safe
def receipt(request, public_id):
    """What was signed, for the one who signed it and the one whose hours they are."""
    visible = PeriodSignOff.objects.visible_to(request.user)
    visible = visible.select_related(
        "intern", "supervisor", "statement", "paper", "contest", "written_by"
    )
    signoff = get_object_or_404(visible, public_id=public_id)
    lines = [
        entry
        | {"label": Category(entry["category"]).label, "day": date.fromisoformat(entry["date"])}
        for entry in signoff.snapshot["entries"]
    ]
    context = {"signoff": signoff, "lines": lines}
    return render(request, "certification/practice/receipt.html", context)
