"""The page of whom a complaint is about, and of who made it: each reads what is theirs to read."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.complaints import actions
from certification.complaints.forms import RespondForm
from certification.complaints.models import Complaint
from certification.complaints.parties import for_complainant, for_respondent
from certification.complaints.rules.states import OPEN, State
from training_site.accounts.permissions import needs
from training_site.content.civil import civil_date

UNPROCESSABLE = 422


@needs("complaints.concerned")
@require_http_methods(["GET", "POST"])
def complaint(request, public_id):
    mine = Complaint.objects.of_party(request.user)
    one = get_object_or_404(mine.select_related("respondent"), public_id=public_id)
    if one.respondent_id == request.user.pk:
        return _respondent(request, one)
    context = for_complainant(one)
    return render(request, "certification/complaints/complainant.html", context)


def _respondent(request, one: Complaint):
    now = timezone.now()
    form = RespondForm(request.POST or None) if State(one.state) in OPEN else None
    if (
        form
        and form.is_bound
        and form.carry_out(
            lambda: actions.respond(one, **form.cleaned_data, by=request.user, now=now)
        )
    ):
        messages.success(request, _("Your answer is kept. Those who look into it read it."))
        return redirect("complaint", one.public_id)
    context = for_respondent(one, civil_date(now)) | {"form": form}
    status = UNPROCESSABLE if form and form.errors else 200
    return render(request, "certification/complaints/respondent.html", context, status=status)
