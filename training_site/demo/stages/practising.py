"""Supervised practice: admitted, agreed, cases opened, hours logged, months signed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby

from certification.practice import actions
from certification.practice.claims import Claim
from certification.practice.models import Case, HoursEntry, SupervisionAgreement
from certification.practice.models.case_events import MilestoneKind
from certification.practice.models.cases import Closure
from certification.practice.sheets import sheet_of
from certification.scheme.actions import begin_internship
from training_site.accounts.models import User
from training_site.demo.stages.association import PLACE
from training_site.demo.stages.belonging import be_member
from training_site.demo.stages.past import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Past,
    month_after,
    month_of,
)
from training_site.demo.stages.people import drop_in, sign_policy, somebody
from training_site.demo.stages.weeks import Hour

LOGGED_AFTER = timedelta(hours=2)
SIGNING_DAY = timedelta(days=2)  # the third of the following month
SIGNING_TIME = time(18)
OF_PRACTICE = (
    "client-pseudonymity",
    "health-policy",
    "dual-relationships",
    "intern-title",
    "data-handling",
)


@dataclass
class Internship:
    """One person's practice, from its first week on."""

    intern: User
    agreement: SupervisionAgreement
    past: Past
    first_week: int
    cases: dict[str, Case] = field(default_factory=dict)

    def day_of(self, hour: Hour) -> date:
        return self.past.day(self.first_week - hour.week, hour.weekday)

    def over_at(self, hour: Hour) -> datetime:
        begun = self.past.on(self.day_of(hour), hour.start)
        return begun + timedelta(minutes=hour.minutes)


def begin_practice(
    intern: User,
    past: Past,
    *,
    first_week: int,
    mentor: str,
    clinician: str = "clinician",
    member_until: date | None = None,
) -> Internship:
    """A member, the policies of practice signed; admitted and agreed before the first session."""
    registrar = somebody("registrar")
    be_member(intern, past, since=past.day(first_week + 3), until=member_until)
    for policy in OF_PRACTICE:
        sign_policy(intern, policy, now=past.at(first_week + 3, THURSDAY, 20))
    begin_internship(intern, place=PLACE, by=registrar, now=past.at(first_week + 2))
    intern = User.objects.get(pk=intern.pk)
    agreement = _agree(intern, past, first_week + 1, [somebody(mentor), somebody(clinician)])
    return Internship(intern, agreement, past, first_week)


def _agree(intern: User, past: Past, weeks_ago: int, supervisors: list[User]):
    mentor, clinician = supervisors
    agreement = actions.draft_agreement(
        intern,
        mentor=mentor,
        clinician=clinician,
        starts_on=past.day(weeks_ago, FRIDAY),
        typed_name=intern.name,
        by=intern,
        now=past.at(weeks_ago, MONDAY),
    )
    for supervisor in supervisors:
        now = past.at(weeks_ago, TUESDAY)
        drop_in(supervisor, now=now)
        actions.agree(agreement, typed_name=supervisor.name, by=supervisor, now=now)
    now = past.at(weeks_ago, WEDNESDAY)
    return actions.approve_agreement(agreement, by=somebody("registrar"), now=now)


def live_through(
    internship: Internship, hours: Iterable[Hour], *, mentor_signs_before: date | None = None
) -> None:
    """Log every hour that is over, month by month; each month is signed early in the next one."""
    over = [hour for hour in hours if _logged_at(internship, hour) <= internship.past.now]
    over.sort(key=internship.over_at)
    for month, in_month in groupby(over, key=lambda hour: month_of(internship.day_of(hour))):
        entries = [log(internship, hour) for hour in in_month]
        signed_at = _signing(internship, month, entries)
        if signed_at > internship.past.now:
            continue
        sign(internship, internship.agreement.clinician, month, now=signed_at)
        if mentor_signs_before is None or month < mentor_signs_before:
            sign(internship, internship.agreement.mentor, month, now=signed_at)


def _signing(internship: Internship, month: date, entries: list[HoursEntry]) -> datetime:
    """Early in the next month, or the day after the last of its entries came."""
    last = max(entry.submitted_at for entry in entries)
    early = internship.past.on(month_after(month) + SIGNING_DAY, SIGNING_TIME)
    return max(early, last + timedelta(days=1))


def _logged_at(internship: Internship, hour: Hour) -> datetime:
    return internship.over_at(hour) + LOGGED_AFTER + timedelta(days=hour.days_late)


def log(internship: Internship, hour: Hour) -> HoursEntry:
    """Written down the same day and handed in; the case is opened with its first hour."""
    intern, now = internship.intern, _logged_at(internship, hour)
    draft = actions.log_hours(intern, claim_of(internship, hour), by=intern, now=now)
    return actions.submit(draft, by=intern, now=now)


def claim_of(internship: Internship, hour: Hour) -> Claim:
    return Claim(
        category=hour.category,
        date=internship.day_of(hour),
        start=hour.start,
        minutes=hour.minutes,
        modality=hour.modality,
        zone=str(internship.past.zone),
        case=_case(internship, hour) if hour.case else None,
        group_size=hour.group_size,
        content_areas=hour.areas,
        note=hour.note,
    )


def _case(internship: Internship, hour: Hour) -> Case:
    if hour.case not in internship.cases:
        internship.cases[hour.case] = actions.open_case(
            internship.intern,
            agreement=internship.agreement,
            opened_on=internship.day_of(hour),
            by=internship.intern,
            now=internship.over_at(hour),
        )
        _begin_case(internship, internship.cases[hour.case], now=internship.over_at(hour))
    return internship.cases[hour.case]


def _begin_case(internship: Internship, case: Case, *, now: datetime) -> None:
    """The three met on the day it was opened, and the consents were signed there."""
    for kind in (MilestoneKind.OPENING_MEETING, MilestoneKind.CONSENTS):
        actions.attest_step(case, kind=kind, on=case.opened_on, by=internship.intern, now=now)


def sign(internship: Internship, supervisor: User, month: date, *, now: datetime) -> None:
    """The supervisor reads the sheet and signs exactly that; then the intern hears of it."""
    drop_in(supervisor, now=now)
    sheet = sheet_of(supervisor, internship.intern, month, today=now.date())
    if sheet.to_sign:
        actions.sign_month(
            supervisor,
            internship.intern,
            month,
            shown_hash=sheet.hash,
            typed_name=supervisor.name,
            by=supervisor,
            now=now,
        )
        drop_in(internship.intern, now=now)


def close(internship: Internship, letter: str, *, closure: str = Closure.PLANNED) -> None:
    """On the day of the last hour, that evening."""
    case = internship.cases[letter]
    last = case.entries.order_by("date").last().date
    now = internship.past.on(last, time(20))
    if closure == Closure.PLANNED:
        kind = MilestoneKind.CLOSURE_MEETING
        actions.attest_step(case, kind=kind, on=last, by=internship.intern, now=now)
    actions.close_case(case, closure=closure, closed_on=last, by=internship.intern, now=now)
