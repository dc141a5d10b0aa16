"""A case before its mentor or clinician: steps, rhythm, hours, incidents; an intensive to answer."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.practice import actions
from certification.practice.case_pages import entries_of, shown_of
from certification.practice.models import Case, IncidentReport, IntensivePlan
from certification.practice.views.home import totals_of
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

ANSWERS = {"agree": True, "decline": False}


@needs("practice.supervise")
@require_safe
def case(request, public_id):
    case, today = supervised_case_of(request.user, public_id), civil_date(timezone.now())
    incidents = IncidentReport.objects.visible_to(request.user).filter(case=case)
    context = {
        "case": case,
        "totals": totals_of(entries_of(case, request.user)),
        "to_answer": IntensivePlan.objects.waiting_for(request.user, today).filter(case=case),
        "incidents": incidents.defer("what_happened", "done_at_once", "outcome"),
        **shown_of(case, request.user, today),
    }
    return render(request, "certification/practice/supervised_case.html", context)


@needs("practice.supervise")
@require_http_methods(["GET", "POST"])
def answer_intensive(request, public_id):
    """Agreed or declined before its first day; afterwards the page says how it was answered."""
    plans = IntensivePlan.objects.visible_to(request.user).exclude(case__intern=request.user)
    people = ("case__intern", "case__agreement", "agreed_by", "declined_by")
    plan = get_object_or_404(plans.select_related(*people), public_id=public_id)
    if request.POST.get("answer") in ANSWERS:
        return _answer(request, plan, agrees=ANSWERS[request.POST["answer"]])
    waits = IntensivePlan.objects.waiting_for(request.user, civil_date(timezone.now()))
    context = {"plan": plan, "case": plan.case, "waits": waits.filter(pk=plan.pk).exists()}
    return render(request, "certification/practice/answer_intensive.html", context)


def _answer(request, plan: IntensivePlan, *, agrees: bool):
    try:
        actions.answer_intensive(plan, agrees=agrees, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Agreed.") if agrees else _("Declined."))
    return redirect("supervised_case", public_id=plan.case.public_id)


def supervised_case_of(user, public_id) -> Case:
    theirs = Case.objects.visible_to(user).exclude(intern=user)
    people = ("intern", "agreement__mentor", "agreement__clinician")
    return get_object_or_404(theirs.select_related(*people), public_id=public_id)
