"""Applying, seeing how far it is and who looked, and reading the decision."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.decisions import actions
from certification.decisions.conditions import conditions_of
from certification.decisions.evidence import terms_of
from certification.decisions.forms import ApplicationForm
from certification.decisions.models import Application, Decision
from certification.decisions.people import needed_reviews
from certification.decisions.progress import knots_of
from certification.decisions.readers import readings_of
from certification.decisions.wording import REASON_SENTENCES
from certification.scheme.evaluations import evaluation_for
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("decisions.apply")
@require_http_methods(["GET", "POST"])
def apply(request):
    """One address for all of it: the start, the draft, and how far the application is."""
    application = Application.objects.of(request.user).with_people().first()
    if request.method == "POST" and request.POST.get("act") == "start":
        actions.start_application(request.user, by=request.user, now=timezone.now())
        return redirect("apply")
    if application is None or ("again" in request.GET and application.state == "decided"):
        return _start(request)
    if application.is_draft:
        return _draft(request, application)
    return _status(request, application)


def _start(request):
    evaluation = evaluation_for(request.user, timezone.now())
    context = {"evaluation": evaluation, "met": evaluation is not None and evaluation.met}
    return render(request, "certification/decisions/start.html", context)


def _draft(request, application):
    given = {"name": application.name, "declarations": application.declarations}
    handing_in = request.POST.get("act") == "submit"
    form = ApplicationForm(request.POST or None, initial=given, handing_in=handing_in)
    if form.is_bound and form.is_valid() and _kept(request, application, form):
        return redirect("apply")
    context = {
        "application": application,
        "form": form,
        "missing": application.checks.filter(complete=False).last(),
        "readings": readings_of(application) if application.submitted_at else None,
        "reviews": needed_reviews(application),
    }
    return render(request, "certification/decisions/draft.html", context)


def _kept(request, application, form) -> bool:
    """Nothing typed is lost: the draft is kept before handing in is tried."""
    now, values = timezone.now(), form.cleaned_data
    actions.save_draft(application, **values, by=request.user, now=now)
    if request.POST.get("act") != "submit":
        messages.success(request, _("Kept as a draft. Nobody but you sees it."))
        return True
    try:
        actions.submit_application(application, **values, by=request.user, now=now)
    except Refused as refused:
        field = "name" if refused.reason.startswith("name_") else None
        field = "declarations" if refused.reason == "declarations_missing" else field
        form.add_error(field, sentence(refused))
        return False
    messages.success(request, _("Handed in. The registrar looks at it next."))
    return True


def _status(request, application):
    asked = conditions_of(application.decision, civil_date(timezone.now()))
    context = {
        "application": application,
        "decision": application.decision,
        "earlier": application.decisions.filter(round__lt=application.round).order_by("round"),
        "conditions": asked,
        "waits": any(one.is_open for one in asked),
        "knots": knots_of(application, reviews=needed_reviews(application)),
        "readings": readings_of(application),
    }
    return render(request, "certification/decisions/status.html", context)


@needs("decisions.apply")
@require_safe
def letter(request, public_id):
    """The decision with its reasons, and how to appeal; the applicant's own."""
    decision = get_object_or_404(
        Decision.objects.select_related("application__scheme_version__scheme", "applicant"),
        public_id=public_id,
        applicant=request.user,
    )
    context = {
        "decision": decision,
        "reasons": [REASON_SENTENCES[code] for code in decision.reason_codes],
        "reviews": decision.reviewers.count(),
        "conditions": conditions_of(decision, civil_date(timezone.now())),
        "appeal_days": terms_of(decision.application).appeal_days,
    }
    return render(request, "certification/decisions/letter.html", context)
