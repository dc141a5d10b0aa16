"""What people are told about the scheme they are held to (the table of messages)."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

NEWS = _("You have news")

register_notice(
    "certification.scheme_changed",
    subject=NEWS,
    body=_("What your certification asks for has changed. Sign in to see what it means for you."),
    switchable=False,
)
register_notice(
    "certification.recognised",
    subject=NEWS,
    body=_("Something about what is recognised for you has changed. Your path shows it."),
)
