"""Two internships that do not run by themselves: one slips, of the other the ground gave way."""

from datetime import datetime, time, timedelta

from certification.practice import actions
from certification.practice.claims import Claim
from certification.practice.models import HoursEntry
from certification.practice.models.cases import Closure
from certification.practice.models.hours import Category
from certification.practice.models.incidents import IncidentKind
from courses.notes.actions.sharing import share
from training_site.demo.stages import weeks
from training_site.demo.stages.foundation import trained
from training_site.demo.stages.judging import leave_unfinished
from training_site.demo.stages.past import FRIDAY, MONDAY, SUNDAY, Past, month_before, month_of
from training_site.demo.stages.people import CODE_OF_ETHICS, sign_policy, somebody
from training_site.demo.stages.practising import (
    Internship,
    begin_practice,
    live_through,
    sign,
)
from training_site.demo.stages.traces import bookmark, lesson, reflect

MEMBER_FOR = 20  # days, with the lapsed mentor
HAPPENED = (
    "Towards the end the client was in marked distress and asked me to leave the room. I did, "
    "waited outside, and asked after ten minutes whether I might come back. The answer was no."
)
DONE_AT_ONCE = "I rang the clinician from the corridor; he spoke with the client and took over."
OUTCOME = (
    "Talked through with all three, separately. The clinician ended the work with the surrogate "
    "partner and goes on with the therapy. Nothing was found that should have been done otherwise."
)
SHARED = (
    "I bring the sessions that went well. The one I would rather not tell is the one in which I let "
    "the time run over because he was content. I would like to begin with it next time."
)
KEPT = (
    "I am looked up to for an hour and then I go shopping. I notice that I like the hour too much "
    "on days on which nobody else needed me."
)


def intern(past: Past) -> None:
    """Sessions go on while supervision gives way; one month waits for its signature."""
    learner = trained("intern", past, first_week=30, cohort_title="Cohort 2", missed={"ethics": 9})
    sign_policy(learner, CODE_OF_ETHICS, now=past.at(33, MONDAY, 19))
    internship = begin_practice(learner, past, first_week=30, mentor="mentor")
    hours, turn = weeks.slipping_internship(), month_of(past.day(20))
    live_through(internship, [one for one in hours if internship.day_of(one) < turn])
    _correct_one(internship, now=past.on(turn + timedelta(days=9)))
    waiting = month_before(past.today)
    later = [one for one in hours if internship.day_of(one) >= turn]
    live_through(internship, later, mentor_signs_before=waiting)
    _return_one(internship, now=past.now - timedelta(hours=26))
    _draft_one(internship, past)
    _share_one(internship, past)
    _plan_one(internship, past)
    leave_unfinished(internship, "self-mid", now=past.at(1, SUNDAY, 20))


def intern2(past: Past) -> None:
    """One case broke off; and the mentor's certification ran out unseen."""
    learner = trained("intern2", past, first_week=21, cohort_title="Cohort 2", final_missed=41)
    sign_policy(learner, CODE_OF_ETHICS, now=past.at(24, SUNDAY))
    soon = past.today + timedelta(days=MEMBER_FOR)
    internship = begin_practice(
        learner, past, first_week=21, mentor="lapsed-mentor", member_until=soon
    )
    live_through(internship, weeks.interrupted_internship())
    _break_off(internship)
    _ask_for_leave(internship)


def _break_off(internship: Internship) -> None:
    """Paused by the clinician, reported by the intern, looked at by the association; then ended."""
    case, past = internship.cases["A"], internship.past
    last = case.entries.order_by("date").last().date
    evening, intern = past.on(last, time(20)), internship.intern
    report = actions.report_incident(
        intern,
        kind=IncidentKind.DISTRESS,
        on=last,
        what_happened=HAPPENED,
        done_at_once=DONE_AT_ONCE,
        clinician_told=True,
        case=case,
        by=intern,
        now=evening,
    )
    next_day = last + timedelta(days=1)
    clinician, now = internship.agreement.clinician, past.on(next_day, time(9))
    actions.pause_case(case, starts_on=next_day, reason="clinical", by=clinician, now=now)
    registrar = somebody("registrar")
    actions.take_incident(report, by=registrar, now=now + timedelta(hours=2))
    actions.close_incident(report, outcome=OUTCOME, by=registrar, now=now + timedelta(days=12))
    now += timedelta(days=14)
    day = now.date()
    actions.close_case(case, closure=Closure.UNPLANNED, closed_on=day, by=intern, now=now)


def _ask_for_leave(internship: Internship) -> None:
    """Two weeks that nobody has answered yet."""
    past, intern = internship.past, internship.intern
    first = past.today + timedelta(days=30)
    last = first + timedelta(days=13)
    asked = past.now - timedelta(days=1)
    actions.ask_for_leave(intern, starts_on=first, ends_on=last, by=intern, now=asked)


def _plan_one(internship: Internship, past: Past) -> None:
    """A week of sessions three weeks from now, asked for yesterday."""
    first = past.today + timedelta(days=21)
    actions.propose_intensive(
        internship.cases["B"],
        starts_on=first,
        ends_on=first + timedelta(days=6),
        by=internship.intern,
        now=past.now - timedelta(days=1),
    )


def _correct_one(internship: Internship, *, now: datetime) -> None:
    """A signed session was fifteen minutes shorter: said by a linked entry, signed in its turn."""
    intern = internship.intern
    signed = HoursEntry.objects.of(intern).signed().filter(category=Category.DIRECT_SESSION)
    entry = signed.in_order().select_related("case", "intern").first()
    claim = _claim_of(entry, minutes=entry.minutes - 15)
    correction = actions.correct_entry(entry, claim, by=intern, now=now)
    actions.submit(correction, by=intern, now=now)
    mentor = internship.agreement.mentor
    sign(internship, mentor, entry.month, now=now + timedelta(days=2))


def _claim_of(entry: HoursEntry, *, minutes: int) -> Claim:
    return Claim(
        category=entry.category,
        date=entry.date,
        start=entry.start,
        minutes=minutes,
        modality=entry.modality,
        zone=entry.zone,
        case=entry.case,
        content_areas=tuple(entry.content_areas),
        note=entry.note,
        agreement=entry.agreement,
    )


def _return_one(internship: Internship, *, now: datetime) -> None:
    """The mentor asks about the oldest line of the month that waits for her."""
    mentor = internship.agreement.mentor
    waiting = HoursEntry.objects.of(internship.intern).waiting_for(mentor).in_order()
    actions.return_entry(
        waiting.select_related("intern").first(),
        comment="The day does not fit what you told me on the Friday. Please look at it again.",
        by=mentor,
        now=now,
    )


def _draft_one(internship: Internship, past: Past) -> None:
    """Of yesterday evening, not handed in yet."""
    claim = Claim(
        category=Category.DOCUMENTATION_REFLECTION,
        date=past.days_ago(1),
        start=time(20),
        minutes=45,
        modality=weeks.ALONE,
        note="What I carry home, and how I put it down again.",
    )
    actions.log_hours(internship.intern, claim, by=internship.intern, now=past.now)


def _share_one(internship: Internship, past: Past) -> None:
    """A page of the journal for the mentor's eyes; another that stays closed, and a place marked."""
    intern, mentor = internship.intern, internship.agreement.mentor
    entry = reflect(intern, lesson("8.3"), SHARED, now=past.at(2, SUNDAY, 20))
    share(entry, str(mentor.public_id), by=intern, now=past.at(1, FRIDAY, 18))
    reflect(intern, lesson("5.3"), KEPT, now=past.at(3, SUNDAY, 20))
    bookmark(intern, lesson("8.1"), section=1, now=past.at(6, SUNDAY, 17))
