"""News from below: an invitation to a case was accepted."""

from django.dispatch import receiver

from certification.decisions.actions.inviting import welcome_outsider
from training_site.accounts.signals import invitation_accepted


@receiver(invitation_accepted, dispatch_uid="certification.welcome_outsider")
def on_invitation_accepted(sender, invitation, person, now, **kwargs):
    welcome_outsider(invitation, person, now)
