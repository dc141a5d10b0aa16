"""Requirements that look at a dated record: a course finished, an assessment passed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from ..fields import Fields
from ..rule import Rule
from ..world import World
from .judgement import Judgement


@dataclass(frozen=True, kw_only=True)
class CourseDone(Rule):
    """The course is finished by the day of the evaluation."""

    course: str

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(**fields.heading(), course=fields.text("course"))

    def judge(self, world: World) -> Judgement:
        mine = [row for row in world.facts.courses if row.course == self.course]
        since = first_by(world.day, (row.completed for row in mine))
        missing = "course_not_finished" if mine else "course_not_begun"
        return yes_or_no(
            since is not None,
            begun=bool(mine),
            reason="course_finished" if since else missing,
            figures={"course": self.course, "date": since and since.isoformat()},
        )

    def moments(self, world: World) -> tuple:
        return ()


@dataclass(frozen=True, kw_only=True)
class AssessmentPassed(Rule):
    """The assessment is passed by the day of the evaluation."""

    assessment: str

    @classmethod
    def read(cls, fields: Fields) -> Self:
        return cls(**fields.heading(), assessment=fields.text("assessment"))

    def judge(self, world: World) -> Judgement:
        mine = [row for row in world.facts.assessments if row.assessment == self.assessment]
        since = first_by(world.day, (row.passed for row in mine))
        missing = "assessment_not_passed" if mine else "assessment_not_taken"
        return yes_or_no(
            since is not None,
            begun=bool(mine),
            reason="assessment_passed" if since else missing,
            figures={"assessment": self.assessment, "date": since and since.isoformat()},
        )

    def moments(self, world: World) -> tuple:
        return ()


def first_by(day: date, dates: Iterable[date | None]) -> date | None:
    return min((when for when in dates if when and when <= day), default=None)


def yes_or_no(met: bool, *, begun: bool, reason: str, figures: dict) -> Judgement:
    """A finding that is there or not, which nobody's signature on hours could change."""
    return Judgement(
        have=int(met),
        need=1,
        unit="yes_no",
        shortfall=int(not met),
        projected=int(met),
        met=met,
        met_if_signed=met,
        begun=begun,
        reason=reason,
        figures=figures,
    )
