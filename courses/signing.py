"""What a learner has to sign: before studying, before a course is complete, before a live day.

Where nothing is named nothing is asked of the database.
"""

from datetime import datetime

from courses.models import CoursePage, ProgrammePage
from training_site.content.models import PolicyVersion
from training_site.content.onboarding import policies_to_sign
from training_site.content.signing import left_to_sign, signed_since


def unsigned_before_study(learner, now: datetime) -> list[PolicyVersion]:
    return policies_to_sign(learner, now)


def unsigned_in_course(learner, course: CoursePage, now: datetime) -> list[PolicyVersion]:
    return left_to_sign(learner, now, course.policies) if course.policies else []


def unsigned_before_live_day(
    learner, programme: ProgrammePage, now: datetime
) -> list[PolicyVersion]:
    named = programme.live_day_policies
    return left_to_sign(learner, now, named) if named else []


def signed_for(learner, course: CoursePage, now: datetime) -> list[datetime | None]:
    """When each policy of a course was signed; None where no signature counts now.

    A policy that has no version in force asks nothing of anybody.
    """
    left = {version.policy for version in unsigned_in_course(learner, course, now)}
    times = {policy: signed_since(learner, policy, now) for policy in course.policies}
    return [None if policy in left else at for policy, at in times.items() if at or policy in left]


def titles(versions: list[PolicyVersion]) -> list[str]:
    return [version.title for version in versions]
