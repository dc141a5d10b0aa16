"""The sentences for this app's refusals."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "lesson_opens_after": _("Opens when lesson {number} is done."),
        "lesson_opens_after_module": _("Opens when module {module} is done."),
        "lesson_opens_on_and_after_module": _(
            "Opens on {day:%-d %B %Y}, once module {module} is done."
        ),
        "lesson_opens_on": _("Opens on {day:%-d %B %Y}."),
        "lesson_opens_on_and_after": _("Opens on {day:%-d %B %Y}, once lesson {number} is done."),
        "study_time_over": _(
            "The time to study here ended on {day:%-d %B %Y}. What you opened can be read again, "
            "and everything you did stays on your record."
        ),
        "last_day_in_the_past": _("Name a day that is still to come."),
        "not_an_extension": _("Name a day after {day:%-d %B %Y}, which is the last one now."),
        "assessment_opens_after_lessons": _("Opens when all {lessons} lessons are done."),
        "final_opens_after_courses": _("Opens when every course is complete."),
        "lesson_not_opened": _("Open the lesson first, then mark it done."),
        "policies_before_study": _(
            "Before you go on, please read and sign: {titles}. What you did stays as it is."
        ),
        "policies_before_live_day": _("Before you say that you come, please sign: {titles}."),
        "enrolment_ended": _("This enrolment has ended. What you did in it stays on your record."),
        "enrolled_already": _("This person is enrolled in the programme already."),
        "cohort_of_another_programme": _("This cohort belongs to another programme."),
        "own_work": _(
            "You wrote part of this since it was last published, so somebody else approves and "
            "publishes it. What you saved is kept."
        ),
        "not_approved": _(
            "Nobody but its authors has read this as it stands now. Submit it for review; once "
            "somebody else approves it, it can be published. What you saved is kept."
        ),
        "published_stays_in_programme": _(
            "This is published or was studied in its programme, so it stays there. Copy it instead: "
            "the copy is a draft, and is reviewed in the other programme."
        ),
        "lesson_was_studied": _(
            "Learners have studied this, so it can't be deleted: their records point at it. "
            "Archive it instead; it then disappears from the outline."
        ),
    }
)
