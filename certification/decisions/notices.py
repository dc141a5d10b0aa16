"""What people are told about applications (the table of messages)."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

NEUTRAL = _("Something is waiting for you")
NEWS = _("You have news")

register_notice(
    "certification.application_arrived",
    subject=NEUTRAL,
    body=_("An application waits for its completeness check."),
)
register_notice(
    "certification.application_incomplete",
    subject=NEUTRAL,
    body=_("Something is missing from what you handed in."),
    switchable=False,
)
register_notice(
    "certification.application_in_review",
    subject=NEWS,
    body=_("What you handed in is complete and goes to review."),
)
register_notice(
    "certification.review_asked_for",
    subject=NEUTRAL,
    body=_("A case waits for your review."),
    switchable=False,
)
register_notice(
    "certification.decision_asked_for",
    subject=NEUTRAL,
    body=_("A case waits for a decision."),
    switchable=False,
)
register_notice(
    "certification.reviewer_needed",
    subject=NEUTRAL,
    body=_("A case needs one more person."),
)
register_notice(
    "certification.decided",
    subject=NEWS,
    body=_("There is a decision for you."),
    switchable=False,
)
register_notice(
    "certification.condition_said_done",
    subject=NEUTRAL,
    body=_("Something that was asked for is said to be done."),
)
register_notice(
    "certification.condition_answered",
    subject=NEWS,
    body=_("Somebody looked at what you were asked for."),
    switchable=False,
)
register_notice(
    "certification.condition_overdue",
    subject=NEUTRAL,
    body=_("The last day for something has passed. Nothing follows by itself; please look at it."),
    switchable=False,
)
