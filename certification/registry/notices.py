"""What people are told about the registry (the table of messages)."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "certification.suppression_asked",
    subject=_("Something is waiting for you"),
    body=_("A request waits for an answer. It is in force meanwhile."),
    switchable=False,
)
register_notice(
    "certification.suppression_to_review",
    subject=_("Something is waiting for you"),
    body=_("A request that was granted is to be looked at again."),
    switchable=False,
)
register_notice(
    "certification.suppression_answered",
    subject=_("You have news"),
    body=_("There is an answer for you."),
    switchable=False,
)
register_notice(
    "certification.letter_arrived",
    subject=_("You have news"),
    body=_("Somebody left a message for you on the site."),
)
register_notice(
    "certification.letter_reported",
    subject=_("Something is waiting for you"),
    body=_("A message was called unwelcome by whom it was for."),
    switchable=False,
)
register_notice(
    "certification.many_lookups",
    subject=_("Something to know"),
    body=_("Very many questions came from one place today and were slowed down."),
)
