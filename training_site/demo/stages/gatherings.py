"""Learning together: a day that was, signed for; one to come; and what was told to everybody."""

from datetime import time, timedelta

from courses.announcements.actions.announcing import announce
from courses.live.actions.answering import answer, report_alternative
from courses.live.actions.attendance import credit, sign
from courses.live.actions.planning import Plan, plan
from courses.live.questions import concerned
from courses.models import Cohort, LiveDay, ProgrammePage
from training_site.accounts.models import User
from training_site.content.areas import ContentArea
from training_site.demo.people import BY_KEY
from training_site.demo.stages.association import cohort
from training_site.demo.stages.past import FRIDAY, MONDAY, SATURDAY, SUNDAY, Past
from training_site.demo.stages.people import drop_in, somebody

LEADS = "instructor2"
WEEKS_AGO, WEEKS_AHEAD = 3, 2
# Minutes on the past day; one of the two trainees came late.
PRESENT = {"trainee": 300, "trainee2": 265, "intern": 300}
INSTEAD = {"ready": 300}
ALTERNATIVE = (
    "Read the two papers named in lesson 4.3. Then write a page: which of the three steps would "
    "have been hard for you in the room, and what you would have asked the others for.\n\n"
    "Send it with the hours it took you."
)
ACCOUNT = (
    "I read both papers twice. The second step would have been the hard one; I would have asked "
    "for more time, and for the door to stay open. A page on it is attached to my notes. Five hours."
)


def a_past_day(past: Past) -> None:
    """Planned in good time; whoever was there is signed for the day after, and so is who read instead."""
    day = _plan(past, weeks_ago=WEEKS_AGO, planned=WEEKS_AGO + 4, title="First study day")
    leads, saturday = somebody(LEADS), past.at(WEEKS_AGO, SATURDAY, 17)
    here = {one.email: one for one in concerned(day)}
    there = {one: minutes for one, minutes in _among(here, PRESENT)}
    if there:
        sign(day, there, by=leads, now=saturday)
    for learner, minutes in _among(here, INSTEAD):
        report = report_alternative(
            day, learner, account=ACCOUNT, now=past.at(WEEKS_AGO, SUNDAY, 18)
        )
        credit(report, minutes=minutes, by=leads, now=past.at(WEEKS_AGO - 1, MONDAY, 9))
    _everybody_reads_it(day, past)


def a_day_to_come(past: Past) -> None:
    day = _plan(past, weeks_ago=-WEEKS_AHEAD, planned=1, title="Second study day", seats=12)
    here = {one.email: one for one in concerned(day)}
    for learner, _minutes in _among(here, {"intern": 0, "ready": 0}):
        answer(day, learner, coming=True, now=past.at(1, FRIDAY, 18))
    _everybody_reads_it(day, past)


def an_announcement(past: Past) -> None:
    announce(
        cohort("Cohort 3").programme,
        title="The second study day",
        text=(
            "It is in the larger room on the ground floor, which has a step-free way in. Coffee "
            "from half past nine.\n\nIf you would rather not take part, that is fine: the page of "
            "the day has another activity that gives the same hours."
        ),
        cohort=cohort("Cohort 3"),
        by=somebody(LEADS),
        now=past.now - timedelta(hours=3),
    )


def _plan(past: Past, *, weeks_ago: int, planned: int, title: str, **more) -> LiveDay:
    programme = ProgrammePage.objects.get(pk=Cohort.objects.first().programme_id)
    leads = somebody(LEADS)
    return plan(
        programme,
        Plan(
            title=title,
            category="experiential_lab",
            date=past.day(weeks_ago, SATURDAY),
            start=time(10),
            zone=str(past.zone),
            minutes=360,
            instructor=leads,
            areas={ContentArea.CONSENT_BOUNDARIES: 180, ContentArea.SENSATE_BODY: 120},
            place="Ground floor, 12 Mill Lane",
            content_note="Exercises in pairs with clothed touch of hands and forearms.",
            alternative=ALTERNATIVE,
            **more,
        ),
        by=leads,
        now=past.at(planned, MONDAY, 9),
    )


def _among(here: dict[str, User], wanted: dict[str, int]) -> list[tuple[User, int]]:
    """Those of the demo people who are there by now, each with their minutes."""
    by_email = {BY_KEY[key].email: minutes for key, minutes in wanted.items()}
    return [(here[email], minutes) for email, minutes in by_email.items() if email in here]


def _everybody_reads_it(day: LiveDay, past: Past) -> None:
    for person in concerned(day):
        drop_in(person, now=past.now)
