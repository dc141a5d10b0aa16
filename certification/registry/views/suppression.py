"""Asking to be kept out of sight: what it does, how it stands, who read why."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from certification.credentials.models import Certificate
from certification.registry.actions import ask_suppression, take_back
from certification.registry.models import SuppressionRequest
from certification.registry.openings import openings_of
from certification.registry.rules.suppressing import IN_FORCE
from certification.registry.suppression_forms import SuppressionForm
from training_site.accounts.permissions import needs


@needs("registry.ask_suppression")
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def suppression(request):
    now, act = timezone.now(), request.POST.get("act")
    own = SuppressionRequest.objects.of(request.user)
    if act == "take_back":
        take_back(get_object_or_404(own.open()), by=request.user, now=now)
        messages.success(request, _("Taken back. Nothing shows until you choose it again."))
        return redirect("suppression")
    form = SuppressionForm(request.POST if act == "ask" else None)
    if form.is_bound and form.carry_out(
        lambda: ask_suppression(request.user, reason=form.cleaned_data["reason"], now=now)
    ):
        messages.success(request, _("In force from this moment. Somebody answers you."))
        return redirect("suppression")
    newest = own.select_related("answered_by", "ended_by").first()
    context = {
        "asked": newest,
        "in_force": newest is not None and newest.state in IN_FORCE,
        "openings": openings_of(newest) if newest else [],
        "certificate": Certificate.objects.of(request.user).first(),
        "form": form,
    }
    return render(request, "certification/registry/suppression.html", context)
