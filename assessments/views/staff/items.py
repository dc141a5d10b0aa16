"""The item bank: what is in it, what a candidate sees, and the life of the versions."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Subquery
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from assessments.actions.writing import move
from assessments.models import Item, ItemVersion
from assessments.models.bank import KINDS, STATES
from assessments.rules.items import TRANSITIONS, State, may_review
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.models import LearningOutcome
from training_site.verdict import Refused
from training_site.wording import sentence

PAGE = 50
ANY = ("", gettext_lazy("any"))


ACTS = {
    State.DRAFT: gettext_lazy("Send back to draft"),
    State.REVIEWED: gettext_lazy("Mark as reviewed"),
    State.LIVE: gettext_lazy("Make it live"),
    State.RETIRED: gettext_lazy("Retire it"),
}


def outcome_codes(user) -> list[tuple]:
    mine = LearningOutcome.objects.filter(items__in=Item.objects.visible_to(user))
    return [ANY, *((code, code) for code in mine.distinct().values_list("code", flat=True))]


class Filters(forms.Form):
    outcome = forms.ChoiceField(label=gettext_lazy("Outcome"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[ANY, *KINDS], required=False)
    state = forms.ChoiceField(label=gettext_lazy("State"), choices=[ANY, *STATES], required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = outcome_codes(user)

    def narrow(self, versions):
        """The newest versions that match; a filter that cannot be read narrows nothing."""
        wanted = self.cleaned_data if self.is_valid() else {}
        if wanted.get("outcome"):
            versions = versions.filter(item__outcome__code=wanted["outcome"])
        for name in ("kind", "state"):
            if wanted.get(name):
                versions = versions.filter(**{name: wanted[name]})
        return versions


@needs("assessments.write_items")
@require_GET
def bank(request):
    """One line an item, as its newest version has it."""
    newest = ItemVersion.objects.filter(item=OuterRef("item")).order_by("-number").values("pk")[:1]
    mine = ItemVersion.objects.filter(item__in=Item.objects.visible_to(request.user))
    versions = mine.filter(pk=Subquery(newest)).select_related("item__outcome")
    filters = Filters(request.GET, user=request.user)
    found = filters.narrow(versions).annotate(times=Count("item__versions__shown_in"))
    query = request.GET.copy()
    query.pop("page", None)
    return staff_page(
        request,
        "assessments/staff/bank.html",
        title=_("Item bank"),
        icon="help",
        filters=filters,
        page=Paginator(found.order_by("item__ref"), PAGE).get_page(request.GET.get("page")),
        query=f"{query.urlencode()}&" if query else "",
    )


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def item(request, item):
    mine = Item.objects.visible_to(request.user).select_related("outcome", "bank")
    found = get_object_or_404(mine, public_id=item)
    versions = list(found.versions.select_related("written_by", "approved_by").order_by("-number"))
    if request.method == "POST":
        _move(request, versions)
        return redirect("item", found.public_id)
    return staff_page(
        request,
        "assessments/staff/item.html",
        title=found.ref,
        icon="help",
        crumbs=[(_("Item bank"), reverse("item_bank"))],
        item=found,
        versions=[(version, _moves(version, request.user)) for version in versions],
        newest=versions[0],
    )


def _moves(version: ItemVersion, user) -> list[tuple[str, str]]:
    """The states this person may move a version to, with the words for it."""
    may = may_review(own=version.written_by_id == user.pk)
    return [
        (state, act)
        for state, act in ACTS.items()
        if state in TRANSITIONS[version.state] and (state != State.REVIEWED or may)
    ]


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
