"""Staff: a step to a new version, its impact before anybody is moved, and publishing it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from certification.scheme.actions import transitions as actions
from certification.scheme.models import SchemeTransition
from certification.scheme.models.transitions import WhoMoves
from certification.scheme.scheme_forms import PrepareForm
from certification.scheme.transition_words import change_sentence, lines_sheet
from certification.scheme.transitions import impact_of, lines_of, outdated
from certification.scheme.views.schemes import ICON, crumbs, version_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.accounts.step_up import asked_before_export, step_up_required
from training_site.content.actions.exporting import take_along
from training_site.content.sheets import KINDS
from training_site.verdict import Refused
from training_site.wording import sentence

FILTERS = ("worse", "losing")
A_PAGE = 50


@needs("schemes.edit")
@require_http_methods(["GET", "POST"])
def prepare(request, public_id):
    """To this version from the one in force: who moves, and why. The preview begins at once."""
    new = version_of(public_id)
    old = new.scheme.versions.effective()
    form = PrepareForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and old:
        said = form.carry_out(
            lambda: actions.prepare_transition(
                new, old=old, **form.cleaned_data, by=request.user, now=timezone.now()
            )
        )
        if said:
            return redirect("scheme_transition", said.public_id)
    return staff_page(
        request,
        "staff/schemes/prepare.html",
        title=_("Prepare the step to {number}").format(number=new.number),
        icon=ICON,
        crumbs=[*crumbs(), (str(new), reverse("scheme_version", args=[public_id]))],
        new=new,
        old=old,
        held=old.pins.count() if old else 0,
        form=form,
    )


@needs("schemes.edit")
@require_http_methods(["GET", "POST"])
def transition(request, public_id):
    """What it would change, for whom, and why; asked again where the facts have moved on."""
    one = _transition(public_id)
    if request.method == "POST":
        actions.run_preview(one, by=request.user, now=timezone.now())
        return redirect("scheme_transition", public_id)
    only = request.GET.get("only", "")
    only = only if only in FILTERS else ""
    kind = request.GET.get("format")
    if kind in KINDS:
        if asked := asked_before_export(request):
            return asked
        sheet = lines_sheet(one, lines_of(one, only=only))
        return take_along(
            sheet,
            kind,
            "certification.transition.exported",
            by=request.user,
            now=timezone.now(),
            chosen=only,
            target=one,
        )
    page = Paginator(lines_of(one, only=only), A_PAGE).get_page(request.GET.get("page"))
    return staff_page(
        request,
        "staff/schemes/transition.html",
        title=_("{old} to {new}").format(old=one.old.number, new=one.new.number),
        icon=ICON,
        crumbs=[*crumbs(), (str(one.new), reverse("scheme_version", args=[one.new.public_id]))],
        transition=one,
        impact=impact_of(one),
        outdated=0 if one.published_at else outdated(one),
        page=page,
        rows=[_row(line) for line in page],
        only=only,
        nobody=one.who_moves == WhoMoves.NOBODY,
        own=one.prepared_by_id == request.user.pk,
    )


@needs("schemes.approve")
@step_up_required
@require_POST
def publish(request, public_id):
    """The public act: a new version in force, and people moved. By somebody else than prepared it."""
    one = _transition(public_id)
    try:
        actions.publish_transition(one, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Published. People are moved one after another now."))
    return redirect("scheme_transition", public_id)


def _transition(public_id) -> SchemeTransition:
    about = SchemeTransition.objects.select_related(
        "old__scheme", "new__scheme", "prepared_by", "published_by"
    )
    return get_object_or_404(about, public_id=public_id)


def _row(line) -> dict:
    return {
        "line": line,
        "worse": [change_sentence(change) for change in line.worse],
        "better": [change_sentence(change) for change in line.better],
    }
