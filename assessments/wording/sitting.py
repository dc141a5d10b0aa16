"""The sentences for sitting an attempt. Instants are UTC here; pages show them in both zones."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "assessment_not_granted": _("This assessment is not open to you yet."),
        "assessment_passed_already": _(
            "You have passed this assessment; there is nothing to repeat."
        ),
        "attempt_in_progress": _("An attempt is open. Go on with that one."),
        "attempts_used_up": _(
            "All {allowed} attempts are used. Your named contact decides with you what comes next."
        ),
        "assessment_opens_later": _("This assessment opens on {opens:%d %B %Y, %H:%M} UTC."),
        "assessment_closed": _("This assessment closed on {closes:%d %B %Y, %H:%M} UTC."),
        "cooling_off": _("The next attempt opens on {until:%d %B %Y, %H:%M} UTC."),
        "too_few_items": _(
            "The bank holds {held} questions for outcome {outcome}, {wanted} are needed. Nothing was"
            " started and no attempt is used; the training staff can put this right."
        ),
        "attempt_is_over": _(
            "This attempt has ended. What was saved before its end is what was marked."
        ),
        "attempt_takes_no_answers": _(
            "The time for answers is up. What was saved can still be handed in."
        ),
        "attempt_awaits_marking": _(
            "An attempt is being marked. Whether another one is needed shows when it is."
        ),
        "assessment_starts_no_more": _(
            "The last moment to begin an attempt was {last_start:%d %B %Y, %H:%M} UTC."
        ),
        "attempt_open_elsewhere": _(
            "This attempt was opened on another device, so answers are taken from there. What was not"
            " saved here is kept. “Go on here” takes the attempt back to this device."
        ),
        "feedback_after_the_attempt": _(
            "In this assessment the feedback comes after the attempt, not during it."
        ),
        "nothing_to_check": _("Answer this question first; then its feedback can be shown."),
        "question_checked": _("Its feedback has been shown, so this answer stays as it is."),
        "page_behind": _("This assessment goes forward only; that page is closed."),
        "page_ahead": _("That page opens when the one before it is done."),
        "attempt_not_yours": _("This attempt belongs to somebody else."),
        "option_not_offered": _(
            "That option does not belong to this question. Nothing was changed."
        ),
        "one_option_only": _("This question takes one answer."),
        "field_unknown": _("That field does not belong to this question. Nothing was changed."),
        "answer_too_long": _(
            "This answer has {length} characters; there is room for {limit}. Nothing was shortened."
        ),
        "answer_saved_elsewhere": _(
            "This question was answered elsewhere since this page was opened. Saved there:"
            " “{saved}” Chosen here, not saved: “{yours}”"
        ),
        "answers_changed_since": _(
            "Your answers changed in another window after this page was opened. Look again, then submit."
        ),
        "extra_attempt_not_for_oneself": _("Nobody gives an extra attempt to themselves."),
        "extra_attempt_needs_reason": _(
            "Give the reason for the extra attempt; it stays on record."
        ),
        "attempts_remain": _("There are attempts left; an extra one is for when they are used up."),
        "grant_closes_before_it_opens": _("The close must be later than the opening."),
        "grant_last_start_outside": _("The last start lies between the opening and the close."),
    }
)
