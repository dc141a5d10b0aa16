"""Incident reports of interns and supervisors: one's own, those of one's cases, a new one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from certification.practice import actions
from certification.practice.incident_forms import IncidentForm
from certification.practice.incident_readers import readings_of
from certification.practice.models import IncidentReport
from training_site.accounts.permissions import may, needs
from training_site.content.association import association
from training_site.content.civil import civil_date

TEXTS = ("what_happened", "done_at_once", "outcome")


@needs("practice.report_incident")
@require_safe
def index(request):
    visible = IncidentReport.objects.visible_to(request.user).distinct()
    visible = visible.select_related("case", "case__intern", "reporter").defer(*TEXTS)
    context = {
        "own": [one for one in visible if one.reporter_id == request.user.pk],
        "others": [one for one in visible if one.reporter_id != request.user.pk],
        **_crumbs(request.user),
    }
    return render(request, "certification/practice/incidents.html", context)


@needs("practice.report_incident")
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def new(request):
    now = timezone.now()
    form = IncidentForm(
        request.POST if request.method == "POST" else None,
        reporter=request.user,
        clinician_label=association().clinician_label,
        initial={"on": civil_date(now), "case": request.GET.get("case")},
    )
    report = form.is_bound and form.carry_out(
        lambda: actions.report_incident(request.user, **form.cleaned_data, by=request.user, now=now)
    )
    if report:
        messages.success(request, _("Reported. The association has been told just now."))
        return redirect("incident_report", public_id=report.public_id)
    context = {"form": form, **_crumbs(request.user)}
    return render(request, "certification/practice/report_incident.html", context)


@needs("practice.report_incident")
@never_cache
@require_safe
def report(request, public_id):
    visible = IncidentReport.objects.visible_to(request.user).distinct()
    people = ("reporter", "case__intern", "case__agreement", "taken_by", "closed_by")
    one = get_object_or_404(visible.select_related(*people), public_id=public_id)
    actions.read_incident(one, by=request.user, now=timezone.now())
    own = one.reporter_id == request.user.pk
    context = {
        "report": one,
        "own": own,
        "readings": readings_of(one) if own else [],
        **_crumbs(request.user),
    }
    return render(request, "certification/practice/incident.html", context)


def _crumbs(user) -> dict[str, str]:
    """Where this person's practice is: an intern's, a supervisor's, or none any more."""
    if may(user, "practice.keep_record"):
        return {"area": _("Practice"), "area_url": reverse("practice")}
    if may(user, "practice.supervise"):
        return {"area": _("Supervision"), "area_url": reverse("supervision")}
    return {"area": _("Learning"), "area_url": reverse("learn")}
