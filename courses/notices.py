"""What this app tells instructors about each other's work. Subjects name no matter."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "courses.review_waits",
    subject=_("Something on the site is waiting for you"),
    body=_("Somebody submitted what they wrote. You did not write it, so you can review it."),
)
register_notice(
    "courses.changes_asked",
    subject=_("Something on the site is waiting for you"),
    body=_("Somebody read what you submitted and asks for changes. Their comment is on the page."),
)
register_notice(
    "courses.published",
    subject=_("Something is ready for you"),
    body=_("What you submitted was read by somebody else and is published."),
)
