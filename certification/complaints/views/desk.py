"""The complaints officer's desk: complaints by their day, one on its page, its steps."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.complaints import actions
from certification.complaints.forms import EXTEND, NOTE, StepForm
from certification.complaints.models import Complaint
from certification.complaints.people import seats_missing
from certification.complaints.rules.states import OPEN, State, Step
from certification.complaints.telling import (
    finding_of,
    measures_of,
    provisions_of,
    row_of,
    sanctions_of,
)
from certification.complaints.timeline import for_officers
from certification.complaints.votes import ballot_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date

ICON, PAGE, UNPROCESSABLE = "openquote", 50, 422


def crumbs(complaint: Complaint | None = None) -> list[tuple]:
    way = [(_("Complaints"), reverse("complaints"))]
    if complaint is not None:
        address = reverse("complaint_desk", args=[complaint.public_id])
        way.append((title_of(complaint), address))
    return way


def title_of(complaint: Complaint) -> str:
    return _("Complaint about {name}").format(name=complaint.respondent.name)


def complaint_for(request, public_id) -> Complaint:
    """One that this officer may handle; any other does not exist here."""
    reach = Complaint.objects.visible_to(request.user)
    people = reach.select_related("respondent", "complainant", "concern", "opened_by")
    return get_object_or_404(people, public_id=public_id)


@needs("complaints.handle")
@require_safe
def index(request):
    """Open ones first, by the day of the answer."""
    today = civil_date(timezone.now())
    reach = Complaint.objects.visible_to(request.user).select_related("respondent")
    open_first = reach.open().order_by("answer_by", "pk").defer("allegation", "reply_to")
    closed = reach.exclude(pk__in=reach.open()).order_by("-opened_at")
    done = Paginator(closed.defer("allegation", "reply_to"), PAGE)
    page = done.get_page(request.GET.get("page"))
    return staff_page(
        request,
        "staff/complaints/index.html",
        title=_("Complaints"),
        icon=ICON,
        rows=[row_of(one, today) for one in open_first],
        page=page,
        closed=[row_of(one, today) for one in page],
    )


@needs("complaints.handle")
@require_http_methods(["GET", "POST"])
def complaint(request, public_id):
    one, now = complaint_for(request, public_id), timezone.now()
    form = StepForm(request.POST or None, state=one.state) if State(one.state) in OPEN else None
    if form and form.is_bound and form.carry_out(lambda: _step(one, form, request.user, now)):
        messages.success(request, _("Written down."))
        return redirect("complaint_desk", public_id)
    actions.read_complaint(one, by=request.user, now=now)
    today, finding = civil_date(now), finding_of(one)
    return staff_page(
        request,
        "staff/complaints/complaint.html",
        title=title_of(one),
        icon=ICON,
        crumbs=crumbs(),
        status=UNPROCESSABLE if form and form.errors else 200,
        complaint=one,
        row=row_of(one, today),
        provisions=provisions_of(one),
        measures=measures_of(one, today),
        ballot=ballot_of(one) if one.state == State.COMMITTEE else None,
        missing=seats_missing(one) if one.state == State.COMMITTEE else 0,
        finding=finding,
        sanctions=sanctions_of(finding, today),
        timeline=for_officers(one),
        form=form,
    )


def _step(one: Complaint, form: StepForm, by, now):
    said = form.cleaned_data
    if said["what"] == NOTE:
        return actions.note(one, text=said["text"], by=by, now=now)
    if said["what"] == EXTEND:
        return actions.give_more_time(one, text=said["text"], due_on=said["due_on"], by=by, now=now)
    return actions.take_step(one, Step(said["what"]), text=said["text"], by=by, now=now)
