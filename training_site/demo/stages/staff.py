"""Those who run the association, teach for it, review and decide."""

from certification.concerns.actions.concerns import report_concern
from certification.decisions.actions import register_reviewer
from certification.scheme.actions.recomputing import recompute_soon
from courses.models import CoursePage
from training_site.accounts.models import User
from training_site.demo.stages import (
    association,
    drafts,
    examining,
    gatherings,
    lettering,
    tutoring,
)
from training_site.demo.stages.past import FRIDAY, SATURDAY, Past
from training_site.demo.stages.people import arrive, somebody

FOUNDED = 86
CONCERN = (
    "In the group meeting two weeks ago a situation was told in so much detail that I knew whom "
    "it was about. Nobody said anything. I do not want to get anybody into trouble, but I think "
    "it should be spoken about."
)


def admin(past: Past) -> None:
    """The first one has nobody to invite her; she names the association."""
    association.name_it()
    arrive("admin", now=past.at(FOUNDED), by=None)


def registrar(past: Past) -> None:
    _join("registrar", past)
    association.answer_for_places(past)
    association.open_cohorts(past)
    lettering.letter_certificates(past)


def complaints(past: Past) -> None:
    """One concern is open, by somebody who left neither a name nor a way to answer."""
    _join("complaints", past)
    saturday = past.day(1, SATURDAY)
    report_concern(text=CONCERN, today=saturday, now=past.on(saturday))


def instructor(past: Past) -> None:
    """The curriculum files name no author; in the demo she stands for it."""
    person = _join("instructor", past)
    course = CoursePage.objects.get(code="ethics")
    course.get_descendants(inclusive=True).update(owner=person)


def instructor2(past: Past) -> None:
    """He leads the live days, and comes last, so that there is somebody to lead and to answer; then
    everybody's evaluation of today is worked out, so that staff find their tables filled."""
    _join("instructor2", past)
    gatherings.a_past_day(past)
    gatherings.a_day_to_come(past)
    gatherings.an_announcement(past)
    tutoring.answer_one(past)
    drafts.one_waits_for_review()
    examining.examine(past)
    recompute_soon(by=somebody("registrar"), now=past.now)


def decider(past: Past) -> None:
    _join("decider", past)


def second_decider(past: Past) -> None:
    """Has decided nothing so far, so that there is somebody to answer an appeal."""
    _join("decider2", past)


def reviewer1(past: Past) -> None:
    _join("reviewer1", past)
    enter_in_register("reviewer1", "Practised for eleven years; supervision, records.", past)


def reviewer2(past: Past) -> None:
    _join("reviewer2", past)
    enter_in_register("reviewer2", "Clinical psychologist; ethics, consent, capacity.", past)


def enter_in_register(
    key: str, competence: str, past: Past, *, since: int = association.SETTLED
) -> None:
    register_reviewer(
        somebody(key),
        competence=competence,
        confidentiality_on=past.day(since),
        active_from=past.day(since),
        by=somebody("registrar"),
        now=past.at(since),
    )


def _join(key: str, past: Past) -> User:
    return arrive(key, now=past.at(FOUNDED, FRIDAY), by=somebody("admin"))
