"""Staff: certificates and their history, and certifications taken over from older records."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.credentials import actions
from certification.credentials.forms import ChangeForm, RecordForm
from certification.credentials.history import STOPPED, titled_events
from certification.credentials.holds import Hold, holds_on
from certification.credentials.lines import places_of, waiting_for
from certification.credentials.models import Certificate, RecordedCertification
from certification.credentials.rules.lifecycle import (
    BY_DECISION_MAKER,
    Change,
    Standing,
    changes_open,
)
from certification.credentials.rules.replacing import goes_on
from certification.credentials.telling import telling_of
from training_site.accounts.permissions import may, needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 50


@needs("credentials.see_all")
@step_up_required
@require_http_methods(["GET", "POST"])
def certificate(request, public_id):
    """One certificate: what the world is told, its history, and what can be done to it. One's own is
    read where every holder reads it: here it is told who did what and what a complaint suspends."""
    reach = Certificate.objects.visible_to(request.user).select_related("holder")
    one = get_object_or_404(reach, public_id=public_id)
    if one.holder_id == request.user.pk:
        return redirect("certificate", public_id)
    holds = holds_on(one) if one.standing == Standing.SUSPENDED else []
    changes = _changes_for(request.user, one, holds)
    now = timezone.now()
    today = civil_date(now)
    form = ChangeForm(request.POST or None, changes=changes, today=today) if changes else None
    if form and form.is_bound and form.is_valid() and _changed(request, one, form, now):
        return redirect("certification_certificate", public_id)
    actions.open_certificate(one, by=request.user, now=now)
    return staff_page(
        request,
        "staff/certification/certificate.html",
        title=_("Certificate {number}").format(number=one.display_number),
        icon="success",
        crumbs=[(_("Certificates"), reverse("certification_certificates"))],
        certificate=one,
        telling=telling_of(one, now),
        events=titled_events(one),
        stopped=STOPPED,
        places=places_of(one),
        holds=holds,
        held_elsewhere=any(hold.ends_elsewhere for hold in holds),
        waiting=waiting_for(one),
        ways=_ways_to_replace(request.user, one),
        form=form,
    )


def _ways_to_replace(user, one: Certificate) -> list[tuple[str, str]]:
    """Addresses and words of what this person can ask for."""
    if not goes_on(one.standing) or waiting_for(one):
        return []
    correct = one.standing == Standing.ACTIVE and may(user, "credentials.correct")
    ways = [
        (correct, "correct_certificate_name", _("Correct the name")),
        (may(user, "credentials.narrow"), "narrow_certificate_scope", _("Narrow the scope")),
    ]
    return [(reverse(name, args=[one.public_id]), word) for able, name, word in ways if able]


def _changes_for(user, one: Certificate, holds: list[Hold]) -> list[Change]:
    """Withholding is the decision-maker's, noting an end the registrar's. What a measure suspends
    too is not reinstated here."""
    barred = {Change.REINSTATE} if any(hold.ends_elsewhere for hold in holds) else set()
    withhold, end = may(user, "credentials.withhold"), may(user, "credentials.end")
    return [
        change
        for change in changes_open(one.standing)
        if change not in barred and (withhold if change in BY_DECISION_MAKER else end)
    ]


def _changed(request, one: Certificate, form: ChangeForm, now) -> bool:
    values = dict(form.cleaned_data)
    try:
        actions.change_standing(one, values.pop("change"), **values, by=request.user, now=now)
    except Refused as refused:
        form.add_error(form.field_of(refused.reason), sentence(refused))
        return False
    messages.success(request, _("Done. The public answer has changed from this moment."))
    return True


@needs("credentials.see_all")
@step_up_required
@require_http_methods(["GET", "POST"])
def records(request):
    """Certifications from before this site: described by one person, approved by another."""
    recorder = may(request.user, "credentials.record")
    form = RecordForm(request.POST or None, recorder=request.user) if recorder else None
    if form and form.is_bound and form.is_valid():
        values = form.cleaned_data
        try:
            actions.record_certification(
                values.pop("holder"), **values, by=request.user, now=timezone.now()
            )
        except Refused as refused:
            form.add_error(form.field_of.get(refused.reason), sentence(refused))
        else:
            messages.success(request, _("Recorded. A second person approves it next."))
            return redirect("certification_records")
    reach = RecordedCertification.objects.visible_to(request.user)
    rows = reach.select_related("holder", "recorded_by", "approved_by")
    return staff_page(
        request,
        "staff/certification/records.html",
        title=_("Earlier certifications"),
        icon="history",
        page=Paginator(rows, PAGE).get_page(request.GET.get("page")),
        form=form,
        may_approve=may(request.user, "credentials.approve_record"),
    )


@needs("credentials.approve_record")
@step_up_required
@require_POST
def approve_record(request, public_id):
    reach = RecordedCertification.objects.visible_to(request.user)
    record = get_object_or_404(reach, public_id=public_id)
    try:
        actions.approve_recorded(record, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Approved. The certificate is made in a moment."))
    return redirect("certification_records")
