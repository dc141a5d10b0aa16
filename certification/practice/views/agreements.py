"""The agreement of three: the intern drafts it, each supervisor answers."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.practice import actions
from certification.practice.agreement_forms import (
    AgreementForm,
    AnswerAgreementForm,
    NominationForm,
)
from certification.practice.agreement_thread import knots_of
from certification.practice.ending import ending_of
from certification.practice.models import Case, SupervisionAgreement, SupervisorNomination
from certification.practice.views.home import current_of
from training_site.accounts.permissions import needs
from training_site.content.association import association
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate
from training_site.verdict import Refused
from training_site.wording import sentence


@needs("practice.keep_record")
@require_http_methods(["GET", "POST"])
def own(request):
    """One's agreements, and the form for a new one while none is in force or on its way."""
    label = association().clinician_label
    posted = request.POST if request.method == "POST" else None
    form = AgreementForm(posted, intern=request.user, clinician_label=label)
    if request.method == "POST" and form.carry_out(lambda: _draft(request.user, form)):
        messages.success(request, _("Sent to both supervisors for their answer."))
        return redirect("practice_agreement")
    agreements = SupervisionAgreement.objects.of(request.user).with_people()
    agreements = list(agreements.prefetch_related("signatures"))
    today = civil_date(timezone.now())
    context = {
        "current": current_of(agreements),
        "agreements": [
            {"agreement": one, "knots": knots_of(one, label), "ending": ending_of(one, today)}
            for one in agreements
        ],
        "form": form,
        "nomination_form": NominationForm(clinician_label=label),
        "nominations": SupervisorNomination.objects.of(request.user),
        "open_cases": Case.objects.of(request.user).open().select_related("agreement"),
    }
    return render(request, "certification/practice/agreement.html", context)


def _draft(intern, form: AgreementForm) -> SupervisionAgreement:
    return actions.draft_agreement(intern, **form.cleaned_data, by=intern, now=timezone.now())


@needs("practice.supervise")
@require_http_methods(["GET", "POST"])
def answer(request, public_id):
    agreement = _named_in(request.user, public_id)
    posted = request.POST if request.method == "POST" else None
    form = AnswerAgreementForm(posted)
    agreed = request.method == "POST" and form.carry_out(
        lambda: actions.agree(
            agreement,
            typed_name=form.cleaned_data["typed_name"],
            by=request.user,
            now=timezone.now(),
        )
    )
    if agreed:
        messages.success(request, _("Signed. The association approves it next."))
        return redirect("supervision")
    context = {
        "agreement": agreement,
        "knots": knots_of(agreement, association().clinician_label),
        "form": form,
        "mine": agreement.role_of(request.user),
        "ending": ending_of(agreement, civil_date(timezone.now())),
        "to_answer": agreement.state == "drafted"
        and all(one.person_id != request.user.pk for one in agreement.signatures.all()),
    }
    return render(request, "certification/practice/answer_agreement.html", context)


@needs("practice.supervise")
@require_POST
def decline(request, public_id):
    agreement = _named_in(request.user, public_id)
    try:
        actions.decline_agreement(agreement, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Declined. The intern has been told."))
    return redirect("supervision")


@needs("practice.keep_record")
@require_POST
def give_own_notice(request, public_id):
    own = SupervisionAgreement.objects.visible_to(request.user).filter(intern=request.user)
    agreement = get_object_or_404(own.with_people(), public_id=public_id)
    _give_notice(request, agreement)
    return redirect("practice_agreement")


@needs("practice.supervise")
@require_POST
def give_notice(request, public_id):
    agreement = _named_in(request.user, public_id)
    _give_notice(request, agreement)
    return redirect("answer_agreement", public_id=public_id)


def _give_notice(request, agreement: SupervisionAgreement) -> None:
    try:
        ending = actions.give_notice(agreement, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        day = longdate(ending.ends_on)
        messages.success(
            request,
            _("Notice is given. The last day is %(day)s; the others were told.") % {"day": day},
        )


def _named_in(user, public_id) -> SupervisionAgreement:
    mine = SupervisionAgreement.objects.visible_to(user).exclude(intern=user)
    mine = mine.with_people().prefetch_related("signatures")
    return get_object_or_404(mine, public_id=public_id)
