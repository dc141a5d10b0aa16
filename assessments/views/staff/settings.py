"""The settings of the assessments one teaches for: terms, blueprint, and what is shown when."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from assessments.actions.blueprints import FURTHER, default_of, give_back, settle
from assessments.documents import settings_of
from assessments.models import Assessment, Grant, Item, ItemVersion
from assessments.rules.review import PRESETS, warnings
from assessments.scope import assessments_of
from assessments.views.staff.editor.sheets import Sheet, sent, with_more
from assessments.views.staff.review_matrix import fields_of
from assessments.views.staff.settings_form import held_in, shape_of_settings
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.models import LearningOutcome
from training_site.verdict import Refused
from training_site.wording import sentence

PREFIX = "settings"
TOO_FEW = ("too_few_items", "too_few_items_in_band")


@needs("assessments.write_items")
@require_GET
def assessments(request):
    mine = Assessment.objects.filter(assessments_of(request.user)).distinct()
    return staff_page(
        request,
        "assessments/staff/settings_list.html",
        title=_("Assessments"),
        icon="cogs",
        assessments=mine.select_related("bank", "settled_by"),
    )


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def assessment(request, assessment):
    mine = Assessment.objects.filter(assessments_of(request.user)).distinct()
    found = get_object_or_404(mine.select_related("bank", "settled_by"), public_id=assessment)
    if request.method == "POST":
        return _posted(request, found)
    return _page(request, found, _sheet(request, found, _sent(request, found)))


def _posted(request: HttpRequest, found: Assessment):
    """More lines, a preset, the settings handed back, or the settings themselves."""
    if "give_back" in request.POST:
        give_back(found, by=request.user, now=timezone.now())
        messages.success(request, _("The next load of the curriculum says the settings again."))
        return redirect("assessment_settings", found.public_id)
    if table := request.POST.get("more"):
        return _page(request, found, _sheet(request, found, with_more(request.POST, table)))
    if "use_preset" in request.POST:
        return _page(request, found, _sheet(request, found, _preset(request.POST)))
    sheet = _sheet(request, found, request.POST)
    if sheet.is_valid():
        try:
            return _settled(request, found, sheet.document())
        except Refused as refused:
            _place(sheet, refused)
    return _page(request, found, sheet)


def _settled(request, found: Assessment, entry: dict[str, Any]):
    if settle(found, entry, by=request.user, now=timezone.now()):
        messages.success(
            request, _("The settings are saved. Attempts that have begun keep theirs.")
        )
    else:
        messages.info(request, _("Nothing was changed."))
    return redirect("assessment_settings", found.public_id)


def _preset(data):
    """What was sent, with the matrix of a preset in the place of what was ticked."""
    options = PRESETS.get(data.get("preset", ""))
    more = data.copy()
    for name, value in fields_of(options).items() if options else ():
        listed = value if isinstance(value, list) else [value] if value else []
        more.setlist(f"{PREFIX}-{name}", listed)
    return more


def _place(sheet: Sheet, refused: Refused) -> None:
    """The reason at the field or the line of the blueprint that it is about."""
    said, details = _in_words(refused), refused.details
    if refused.reason == "pass_out_of_reach":
        sheet.put("pass_marks", said)
        return
    blueprint = sheet.table("blueprint")
    for line in blueprint.written:
        row = line.form.cleaned_data
        if row["outcome"] == details.get("outcome") and row["difficulty"] == details.get(
            "band", ""
        ):
            line.put("draw", said)
            return
    blueprint.problem = said


def _in_words(refused: Refused) -> str:
    """For an author nothing was started; what is missing is said alone."""
    if refused.reason in TOO_FEW:
        return _("%(wanted)s are wanted, the bank holds %(held)s that are live.") % refused.details
    return sentence(refused)


def _sent(request, found: Assessment) -> dict[str, Any]:
    """The settings as the form would send them, defaults included."""
    entry = {name: default_of(name) for name in FURTHER} | settings_of(found)
    return sent(_shape(request, found), entry, PREFIX)


def _sheet(request, found: Assessment, data) -> Sheet:
    return Sheet(_shape(request, found), data, PREFIX)


def _shape(request, found: Assessment):
    mine = Q(items__in=Item.objects.visible_to(request.user))
    in_use = Q(pk__in=found.blueprint.values("outcome"))
    outcomes = LearningOutcome.objects.filter(mine | in_use).distinct()
    choices = [(outcome.code, str(outcome)[:100]) for outcome in outcomes]
    return shape_of_settings(choices, held_in(ItemVersion.objects.drawable(found.bank_id).pool()))


def _page(request, found: Assessment, sheet: Sheet):
    return staff_page(
        request,
        "assessments/staff/settings.html",
        title=found.title,
        icon="cogs",
        crumbs=[(_("Assessments"), reverse("assessments_settings"))],
        assessment=found,
        sheet=sheet,
        warnings=[sentence(reason) for reason in _warnings(found)],
    )


def _warnings(found: Assessment) -> list[str]:
    """Of the settings as they are saved."""
    return warnings(
        found.review_options,
        has_close=Grant.objects.filter(assessment=found, closes__isnull=False).exists(),
        feedback=found.feedback,
        attempts_allowed=found.attempts_allowed,
    )
