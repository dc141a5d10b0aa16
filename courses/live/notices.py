"""What learners are told about days together. No subject says what kind of day it is."""

from django.utils.translation import gettext_lazy as _

from training_site.accounts.notices import register_notice

register_notice(
    "courses.live_day_planned",
    subject=_("There is a new date"),
    body=_("A live day has been planned. Its page asks whether you come."),
)
register_notice(
    "courses.live_day_tomorrow",
    subject=_("A reminder for tomorrow"),
    body=_("A live day begins within a day. Its page says when and where."),
)
register_notice(
    "courses.live_day_changed",
    subject=_("A date has changed"),
    body=_("When or where a live day takes place has changed. Its page says what holds now."),
    switchable=False,
)
register_notice(
    "courses.live_day_cancelled",
    subject=_("A date was called off"),
    body=_("A live day does not take place. Nothing is asked of you."),
    switchable=False,
)
register_notice(
    "courses.minutes_signed",
    subject=_("You have news"),
    body=_("Your minutes of a live day have been signed."),
)
register_notice(
    "courses.account_returned",
    subject=_("You have news"),
    body=_("Your instructor has a question on what you handed in for a live day."),
)
