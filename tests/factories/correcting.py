"""Attempts of every kind that corrections, incidents and added time are about."""

from datetime import datetime, timedelta

from assessments import actions
from assessments.actions.accommodating import give_accommodation
from assessments.actions.incidents import record_incident
from assessments.actions.regrading import apply_regrade, plan_regrade
from assessments.actions.reporting import report_irregularity
from assessments.actions.writing import move, write_draft
from assessments.documents import entry_of
from assessments.models import (
    Accommodation,
    Assessment,
    Attempt,
    Incident,
    Irregularity,
    ItemVersion,
    Regrade,
)
from tests.factories.accounts import a_person
from tests.factories.assessments import (
    LONG_AGO,
    a_learner,
    an_assessment,
    an_ended_attempt,
    an_entry,
    answer,
)
from training_site.accounts.roles import Role


def an_instructor():
    return a_person(Role.INSTRUCTOR)


def a_timed_assessment(**settings) -> Assessment:
    """Half an hour for three questions."""
    return an_assessment(**{"minutes": 30, **settings})


def a_running_attempt(
    assessment: Assessment | None = None, *, began: datetime, right: int = 0
) -> Attempt:
    """An open attempt of a new learner, answered at once."""
    assessment = assessment or a_timed_assessment()
    attempt = actions.start(assessment, a_learner(assessment), now=began, seed="seed")
    return answer(attempt, right=right, now=began)


def a_closed_attempt(
    assessment: Assessment | None = None, *, began: datetime, right: int = 0
) -> Attempt:
    """One whose time ran out, closed by the clock."""
    attempt = a_running_attempt(assessment, began=began, right=right)
    return actions.close(attempt, now=attempt.ends_at + timedelta(minutes=2))


def three_questions(**settings) -> Assessment:
    """Every attempt shows the same three questions of four choices; two are needed."""
    items = [an_entry(f"item-{n}", "9.1") for n in range(3)]
    blueprint = [{"outcome": "9.1", "draw": 3}]
    return an_assessment(items, **{"blueprint": blueprint, **settings})


def sat(assessment: Assessment, right: int, *, now: datetime) -> Attempt:
    """An ended attempt of a new learner: so many right, the others wrong."""
    return an_ended_attempt(assessment, a_learner(assessment), right=right, now=now)


def question(attempt: Attempt, position: int) -> ItemVersion:
    return attempt.items.select_related("item_version").get(position=position).item_version


def corrected(version: ItemVersion, right: int | None = None) -> ItemVersion:
    """The next version, live: with another option as the key, or with the same one."""
    entry = entry_of(version)
    if right is not None:
        for number, option in enumerate(entry["options"]):
            option["correct"] = number == right
    author, reviewer = an_instructor(), an_instructor()
    draft = write_draft(version.item, entry, by=author, now=LONG_AGO)
    move(draft, "reviewed", by=reviewer, now=LONG_AGO)
    return move(draft, "live", by=reviewer, now=LONG_AGO)


def planned(version: ItemVersion, mode: str, *, now: datetime, **options) -> Regrade:
    given = {"reason": "The key was wrong.", "by": an_instructor(), "never_lower": False} | options
    return plan_regrade(version, mode=mode, now=now, **given)


def applied(version: ItemVersion, mode: str, *, now: datetime, **options) -> Regrade:
    return apply_regrade(planned(version, mode, now=now, **options), by=an_instructor(), now=now)


def an_accommodation(learner, *, at: datetime, minutes: int = 15) -> Accommodation:
    return give_accommodation(
        learner, minutes=minutes, reason="As the letter says.", by=an_instructor(), now=at
    )


def an_incident(assessment: Assessment, *, at: datetime, **changes) -> Incident:
    """Ten minutes without a network before this time, for which ten minutes are given back."""
    what = {
        "title": "The network failed",
        "began": at - timedelta(minutes=20),
        "ended": at - timedelta(minutes=10),
        "remedy": "time_back",
        "minutes": 10,
    }
    return record_incident(assessment, by=an_instructor(), now=at, **what | changes)


def a_report(attempt: Attempt, *, at: datetime) -> Irregularity:
    return report_irregularity(attempt, seen="Somebody helped.", by=an_instructor(), now=at)
