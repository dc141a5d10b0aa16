"""What a story's intern, supervisors and staff made beyond hours: a chapter for each part.

Each chapter takes the story and two instants, `now` and `earlier`, and fills its fields by the
actions of the site.
"""

from dataclasses import dataclass
from datetime import timedelta

from certification.practice.actions import ask_for_leave
from certification.practice.models import (
    Evaluation,
    IncidentReport,
    IntensivePlan,
    LeaveOfAbsence,
)
from tests.access.disputed import Disputed, disputed
from tests.access.schemes_world import Schemed, schemed
from tests.factories.certification import a_plan, an_incident_report
from tests.factories.evaluations import a_draft, a_signed_evaluation


@dataclass
class Practised:
    """Filled chapter by chapter; practice_things.py names these for the addresses."""

    schemed: Schemed = None
    disputed: Disputed = None
    intensive: IntensivePlan = None
    incident: IncidentReport = None
    evaluation: Evaluation = None
    own_evaluation: Evaluation = None
    leave: LeaveOfAbsence = None


def _a_case_goes_on(story, now, earlier) -> None:
    """An intensive waits for its answer, an incident was reported."""
    story.practice.intensive = a_plan(story.case, now)
    story.practice.incident = an_incident_report(story.case, earlier)


def _she_is_evaluated(story, now, earlier) -> None:
    """The mentor's signed view, a draft of her own, a leave asked for."""
    intern, mentor = story.agreement.intern, story.agreement.mentor
    story.practice.evaluation = a_signed_evaluation("mentor-mid", intern, by=mentor, now=earlier)
    story.practice.own_evaluation = a_draft("self-mid", intern, by=intern, now=earlier)
    starts = now.date() + timedelta(days=30)
    story.practice.leave = ask_for_leave(intern, starts_on=starts, ends_on=None, by=intern, now=now)


def _a_signature_is_disputed(story, now, earlier) -> None:
    story.practice.disputed = disputed(story, now)


CHAPTERS = (_a_signature_is_disputed, _a_case_goes_on, _she_is_evaluated, schemed)


def practised(story, now, earlier) -> Practised:
    story.practice = Practised()
    for chapter in CHAPTERS:
        chapter(story, now, earlier)
    return story.practice
