"""Staff: requests to be kept out of sight, letters that were called unwelcome, questions in bulk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from certification.registry import actions
from certification.registry.actions.slowing import SLOWED
from certification.registry.models import ContactMessage, SuppressionRequest
from certification.registry.openings import openings_of
from certification.registry.suppression_forms import AnswerForm
from training_site.accounts.permissions import may, needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.audit.models import AuditEvent
from training_site.content.civil import civil_date
from training_site.content.templatetags.triad import longdate
from training_site.verdict import Refused
from training_site.wording import sentence

ICON, PAGE, SLOWED_SHOWN = "view", 50, 10
TEXTS = ("reason", "answer")
LETTER_TEXTS = ("sender", "reply_to", "text")


@needs("registry.see_desk")
@require_safe
def desk(request):
    """Each part to whoever holds it. No reason and no letter is read here: that leaves a trace."""
    user, today = request.user, civil_date(timezone.now())
    answers, reads = may(user, "registry.answer_suppression"), may(user, "registry.read_reported")
    asked = SuppressionRequest.objects.visible_to(user).by_urgency().defer(*TEXTS)
    reported = ContactMessage.objects.reported_to(user) if reads else ContactMessage.objects.none()
    return staff_page(
        request,
        "staff/certification/registry.html",
        title=_("Registry"),
        icon=ICON,
        answers=answers,
        reads=reads,
        today=today,
        page=Paginator(asked.select_related("holder"), PAGE).get_page(request.GET.get("page")),
        letters=reported.select_related("recipient").defer(*LETTER_TEXTS).order_by("reported_at"),
        slowed=AuditEvent.objects.filter(verb=SLOWED).order_by("-at")[:SLOWED_SHOWN],
    )


@needs("registry.answer_suppression")
@step_up_required
@require_http_methods(["GET", "POST"])
def request(request, public_id):
    """One request with its reason. Each opening is recorded, and its holder sees it."""
    reach = SuppressionRequest.objects.visible_to(request.user)
    people = ("holder", "answered_by", "ended_by")
    one = get_object_or_404(reach.select_related(*people), public_id=public_id)
    now = timezone.now()
    form = AnswerForm(request.POST or None, state=one.state, today=civil_date(now))
    if form.is_bound and form.carry_out(
        lambda: actions.answer_suppression(one, **form.cleaned_data, by=request.user, now=now)
    ):
        messages.success(request, _("Done. The holder is told."))
        return redirect("registry_desk")
    actions.open_suppression(one, by=request.user, now=now)
    return staff_page(
        request,
        "staff/certification/suppression.html",
        title=_("Request of {day}").format(day=longdate(civil_date(one.asked_at))),
        icon=ICON,
        crumbs=[(_("Registry"), reverse("registry_desk"))],
        asked=one,
        openings=openings_of(one),
        form=form if form.fields["step"].choices else None,
    )


@needs("registry.read_reported")
@require_http_methods(["GET", "POST"])
def letter(request, public_id):
    """One letter that its reader called unwelcome."""
    reach = ContactMessage.objects.reported_to(request.user).select_related("recipient")
    one = get_object_or_404(reach, public_id=public_id)
    now, act = timezone.now(), request.POST.get("act")
    if act in ("concern", "settle"):
        return _settle(request, one, now, as_concern=act == "concern")
    actions.open_reported(one, by=request.user, now=now)
    return staff_page(
        request,
        "staff/certification/letter.html",
        title=_("Letter of {day}").format(day=longdate(civil_date(one.sent_at))),
        icon=ICON,
        crumbs=[(_("Registry"), reverse("registry_desk"))],
        letter=one,
    )


def _settle(request, one: ContactMessage, now, *, as_concern: bool):
    try:
        concern = actions.settle_reported(one, by=request.user, now=now, as_concern=as_concern)
    except Refused as refused:
        messages.error(request, sentence(refused))
        return redirect("registry_desk")
    if concern:
        messages.success(request, _("It goes on as a concern; the letter is emptied."))
        return redirect("concern_detail", concern.public_id)
    messages.success(request, _("Settled. The letter is emptied."))
    return redirect("registry_desk")
