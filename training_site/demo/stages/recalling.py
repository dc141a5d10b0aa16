"""A mentor who was not entitled to sign, an intern whom it touches; and reviewers kept in practice."""

from datetime import timedelta

from certification.decisions import actions as decisions
from certification.decisions.models import RegisteredReviewer
from certification.decisions.models.register import Seat
from certification.recalls.actions import confirm_recall, propose_recall, write_items
from certification.recalls.touched import days_of, hash_of, touched_by
from training_site.accounts.roles import Role
from training_site.demo.stages import supervisors, turns, varied_weeks
from training_site.demo.stages.past import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Past,
)
from training_site.demo.stages.people import arrive, drop_in, somebody
from training_site.demo.stages.practising import live_through

LAPSED = 14  # weeks ago, as the association found last week
FOUND = (
    "The association that certified the mentor answered our yearly question: the certification had "
    "ended on that day and was not renewed. The copy that we had seen carried the earlier date."
)
COMPETENCE = "Teacher and lay member of a hospital's ethics board; sits for the public."
EXERCISES = (
    # weeks ago, what was judged, judgements made, how many agreed: of each reviewer
    (60, "Two dossiers, thin supervision", 16, {"reviewer1": 12, "reviewer2": 11}),
    (38, "A broken-off case", 12, {"reviewer1": 10, "reviewer2": 9}),
    (
        12,
        "Two dossiers, hours from elsewhere",
        14,
        {"reviewer1": 13, "reviewer2": 12, "reviewer3": 10},
    ),
)


def recalled_mentor(past: Past) -> None:
    """As far as anybody knew, certified for another half a year."""
    supervisors.a_mentor("recalled-mentor", past, until=past.today + timedelta(days=180))


def recalled(past: Past) -> None:
    """Half a year in; three months of it signed by somebody who was not entitled. Nobody has said
    yet what follows."""
    internship = turns.practising("recalled", past, mentor="recalled-mentor", first_week=26)
    live_through(internship, varied_weeks.until_the_leave())
    _recall(past)
    drop_in(internship.intern, now=past.now - timedelta(hours=20))


def _recall(past: Past) -> None:
    """Proposed on one day, confirmed by another person two days later, told at once."""
    registrar = drop_in(somebody("registrar"), now=past.at(1, TUESDAY))
    recall = propose_recall(
        somebody("recalled-mentor"),
        role=Role.MENTOR,
        from_day=past.day(LAPSED),
        until_day=None,
        reason=FOUND,
        by=registrar,
        now=past.at(1, TUESDAY, 11),
    )
    shown = hash_of(touched_by(recall.supervisor, recall.role, days_of(recall)))
    decider = drop_in(somebody("decider"), now=past.at(1, THURSDAY))
    confirm_recall(recall, shown_hash=shown, by=decider, now=past.at(1, THURSDAY, 11))
    write_items(recall, now=past.at(1, THURSDAY, 12))


def public_reviewer(past: Past) -> None:
    """In the register since last week, so that nobody's case was given to her; she keeps away from
    two applicants of the town she lives in, and the dossier of one says so."""
    reviewer = arrive("reviewer4", now=past.at(1, MONDAY), by=somebody("admin"))
    decisions.register_reviewer(
        reviewer,
        competence=COMPETENCE,
        seat=Seat.PUBLIC,
        confidentiality_on=past.day(1, MONDAY),
        active_from=past.day(1, MONDAY),
        by=somebody("registrar"),
        now=past.at(1, TUESDAY),
    )
    for key in ("applied", "ready"):
        decisions.declare_interest(somebody(key), by=reviewer, now=past.at(1, WEDNESDAY))
    _calibrate(past)


def _calibrate(past: Past) -> None:
    """Three exercises of the group, each recorded the same week."""
    for weeks_ago, exercise, judged, agreed in EXERCISES:
        for key, count in agreed.items():
            decisions.record_calibration(
                RegisteredReviewer.objects.get(person=somebody(key)),
                held_on=past.day(weeks_ago, WEDNESDAY),
                exercise=exercise,
                judged=judged,
                agreed=count,
                by=somebody("registrar"),
                now=past.at(weeks_ago, FRIDAY),
            )
