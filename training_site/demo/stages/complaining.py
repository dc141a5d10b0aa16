"""A complaint before a committee: answered, with measures meanwhile, one vote in, two to come."""

from datetime import datetime, timedelta

from certification.complaints import actions
from certification.complaints.models import Complaint
from certification.complaints.models.complaints import MeasureKind
from certification.complaints.rules.states import Step
from training_site.accounts.models import User
from training_site.demo.people import BY_KEY
from training_site.demo.stages.past import FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Past
from training_site.demo.stages.people import come_invited, drop_in, somebody
from training_site.demo.stages.showing import certified_long_since

RESPONDENT, FROM_OUTSIDE = "in-complaint", "outside-member"
CALLED = "By telephone, to the office. She asks for an answer by letter."
ALLEGATION = (
    "In the spring the respondent is said to have gone on writing to a former client for some weeks "
    "after closure, about private matters, although all three had agreed that contact ends there. "
    "The clinician is said to have heard of it from the client alone."
)
ANSWER = (
    "I answered three messages, because I did not want to leave them without a word. I see now that "
    "I should have told the clinician after the first. I have kept the messages and can show them."
)
HEARD = "The clinician was heard. Her notes of that month confirm the days; she keeps them herself."
MEANWHILE = "Until it is known what happened, nobody new should enter into work of the same kind."
QUIET = "While it is looked into, the association does not lead anybody to this address."
LAID = "Both sides have been heard, and they differ on what was agreed. Three people look at it."
VOTE = (
    "That messages were written after closure is not disputed, nor that the clinician was not told. "
    "That it was about private matters I find shown for one of three. The respondent has understood "
    "it; supervision of the next two closures seems to me enough."
)


def in_complaint(past: Past) -> None:
    """Certified long since; the office was called five weeks ago."""
    respondent = certified_long_since(RESPONDENT, past, days_left=450).holder
    officer, now = somebody("complaints"), past.at(5, TUESDAY, 11)
    complaint = actions.open_complaint(
        respondent=respondent,
        allegation=ALLEGATION,
        provisions=["one_relationship", "open_with_both", "planned_ending"],
        received_on=past.day(5, MONDAY),
        reply_to=CALLED,
        by=officer,
        now=now,
    )
    for kind, reason in ((MeasureKind.NO_NEW_CASES, MEANWHILE), (MeasureKind.UNLISTED, QUIET)):
        actions.set_measure(
            complaint,
            kind=kind,
            reason=reason,
            review_on=past.today + timedelta(days=9),
            by=officer,
            now=now + timedelta(minutes=20),
        )
    actions.respond(complaint, text=ANSWER, by=respondent, now=past.at(4, WEDNESDAY, 20))
    actions.note(complaint, text=HEARD, by=officer, now=past.at(3, FRIDAY, 12))
    drop_in(respondent, now=past.at(3, FRIDAY, 18))
    _call_a_committee(complaint, officer, past)


def outside_member(past: Past) -> None:
    """From another association, for this one case. She has accepted and not voted yet."""
    complaint = Complaint.objects.get(respondent=somebody(RESPONDENT))
    person, now = BY_KEY[FROM_OUTSIDE], past.at(2, THURSDAY, 9)
    case = actions.invite_outsider(
        complaint, email=person.email, name=person.name, by=somebody("complaints"), now=now
    )
    arrived = now + timedelta(hours=30)
    _accept(complaint, come_invited(FROM_OUTSIDE, case.invitation, now=arrived), arrived)


def _call_a_committee(complaint: Complaint, officer: User, past: Past) -> None:
    """The chair has voted, the other of the house has accepted."""
    now = past.at(2, TUESDAY, 10)
    actions.take_step(complaint, Step.LAY_BEFORE_COMMITTEE, text=LAID, by=officer, now=now)
    chair, second = somebody("reviewer1"), somebody("reviewer2")
    for member in (chair, second):
        called = now + timedelta(minutes=10)
        actions.call_member(complaint, member, chairs=member == chair, by=officer, now=called)
        _accept(complaint, member, past.at(2, WEDNESDAY, 18))
    voted = past.at(1, MONDAY, 17)
    drop_in(chair, now=voted)
    actions.vote(
        complaint,
        finding="partly",
        reasons=VOTE,
        sanctions=["supervision"],
        by=chair,
        now=voted,
    )
    drop_in(officer, now=voted + timedelta(minutes=5))


def _accept(complaint: Complaint, member: User, now: datetime) -> None:
    actions.accept_seat(complaint, confidential=True, free=True, by=member, now=now)
    actions.read_complaint(complaint, by=member, now=now + timedelta(minutes=2))
    drop_in(member, now=now + timedelta(minutes=30))
