"""The intern's cases: opening one, its page, closing it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.practice import actions
from certification.practice.case_forms import CloseCaseForm, OpenCaseForm
from certification.practice.case_pages import entries_of, shown_of
from certification.practice.models import Case, SupervisionAgreement
from certification.practice.models.cases import Closure
from certification.practice.views.home import current_of, totals_of
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def open_new(request):
    now = timezone.now()
    agreements = list(SupervisionAgreement.objects.of(request.user).with_people())
    agreement = current_of(agreements)
    if agreement is None or agreement.counts_from is None:
        messages.info(request, sentence("agreement_missing"))
        return redirect("practice_agreement")
    posted = request.POST if request.method == "POST" else None
    form = OpenCaseForm(posted, initial={"opened_on": civil_date(now)})
    opened = request.method == "POST" and form.carry_out(
        lambda: actions.open_case(
            request.user,
            agreement=agreement,
            opened_on=form.cleaned_data["opened_on"],
            by=request.user,
            now=now,
        )
    )
    if opened:
        messages.success(request, _("%(case)s is open.") % {"case": opened})
        return redirect("practice_case", public_id=opened.public_id)
    context = {"form": form, "agreement": agreement}
    return render(request, "certification/practice/open_case.html", context)


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def case(request, public_id):
    case = own_case(request.user, public_id)
    now = timezone.now()
    posted = request.POST if request.method == "POST" else None
    form = CloseCaseForm(posted, initial={"closed_on": civil_date(now)})
    closed = request.method == "POST" and form.carry_out(
        lambda: actions.close_case(case, **form.cleaned_data, by=request.user, now=now)
    )
    if closed:
        messages.success(request, _said_of(closed))
        return redirect("practice_case", public_id=public_id)
    context = {
        "case": case,
        "form": form,
        "totals": totals_of(entries_of(case, request.user)),
        **shown_of(case, request.user, civil_date(now)),
    }
    return render(request, "certification/practice/case.html", context)


def _said_of(closed: Case) -> str:
    if closed.closure == Closure.PLANNED:
        return _("%(case)s is closed.") % {"case": closed}
    return _("%(case)s is kept as interrupted. Its hours stand.") % {"case": closed}


@needs("practice.keep_record")
@require_POST
def begin_closing(request, public_id):
    case = own_case(request.user, public_id)
    try:
        actions.begin_closing(case, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    return redirect("practice_case", public_id=public_id)


def own_case(user, public_id) -> Case:
    mine = (
        Case.objects.visible_to(user)
        .filter(intern=user)
        .select_related("intern", "agreement__mentor", "agreement__clinician")
    )
    return get_object_or_404(mine, public_id=public_id)
