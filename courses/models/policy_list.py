"""A field that names policies by their address names, ticked from those there are."""

from django import forms
from django.db import models

from training_site.content.models import PolicyVersion


def policies_there_are() -> list[tuple[str, str]]:
    """(name, title of the newest version) of every policy."""
    rows = PolicyVersion.objects.order_by("effective_from", "pk").values_list("policy", "title")
    return sorted(dict(rows).items(), key=lambda pair: pair[1])


class PolicyListField(models.JSONField):
    """A list of names. A page carries it, so it is part of what somebody else reads and approves."""

    def __init__(self, *args, **options):
        super().__init__(*args, **({"default": list, "blank": True} | options))

    def formfield(self, **options):
        return forms.MultipleChoiceField(
            label=self.verbose_name,
            help_text=self.help_text,
            required=False,
            choices=policies_there_are,
            widget=forms.CheckboxSelectMultiple,
        )
