"""What an intern says about a case: a step took place, an intensive is planned, others supervise."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.practice import actions
from certification.practice.case_forms import HandOverForm, IntensiveForm, StepForm
from certification.practice.models import Case, SupervisionAgreement
from certification.practice.views.cases import own_case
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def attest_step(request, public_id):
    case, now = own_case(request.user, public_id), timezone.now()
    attested = dict(case.milestones.values_list("kind", "on"))
    initial = {"kind": request.GET.get("step"), "on": civil_date(now)}
    form = StepForm(_posted(request), attested=attested, is_open=case.is_open, initial=initial)
    step = form.is_bound and form.carry_out(
        lambda: actions.attest_step(case, **form.cleaned_data, by=request.user, now=now)
    )
    if step:
        messages.success(request, _("Attested: %(step)s.") % {"step": step.get_kind_display()})
        return redirect("practice_case", public_id=public_id)
    return _page(request, "attest_step", case, form)


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def propose_intensive(request, public_id):
    case, now = own_case(request.user, public_id), timezone.now()
    form = IntensiveForm(_posted(request))
    if form.is_bound and form.carry_out(
        lambda: actions.propose_intensive(case, **form.cleaned_data, by=request.user, now=now)
    ):
        messages.success(request, _("Proposed. Both supervisors have been asked."))
        return redirect("practice_case", public_id=public_id)
    return _page(request, "propose_intensive", case, form)


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def hand_over_case(request, public_id):
    case, now = own_case(request.user, public_id), timezone.now()
    in_force = SupervisionAgreement.objects.of(request.user).in_force(civil_date(now))
    offered = in_force.exclude(pk=case.agreement_id).with_people()
    form = HandOverForm(_posted(request), offered=offered)
    if form.is_bound and form.carry_out(
        lambda: actions.hand_over_case(
            case, form.cleaned_data["agreement"], by=request.user, now=now
        )
    ):
        messages.success(request, _("Handed over. All who are concerned have been told."))
        return redirect("practice_case", public_id=public_id)
    return _page(request, "hand_over_case", case, form, offered=offered)


def _posted(request):
    return request.POST if request.method == "POST" else None


def _page(request, name: str, case: Case, form, **more):
    context = {"case": case, "form": form, **more}
    return render(request, f"certification/practice/{name}.html", context)
