"""Opening a complaint: out of a concern, or as it came by letter, telephone or in person."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.complaints import actions
from certification.complaints.forms import DirectForm, FromConcernForm
from certification.complaints.views.desk import ICON, UNPROCESSABLE, crumbs
from certification.concerns.models import Concern
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate


@needs("complaints.handle")
@require_http_methods(["GET", "POST"])
def new(request):
    today = civil_date(timezone.now())
    form = DirectForm(request.POST or None, initial={"received_on": today})
    return _page(request, form, crumbs=crumbs(), concern=None)


@needs("complaints.handle")
@require_http_methods(["GET", "POST"])
def from_concern(request, public_id):
    reach = Concern.objects.visible_to(request.user).filter(complaint=None)
    concern = get_object_or_404(reach.select_related("reporter"), public_id=public_id)
    named = _("Concern of {day}").format(day=longdate(concern.received_on))
    way = [
        (_("Concerns"), reverse("concerns")),
        (named, reverse("concern_detail", args=[public_id])),
    ]
    return _page(request, FromConcernForm(request.POST or None), crumbs=way, concern=concern)


def _page(request, form: FromConcernForm, *, crumbs, concern: Concern | None):
    opened = form.is_bound and form.carry_out(lambda: _open(request.user, form, concern))
    if opened:
        messages.success(request, _("Opened. The respondent is told, and can answer."))
        return redirect("complaint_desk", opened.public_id)
    return staff_page(
        request,
        "staff/complaints/open.html",
        title=_("Open a complaint"),
        icon=ICON,
        crumbs=crumbs,
        status=UNPROCESSABLE if form.errors else 200,
        form=form,
        concern=concern,
    )


def _open(officer, form: FromConcernForm, concern: Concern | None):
    now, said = timezone.now(), dict(form.cleaned_data)
    if concern is not None:
        said["received_on"] = concern.received_on
    return actions.open_complaint(**said, concern=concern, by=officer, now=now)
