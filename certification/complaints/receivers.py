"""News from below: an invitation was accepted, a certificate took another's place."""

from django.dispatch import receiver

from certification.complaints.actions.calling import welcome_outsider
from certification.complaints.actions.sanctions import link_narrowing
from certification.complaints.certificates import newest_event
from certification.credentials.models.certificates import EventKind
from certification.credentials.rules.replacing import Kind
from certification.credentials.signals import certificate_replaced
from training_site.accounts.signals import invitation_accepted


@receiver(invitation_accepted, dispatch_uid="certification.welcome_committee_member")
def on_invitation_accepted(sender, invitation, person, now, **kwargs):
    welcome_outsider(invitation, person, now)


@receiver(certificate_replaced, dispatch_uid="certification.link_narrowing")
def on_certificate_replaced(sender, predecessor, successor, now, **kwargs):
    if successor.replacement.kind == Kind.SCOPE:
        link_narrowing(successor.holder, newest_event(predecessor, EventKind.NARROWED))
