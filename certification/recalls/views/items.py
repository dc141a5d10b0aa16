"""One person whom a recall touches: what they lose, how they stand today, what becomes of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from certification.recalls import actions
from certification.recalls.forms import OutcomeForm
from certification.recalls.models import Recall, RecallItem
from certification.recalls.people import is_decider
from certification.recalls.rules.outcomes import ON_A_CERTIFICATE, outcomes_for
from certification.recalls.standing import case_now, in_conflict, still_missing
from certification.recalls.telling import entries_of, evaluations_of, missing_of, months_of
from certification.recalls.views.staff import ICON, crumbs
from certification.scheme.transition_words import change_sentence
from training_site.accounts.permissions import may, needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required


@needs("recalls.see")
@step_up_required
@require_http_methods(["GET", "POST"])
def item(request, public_id):
    """Nobody reaches their own here; they have a page of their own."""
    reach = Recall.objects.visible_to(request.user).confirmed().values("pk")
    items = RecallItem.objects.filter(recall__in=reach).exclude(person=request.user)
    one, now = get_object_or_404(items.with_case(), public_id=public_id), timezone.now()
    form = _form(request, one, now)
    if form and form.is_bound and _decided(request, one, form, now):
        return redirect("certification_recall", one.recall.public_id)
    back = reverse("certification_recall", args=[one.recall.public_id])
    return staff_page(
        request,
        "staff/certification/recall_item.html",
        title=one.person.name,
        icon=ICON,
        crumbs=[*crumbs(), (_("Recall"), back)],
        status=422 if form and form.errors else 200,
        item=one,
        missing=missing_of(one),
        today=[change_sentence(change) for change in still_missing(one, now)],
        months=months_of(entries_of(one)),
        evaluations=evaluations_of(one),
        conflict=not one.outcome and in_conflict(one, request.user, now),
        form=form,
        may_recognise=may(request.user, "practice.manage"),
    )


def _form(request, one: RecallItem, now) -> OutcomeForm | None:
    """For whoever may decide it; where a certification was granted, that is a decision-maker."""
    touched = case_now(one).touched(loses=bool(one.missing))
    decides = is_decider(request.user)
    if one.outcome or (touched.certified and not decides) or in_conflict(one, request.user, now):
        return None
    offered = [
        outcome for outcome in outcomes_for(touched) if decides or outcome not in ON_A_CERTIFICATE
    ]
    return OutcomeForm(request.POST or None, offered=offered)


def _decided(request, one: RecallItem, form: OutcomeForm, now) -> bool:
    said = form.carry_out(
        lambda: actions.decide_item(one, **form.cleaned_data, by=request.user, now=now)
    )
    if said:
        messages.success(request, _("Kept. The person is told."))
    return bool(said)
