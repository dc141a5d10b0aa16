"""The life of versions: what may be done next, for one at its page or for several at once."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from assessments.actions.writing import may_be_reviewed, move
from assessments.models import ItemVersion
from assessments.rules.items import TRANSITIONS, State, may_move, may_review
from assessments.views.staff.filters import newest_versions
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused, Verdict
from training_site.wording import sentence

ACTS = {
    State.DRAFT: gettext_lazy("Send back to draft"),
    State.REVIEWED: gettext_lazy("Mark as reviewed"),
    State.PILOTED: gettext_lazy("Put on trial"),
    State.LIVE: gettext_lazy("Make it live"),
    State.RETIRED: gettext_lazy("Retire it"),
}
IN_BULK = (State.REVIEWED, State.PILOTED, State.LIVE, State.RETIRED)
MEANINGS = {
    State.DRAFT: gettext_lazy("It is written, and nobody but instructors sees it."),
    State.REVIEWED: gettext_lazy("Somebody else has read it; it waits to be put on trial or live."),
    State.PILOTED: gettext_lazy(
        "On trial: attempts show it along where their assessment asks for questions on trial. Its"
        " answers are kept for the analysis and count for nobody’s marks."
    ),
    State.LIVE: gettext_lazy("New attempts may draw it, and it counts."),
    State.RETIRED: gettext_lazy("No new attempt shows it. Those that did keep it as it was."),
}


@dataclass
class Line:
    """One item of several, and why it stays as it is where it does."""

    version: ItemVersion
    why_not: str = ""
    done: bool = False


def moves_of(version: ItemVersion, user) -> list[tuple[str, Any]]:
    """The states this person may move a version to, with the words for it."""
    may = may_review(own=version.written_by_id == user.pk)
    return [
        (state, act)
        for state, act in ACTS.items()
        if state in TRANSITIONS[version.state] and (state != State.REVIEWED or may)
    ]


@needs("assessments.write_items")
@require_POST
def several(request):
    """First every line with what will happen to it, then the same lines with what did."""
    state = request.POST.get("state", "")
    chosen = filter(None, map(_uuid, request.POST.getlist("item")))
    mine = newest_versions(request.user).filter(item__public_id__in=list(chosen))
    versions = list(mine.order_by("item__ref"))
    if state not in IN_BULK or not versions:
        messages.warning(request, _("Choose some items first, then what becomes of them."))
        return redirect("item_bank")
    lines = [Line(version, _why_not(version, state, request.user)) for version in versions]
    sure = "sure" in request.POST
    if sure:
        _carry_out(request, lines, state)
    return staff_page(
        request,
        "assessments/staff/several.html",
        title=str(ACTS[state]),
        icon="help",
        crumbs=[(_("Item bank"), reverse("item_bank"))],
        lines=lines,
        ready=sum(not line.why_not for line in lines),
        state=state,
        meaning=MEANINGS[state],
        sure=sure,
    )


def _uuid(sent: str) -> UUID | None:
    try:
        return UUID(sent)
    except ValueError:
        return None


def _carry_out(request, lines: list[Line], state: str) -> None:
    """Each by itself, so that one refusal keeps back one item."""
    for line in lines:
        if line.why_not:
            continue
        try:
            line.version = move(line.version, state, by=request.user, now=timezone.now())
            line.done = True
        except Refused as refused:
            line.why_not = sentence(refused)
    done = sum(line.done for line in lines)
    messages.success(
        request, ngettext("%(n)d item was moved.", "%(n)d items were moved.", done) % {"n": done}
    )


def _why_not(version: ItemVersion, state: str, user) -> str:
    verdict = may_move(version.state, state)
    if verdict and state == State.REVIEWED:
        verdict = _may_be_reviewed_by(version, user)
    return "" if verdict else sentence(verdict)


def _may_be_reviewed_by(version: ItemVersion, user) -> Verdict:
    verdict = may_review(own=version.written_by_id == user.pk)
    return may_be_reviewed(version) if verdict else verdict
