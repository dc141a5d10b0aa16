"""What both sides are told: that there is something, and not what."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "courses.question_waits",
    subject=_("Something on the site is waiting for you"),
    body=_("A learner in a programme that you teach asked something. The question is on the site."),
)
register_notice(
    "courses.question_answered",
    subject=_("You have news"),
    body=_("Somebody answered what you asked. The answer is on the site, after you sign in."),
)
