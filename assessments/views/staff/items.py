"""One item: its versions with their keys, what may be done with each, and where it is used."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.actions.writing import may_be_reviewed, move
from assessments.models import Assessment, Item, ItemVersion
from assessments.rules.kinds import Judged
from assessments.scope import assessments_of
from assessments.views.staff.moving import ACTS, MEANINGS, moves_of
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence


@dataclass
class Shown:
    """A version for the page: `key` by its parts, `unfinished` why it cannot be reviewed yet."""

    version: ItemVersion
    moves: list[tuple[str, Any]]
    before: int | None
    meaning: Any = ""
    unfinished: str = ""
    key: list[Judged] = field(default_factory=list)

    @property
    def rubric(self) -> list[dict[str, Any]]:
        return self.version.body.get("rubric", [])

    @property
    def has_feedback(self) -> bool:
        return any(line.feedback for line in self.key)


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def item(request, item):
    mine = Item.objects.visible_to(request.user).select_related("outcome", "bank")
    found = get_object_or_404(mine, public_id=item)
    versions = _versions(found)
    if request.method == "POST":
        _move(request, versions)
        return redirect("item", found.public_id)
    older = [*(version.number for version in versions[1:]), None]
    return staff_page(
        request,
        "assessments/staff/item.html",
        title=found.ref,
        icon="help",
        crumbs=[(_("Item bank"), reverse("item_bank"))],
        item=found,
        versions=[
            _shown(version, before, request.user)
            for version, before in zip(versions, older, strict=True)
        ],
        newest=versions[0],
        times=sum(version.times for version in versions),
        used_by=_used_by(found, request.user),
    )


def _versions(item: Item) -> list[ItemVersion]:
    """The newest first, each with how often it was shown."""
    versions = item.versions.select_related("written_by", "approved_by")
    return list(versions.annotate(times=Count("shown_in")).order_by("-number"))


def _used_by(item: Item, user):
    """The assessments whose attempts may show it."""
    drawing = Assessment.objects.drawing_from(item.bank).filter(blueprint__outcome=item.outcome)
    return drawing.filter(assessments_of(user)).distinct()


def _shown(version: ItemVersion, before: int | None, user) -> Shown:
    whole = may_be_reviewed(version)
    shown = Shown(version, moves_of(version, user), before, MEANINGS[version.state])
    if not whole:
        shown.unfinished = sentence(whole)
        return shown
    kind, wording = version.behaviour, version.wording
    shown.key = kind.judged(wording, kind.lay_out(wording, "key"), kind.right(wording))
    return shown


def _move(request, versions: list[ItemVersion]) -> None:
    number = request.POST.get("version", "")
    version = next((one for one in versions if str(one.number) == number), None)
    if version is None or request.POST.get("state") not in ACTS:
        messages.error(request, _("That version is not there any more. Nothing was changed."))
        return
    try:
        move(version, request.POST["state"], by=request.user, now=timezone.now())
    except Refused as refused:
        messages.error(request, sentence(refused))
    else:
        messages.success(request, _("Done."))
