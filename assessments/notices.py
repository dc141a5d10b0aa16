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
