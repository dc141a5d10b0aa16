"""System checks that keep encrypted text out of places that would store it in the clear."""

from django.apps import apps
from django.core.checks import Error, register

from training_site.crypto.fields import EncryptedTextField


@register()
def encrypted_models_keep_no_revisions(app_configs, **kwargs):
    from wagtail.models import RevisionMixin

    return [
        Error(
            f"{model._meta.label} has an encrypted field and Wagtail revisions, which store plain text.",
            id="crypto.E001",
        )
        for model in apps.get_models()
        if issubclass(model, RevisionMixin)
        and any(isinstance(field, EncryptedTextField) for field in model._meta.get_fields())
    ]
