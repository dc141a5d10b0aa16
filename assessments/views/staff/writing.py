"""Writing a draft of an item. Whatever was typed is kept, fair or not; what is missing is said."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.actions.writing import may_be_reviewed, write_draft
from assessments.documents import entry_of
from assessments.models import Item, ItemVersion
from assessments.rules.items import State
from assessments.views.staff.editor.items import shape_of_item
from assessments.views.staff.editor.pictures import PictureForm, with_picture
from assessments.views.staff.editor.placing import place
from assessments.views.staff.editor.sheets import Sheet, sent, with_more
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

PREFIX = "item"


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def draft(request, item):
    mine = Item.objects.visible_to(request.user).select_related("outcome")
    item = get_object_or_404(mine, public_id=item)
    newest = item.newest
    if "made_from" in request.POST:
        return _posted(request, item, newest)
    sheet = _sheet(newest, sent(_shape(newest), entry_of(newest), PREFIX))
    verdict = may_be_reviewed(newest)
    if newest.state == State.DRAFT and newest.stem and not verdict:
        place(sheet, verdict)
    return _page(request, item, newest, sheet)


def _posted(request: HttpRequest, item: Item, newest: ItemVersion):
    """More lines, a picture, or the draft itself."""
    if table := request.POST.get("more"):
        kind = request.POST.get(f"{table}-kind", "")
        return _page(request, item, newest, _sheet(newest, with_more(request.POST, table, kind)))
    if "picture" in request.POST:
        form = PictureForm(request.POST, request.FILES)
        data = with_picture(request.POST, form, f"{PREFIX}-stem", by=request.user)
        return _page(request, item, newest, _sheet(newest, data), form)
    sheet = _sheet(newest, request.POST)
    if not sheet.is_valid():
        return _page(request, item, newest, sheet)
    try:
        written = _write(request, item, newest, sheet.document())
    except Refused as refused:
        sheet.problem = sentence(refused)
        return _page(request, item, newest, sheet)
    return _written(request, item, written)


def _write(request, item: Item, newest: ItemVersion, entry: dict[str, Any]) -> ItemVersion:
    made_from = request.POST.get("made_from", "")
    return write_draft(item, entry, by=request.user, now=timezone.now(), made_from=made_from)


def _written(request, item: Item, version: ItemVersion):
    if not may_be_reviewed(version):
        messages.warning(
            request,
            _("The draft is saved. Before it can be reviewed, something is missing: see below."),
        )
        return redirect("item_draft", item.public_id)
    messages.success(
        request, _("The draft is saved. Another instructor reviews it before it is used.")
    )
    if "preview" in request.POST:
        return redirect("item_preview", item.public_id, version.number)
    return redirect("item", item.public_id)


def _shape(newest: ItemVersion):
    return shape_of_item(newest.kind, entry_of(newest))


def _sheet(newest: ItemVersion, data) -> Sheet:
    return Sheet(_shape(newest), data, PREFIX)


def _page(request, item: Item, newest: ItemVersion, sheet: Sheet, picture=None):
    return staff_page(
        request,
        "assessments/staff/draft.html",
        title=_("A draft of %(ref)s") % {"ref": item.ref},
        icon="edit",
        crumbs=[
            (_("Item bank"), reverse("item_bank")),
            (item.ref, reverse("item", args=[item.public_id])),
        ],
        item=item,
        newest=newest,
        sheet=sheet,
        picture=picture or PictureForm(),
    )
