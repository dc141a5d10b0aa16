"""The sentences of the checks, as the editor lists them."""

from django.utils.translation import gettext_lazy as _

from training_site.wording import register

register(
    {
        "programme_has_no_team": _("All instructors write in this programme; it has no team."),
        "programme_has_a_team": _("This programme has a team of its own already."),
        "team_is_of_instructors": _("Only somebody with the role of instructor can join a team."),
        "checks_found_errors": _(
            "The checks found something that has to be put right first ({errors}). They stand under "
            "“Before publishing” in the editor. What you saved is kept."
        ),
        "check_no_outcome": _("Choose the outcome that this lesson teaches."),
        "check_no_text": _("There is no text yet."),
        "check_no_minutes": _("Say how many minutes it takes; they count as training hours."),
        "check_note_without_alternative": _(
            "A content note has no alternative, or the other way round. Whoever steps aside needs "
            "somewhere to go."
        ),
        "check_image_without_text": _(
            "Images without a description: {images}. Say what each one shows, or that it is decoration."
        ),
        "check_file_missing": _(
            "Files that are not of this programme: {files}. Learners would find an empty place. Add "
            "the file here, then choose it."
        ),
        "check_unresolved": _("Not in the bibliography or the glossary: {names}."),
        "check_no_right_answer": _("Checks without a right answer: {questions}."),
        "check_minutes_are_off": _(
            "It says {minutes} minutes; its words alone take about {reading}. Minutes are counted as "
            "training hours, so they should be honest."
        ),
        "check_no_reflection": _("There is no reflection. Most lessons have one."),
        "check_no_source": _("No source is cited."),
        "check_module_is_hidden": _(
            "Its module is not published, so learners won't see this lesson until it is."
        ),
        "check_blueprint_does_not_add_up": _(
            "The assessment asks {draws} questions, but its outcomes add up to {asked}."
        ),
        "check_too_few_items": _(
            "Outcome {outcome}: the assessment asks {asked} questions, the bank holds {there} live "
            "ones. No attempt can begin."
        ),
        "check_outcome_not_taught": _(
            "Outcome {outcome} is asked in the assessment, but no published lesson teaches it."
        ),
        "check_number_twice": _("Published lessons with the same number: {numbers}."),
        "check_no_live_lesson": _("No lesson is published, so nobody can complete this course."),
        "check_lessons_hidden": _(
            "Published lessons in a module that is not, so that nobody sees them: {numbers}."
        ),
        "check_module_is_empty": _("Published modules without a published lesson: {modules}."),
        "check_no_assessment": _("No assessment is chosen: the lessons alone complete the course."),
        "check_not_tested": _("Taught, but not asked in the assessment: {outcomes}."),
    }
)
