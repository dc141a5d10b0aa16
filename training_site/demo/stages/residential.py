"""Two weeks together before the first session: teaching, experiential lab, and one's own attitudes."""

from datetime import date, time

from courses.live.actions.attendance import sign
from courses.live.actions.planning import Plan, plan
from courses.live.questions import concerned
from courses.models import LiveDay
from training_site.accounts.models import User
from training_site.content.areas import ContentArea
from training_site.demo.people import BY_KEY
from training_site.demo.stages.association import cohort
from training_site.demo.stages.past import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Past,
)
from training_site.demo.stages.people import somebody

COHORT, LEADS = "Cohort 2", "instructor"
WHO = ("intern", "intern5")
WEEKS_AGO = 47
WORKDAYS = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
HALF_A_DAY = 240
NOTE = "Exercises in pairs with clothed touch of hands and forearms; one's own story, told or not."
ALTERNATIVE = (
    "The exercises can be watched, or done alone with the written guide that the instructor has. "
    "Write half a page about what you noticed."
)
KINDS = {
    "didactic_sync": ("Teaching", WEEKS_AGO, (*WORKDAYS, SATURDAY), HALF_A_DAY),
    "experiential_lab": ("Live lab", WEEKS_AGO - 1, WORKDAYS, HALF_A_DAY),
    "attitude_reassessment": ("Attitudes", WEEKS_AGO - 1, (SATURDAY, SUNDAY), HALF_A_DAY * 5 // 8),
}


def two_weeks(past: Past) -> None:
    """Signed on the evening of each day for whoever of these is enrolled by now."""
    wanted = {BY_KEY[key].email for key in WHO}
    for category, (title, weeks_ago, weekdays, half) in KINDS.items():
        for number, weekday in enumerate(weekdays):
            day = past.day(weeks_ago, weekday)
            one = _planned(category, f"{title}, day {number + 1}", day, number, half, past)
            there = [person for person in concerned(one) if person.email in wanted]
            evening = past.on(day, time(19, 30))
            sign(one, dict.fromkeys(there, 2 * half), by=one.instructor, now=evening)


def _planned(category: str, title: str, day: date, number: int, half: int, past: Past) -> LiveDay:
    """Two content areas a day, so that four days go through all eight."""
    areas, leads = list(ContentArea), somebody(LEADS)
    first = 2 * number % len(areas)
    return plan(
        cohort(COHORT).programme,
        _plan(category, title, day, dict.fromkeys(areas[first : first + 2], half), leads, past),
        cohort=cohort(COHORT),
        by=leads,
        now=past.at(WEEKS_AGO + 4),
    )


def _plan(category: str, title: str, day: date, areas: dict, leads: User, past: Past) -> Plan:
    return Plan(
        title=title,
        category=category,
        date=day,
        start=time(9),
        zone=str(past.zone),
        minutes=sum(areas.values()) + 90,
        instructor=leads,
        areas=areas,
        place="Ground floor, 12 Mill Lane",
        content_note=NOTE,
        alternative=ALTERNATIVE,
    )
