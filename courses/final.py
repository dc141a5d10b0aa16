"""The examination at the end of a programme: whether it is open to a learner, and was passed."""

from assessments.models import Attempt
from courses.models import CourseCompletion, CoursePage, Enrolment
from courses.outline import ExamState
from courses.rules.final import may_sit_final


def final_of(enrolment: Enrolment) -> ExamState | None:
    """Where this learner stands with the final examination; None where the programme has none."""
    assessment = enrolment.programme.assessment
    if assessment is None:
        return None
    courses = set(
        CoursePage.objects.live().child_of(enrolment.programme).values_list("code", flat=True)
    )
    completed = CourseCompletion.objects.filter(enrolment=enrolment, course_code__in=courses)
    verdict = may_sit_final(courses=len(courses), completed=completed.count())
    passes = Attempt.objects.passes_of(enrolment.learner).filter(assessment=assessment)
    return ExamState(assessment, verdict, passes.values_list("submitted_at", flat=True).first())
