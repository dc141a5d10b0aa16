"""That there is an announcement; what it says stands on the site."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "courses.announcement",
    subject=_("You have news"),
    body=_("Your instructors have told everybody something. It stands under Announcements."),
)
