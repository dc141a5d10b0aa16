"""Staff: recalls proposed and confirmed, whom they touch, what each loses."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certification.recalls import actions
from certification.recalls.forms import ProposeForm
from certification.recalls.models import Recall, RecallItem
from certification.recalls.people import deciders_of, is_decider
from certification.recalls.preview import preview_of
from certification.recalls.telling import TONES, missing_of
from certification.recalls.touched import hash_of
from training_site.accounts.permissions import may, needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import step_up_required
from training_site.content.civil import civil_date
from training_site.verdict import Refused
from training_site.wording import sentence

ICON = "rotate"
A_PAGE = 20


def recall_for(request, public_id) -> Recall:
    """The one way to a recall; a missing one and one about oneself answer alike."""
    reach = Recall.objects.visible_to(request.user).with_people()
    return get_object_or_404(reach, public_id=public_id)


@needs("recalls.see")
@require_safe
def index(request):
    """The newest first, with how many people still wait for an outcome."""
    undecided = Count("items", filter=Q(items__outcome=""))
    rows = Recall.objects.visible_to(request.user).with_people()
    rows = rows.annotate(people=Count("items"), undecided=undecided)
    page = Paginator(rows.order_by("-proposed_at", "-pk"), A_PAGE)
    return staff_page(
        request,
        "staff/certification/recalls.html",
        title=_("Recalls"),
        icon=ICON,
        page=page.get_page(request.GET.get("page")),
        overdue=_made_up(request.user, timezone.now()),
        may_propose=may(request.user, "recalls.propose"),
    )


@needs("recalls.propose")
@require_http_methods(["GET", "POST"])
def propose(request):
    form = ProposeForm(request.POST or None)
    if form.is_bound:
        recall = form.carry_out(
            lambda: actions.propose_recall(**form.said, by=request.user, now=timezone.now())
        )
        if recall:
            messages.success(request, _("Proposed. Nothing has changed for anybody yet."))
            return redirect("certification_recall", recall.public_id)
    return staff_page(
        request,
        "staff/certification/recall_propose.html",
        title=_("Propose a recall"),
        icon=ICON,
        crumbs=crumbs(),
        status=422 if form.errors else 200,
        form=form,
    )


@needs("recalls.see")
@require_safe
def recall(request, public_id):
    """Before it is confirmed: whom it would touch. After it: what becomes of each of them."""
    one = recall_for(request, public_id)
    found, now = preview_of(one), timezone.now()
    rows = _items(one) if one.confirmed_at else found.touched
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "staff/certification/recall.html",
        title=_("Recall: {name}").format(name=one.supervisor.name),
        icon=ICON,
        crumbs=crumbs(),
        recall=one,
        found=found,
        people=len(found.touched),
        page=page,
        lines=[] if one.confirmed_at or one.dropped_at else found.lines(page.object_list, now),
        items=[(item, missing_of(item), TONES[item.outcome]) for item in page.object_list]
        if one.confirmed_at
        else [],
        worked_out=one.items.count(),
        untouched=one.items.waiting().filter(missing=[]).count(),
        **_parts(request.user, one, found),
    )


@needs("recalls.confirm")
@step_up_required
@require_POST
def confirm(request, public_id):
    one, shown = recall_for(request, public_id), request.POST.get("shown", "")
    _carried_out(
        request,
        lambda: actions.confirm_recall(one, shown_hash=shown, by=request.user, now=timezone.now()),
        _("Confirmed. Everybody whom it touches is told."),
    )
    return redirect("certification_recall", public_id)


@needs("recalls.see")
@require_POST
def drop(request, public_id):
    one = recall_for(request, public_id)
    _carried_out(
        request,
        lambda: actions.drop_recall(one, by=request.user, now=timezone.now()),
        _("Taken back. Nobody was told, and nothing has changed for anybody."),
    )
    return redirect("certification_recalls")


@needs("recalls.see")
@step_up_required
@require_POST
def stands(request, public_id):
    """“Stands” for everybody who loses nothing by it."""
    one = recall_for(request, public_id)
    decided = actions.decide_untouched(one, by=request.user, now=timezone.now())
    messages.success(request, _("Said of {count}. They are told.").format(count=decided))
    return redirect("certification_recall", public_id)


def crumbs() -> list[tuple]:
    return [(_("Recalls"), reverse("certification_recalls"))]


def _items(one: Recall):
    """Whoever waits for an outcome comes first, and among them whoever loses most."""
    rows = one.items.select_related("person", "application", "certificate")
    return rows.alias(decided=~Q(outcome="")).order_by("decided", "met_after", "pk")


def _parts(user, one: Recall, found) -> dict:
    """What this person can do here now, and who is missing to confirm it."""
    proposed = not one.confirmed_at and not one.dropped_at
    touched = {person.person for person in found.touched}
    able = [person for person in deciders_of(one) if person.pk not in touched] if proposed else []
    return {
        "proposed": proposed,
        "may_confirm": user in able and is_decider(user),
        "missing_decider": proposed and not able,
        "shown": hash_of(found.touched),
    }


def _made_up(user, now):
    """Hours to be made up by a day, the earliest on top; whether they are, each page says."""
    reach = Recall.objects.visible_to(user).values("pk")
    rows = RecallItem.objects.to_make_up().filter(recall__in=reach).exclude(person=user)
    soon = rows.with_case().order_by("due_on", "pk")[:A_PAGE]
    return [(item, item.due_on < civil_date(now)) for item in soon]


def _carried_out(request, act, said: str) -> None:
    try:
        act()
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, said)
