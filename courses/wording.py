"""The sentences for this app's refusals."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "lesson_opens_after": _("Opens when lesson {number} is done."),
        "assessment_opens_after_lessons": _("Opens when all {lessons} lessons are done."),
        "lesson_not_opened": _("Open the lesson first, then mark it done."),
        "enrolment_ended": _("This enrolment has ended. What you did in it stays on your record."),
        "enrolled_already": _("This person is enrolled in the programme already."),
        "cohort_of_another_programme": _("This cohort belongs to another programme."),
        "reflection_too_long": _(
            "A reflection holds {limit} characters; yours has {length}. Nothing was changed."
        ),
        "reflection_is_empty": _("There is nothing to keep yet. Write a line, or leave it."),
        "lesson_was_studied": _(
            "Learners have studied this, so it can't be deleted: their records point at it. "
            "Archive it instead; it then disappears from the outline."
        ),
    }
)
