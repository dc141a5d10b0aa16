"""What a mentor is told: that there is something, never what."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "courses.entry_shared",
    subject=_("Something was shared with you"),
    body=_("Somebody you accompany shared something with you. You can read it after signing in."),
)
