"""The queue: every case somebody has to move, the oldest first; and the reviewer register."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certification.decisions import actions
from certification.decisions.conditions import waiting
from certification.decisions.forms import RegisterForm, RetireForm
from certification.decisions.models import Application, OutsideInvitation, RegisteredReviewer
from certification.decisions.next_steps import rows_of
from training_site.accounts.permissions import may, needs
from training_site.accounts.roles import Role
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 50


@needs("decisions.see_queue")
@require_safe
def queue(request):
    reach = Application.objects.visible_to(request.user).open().with_people()
    now, outside = timezone.now(), _is_limited(request.user)
    page = Paginator(reach.order_by("step_since", "pk"), PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "staff/certification/queue.html",
        title=_("Queue"),
        icon="list-ul",
        page=page,
        rows=rows_of(page.object_list, now, outside=outside),
        conditions=waiting(request.user, civil_date(now), outside=outside)
        if may(request.user, "decisions.close_condition")
        else [],
    )


@needs("decisions.see_queue")
@require_safe
def dossiers(request):
    """What is decided, the newest first."""
    reach = Application.objects.visible_to(request.user).filter(state="decided").with_people()
    page = Paginator(reach.order_by("-step_since"), PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "staff/certification/dossiers.html",
        title=_("Decided"),
        icon="folder-open-inverse",
        page=page,
    )


@needs("decisions.keep_register")
@require_http_methods(["GET", "POST"])
def reviewers(request):
    form = RegisterForm(request.POST or None, keeper=request.user)
    now = timezone.now()
    if form.is_bound and form.is_valid():
        values = form.cleaned_data
        try:
            actions.register_reviewer(values.pop("person"), **values, by=request.user, now=now)
        except Refused as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(request, _("Entered in the register."))
            return redirect("certification_reviewers")
    return staff_page(
        request,
        "staff/certification/reviewers.html",
        title=_("Reviewers"),
        icon="group",
        entries=RegisteredReviewer.objects.select_related("person", "added_by"),
        today=civil_date(now),
        form=form,
        retire_form=RetireForm(initial={"last_day": civil_date(now)}),
    )


@needs("decisions.keep_register")
@require_POST
def retire(request, public_id):
    entry = get_object_or_404(RegisteredReviewer, public_id=public_id)
    form = RetireForm(request.POST)
    if form.is_valid():
        try:
            actions.retire_reviewer(entry, **form.cleaned_data, by=request.user, now=timezone.now())
        except Refused as refused:
            messages.error(request, sentence(refused))
        else:
            messages.success(request, _("The entry ends on that day."))
    return redirect("certification_reviewers")


def _is_limited(user) -> bool:
    """Whether every case here is one this person was invited to from outside."""
    if may(user, "decisions.assign"):
        return False
    limits = OutsideInvitation.objects.limits
    return limits(user, Role.REVIEWER) or limits(user, Role.DECISION_MAKER)
