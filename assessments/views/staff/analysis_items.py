"""One item: how it behaved in an assessment, where it is used, and who met a version of it."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from assessments.models import Assessment, BlueprintRow, FormItem, Item, ItemStatistic
from assessments.rules.drawing import ANY, band_of
from assessments.rules.items import State
from assessments.scope import assessments_of
from assessments.views.staff import analysis_words as words
from assessments.views.staff.analysis import crumbs
from assessments.views.staff.analysis_exposure import exposure_by_month, exposure_of
from assessments.views.staff.analysis_plots import letters_of, lines_of
from assessments.views.staff.analysis_recall import meetings_of, summed
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page

PAGE = 50


@dataclass(frozen=True)
class OptionRow:
    """One option of an item, as its wording has it and as candidates took it."""

    letter: str
    text: str
    figures: dict[str, Any]

    @property
    def remarks(self) -> list[str]:
        return [str(words.OF_OPTION[flag]) for flag in self.figures["flags"]]


@needs("assessments.write_items")
@require_GET
def item_analysis(request, assessment, item, number):
    mine = ItemStatistic.objects.visible_to(request.user)
    statistic = get_object_or_404(
        mine.select_related("assessment", "item_version__item__outcome"),
        assessment__public_id=assessment,
        item_version__item__public_id=item,
        item_version__number=number,
    )
    version = statistic.item_version
    names = words.names_of(statistic)
    return staff_page(
        request,
        "assessments/staff/analysis_item.html",
        title=_("%(ref)s, version %(number)d") % {"ref": version.item.ref, "number": number},
        icon="table",
        crumbs=crumbs(statistic.assessment),
        statistic=statistic,
        version=version,
        item=version.item,
        warning=words.WARNINGS[statistic.warning],
        remarks=[] if statistic.warning == "too_few" else words.in_words(names),
        options=_option_rows(statistic),
        lines=lines_of(statistic),
        agreement=statistic.document.get("agreement"),
    )


def _option_rows(statistic: ItemStatistic) -> list[OptionRow]:
    letters = letters_of(statistic.item_version.options)
    texts = {option["id"]: option["text"] for option in statistic.item_version.options}
    return [
        OptionRow(letters.get(name, name), texts.get(name, ""), figures)
        for figures in statistic.document.get("options", ())
        for name in [figures["option"]]
    ]


def _mine_or_404(request, item) -> Item:
    mine = Item.objects.visible_to(request.user).select_related("outcome", "bank")
    return get_object_or_404(mine, public_id=item)


def _item_crumbs(item: Item) -> list[tuple[str, str]]:
    return [
        (_("Item bank"), reverse("item_bank")),
        (item.ref, reverse("item", args=[item.public_id])),
    ]


@needs("assessments.write_items")
@require_GET
def item_use(request, item):
    """Figures of every assessment, how often each version was shown, and where it can be drawn."""
    item = _mine_or_404(request, item)
    versions = list(item.versions.order_by("-number"))
    figures = ItemStatistic.objects.visible_to(request.user).filter(item_version__item=item)
    figures = figures.select_related("assessment", "item_version")
    exposure = exposure_of(item)
    return staff_page(
        request,
        "assessments/staff/analysis_use.html",
        title=_("Use and figures"),
        icon="table",
        crumbs=_item_crumbs(item),
        item=item,
        statistics=figures.order_by("-item_version__number", "assessment__title"),
        versions=[(version, exposure.get(version.number)) for version in versions],
        months=exposure_by_month(item),
        drawn_by=_drawn_by(item, versions, request.user),
        forms=_forms_with(item, request.user),
    )


def _drawn_by(item: Item, versions, user):
    """The blueprints that can draw it now: of its outcome, its band, its bank; only a live version."""
    live = next((version for version in versions if version.state == State.LIVE), None)
    if live is None:
        return BlueprintRow.objects.none()
    from_here = Assessment.objects.filter(assessments_of(user)).drawing_from(item.bank)
    rows = BlueprintRow.objects.filter(outcome=item.outcome, assessment__in=from_here)
    fitting = rows.filter(Q(difficulty=ANY) | Q(difficulty=band_of(live.difficulty)))
    return fitting.select_related("assessment").order_by("assessment__title", "difficulty")


def _forms_with(item: Item, user) -> list[dict[str, Any]]:
    """How many forms hold each version, by assessment."""
    mine = Assessment.objects.filter(assessments_of(user))
    held = FormItem.objects.filter(item_version__item=item, form__assessment__in=mine)
    rows = held.order_by().values("form__assessment__title", "item_version__number")
    counted = rows.annotate(forms=Count("pk"))
    return list(counted.order_by("form__assessment__title", "-item_version__number"))


@needs("assessments.write_items")
@require_GET
def recall(request, item, number):
    """“This version was wrong”: every attempt that showed it. What changes, a correction plans."""
    item = _mine_or_404(request, item)
    version = get_object_or_404(item.versions, number=number)
    met = meetings_of(version, request.user)
    return staff_page(
        request,
        "assessments/staff/analysis_recall.html",
        title=_("%(ref)s, version %(number)d was wrong") % {"ref": item.ref, "number": number},
        icon="warning",
        crumbs=_item_crumbs(item),
        item=item,
        version=version,
        lines=summed(met),
        total=len(met),
        hinging=sum(one.hinges for one in met),
        page=Paginator(met, PAGE).get_page(request.GET.get("page")),
    )
