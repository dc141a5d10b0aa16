"""The step to version 1.0, the one whom it moved, and the one who began under it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from certification.practice import actions
from certification.practice.actions.beginnings import attest_balance, confirm_balance
from certification.practice.models.beginnings import ConflictKind
from certification.practice.models.cases import Closure
from certification.practice.models.supervisors import SupervisorRole
from certification.scheme.actions.credits import approve_credit, propose_credit
from certification.scheme.actions.transitions import (
    move_batch,
    prepare_transition,
    preview_batch,
    publish_transition,
)
from certification.scheme.actions.versions import approve_version
from certification.scheme.models import SchemeVersion
from certification.scheme.models.credits import CreditKind
from certification.scheme.models.transitions import WhoMoves
from training_site.accounts.models import User
from training_site.demo.stages import residential
from training_site.demo.stages import varied_weeks as weeks
from training_site.demo.stages.foundation import BEFORE_ANY_SESSION, trained
from training_site.demo.stages.judging import judge_case, judge_end, judge_halfway
from training_site.demo.stages.past import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    TUESDAY,
    Past,
    month_after,
    month_of,
)
from training_site.demo.stages.people import CODE_OF_ETHICS, drop_in, sign_policy, somebody
from training_site.demo.stages.practising import Internship, begin_practice, close, live_through

NEXT = "1.0"
REASONS = (
    "Version 0.9 held only what could be checked when we began. Version 1.0 holds all of what the "
    "handbook says. Whoever is on the way keeps what they began with, unless the new version asks "
    "nothing more of them. An intensive that was agreed beforehand counts up to 25 hours from now on."
)
HERE_FROM = 4  # weeks ago, of the first session of the one who comes from elsewhere


def moving(past: Past) -> None:
    """Nearly there when the new version came. It asks nothing more of her, and her intensive
    counts in full; four hours are missing still."""
    first = weeks.MOVING_WEEKS
    learner = trained("intern5", past, first_week=first, cohort_title="Cohort 2")
    residential.two_weeks(past)
    sign_policy(learner, CODE_OF_ETHICS, now=past.at(first - 12, SUNDAY, 20))
    internship = begin_practice(learner, past, first_week=first, mentor="reviewer3")
    published = _publishing_day(past)
    hours, turn = weeks.with_an_intensive(), month_of(published)
    live_through(internship, [one for one in hours if internship.day_of(one) < turn])
    _finish_what_was_begun(internship)
    _agree_intensive(internship)
    _step_to_the_next_version(past, published)
    live_through(internship, [one for one in hours if internship.day_of(one) >= turn])


def _finish_what_was_begun(internship: Internship) -> None:
    """Every evaluation is there early: the final ones because half of it lay behind in one week."""
    past = internship.past
    for letter, weeks_ago in (("A", 22), ("B", 15)):
        close(internship, letter)
        judge_case(internship, letter, now=past.at(weeks_ago, SUNDAY, 18))
    judge_halfway(internship, now=past.at(20, SATURDAY, 18))
    judge_case(internship, "C", now=past.at(13, TUESDAY, 18))
    judge_end(internship, now=past.at(13, TUESDAY, 19))


def _agree_intensive(internship: Internship) -> None:
    """Proposed the week before it began; the clinician agreed the next day."""
    past, ago = internship.past, weeks.MOVING_WEEKS - weeks.INTENSIVE_WEEK
    asked = past.at(ago + 1, MONDAY)
    plan = actions.propose_intensive(
        internship.cases["C"],
        starts_on=past.day(ago, MONDAY),
        ends_on=past.day(ago, SATURDAY),
        by=internship.intern,
        now=asked,
    )
    clinician = internship.agreement.clinician
    actions.answer_intensive(plan, agrees=True, by=clinician, now=asked + timedelta(days=1))


def _publishing_day(past: Past) -> date:
    """The middle of a month without sessions of hers, once the one of the intensive is signed."""
    ago = weeks.MOVING_WEEKS - weeks.INTENSIVE_WEEK - 1
    return month_after(past.day(ago)) + timedelta(days=14)


def _step_to_the_next_version(past: Past, published: date) -> None:
    """Approved by the administrator, prepared by the registrar; previewed, published the day after."""
    registrar, admin = somebody("registrar"), somebody("admin")
    old = SchemeVersion.objects.effective()
    new = old.scheme.versions.get(number=NEXT)

    def at(days_before: int, hour: int) -> datetime:
        return past.on(published - timedelta(days=days_before), time(hour))

    new = approve_version(new, by=admin, now=at(5, 15))
    transition = prepare_transition(
        new, old=old, who_moves=WhoMoves.NOT_WORSE, reasons=REASONS, by=registrar, now=at(1, 10)
    )
    while preview_batch(transition, now=at(1, 11)):
        pass
    transition = publish_transition(transition, by=admin, now=at(0, 9))
    after: int | None = 0
    while after is not None:
        after = move_batch(transition, after=after, now=at(0, 10))


def from_elsewhere(past: Past) -> None:
    """He begins under 1.0, brings hours along, and will need another mentor."""
    learner = trained(
        "intern7",
        past,
        first_week=HERE_FROM,
        cohort_title="Cohort 2",
        courses=BEFORE_ANY_SESSION,
    )
    sign_policy(learner, CODE_OF_ETHICS, now=past.at(HERE_FROM + 3, SUNDAY, 19))
    internship = begin_practice(learner, past, first_week=HERE_FROM, mentor="reviewer3")
    _bring_along(learner, past)
    _recognise(learner, past)
    live_through(internship, weeks.gone_on_here())
    _part_from_the_mentor(internship)
    drop_in(learner, now=past.at(1, FRIDAY))


@dataclass(frozen=True)
class Brought:
    """One sum from the other programme, and how its evidence looked."""

    category: str
    hours: int
    evidence: str
    case: str = ""


BROUGHT = (
    Brought("direct_session", 34, "Log of the other programme, each page signed there.", "A"),
    Brought("triadic_meeting", 4, "The same log, meetings of three at begin and end.", "A"),
    Brought("clinician_consultation", 11, "Letter of the clinician, with dates and minutes."),
    Brought("mentor_individual", 12, "Letter of the mentor there, certified since 2019."),
)
LEFT_OPEN = Brought("documentation_reflection", 6, "A list of his own; the signature is asked for.")


def _bring_along(learner: User, past: Past) -> None:
    """Seen by the registrar and, two days later, by the administrator; one sum is still open."""
    now = past.at(HERE_FROM + 1, MONDAY, 15)
    for one in BROUGHT:
        balance = _attest(learner, one, past, now=now)
        confirm_balance(balance, by=somebody("admin"), now=now + timedelta(days=2))
    _attest(learner, LEFT_OPEN, past, now=past.at(1, TUESDAY, 15))


def _attest(learner: User, one: Brought, past: Past, *, now: datetime):
    return attest_balance(
        learner,
        category=one.category,
        minutes=60 * one.hours,
        first_day=past.day(70),
        last_day=past.day(32, FRIDAY),
        modality="in_person",
        evidence=one.evidence,
        case_label=one.case,
        closure=Closure.PLANNED if one.case else "",
        by=somebody("registrar"),
        now=now,
    )


def _recognise(learner: User, past: Past) -> None:
    """The lab of the other programme is recognised; its two days on attitudes wait."""
    registrar, now = somebody("registrar"), past.at(HERE_FROM + 1, MONDAY, 16)
    lab = propose_credit(
        learner,
        kind=CreditKind.EQUIVALENCE,
        requirement="lab",
        minutes=2400,
        reasons="Five days of live lab with the other programme, outline and certificate seen.",
        by=registrar,
        now=now,
    )
    approve_credit(lab, by=somebody("admin"), now=now + timedelta(days=2))
    propose_credit(
        learner,
        kind=CreditKind.EQUIVALENCE,
        requirement="attitudes",
        minutes=600,
        reasons="Two days on one's own attitudes; the outline fits, the hours are asked for.",
        by=registrar,
        now=past.at(1, TUESDAY, 16),
    )


def _part_from_the_mentor(internship: Internship) -> None:
    """He is going to work in her practice, so she declares it; he names somebody from outside."""
    past, intern, mentor = internship.past, internship.intern, internship.agreement.mentor
    actions.declare_conflict(
        intern,
        mentor,
        kind=ConflictKind.EMPLOYED,
        starts_on=past.day(1),
        by=mentor,
        now=past.at(1, FRIDAY, 17),
    )
    actions.nominate_supervisor(
        intern,
        role=SupervisorRole.MENTOR,
        name="Judith Amsel",
        email="judith.amsel@example.org",
        by=intern,
        now=past.at(1, FRIDAY, 18),
    )
