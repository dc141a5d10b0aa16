"""What holders are told about their certificate (the table of messages)."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "certification.certificate_ready",
    subject=_("Something is ready for you"),
    body=_("Something that you waited for is ready."),
    switchable=False,
)
register_notice(
    "certification.certificate_changed",
    subject=_("You have news"),
    body=_("Something about what you hold has changed. Please read it today."),
    switchable=False,
)
register_notice(
    "certification.replacement_dropped",
    subject=_("You have news"),
    body=_("Something that you asked for was not done, as the matter stands differently now."),
)
register_notice(
    "certification.record_to_approve",
    subject=_("Something is waiting for you"),
    body=_("A record waits for a second person."),
)
