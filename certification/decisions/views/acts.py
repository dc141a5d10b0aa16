"""What staff do in a case: check, assign, review, step back, decide, sign the statement, invite."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.decisions import actions
from certification.decisions.condition_forms import DecisionWithConditions
from certification.decisions.forms import (
    CheckForm,
    ConflictForm,
    OutsideForm,
    ReviewForm,
    StatementForm,
)
from certification.decisions.people import reviewers_missing
from certification.decisions.statement import statement_to_sign
from certification.decisions.views.dossier import (
    application_for,
    case_for,
    dossier_page,
)
from training_site.accounts.models import User
from training_site.accounts.notices import absolute
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.content.actions import attest
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence

UNPROCESSABLE = 422


@needs("decisions.check")
@require_POST
def check(request, public_id):
    """Complete: reviewers are looked for at once. Something missing: back to the applicant."""
    application, form = case_for(request, public_id), CheckForm(request.POST)
    complete, now = request.POST.get("act") == "complete", timezone.now()
    if form.is_valid():
        try:
            application = actions.check_completeness(
                application,
                complete=complete,
                note=form.cleaned_data["note"],
                by=request.user,
                now=now,
            )
        except Refused as refused:
            form.add_error("note", sentence(refused))
        else:
            if complete:
                actions.assign_reviewers(application, by=request.user, now=now)
            messages.success(request, _checked(application, complete))
            return redirect("dossier", public_id)
    return dossier_page(request, application, check_form=form, status=UNPROCESSABLE)


@needs("decisions.assign")
@require_POST
def assign(request, public_id):
    """The person chosen, or whoever has least to do."""
    application = case_for(request, public_id)
    chosen = None
    if "person" in request.POST:
        chosen = [get_object_or_404(User, public_id=public_id_in(request.POST["person"]))]
    try:
        assigned = actions.assign_reviewers(
            application, people=chosen, by=request.user, now=timezone.now()
        )
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Assigned: {count}.").format(count=len(assigned)))
    return redirect("dossier", public_id)


@needs("decisions.assign")
@require_POST
def reopen(request, public_id):
    """The record has changed: take note of it, and ask the reviewers again."""
    application = case_for(request, public_id)
    actions.note_changed_evidence(application, by=request.user, now=timezone.now())
    return redirect("dossier", public_id)


@needs("decisions.review")
@require_POST
def review(request, public_id):
    application, form = case_for(request, public_id), ReviewForm(request.POST)
    now = timezone.now()
    if actions.note_changed_evidence(application, by=request.user, now=now):
        messages.warning(request, _("The record has changed. Please read it again first."))
        return redirect("dossier", public_id)
    if form.is_valid():
        try:
            actions.submit_review(application, **form.cleaned_data, by=request.user, now=now)
        except Refused as refused:
            form.add_error("reasons", sentence(refused))
        else:
            messages.success(request, _("Thank you. Your review is kept as you gave it."))
            return redirect("dossier", public_id)
    return dossier_page(request, application, review_form=form, status=UNPROCESSABLE)


@needs("decisions.see_queue")
@require_POST
def conflict(request, public_id):
    application, form = case_for(request, public_id), ConflictForm(request.POST)
    if not form.is_valid():
        return dossier_page(request, application, conflict_form=form, status=UNPROCESSABLE)
    try:
        actions.declare_conflict(
            application, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    except Refused as refused:
        messages.error(request, sentence(refused))
        return redirect("dossier", public_id)
    messages.success(request, _("Thank you. You are off this case."))
    return redirect("certification_queue")


@needs("decisions.decide")
@step_up_required
@require_POST
def decide(request, public_id):
    application = case_for(request, public_id)
    form = DecisionWithConditions(request.POST, application=application)
    now = timezone.now()
    if actions.note_changed_evidence(application, by=request.user, now=now):
        messages.warning(request, _("The record has changed. The reviewers are asked again."))
        return redirect("dossier", public_id)
    if form.is_valid():
        try:
            actions.decide(
                application, **form.cleaned_data, conditions=form.asked, by=request.user, now=now
            )
        except Refused as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(request, _("Decided. The applicant is told."))
            return redirect("certification_queue")
    return dossier_page(request, application, decision_form=form, status=UNPROCESSABLE)


@needs("decisions.see_queue")
@step_up_required
@require_http_methods(["GET", "POST"])
def statement(request, public_id):
    """What somebody from outside signs before the dossier opens."""
    application, now = application_for(request, public_id), timezone.now()
    version = statement_to_sign(application, request.user, now)
    if version is None:
        return redirect("dossier", public_id)
    form = StatementForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            attest(request.user, version, **form.cleaned_data, now=now)
        except Refused as refused:
            form.add_error("typed_name", sentence(refused))
        else:
            return redirect("dossier", public_id)
    return staff_page(
        request,
        "staff/certification/statement.html",
        title=version.title,
        icon="lock",
        version=version,
        form=form,
    )


@needs("decisions.invite")
@require_http_methods(["GET", "POST"])
def invite(request, public_id):
    application, form = case_for(request, public_id), OutsideForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            case = actions.invite_outsider(
                application, **form.cleaned_data, by=request.user, now=timezone.now()
            )
        except Refused as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(
                request, _("Invited. The link: {link}").format(link=absolute(case.invitation.path))
            )
            return redirect("dossier", public_id)
    return staff_page(
        request,
        "staff/certification/invite.html",
        title=_("Invite somebody from outside"),
        icon="mail",
        crumbs=[
            (_("Queue"), reverse("certification_queue")),
            (_("Dossier"), reverse("dossier", args=[public_id])),
        ],
        form=form,
    )


def _checked(application, complete: bool) -> str:
    if not complete:
        return _("Sent back with your note.")
    if missing := reviewers_missing(application):
        return _("Complete. You need {count} more people to review it; invite them.").format(
            count=missing
        )
    return _("Complete. The reviewers are told.")
