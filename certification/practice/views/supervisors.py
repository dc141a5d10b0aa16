"""Naming a supervisor from outside, and declaring a conflict of interest."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.practice import actions
from certification.practice.agreement_forms import ConflictForm, NominationForm
from certification.practice.models import SupervisionAgreement, SupervisorConflict
from training_site.accounts.permissions import needs
from training_site.content.association import association


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def nominate(request):
    """For somebody who is not in the list of the agreement."""
    posted = request.POST if request.method == "POST" else None
    form = NominationForm(posted, clinician_label=association().clinician_label)

    def write():
        now = timezone.now()
        return actions.nominate_supervisor(
            request.user, **form.cleaned_data, by=request.user, now=now
        )

    if request.method == "POST" and form.carry_out(write):
        messages.success(request, _("Sent to the association. It invites them, or tells you."))
        return redirect("practice_agreement")
    return render(request, "certification/practice/nominate.html", {"form": form})


@needs("practice.supervise")
@require_http_methods(["GET", "POST"])
def conflict(request, public_id):
    """The supervisor's own conflict with the intern of an agreement that names them."""
    mine = SupervisionAgreement.objects.visible_to(request.user).exclude(intern=request.user)
    agreement = get_object_or_404(mine.with_people(), public_id=public_id)
    form = ConflictForm(request.POST if request.method == "POST" else None)

    def write():
        return actions.declare_conflict(
            agreement.intern,
            request.user,
            **form.cleaned_data,
            by=request.user,
            now=timezone.now(),
        )

    if request.method == "POST" and form.carry_out(write):
        messages.success(request, _("Declared. Lines of those days are held back from now on."))
        return redirect("declare_conflict", public_id=public_id)
    known = SupervisorConflict.objects.visible_to(request.user).filter(intern=agreement.intern)
    context = {"agreement": agreement, "form": form, "conflicts": known}
    return render(request, "certification/practice/conflict.html", context)
