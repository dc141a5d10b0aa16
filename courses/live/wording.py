"""The sentences for refusals around live days."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "no_such_time_that_day": _(
            "The clocks go forward on {day:%-d %B %Y}: there is no {start} that day."
        ),
        "live_day_without_area": _("Say which content areas the day teaches, and for how long."),
        "areas_longer_than_day": _(
            "The content areas hold {taught} minutes together, but the day has {minutes}."
        ),
        "live_day_needs_alternative": _(
            "Describe an alternative activity, so that somebody can stay away without losing "
            "anything."
        ),
        "live_day_cancelled": _("This day was called off."),
        "live_day_attended": _(
            "Attendance has been signed, so the day stays as it was. Minutes are put right by a "
            "correction."
        ),
        "live_day_begun": _("The day has begun. Your answer stays as it is."),
        "live_day_full": _(
            "All {seats} seats are taken. Ask the instructor, or do the alternative activity."
        ),
        "no_alternative_offered": _("This day has no alternative activity."),
        "minutes_signed_already": _("Your minutes of this day have been signed already."),
        "account_too_long": _(
            "This holds {limit} characters; yours has {length}. Nothing was changed."
        ),
        "account_is_empty": _("Write a few lines on what you did."),
        "live_day_not_begun": _("Attendance is taken once the day has begun."),
        "nobody_on_the_sheet": _("Give the minutes of at least one learner."),
        "own_attendance": _("Nobody signs for themselves. Somebody else takes your attendance."),
        "attendance_signed_meanwhile": _(
            "Somebody has signed for a learner on this sheet meanwhile. Nothing was signed; look "
            "at the sheet again."
        ),
        "more_than_the_day": _("The day counts {most} minutes at most."),
        "corrected_already": _("This entry has been corrected already. Correct the newer one."),
        "nothing_to_correct": _("These are the minutes that were signed."),
    }
)
