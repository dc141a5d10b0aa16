"""What people are told about renewing (the table of messages)."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

NEUTRAL = _("Something is waiting for you")
NEWS = _("You have news")
AHEAD = _("A reminder about a date")

register_notice(
    "certification.education_answered",
    subject=NEWS,
    body=_("Somebody looked at what you entered."),
)
register_notice(
    "certification.peer_review_asked",
    subject=NEUTRAL,
    body=_("A colleague asks you for something. You can decline."),
)
register_notice(
    "certification.peer_review_answered",
    subject=NEWS,
    body=_("A colleague answered what you asked."),
)
register_notice(
    "certification.renewal_arrived",
    subject=NEUTRAL,
    body=_("Something was handed in and waits for the registrar."),
)
register_notice(
    "certification.renewal_returned",
    subject=NEUTRAL,
    body=_("Something is missing from what you handed in."),
    switchable=False,
)
register_notice(
    "certification.renewal_checked",
    subject=NEWS,
    body=_("What you handed in is complete and goes to a decision."),
)
register_notice(
    "certification.renewal_to_decide",
    subject=NEUTRAL,
    body=_("Something waits for a decision."),
    switchable=False,
)
register_notice(
    "certification.renewal_decided",
    subject=NEWS,
    body=_("There is a decision for you."),
    switchable=False,
)
register_notice(
    "certification.renewal_ahead",
    subject=AHEAD,
    body=_("The last day of something you hold comes nearer. Its page says what is left to do."),
)
register_notice(
    "certification.grace_began",
    subject=AHEAD,
    body=_("The last day of something you hold has passed. There is still time to act."),
    switchable=False,
)
register_notice(
    "certification.grace_over",
    subject=AHEAD,
    body=_("The time to act on something you hold is over. Its page says what you can do now."),
    switchable=False,
)
