"""Staff: incident reports, the oldest open one first. Each reading is recorded."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from certification.practice import actions
from certification.practice.incident_forms import OutcomeForm
from certification.practice.models import IncidentReport
from certification.practice.rules.lifecycles import may_incident
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate
from training_site.verdict import Refused
from training_site.wording import sentence

ICON, PAGE = "warning", 50


@needs("practice.handle_incidents")
@require_GET
def index(request):
    today = civil_date(timezone.now())
    texts = ("what_happened", "done_at_once", "outcome")
    reports = IncidentReport.objects.by_urgency().select_related("reporter", "case").defer(*texts)
    page = Paginator(reports, PAGE).get_page(request.GET.get("page"))
    rows = [(one, (today - civil_date(one.reported_at)).days) for one in page]
    return staff_page(
        request,
        "staff/practice/incidents.html",
        title=_("Incidents"),
        icon=ICON,
        page=page,
        rows=rows,
    )


@needs("practice.handle_incidents")
@require_http_methods(["GET", "POST"])
def report(request, public_id):
    people = ("reporter", "case__agreement", "taken_by", "closed_by")
    one = get_object_or_404(IncidentReport.objects.select_related(*people), public_id=public_id)
    now = timezone.now()
    form = OutcomeForm(request.POST if request.POST.get("act") == "close" else None)
    if form.is_bound and form.carry_out(
        lambda: actions.close_incident(one, **form.cleaned_data, by=request.user, now=now)
    ):
        messages.success(request, _("Closed. The reporter has been told."))
        return redirect("incident_desk_report", public_id)
    if request.POST.get("act") == "take":
        _take(request, one, now)
        return redirect("incident_desk_report", public_id)
    actions.read_incident(one, by=request.user, now=now)
    own = one.reporter_id == request.user.pk
    return staff_page(
        request,
        "staff/practice/incident.html",
        title=_("Incident of {day}").format(day=longdate(one.on)),
        icon=ICON,
        crumbs=[(_("Incidents"), reverse("incident_desk"))],
        report=one,
        own=own,
        may_take=may_incident("take", one.state, own=own),
        may_close=may_incident("close", one.state, own=own),
        form=form,
    )


def _take(request, one: IncidentReport, now) -> None:
    try:
        actions.take_incident(one, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("In your hands."))
