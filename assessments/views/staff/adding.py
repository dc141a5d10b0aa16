"""Beginning a new item: where it belongs and what kind it is; its words come next."""

from django import forms
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from assessments.actions.writing import add_item
from assessments.models import Item, ItemBank
from assessments.models.bank import KINDS
from training_site.accounts.permissions import needs
from training_site.accounts.staff import staff_page
from training_site.content.models import LearningOutcome
from training_site.verdict import Refused
from training_site.wording import sentence


class NewItemForm(forms.Form):
    bank = forms.ModelChoiceField(ItemBank.objects.none(), label=gettext_lazy("Bank"))
    outcome = forms.ModelChoiceField(
        LearningOutcome.objects.none(),
        label=gettext_lazy("Outcome"),
        help_text=gettext_lazy("What the answer shows somebody can do. It stays the item’s own."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=KINDS)
    ref = forms.SlugField(
        label=gettext_lazy("Reference"),
        help_text=gettext_lazy(
            "Short and neutral: letters, digits and hyphens. It never changes, and once in a bank."
        ),
        max_length=40,
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        mine = Item.objects.visible_to(user)
        banks = ItemBank.objects.filter(items__in=mine).distinct()
        outcomes = LearningOutcome.objects.filter(items__in=mine)
        courses = outcomes.values_list("course_code", flat=True)
        self.fields["bank"].queryset = banks
        self.fields["outcome"].queryset = LearningOutcome.objects.filter(course_code__in=courses)


@needs("assessments.write_items")
@require_http_methods(["GET", "POST"])
def new_item(request):
    form = NewItemForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            item = add_item(**form.cleaned_data, by=request.user, now=timezone.now())
        except Refused as refused:
            form.add_error("ref", sentence(refused))
        else:
            return redirect("item_draft", item.public_id)
    return staff_page(
        request,
        "assessments/staff/new_item.html",
        title=_("A new item"),
        icon="plus",
        crumbs=[(_("Item bank"), reverse("item_bank"))],
        form=form,
    )
