"""The sentences for marking again after a correction, and for incidents."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "regrade_mode_unknown": _("“{mode}” is not a known way of marking again."),
        "regrade_needs_corrected_wording": _(
            "Choose the corrected version by which the answers are marked again."
        ),
        "regrade_needs_no_wording": _(
            "Full credit and taking the question out go by no version; leave it empty."
        ),
        "regrade_of_another_item": _("The corrected version belongs to another question."),
        "regrade_corrected_not_published": _(
            "The corrected version is not published. Have it reviewed and made live first."
        ),
        "regrade_in_another_state": _("This correction is {state}; nothing was changed."),
        "regrade_reversal_needs_reason": _(
            "Give the reason for taking the correction back; it stays on record."
        ),
        "regrade_kind_differs": _(
            "The question was of the kind {old}, the corrected version is {new}. Answers to one cannot be"
            " marked by the other; give full credit or take the question out."
        ),
        "regrade_options_moved": _(
            "In the corrected version an option stands under another one’s letter, so answers would be"
            " read wrongly. Keep the options in their order, or give full credit or take the question out."
        ),
        "regrade_needs_reason": _("Give the reason for marking again; it stays on record."),
        "regrade_leaves_nothing": _(
            "An attempt would be left without a question that counts. Give full credit instead."
        ),
        "regrade_changes_nothing": _("No attempt changes. Nothing was applied."),
        "regrade_plan_out_of_date": _(
            "Something changed since this plan was shown, and nothing was applied. Look at the new plan,"
            " then confirm it."
        ),
        "regrade_followed_by_another": _(
            "{attempts} of these attempts were marked again since, or have this correction taken back"
            " already. Take the later correction back first."
        ),
        "regrade_marks_changed_since": _(
            "The marks of {attempts} of these attempts were changed since. Taking the correction back"
            " would overwrite them."
        ),
        "incident_needs_title": _("Say in a few words what happened."),
        "incident_ends_before_it_began": _(
            "The end of an incident must be later than its beginning."
        ),
        "incident_not_over": _(
            "This incident lasts until {ended:%d %B %Y, %H:%M} UTC. Record it once it is over."
        ),
        "remedy_unknown": _("“{remedy}” is not a known remedy."),
        "remedy_needs_minutes": _("Say how many minutes are given back, at least one."),
        "remedy_needs_item": _("Say which question is taken out."),
        "remedy_item_not_met": _("This attempt did not show that question."),
        "remedy_waits_for_the_end": _(
            "This attempt goes on. Apply the remedy again once it has ended."
        ),
        "remedy_passed_already": _("This attempt was passed; it needs no remedy."),
        "remedy_no_time_limit": _("This attempt has no time limit, so no time was lost."),
        "remedy_result_seen": _(
            "Its result has been seen, so this attempt cannot go on. An extra attempt would be fair."
        ),
        "remedy_given_already": _("Everybody whom this remedy can reach has it already."),
        "remedy_reaches_nobody": _(
            "This remedy reaches nobody. Attempts that it cannot help: {left}."
        ),
    }
)
