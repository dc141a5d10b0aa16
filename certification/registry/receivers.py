"""News from below: a certificate took another's place."""

from django.dispatch import receiver

from certification.credentials.signals import certificate_replaced
from certification.registry.actions.moving import move_listing


@receiver(certificate_replaced, dispatch_uid="certification.move_listing")
def on_certificate_replaced(sender, predecessor, successor, **kwargs):
    move_listing(predecessor, successor)
