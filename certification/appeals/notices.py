"""What people are told about appeals (the table of messages)."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "certification.appeal_arrived",
    subject=_("Something is waiting for you"),
    body=_("Something waits to be looked at by other people."),
    switchable=False,
)
register_notice(
    "certification.appeal_answered",
    subject=_("You have news"),
    body=_("There is an answer for you."),
    switchable=False,
)
register_notice(
    "certification.appeal_needs_somebody",
    subject=_("One more person is needed"),
    body=_("Something waits for a decision-maker who took no part in it so far. Nobody is free."),
    switchable=False,
)
