"""For the holder's page of a lower layer: what strangers see of a certificate."""

from django import template

from certification.registry.answering import shown_name
from certification.registry.models import ContactMessage, RegistryListing

register = template.Library()


@register.inclusion_tag("certification/registry/on_certificate.html", takes_context=True)
def what_strangers_see(context, certificate, telling):
    listing = RegistryListing.objects.filter(certificate=certificate).first()
    return {
        "certificate": certificate,
        "telling": telling,
        "listing": listing,
        "shows": bool(shown_name(certificate)),
        "kept_hidden": RegistryListing.objects.is_kept_hidden(certificate.holder),
        "new_letters": ContactMessage.objects.to(certificate.holder).unread().count(),
        "csrf_token": context.get("csrf_token"),
    }
