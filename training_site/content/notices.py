"""What people are told of policies. The subject names no matter."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "content.policy_asks_again",
    subject=_("Something on the site is waiting for you"),
    body=_(
        "A policy that you signed has a new version. Its page shows what changed and asks you to "
        "sign again."
    ),
    switchable=False,
)
