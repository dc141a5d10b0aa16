"""A sanction at the officer's desk: how it stands, until it is closed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.complaints import actions
from certification.complaints.forms import SayForm
from certification.complaints.models import Complaint, Sanction
from certification.complaints.models.findings import ON_THE_CERTIFICATE
from certification.complaints.telling import shown_sanction
from certification.complaints.views.desk import ICON, UNPROCESSABLE, crumbs
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date


@needs("complaints.handle")
@require_http_methods(["GET", "POST"])
def sanction(request, public_id):
    reach = Complaint.objects.visible_to(request.user)
    rows = Sanction.objects.filter(finding__complaint__in=reach).with_case()
    one, now = get_object_or_404(rows, public_id=public_id), timezone.now()
    touching = one.kind in ON_THE_CERTIFICATE
    open_still = one.closed is None and one.finding.set_aside_at is None
    form = SayForm(request.POST or None, on_certificate=touching) if open_still else None
    if (
        form
        and form.is_bound
        and form.carry_out(
            lambda: actions.say_of_sanction(one, **form.cleaned_data, by=request.user, now=now)
        )
    ):
        messages.success(request, _("Kept. The respondent is told."))
        return redirect("complaint_desk", one.finding.complaint.public_id)
    return staff_page(
        request,
        "staff/complaints/sanction.html",
        title=str(one.get_kind_display()),
        icon=ICON,
        crumbs=crumbs(one.finding.complaint),
        status=UNPROCESSABLE if form and form.errors else 200,
        one=shown_sanction(one, civil_date(now)),
        touching=touching,
        form=form,
    )
