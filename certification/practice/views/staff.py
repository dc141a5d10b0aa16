"""Staff: supervisors' licences, agreements to approve, places."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.practice import actions
from certification.practice.agreement_thread import knots_of
from certification.practice.models import (
    JurisdictionPolicy,
    SupervisionAgreement,
    SupervisorAuthority,
)
from certification.practice.staff_forms import EndForm, PlaceForm, VerifyForm, WithdrawForm
from training_site.accounts.models import User
from training_site.accounts.permissions import needs
from training_site.accounts.roles import Role
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.content.association import association
from training_site.content.civil import civil_date
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence

ICON = "clipboard-list"


def crumbs() -> list[tuple]:
    return [(_("Practice"), reverse("practice_desk"))]


def posted(request, act: str):
    """The body, where it is meant for the form of this act."""
    return request.POST if request.POST.get("act") == act else None


@needs("practice.manage")
@require_http_methods(["GET", "POST"])
def supervisor(request, public_id):
    """One supervisor: what was seen of them, and a form for what was seen now."""
    people = User.objects.holding(Role.MENTOR, Role.CLINICIAN)
    person = get_object_or_404(people, public_id=public_id)
    now = timezone.now()
    form = VerifyForm(posted(request, "verify"), person=person)
    if form.is_bound and form.carry_out(
        lambda: actions.verify_supervisor(person, **form.cleaned_data, by=request.user, now=now)
    ):
        messages.success(request, _("Recorded."))
        return redirect("practice_supervisor", public_id)
    if request.POST.get("act") == "withdraw":
        _withdraw(request, person, now)
        return redirect("practice_supervisor", public_id)
    return staff_page(
        request,
        "staff/practice/supervisor.html",
        title=person.name,
        icon="user",
        crumbs=crumbs(),
        person=person,
        proofs=person.supervisor_authorities.select_related("seen_by", "withdrawn_by"),
        form=form,
        today=civil_date(now),
    )


def _withdraw(request, person, now) -> None:
    proofs = SupervisorAuthority.objects.filter(person=person, withdrawn_from=None)
    proof = get_object_or_404(proofs, public_id=public_id_in(request.POST.get("proof")))
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the day from which it no longer holds."))
        return
    actions.withdraw_authority(proof, **form.cleaned_data, by=request.user, now=now)
    messages.success(request, _("Withdrawn. Hours before that day stand as they were."))


@needs("practice.manage")
@step_up_required
@require_http_methods(["GET", "POST"])
def agreement(request, public_id):
    """An agreement before staff: approve it, or end it."""
    agreements = SupervisionAgreement.objects.with_people().prefetch_related("signatures")
    one = get_object_or_404(agreements, public_id=public_id)
    now = timezone.now()
    form = EndForm(posted(request, "end"))
    if form.is_bound and form.carry_out(
        lambda: actions.end_agreement(one, **form.cleaned_data, by=request.user, now=now)
    ):
        messages.success(request, _("Ended. Hours up to that day stand, and can still be signed."))
        return redirect("practice_agreement_desk", public_id)
    if request.POST.get("act") == "approve":
        _approve(request, one, now)
        return redirect("practice_agreement_desk", public_id)
    return staff_page(
        request,
        "staff/practice/agreement.html",
        title=_("Agreement of {name}").format(name=one.intern.name),
        icon=ICON,
        crumbs=crumbs(),
        agreement=one,
        knots=knots_of(one, association().clinician_label),
        supervisors=_seen(one, civil_date(now)),
        form=form,
    )


def _approve(request, agreement: SupervisionAgreement, now) -> None:
    try:
        actions.approve_agreement(agreement, by=request.user, now=now)
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Approved. Hours count from today."))


def _seen(agreement: SupervisionAgreement, today) -> list[tuple]:
    """Each supervisor with the proof that covers today, if there is one."""
    covering = SupervisorAuthority.objects.covering(today)
    return [
        (person, role, covering.filter(person=person, role=role).first())
        for person, role in ((agreement.mentor, "mentor"), (agreement.clinician, "clinician"))
    ]


@needs("practice.manage")
@require_http_methods(["GET", "POST"])
def places(request):
    now = timezone.now()
    form = PlaceForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.carry_out(lambda: _decide(form, request.user, now)):
        messages.success(request, _("Recorded. It holds from that day on."))
        return redirect("practice_places")
    return staff_page(
        request,
        "staff/practice/places.html",
        title=_("Places of practice"),
        icon="globe",
        crumbs=crumbs(),
        policies=JurisdictionPolicy.objects.select_related("decided_by"),
        form=form,
    )


def _decide(form: PlaceForm, by, now) -> JurisdictionPolicy:
    said = form.cleaned_data
    return actions.decide_place(
        said["place"],
        status=said["status"],
        effective_from=said["effective_from"],
        note=said["note"],
        by=by,
        now=now,
    )
