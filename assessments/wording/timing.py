"""The sentences for accommodations, added time, reopening, ending in bulk, and irregularities."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "accommodation_not_for_oneself": _("Nobody gives an accommodation to themselves."),
        "accommodation_is_one_of_both": _(
            "Give either a factor on the time limit or a number of minutes, and not both."
        ),
        "accommodation_factor_out_of_bounds": _(
            "The factor is more than 1 and at most {most}; 1.25 is a quarter more time."
        ),
        "accommodation_minutes_out_of_bounds": _("The minutes are from 1 to {most}."),
        "accommodation_needs_reason": _("Give the reason; it is kept encrypted."),
        "accommodation_in_use": _(
            "An attempt is open that would end earlier than its learner was told. Change this once the"
            " attempt has ended."
        ),
        "accommodation_not_standing": _("This accommodation has ended already."),
        "time_not_for_oneself": _("Nobody gives time to their own attempt."),
        "time_after_the_end": _("This attempt has ended. To go on with it, reopen it."),
        "time_without_limit": _("This attempt has no time limit, so there is nothing to add to."),
        "time_minutes_out_of_bounds": _("Give from 1 to {most} minutes at once."),
        "time_needs_reason": _("Give the reason for the added time; it stays on record."),
        "time_still_past": _(
            "With these minutes the attempt would have ended on {end:%d %B %Y, %H:%M} UTC, which is"
            " over. Give more."
        ),
        "time_ended_too_long_ago": _(
            "This attempt ended too long ago to be gone on with. An extra attempt would be fairer."
        ),
        "reopen_not_ended": _("This attempt goes on. Time can be added to it."),
        "reopen_passed": _("This attempt was passed; there is nothing to go on with."),
        "reopen_another_open": _("Another attempt of this learner is open; one goes on at a time."),
        "reopen_followed": _("A later attempt was begun. Only the last one can be reopened."),
        "reopen_key_open": _(
            "Its answers are open to its learner, so this attempt cannot be gone on with. An extra"
            " attempt would be fair."
        ),
        "reopen_marked_by_hand": _(
            "A person has marked answers of this attempt. Withdraw those markings first, with the reason."
        ),
        "reopen_regraded": _(
            "This attempt was marked again after a correction. Take the correction back first, or give"
            " an extra attempt."
        ),
        "reopen_minutes_out_of_bounds": _("Give from 0 to {most} minutes to go on with."),
        "reopen_needs_reason": _("Give the reason for reopening; it stays on record."),
        "closing_needs_reason": _("Give the reason for ending these attempts; it stays on record."),
        "closing_finds_none": _("No open attempt matches. Nothing was ended."),
        "closing_out_of_date": _(
            "Other attempts match now than when this list was shown, and nothing was ended. Look at the"
            " new list, then confirm it."
        ),
        "irregularity_own_attempt": _("Nobody reports on their own attempt here; write to staff."),
        "irregularity_needs_what_was_seen": _("Say what was seen, in plain words."),
        "irregularity_decided": _("This report has been decided already."),
        "irregularity_decided_by_another": _(
            "Whoever reported it, and whoever sat the attempt, does not decide on it."
        ),
        "irregularity_decision_unknown": _("Choose a decision: nothing found, or upheld."),
        "irregularity_needs_reason": _("Give the reason for the decision; it stays on record."),
    }
)
