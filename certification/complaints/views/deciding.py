"""The decision-maker's part: what waits to be done to a certificate, and doing it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.complaints import actions
from certification.complaints.certificates import certificates_of, suspended_by
from certification.complaints.forms import CarryOutForm, EndForm
from certification.complaints.models.findings import SanctionKind
from certification.complaints.telling import acts_for
from certification.complaints.views.desk import UNPROCESSABLE
from certification.credentials.holds import Hold, holds_on
from certification.credentials.models import Certificate
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

ICON = "check"


def _crumbs() -> list[tuple]:
    return [(_("To carry out"), reverse("complaint_acts"))]


@needs("complaints.carry_out")
@require_safe
def acts(request):
    today = civil_date(timezone.now())
    suspensions, sanctions = acts_for(request.user, today)
    return staff_page(
        request,
        "staff/complaints/acts.html",
        title=_("To carry out"),
        icon=ICON,
        today=today,
        suspensions=suspensions,
        sanctions=sanctions,
    )


@needs("complaints.carry_out")
@step_up_required
@require_http_methods(["GET", "POST"])
def measure(request, public_id):
    """Suspend what was proposed; or let a certificate stand again that an earlier one suspended."""
    now = timezone.now()
    suspensions, _sanctions = acts_for(request.user, civil_date(now))
    one = _found(suspensions, public_id)
    form = EndForm(request.POST or None) if one.event else None
    if request.method == "POST" and _done(request, one, form, now):
        return redirect("complaint_acts")
    actions.read_complaint(one.complaint, by=request.user, now=now)
    return staff_page(
        request,
        "staff/complaints/act_measure.html",
        title=str(one.get_kind_display()),
        icon=ICON,
        crumbs=_crumbs(),
        status=UNPROCESSABLE if form and form.errors else 200,
        measure=one,
        own=one.by_id == request.user.pk,
        certificates=_with_reasons(certificates_of(one.complaint.respondent)),
        suspended=suspended_by(one),
        form=form,
    )


def _done(request, one, form: EndForm | None, now) -> bool:
    if form is not None:
        ended = form.carry_out(
            lambda: actions.end_measure(one, **form.cleaned_data, by=request.user, now=now)
        )
        said = _("Ended. What nothing else suspends stands again.")
    else:
        ended, said = _suspended(request, one, now), _("Suspended. The holder is told.")
    if ended:
        messages.success(request, said)
    return bool(ended)


def _suspended(request, one, now) -> bool:
    try:
        actions.carry_out_suspension(one, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, sentence(refused))
        return False
    return True


@needs("complaints.carry_out")
@step_up_required
@require_http_methods(["GET", "POST"])
def sanction(request, public_id):
    now = timezone.now()
    _suspensions, sanctions = acts_for(request.user, civil_date(now))
    shown = _found([one.sanction for one in sanctions], public_id)
    narrows = shown.kind == SanctionKind.NARROWER
    certificates = certificates_of(shown.finding.complaint.respondent)
    form = CarryOutForm(request.POST or None, narrows=narrows, certificates=certificates)
    if form.is_bound and form.carry_out(
        lambda: actions.carry_out_sanction(shown, **form.cleaned_data, by=request.user, now=now)
    ):
        messages.success(request, _("Carried out. The holder is told."))
        return redirect("complaint_acts")
    actions.read_complaint(shown.finding.complaint, by=request.user, now=now)
    return staff_page(
        request,
        "staff/complaints/act_sanction.html",
        title=str(shown.get_kind_display()),
        icon=ICON,
        crumbs=_crumbs(),
        status=UNPROCESSABLE if form.errors else 200,
        sanction=shown,
        finding=shown.finding,
        certificates=_with_reasons(certificates),
        in_time_to_appeal=civil_date(now) <= shown.finding.appeal_until,
        form=form,
    )


def _with_reasons(certificates: list[Certificate]) -> list[tuple[Certificate, list[Hold]]]:
    """Each with what suspends it now, so that whoever ends one reason knows of the others."""
    return [(one, holds_on(one)) for one in certificates]


def _found(rows, public_id):
    """One of those that this person reaches; any other does not exist here."""
    one = next((row for row in rows if row.public_id == public_id), None)
    if one is None:
        raise Http404
    return one
