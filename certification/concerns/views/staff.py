"""The complaints officer's desk: concerns, oldest open first, each reading recorded."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from certification.concerns.actions.concerns import close_concern, note_step
from certification.concerns.forms import StepForm
from certification.concerns.models import Concern
from training_site import audit
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate

PAGE = 50


@needs("concerns.handle")
@require_GET
def index(request):
    concerns = Concern.objects.visible_to(request.user)
    open_first = F("closed_on").asc(nulls_first=True)
    concerns = concerns.order_by(open_first, "received_on", "pk")
    page = Paginator(concerns, PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request, "staff/concerns/index.html", title=_("Concerns"), icon="warning", page=page
    )


@needs("concerns.handle")
@require_http_methods(["GET", "POST"])
def concern(request, public_id):
    reach = Concern.objects.visible_to(request.user).select_related("reporter", "complaint")
    one = get_object_or_404(reach, public_id=public_id)
    form = StepForm(request.POST if request.POST.get("act") == "note" else None)
    now = timezone.now()
    if request.POST.get("act") == "close":
        close_concern(one, by=request.user, today=civil_date(now), now=now)
        messages.success(request, _("Closed."))
        return redirect("concern_detail", public_id)
    if form.is_bound and form.is_valid():
        note_step(one, text=form.cleaned_data["text"], by=request.user, now=now)
        return redirect("concern_detail", public_id)
    _record_reading(one, by=request.user, now=now)
    return staff_page(
        request,
        "staff/concerns/concern.html",
        title=_("Concern of {day}").format(day=longdate(one.received_on)),
        icon="warning",
        crumbs=[(_("Concerns"), reverse("concerns"))],
        concern=one,
        notes=one.notes.select_related("by"),
        form=form,
    )


@transaction.atomic
def _record_reading(one: Concern, *, by, now) -> None:
    audit.record("certification.concern.read", actor=by, target=one, at=now)
