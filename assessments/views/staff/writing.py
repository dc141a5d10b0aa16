"""Writing a draft of an item: its question and its options, kind and scoring as they are."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from assessments.actions.writing import write_draft
from assessments.models import Item, ItemVersion
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.verdict import Refused
from training_site.wording import sentence

ROOM = 6  # options that the form has room for


class DraftForm(forms.Form):
    stem = forms.CharField(
        label=gettext_lazy("Question"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )
    content_note = forms.CharField(
        label=gettext_lazy("Content note"),
        help_text=gettext_lazy("Short, factual, in advance; empty where none is needed."),
        max_length=500,
        required=False,
    )


class OptionForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Option"), max_length=500, required=False)
    feedback = forms.CharField(
        label=gettext_lazy("Why it is right, or what it misunderstands"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    correct = forms.BooleanField(label=gettext_lazy("This is right"), required=False)


OptionForms = forms.formset_factory(OptionForm, extra=0, max_num=ROOM, absolute_max=ROOM)


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def draft(request, item):
    mine = Item.objects.visible_to(request.user).select_related("outcome")
    item = get_object_or_404(mine, public_id=item)
    newest = item.newest
    form = DraftForm(request.POST or None, initial=_initial(newest))
    options = OptionForms(request.POST or None, initial=_options(newest), prefix="options")
    if request.method == "POST" and form.is_valid() and options.is_valid():
        try:
            write_draft(item, _entry(newest, form, options), by=request.user, now=timezone.now())
        except Refused as refused:
            form.add_error(None, sentence(refused))
        else:
            messages.success(
                request, _("The draft is written. Another instructor reviews it before it is used.")
            )
            return redirect("item", item.public_id)
    return staff_page(
        request,
        "assessments/staff/draft.html",
        title=_("A draft of %(ref)s") % {"ref": item.ref},
        icon="edit",
        crumbs=_crumbs(item),
        item=item,
        form=form,
        options=options,
    )


def _crumbs(item: Item) -> list[tuple[str, str]]:
    return [
        (_("Item bank"), reverse("item_bank")),
        (item.ref, reverse("item", args=[item.public_id])),
    ]


def _initial(newest: ItemVersion) -> dict[str, str]:
    return {"stem": newest.stem, "content_note": newest.content_note}


def _options(newest: ItemVersion) -> list[dict]:
    """The newest version's options, and empty lines for more."""
    filled = [
        {name: option[name] for name in ("text", "feedback", "correct")}
        for option in newest.options
    ]
    return filled + [{}] * (ROOM - len(filled))


def _entry(newest: ItemVersion, form: DraftForm, options) -> dict:
    """The draft as items.yaml would hold it; lines without a text are left out."""
    return {
        "kind": newest.kind,
        "scoring": newest.scoring,
        "level": newest.level,
        "difficulty": newest.difficulty,
        "sources": newest.sources,
        "options": [line for line in options.cleaned_data if line.get("text", "").strip()],
        **form.cleaned_data,
    }
