"""Internships that take a turn: over a limit, a signature that does not come, a leave."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from certification.practice import actions
from certification.practice.models import HoursEntry
from certification.practice.models.case_events import PauseReason
from certification.practice.models.contests import ContestReason
from certification.practice.models.incidents import IncidentKind
from certification.practice.rules.deadlines import sign_by
from certification.practice.sheets import sheet_of
from training_site.demo.stages import varied_weeks as weeks
from training_site.demo.stages.foundation import BEFORE_ANY_SESSION, trained
from training_site.demo.stages.judging import judge_case, judge_halfway
from training_site.demo.stages.past import FRIDAY, MONDAY, SUNDAY, Past, month_before
from training_site.demo.stages.people import CODE_OF_ETHICS, drop_in, sign_policy, somebody
from training_site.demo.stages.practising import Internship, begin_practice, close, live_through

COHORT = "Cohort 2"
FIRST_WEEK = 26
WROTE = (
    "Between two sessions a message reached me on my private telephone, with a question about the "
    "next one. The number had been given in passing by the practice that lends us the room."
)
DID = "I answered nothing, told the clinician the same evening, and changed the number."
UNREACHABLE = (
    "Two messages and a call since the third of the month, no answer. In supervision she said that "
    "she would sign at the weekend; that was four weeks ago."
)
UPHELD = (
    "The mentor did not answer within ten days. The clinician's signed consultations of that month "
    "fit each session; nothing speaks against the hours."
)
ON_PAPER = "Folder of the practice desk, shelf 3, under the month"


def over_two_limits(past: Past) -> None:
    """More with one case, and from a distance, than counts; an incident is being looked at."""
    internship = practising("intern3", past, mentor="reviewer3", first_week=22)
    live_through(internship, weeks.over_two_limits())
    judge_halfway(internship, now=past.at(3, SUNDAY, 18))
    _report_a_message(internship)
    drop_in(internship.intern, now=past.at(1, FRIDAY))


def _report_a_message(internship: Internship) -> None:
    past, intern = internship.past, internship.intern
    report = actions.report_incident(
        intern,
        kind=IncidentKind.CONTACT,
        on=past.day(1, MONDAY),
        what_happened=WROTE,
        done_at_once=DID,
        clinician_told=True,
        case=internship.cases["B"],
        by=intern,
        now=past.at(1, MONDAY, 21),
    )
    actions.take_incident(report, by=somebody("complaints"), now=past.at(1, FRIDAY, 11))


def contesting(past: Past) -> None:
    """His mentor fell silent: one month was decided, one is contested, one is not signed in time."""
    internship = practising("intern4", past, mentor="mentor2")
    open_since = _months_before(past.today, 3)
    decided = month_before(open_since)
    live_through(internship, weeks.unanswered(), mentor_signs_before=decided)
    close(internship, "A")
    judge_case(internship, "A", now=past.at(9, SUNDAY, 18))
    _decided_for_him(internship, decided)
    _contest_silence(internship, open_since)
    drop_in(internship.intern, now=past.at(1, FRIDAY))


def _decided_for_him(internship: Internship, month: date) -> None:
    """Contested before the mentor's time was over, with reasons; signed by the registrar's decision."""
    past, intern = internship.past, internship.intern
    now = past.on(sign_by(month, month) - timedelta(days=2))
    contest = actions.contest_signature(
        intern,
        _waiting_in(internship, month),
        reason=ContestReason.UNREACHABLE,
        statement=UNREACHABLE,
        by=intern,
        now=now,
    )
    actions.decide_contest(
        contest, upheld=True, reasons=UPHELD, by=somebody("registrar"), now=now + timedelta(days=12)
    )


def _contest_silence(internship: Internship, month: date) -> None:
    past, intern = internship.past, internship.intern
    actions.contest_signature(
        intern,
        _waiting_in(internship, month),
        reason=ContestReason.SILENT,
        by=intern,
        now=past.on(sign_by(month, month) + timedelta(days=1), time(20)),
    )


def _waiting_in(internship: Internship, month: date) -> Iterable[HoursEntry]:
    waiting = HoursEntry.objects.of(internship.intern).waiting_for(internship.agreement.mentor)
    return [entry for entry in waiting if entry.month == month]


def on_leave(past: Past) -> None:
    """Away since a month, two to go; her mentor signed one month on paper, and one more."""
    internship = practising("intern6", past, mentor="reviewer3")
    last = month_before(past.day(6))
    paper = month_before(last)
    live_through(internship, weeks.until_the_leave(), mentor_signs_before=paper)
    close(internship, "A")
    judge_case(internship, "A", now=past.at(10, SUNDAY, 18))
    recorded = _record_paper(internship, paper, now=past.on(last + timedelta(days=11)))
    actions.confirm_paper(
        recorded, by=somebody("admin"), now=past.on(last + timedelta(days=13), time(15))
    )
    _go_away(internship)
    _record_paper(internship, last, now=past.now - timedelta(days=2))


def _record_paper(internship: Internship, month: date, *, now: datetime):
    """The sheet as it was printed, signed the evening before it came to the association."""
    mentor, intern = internship.agreement.mentor, internship.intern
    day = now.date()
    sheet = sheet_of(mentor, intern, month, today=day)
    return actions.record_paper(
        mentor,
        intern,
        month,
        shown_hash=sheet.hash,
        signed_on=day - timedelta(days=1),
        typed_name=mentor.name,
        kept_at=ON_PAPER,
        by=somebody("registrar"),
        now=now,
    )


def _go_away(internship: Internship) -> None:
    """Asked for in time and granted; the open case rests for as long."""
    past, intern = internship.past, internship.intern
    first, last = past.day(5), past.today + timedelta(days=60)
    asked = past.at(7, MONDAY, 9)
    leave = actions.ask_for_leave(intern, starts_on=first, ends_on=last, by=intern, now=asked)
    registrar = somebody("registrar")
    actions.answer_leave(leave, granted=True, by=registrar, now=asked + timedelta(days=1))
    actions.pause_case(
        internship.cases["B"],
        starts_on=first,
        ends_on=last,
        reason=PauseReason.AVAILABILITY,
        by=intern,
        now=past.at(5, MONDAY, 8),
    )
    drop_in(intern, now=past.at(5, MONDAY, 9))


def practising(key: str, past: Past, *, mentor: str, first_week: int = FIRST_WEEK) -> Internship:
    learner = trained(
        key, past, first_week=first_week, cohort_title=COHORT, courses=BEFORE_ANY_SESSION
    )
    sign_policy(learner, CODE_OF_ETHICS, now=past.at(first_week + 3, SUNDAY, 19))
    return begin_practice(learner, past, first_week=first_week, mentor=mentor)


def _months_before(day: date, months: int) -> date:
    for _month in range(months):
        day = month_before(day)
    return day
