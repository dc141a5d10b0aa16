"""What this app tells learners. Subjects name no matter: the result is read on the site."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "assessments.result_ready",
    subject=_("Something is ready for you"),
    body=_("The result of your assessment is ready."),
)
register_notice(
    "assessments.attempts_used_up",
    subject=_("Something on the site is waiting for you"),
    body=_("Your attempts are used up. The page names whom to speak to, and what happens next."),
    switchable=False,
)
register_notice(
    "assessments.extra_attempt",
    subject=_("Something is ready for you"),
    body=_("You were given one attempt more. The page says from when you can begin."),
    switchable=False,
)
register_notice(
    "assessments.blank_attempt",
    subject=_("Something on the site is waiting for you"),
    body=_(
        "An attempt ended without a single answer although saves had been tried. Please speak to the"
        " learner: the audit log names the attempt."
    ),
    switchable=False,
)
register_notice(
    "assessments.result_changed",
    subject=_("Something has changed for you"),
    body=_(
        "A result of yours was worked out again after a correction. The page says what it is now."
    ),
    switchable=False,
)
register_notice(
    "assessments.time_added",
    subject=_("Something has changed for you"),
    body=_("You were given more time for something that is open. The page says until when."),
    switchable=False,
)
register_notice(
    "assessments.reopened",
    subject=_("Something is ready for you"),
    body=_("You can go on with something that had ended. The page says until when."),
    switchable=False,
)
register_notice(
    "assessments.accommodation",
    subject=_("Something has changed for you"),
    body=_("The time that you have for assessments was changed. Their pages show it."),
    switchable=False,
)
