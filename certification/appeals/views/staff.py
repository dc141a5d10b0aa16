"""An appeal as those read it who can answer it; nobody who took part reaches it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.appeals import actions
from certification.appeals.forms import AnswerForm
from certification.appeals.models import Appeal
from certification.appeals.people import answerers_of
from certification.appeals.telling import against_word, appealed_of, appellant_name, hidden_names_of
from certification.appeals.wording import REASON_SENTENCES
from certification.decisions.statement import statement_to_sign
from training_site.accounts.permissions import may, needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.verdict import Refused
from training_site.wording import sentence

UNPROCESSABLE = 422


@needs("appeals.see")
@step_up_required
@require_http_methods(["GET", "POST"])
def appeal(request, public_id):
    reach = Appeal.objects.visible_to(request.user).with_case()
    one, now = get_object_or_404(reach, public_id=public_id), timezone.now()
    if one.application and statement_to_sign(one.application, request.user, now):
        return redirect("dossier_statement", one.application.public_id)
    able = answerers_of(one, now) if one.answer is None else []
    form = _form(request, one, able)
    if form and form.is_bound and form.is_valid() and _answered(request, one, form, now):
        return redirect("certification_queue")
    actions.open_appeal(one, by=request.user, now=now)
    return staff_page(
        request,
        "staff/certification/appeal.html",
        title=_("Appeal"),
        icon="comment",
        crumbs=[(_("Queue"), reverse("certification_queue"))],
        status=UNPROCESSABLE if form and form.errors else 200,
        appeal=one,
        name=appellant_name(one, request.user),
        hidden=hidden_names_of(one, request.user),
        against=against_word(one),
        appealed=appealed_of(one),
        missing=one.answer is None and not able,
        reasons=[REASON_SENTENCES[code] for code in one.answer.reason_codes] if one.answer else [],
        form=form,
    )


def _form(request, one: Appeal, able) -> AnswerForm | None:
    """For whoever can answer; a registrar reads, and invites where somebody is missing."""
    if request.user not in able or not may(request.user, "appeals.answer"):
        return None
    return AnswerForm(request.POST or None, against=one.against)


def _answered(request, one: Appeal, form: AnswerForm, now) -> bool:
    try:
        actions.answer_appeal(one, **form.cleaned_data, by=request.user, now=now)
    except Refused as refused:
        form.add_error(None, sentence(refused))
        return False
    messages.success(request, _("Answered. The appellant is told."))
    return True
