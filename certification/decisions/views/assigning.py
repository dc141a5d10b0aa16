"""Several cases at once: reviewers by load among the eligible, and for each what came of it."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from certification.decisions import actions
from certification.decisions.dossier import shown_name
from certification.decisions.models import Application
from certification.decisions.people import candidates_for, reviewers_missing
from certification.decisions.wording import CONFLICT_WORDS
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.civil import civil_date
from training_site.crypto.public_id import public_id_in
from training_site.verdict import Refused
from training_site.wording import sentence

MOST = 50


@dataclass(frozen=True)
class Report:
    """What came of one case: who was assigned, how many are missing still, and why nobody else."""

    application: Application
    name: str
    assigned: list[str]
    missing: int
    excluded: list[tuple[str, str]]
    refusal: str = ""


@needs("decisions.assign")
@require_POST
def assign_many(request):
    """Each in a transaction of its own: one that is refused holds back no other. The longest
    waiting first, so that whoever has least to do goes to whoever has waited most."""
    ids = [public_id_in(text) for text in request.POST.getlist("case")][:MOST]
    reach = Application.objects.visible_to(request.user).open().with_people()
    cases = reach.filter(public_id__in=ids).order_by("step_since", "pk")
    if not cases:
        messages.error(request, _("Choose at least one case."))
        return redirect("certification_queue")
    now = timezone.now()
    return staff_page(
        request,
        "staff/certification/assigned.html",
        title=_("Assigned"),
        icon="group",
        crumbs=[(_("Queue"), reverse("certification_queue"))],
        reports=[_assign(one, request.user, now) for one in cases],
    )


def _assign(application: Application, by, now) -> Report:
    try:
        made = actions.assign_reviewers(application, by=by, now=now)
    except Refused as refused:
        name = shown_name(application, outside=False)
        return Report(application, name, [], 0, [], sentence(refused))
    missing = reviewers_missing(application)
    return Report(
        application=application,
        name=shown_name(application, outside=False),
        assigned=[one.reviewer.name for one in made],
        missing=missing,
        excluded=_excluded(application, now) if missing else [],
    )


def _excluded(application: Application, now) -> list[tuple[str, str]]:
    """Who stands in the register and can't: by name, with the reason that the record gives."""
    candidates = candidates_for(application, civil_date(now))
    return [
        (one.entry.person.name, ", ".join(str(CONFLICT_WORDS[kind.kind]) for kind in found))
        for one in candidates
        if (found := one.conflicts.excluding)
    ]
