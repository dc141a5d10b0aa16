"""Corrections: a plan, every change that it makes, a second look, and the way back."""

from decimal import Decimal

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assessments.actions.regrading import (
    apply_regrade,
    discard_regrade,
    plan_of,
    plan_regrade,
    reverse_regrade,
)
from assessments.models import Item, ItemVersion, Regrade
from assessments.models.marked import changes_of
from assessments.rules.regrading.planning import Plan, summary
from assessments.views.staff.seen import ReasonForm, tried
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 50
FIELDS = {
    "regrade_needs_reason": "reason",
    "regrade_needs_corrected_wording": "corrected_version",
    "regrade_needs_no_wording": "corrected_version",
    "regrade_corrected_not_published": "corrected_version",
    "regrade_of_another_item": "corrected_version",
    "regrade_options_moved": "corrected_version",
    "regrade_kind_differs": "corrected_version",
    "regrade_leaves_nothing": "mode",
    "regrade_reversal_needs_reason": "reason",
}


class VersionField(forms.ModelChoiceField):
    def label_from_instance(self, version):
        return _("version %(number)s (%(state)s): %(stem)s") % {
            "number": version.number,
            "state": version.get_state_display(),
            "stem": version.stem[:80],
        }


class PlanForm(forms.Form):
    mode = forms.ChoiceField(
        label=gettext_lazy("How it is put right"),
        choices=Regrade.Mode.choices,
        widget=forms.RadioSelect,
    )
    corrected_version = VersionField(
        label=gettext_lazy("Corrected version"),
        help_text=gettext_lazy("Where a corrected key counts. It is one that has been published."),
        queryset=ItemVersion.objects.none(),
        required=False,
    )
    never_lower = forms.BooleanField(
        label=gettext_lazy("Nobody loses marks, and nobody loses a pass"),
        initial=True,
        required=False,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("What was wrong with the question. It stays on record."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, version, **kwargs):
        super().__init__(*args, **kwargs)
        others = version.item.versions.exclude(pk=version.pk).exclude(published_at=None)
        self.fields["corrected_version"].queryset = others.order_by("-number")


@needs("assessments.correct")
@require_GET
def regrades(request):
    rows = _seen_by(request.user).select_related("item_version__item", "planned_by")
    return staff_page(
        request,
        "assessments/staff/correcting/regrades.html",
        title=_("Corrections"),
        icon="resubmit",
        page=Paginator(rows.order_by("-planned_at", "-pk"), PAGE).get_page(request.GET.get("page")),
    )


@needs("assessments.correct")
@require_http_methods(["GET", "POST"])
def plan(request, item, number):
    """From the recall of a version: choose how it is put right, and look before anything changes."""
    mine = Item.objects.visible_to(request.user)
    version = get_object_or_404(
        ItemVersion.objects.select_related("item").exclude(published_at=None),
        item__in=mine,
        item__public_id=item,
        number=number,
    )
    form = PlanForm(request.POST or None, version=version)
    if request.method == "POST" and form.is_valid():
        kept = []

        def act():
            given = form.cleaned_data | {"by": request.user, "now": timezone.now()}
            kept.append(plan_regrade(version, **given))

        if tried(form, act, FIELDS):
            return redirect("regrade", kept[0].public_id)
    return staff_page(
        request,
        "assessments/staff/correcting/plan.html",
        title=_("Correct %(ref)s, version %(number)s")
        % {"ref": version.item.ref, "number": number},
        icon="resubmit",
        crumbs=_crumbs(),
        version=version,
        form=form,
    )


@needs("assessments.correct")
@require_GET
def regrade(request, regrade):
    """The dry run while it is planned, the result once it is applied."""
    found = _found(request.user, regrade)
    return _page(request, found, "assessments/staff/correcting/regrade.html", _("A correction"))


@needs("assessments.correct")
@require_http_methods(["GET", "POST"])
def apply(request, regrade):
    """The second look: the figures once more, and the one button that binds."""
    found = _found(request.user, regrade, Regrade.State.PLANNED)
    if request.method == "POST":
        try:
            apply_regrade(found, by=request.user, now=timezone.now())
        except Refused as refused:
            messages.error(request, sentence(refused))
        else:
            messages.success(request, _("Applied. Whoever’s result changed was told."))
        return redirect("regrade", regrade)
    return _page(
        request, found, "assessments/staff/correcting/apply.html", _("Apply this correction?")
    )


@needs("assessments.correct")
@require_POST
def discard(request, regrade):
    found = _found(request.user, regrade, Regrade.State.PLANNED)
    try:
        discard_regrade(found, by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Set aside. Nothing was changed."))
    return redirect("regrades")


@needs("assessments.correct")
@require_http_methods(["GET", "POST"])
def take_back(request, regrade):
    found = _found(request.user, regrade, Regrade.State.APPLIED)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"by": request.user, "now": timezone.now()}
        if tried(form, lambda: reverse_regrade(found, **given), FIELDS):
            messages.success(request, _("Taken back. Every result is what it was before."))
            return redirect("regrade", regrade)
    return _page(
        request,
        found,
        "assessments/staff/correcting/take_back.html",
        _("Take this correction back"),
        form=form,
    )


def _seen_by(user):
    return Regrade.objects.filter(item_version__item__in=Item.objects.visible_to(user))


def _found(user, regrade, state: str = "") -> Regrade:
    """The correction with all that a page tells of it; 404 where it stands elsewhere than asked."""
    rows = _seen_by(user).select_related(
        *("item_version__item", "corrected_version", "incident"),
        *("planned_by", "applied_by", "reversed_by"),
    )
    found = get_object_or_404(rows, public_id=regrade)
    if state and found.state != state:
        raise Http404
    return found


def _page(request, found: Regrade, template: str, title: str, **more):
    changes = found.changes.select_related("attempt__assessment").order_by("attempt_id")
    page = Paginator(changes, PAGE).get_page(request.GET.get("page"))
    for change in page:
        change.max_before = Decimal(change.before["max_marks"])
        change.max_after = Decimal(change.after["max_marks"])
    return staff_page(
        request,
        template,
        title=title,
        icon="resubmit",
        crumbs=_crumbs(),
        regrade=found,
        figures=_figures(found),
        page=page,
        **more,
    )


def _figures(regrade: Regrade) -> dict[str, int]:
    """While it is planned, whom it leaves alone is counted as well, as of now."""
    figures = summary(Plan(changes=tuple(changes_of(regrade))))
    if regrade.state != Regrade.State.PLANNED:
        return figures
    beside = summary(plan_of(regrade))
    return figures | {name: beside[name] for name in ("by_hand", "unreadable", "in_progress")}


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Corrections"), reverse("regrades"))]
