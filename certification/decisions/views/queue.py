"""The queue: every case somebody has to move, the oldest first; and what is decided."""

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certification.decisions.conditions import waiting
from certification.decisions.models import Application, OutsideInvitation
from certification.decisions.next_steps import rows_of
from certification.decisions.queue import Chosen, steps_of
from certification.decisions.queue_sheet import queue_sheet
from training_site.accounts.permissions import may, needs
from training_site.accounts.roles import Role
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import asked_before_export
from training_site.content.actions.exporting import take_along
from training_site.content.civil import civil_date
from training_site.content.sheets import KINDS

PAGE = 50


@needs("decisions.see_queue")
@require_safe
def queue(request):
    reach = Application.objects.visible_to(request.user).open()
    now, outside = timezone.now(), _is_limited(request.user)
    chosen = Chosen.read(request.GET)
    cases = chosen.of(reach, now).with_people().order_by("step_since", "pk")
    if (kind := request.GET.get("format")) in KINDS:
        if asked := asked_before_export(request):
            return asked
        sheet = queue_sheet(cases, now, outside=outside)
        verb, said = "certification.queue.exported", chosen.words
        return take_along(sheet, kind, verb, by=request.user, now=now, chosen=said)
    page = Paginator(cases, PAGE).get_page(request.GET.get("page"))
    rows = rows_of(page.object_list, now, outside=outside)
    return staff_page(
        request,
        "staff/certification/queue.html",
        title=_("Queue"),
        icon="list-ul",
        page=page,
        rows=rows,
        chosen=chosen,
        steps=steps_of(reach, now),
        may_assign=may(request.user, "decisions.assign") and any(row.missing for row in rows),
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


def _is_limited(user) -> bool:
    """Whether every case here is one this person was invited to from outside."""
    if may(user, "decisions.assign"):
        return False
    limits = OutsideInvitation.objects.limits
    return limits(user, Role.REVIEWER) or limits(user, Role.DECISION_MAKER)
