"""Staff: conflicts of interest between an intern and the supervisors of an agreement."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.practice import actions
from certification.practice.agreement_forms import EndConflictForm, StaffConflictForm
from certification.practice.models import SupervisionAgreement, SupervisorConflict
from certification.practice.views.staff import crumbs, posted
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.manage")
@require_http_methods(["GET", "POST"])
def conflicts(request, public_id):
    agreement = get_object_or_404(SupervisionAgreement.objects.with_people(), public_id=public_id)
    form = StaffConflictForm(posted(request, "declare"), agreement=agreement)
    known = SupervisorConflict.objects.filter(
        intern=agreement.intern, supervisor__in=[agreement.mentor, agreement.clinician]
    )
    if form.is_bound and form.carry_out(lambda: _declare(agreement, form, request.user)):
        messages.success(request, _("Declared. Lines of those days are held back from now on."))
        return redirect("practice_conflicts", public_id)
    if request.POST.get("act") == "end":
        _end(request, known)
        return redirect("practice_conflicts", public_id)
    address = reverse("practice_agreement_desk", args=[agreement.public_id])
    return staff_page(
        request,
        "staff/practice/conflicts.html",
        title=_("Conflicts of interest"),
        icon="warning",
        crumbs=[*crumbs(), (agreement.intern.name, address)],
        conflicts=known.select_related("supervisor", "declared_by"),
        form=form,
    )


def _declare(agreement: SupervisionAgreement, form: StaffConflictForm, by) -> SupervisorConflict:
    said = dict(form.cleaned_data)
    supervisor = agreement.supervisor(said.pop("supervisor"))
    return actions.declare_conflict(agreement.intern, supervisor, **said, by=by, now=timezone.now())


def _end(request, known) -> None:
    one = get_object_or_404(known, public_id=public_id_in(request.POST.get("conflict")))
    form = EndConflictForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give its last day."))
        return
    try:
        actions.end_conflict(
            one, ends_on=form.cleaned_data["ended_on"], by=request.user, now=timezone.now()
        )
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Recorded. It holds up to and on that day."))
