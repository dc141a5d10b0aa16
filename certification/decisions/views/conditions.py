"""A condition on one page: the applicant says that it is done, staff close it or give more time."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.decisions import actions
from certification.decisions.condition_forms import CloseForm, DoneForm
from certification.decisions.conditions import shown
from certification.decisions.dossier import hidden_names, shown_name
from certification.decisions.models import Condition
from certification.decisions.statement import is_outside
from certification.decisions.views.dossier import case_for
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

UNPROCESSABLE = 422


@needs("decisions.apply")
@require_http_methods(["GET", "POST"])
def done(request, public_id):
    """The applicant's own condition, and her word that it is done."""
    mine = Condition.objects.with_case().filter(decision__applicant=request.user)
    one = get_object_or_404(mine, public_id=public_id)
    form, now = DoneForm(request.POST or None), timezone.now()
    if form.is_bound and form.is_valid():
        try:
            actions.say_done(one, **form.cleaned_data, by=request.user, now=now)
        except Refused as refused:
            form.add_error("text", sentence(refused))
        else:
            messages.success(request, _("Thank you. Staff look at it next."))
            return redirect("apply")
    context = {"one": shown(one, civil_date(now)), "form": form}
    return render(request, "certification/decisions/condition.html", context)


@needs("decisions.close_condition")
@require_http_methods(["GET", "POST"])
def condition(request, public_id):
    """Staff: met, not met, or more time; by anybody but the applicant."""
    reach = Condition.objects.visible_to(request.user).with_case()
    reach = reach.exclude(decision__applicant=request.user)
    one, now = get_object_or_404(reach, public_id=public_id), timezone.now()
    case = case_for(request, one.decision.application.public_id)
    form = CloseForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            actions.close_condition(one, **form.cleaned_data, by=request.user, now=now)
        except Refused as refused:
            at = "due_on" if refused.reason == "extension_not_later" else "reason"
            form.add_error(at, sentence(refused))
        else:
            messages.success(request, _("Kept. The applicant is told."))
            return redirect("dossier", case.public_id)
    actions.open_dossier(case, by=request.user, now=now)
    outside = is_outside(case, request.user)
    return staff_page(
        request,
        "staff/certification/condition.html",
        title=_("Condition"),
        icon="tasks",
        crumbs=[
            (_("Queue"), reverse("certification_queue")),
            (_("Dossier"), reverse("dossier", args=[case.public_id])),
        ],
        status=UNPROCESSABLE if form.errors else 200,
        one=shown(one, civil_date(now)),
        name=shown_name(case, outside=outside),
        outside=outside,
        hidden=hidden_names(case, outside=outside),
        form=None if one.closed else form,
    )
