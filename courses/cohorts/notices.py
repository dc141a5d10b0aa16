"""What learners are told about their time."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "courses.more_time",
    subject=_("You have news"),
    body=_("You have another last day to study until. Your course page names it."),
)
