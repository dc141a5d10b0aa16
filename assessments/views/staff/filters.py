"""Narrowing and ordering the item bank. A filter that cannot be read narrows nothing."""

from django import forms
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from assessments.models import Item, ItemBank, ItemVersion
from assessments.models.bank import KINDS, STATES
from assessments.rules.drawing import EASY, EASY_FROM, HARD, MEDIUM, MEDIUM_FROM
from training_site.content.models import LearningOutcome

ANY = ("", _("any"))
NOBODY_SAID = "none"
BANDS = {
    EASY: (_("easy"), Q(difficulty__gte=EASY_FROM)),
    MEDIUM: (_("medium"), Q(difficulty__gte=MEDIUM_FROM, difficulty__lt=EASY_FROM)),
    HARD: (_("hard"), Q(difficulty__lt=MEDIUM_FROM)),
    NOBODY_SAID: (_("not said"), Q(difficulty=None)),
}
NOTES = {
    "with": (_("with one"), ~Q(content_note="")),
    "without": (_("without"), Q(content_note="")),
}
SHOWN = {
    "never": (_("never"), Q(times=0)),
    "some": (_("at least once"), Q(times__gt=0)),
}
ORDERS = {
    "ref": "item__ref",
    "outcome": "item__outcome__code",
    "kind": "kind",
    "state": "state",
    "difficulty": "difficulty",
    "times": "times",
}


def newest_versions(user):
    """The newest version of each item that this person sees, with how often the item was shown."""
    newest = ItemVersion.objects.filter(item=OuterRef("item")).order_by("-number").values("pk")[:1]
    mine = ItemVersion.objects.filter(item__in=Item.objects.visible_to(user))
    versions = mine.filter(pk=Subquery(newest)).select_related("item__outcome", "item__bank")
    return versions.annotate(times=Count("item__versions__shown_in"))


class Filters(forms.Form):
    ref = forms.CharField(label=_("Reference"), max_length=40, required=False)
    bank = forms.ChoiceField(label=_("Bank"), required=False)
    outcome = forms.ChoiceField(label=_("Outcome"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[ANY, *KINDS], required=False)
    state = forms.ChoiceField(label=_("State"), choices=[ANY, *STATES], required=False)
    difficulty = forms.ChoiceField(label=_("Difficulty"), required=False)
    note = forms.ChoiceField(label=_("Content note"), required=False)
    shown = forms.ChoiceField(label=_("Shown"), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        mine = Item.objects.visible_to(user)
        codes = LearningOutcome.objects.filter(items__in=mine).distinct()
        banks = ItemBank.objects.filter(items__in=mine).distinct()
        self.fields["outcome"].choices = [
            ANY,
            *((code, code) for code in codes.values_list("code", flat=True)),
        ]
        self.fields["bank"].choices = [ANY, *banks.values_list("slug", "title")]
        for name, choices in (("difficulty", BANDS), ("note", NOTES), ("shown", SHOWN)):
            self.fields[name].choices = [ANY, *((key, word) for key, (word, _q) in choices.items())]

    def narrow(self, versions):
        wanted = self.wanted()
        for name, path in (
            ("bank", "item__bank__slug"),
            ("outcome", "item__outcome__code"),
            ("kind", "kind"),
            ("state", "state"),
            ("ref", "item__ref__icontains"),
        ):
            if wanted.get(name):
                versions = versions.filter(**{path: wanted[name]})
        for name, choices in (("difficulty", BANDS), ("note", NOTES), ("shown", SHOWN)):
            if wanted.get(name):
                versions = versions.filter(choices[wanted[name]][1])
        return versions

    def wanted(self) -> dict[str, str]:
        """What was asked for and can be read."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def with_words(versions, words: str):
    """Each word somewhere in the question."""
    for word in words.split():
        versions = versions.filter(stem__icontains=word)
    return versions


def in_order(versions, sort: str):
    """By one column, "-" for the other way round; the reference decides between equals."""
    path = ORDERS.get(sort.removeprefix("-"), ORDERS["ref"])
    return versions.order_by(f"-{path}" if sort.startswith("-") else path, "item__ref", "pk")
