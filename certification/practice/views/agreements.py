"""The agreement of three: the intern drafts it, each supervisor answers."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.practice import actions
from certification.practice.agreement_forms import AgreementForm, AnswerAgreementForm
from certification.practice.agreement_thread import knots_of
from certification.practice.models import SupervisionAgreement
from certification.practice.views.home import current_of
from training_site.accounts.permissions import needs
from training_site.content.association import association
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
    context = {
        "current": current_of(agreements),
        "agreements": [(one, knots_of(one, label)) for one in agreements],
        "form": form,
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


def _named_in(user, public_id) -> SupervisionAgreement:
    mine = SupervisionAgreement.objects.visible_to(user).exclude(intern=user)
    mine = mine.with_people().prefetch_related("signatures")
    return get_object_or_404(mine, public_id=public_id)
