"""The sentences for marking by hand."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "rubric_needs_criteria": _("A rubric has at least one criterion."),
        "rubric_criteria_alike": _("Each criterion of a rubric has a name of its own."),
        "rubric_needs_two_levels": _("The criterion “{criterion}” needs at least two levels."),
        "rubric_marks_unusable": _(
            "The marks of a level of “{criterion}” are a number of zero or more, with five decimal"
            " places at most."
        ),
        "rubric_levels_not_rising": _(
            "The levels of “{criterion}” go from the lowest marks to the highest, no two alike."
        ),
        "rubric_total_differs": _(
            "The highest levels come to {total} marks, the question is worth {marks}. Make both the same."
        ),
        "rubric_level_not_offered": _(
            "The rubric has no such level for “{criterion}”. Nothing was recorded."
        ),
        "rubric_not_scored_whole": _("Choose a level for each criterion. Still open: {criteria}."),
        "marking_not_needed": _("This question needs no marker."),
        "marking_own_answer": _("Nobody marks their own answer."),
        "marking_before_the_end": _(
            "This attempt goes on. Its answers can be marked once it has ended."
        ),
        "marking_settled": _(
            "This answer has its mark. To mark it again, withdraw a marking first, with the reason."
        ),
        "marked_by_same_person": _(
            "You have marked this answer already. The next marker is somebody else."
        ),
        "marking_by_another_rubric": _(
            "This answer is being marked by another version of the rubric. Use the same one, so that the"
            " marks can be compared."
        ),
        "marking_not_there": _("There is no such marking, or it was withdrawn already."),
        "moderation_withdrawn_first": _(
            "A moderator has decided on these markings. Withdraw the moderation first."
        ),
        "withdrawal_needs_reason": _(
            "Give the reason for withdrawing the marking; both stay on record."
        ),
        "moderation_sees_both": _(
            "Two people have marked this answer by now, and they differ. Whoever decides sees both"
            " markings first: look at them below, then decide."
        ),
        "moderation_not_awaited": _(
            "This answer waits for no decision: one of the two markings was withdrawn meanwhile."
        ),
        "rubric_unchanged": _("Nothing was changed, so no new version was written."),
        "rescore_or_leave": _(
            "Answers were marked by the rubric as it was: {number} markings. Say whether they move to the"
            " new version, all of them or none."
        ),
    }
)
