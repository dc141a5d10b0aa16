"""The chapter of complaints: one about the trainee, one before a committee, one decided."""

from datetime import timedelta

from certification.complaints.models import Complaint, InterimMeasure, Sanction
from tests.factories.complaints import (
    a_complaint,
    a_complaint_about_a_holder,
    a_finding,
    a_measure,
    a_seat,
    before_a_committee,
    given,
    laid_before_a_committee,
)
from training_site.accounts.roles import Role


class Complained:
    """What complaints_things names for the addresses."""

    told: Complaint
    judged: Complaint
    measure: InterimMeasure
    sanction: Sanction


def they_complain(story, now) -> None:
    """The reviewer sits on the committee of one; nobody else of the cast does."""
    made = story.complained = Complained()
    made.told = a_complaint(story.cast[Role.TRAINEE], now=now)
    made.judged = a_complaint_about_a_holder(now=now)
    made.measure = a_measure(made.judged, "suspension", now=now)
    laid_before_a_committee(made.judged, now=now)
    a_seat(made.judged, story.cast[Role.REVIEWER], now=now)
    long_ago = now - timedelta(days=40)
    decided = before_a_committee(a_complaint_about_a_holder(now=long_ago), now=long_ago)
    withdrawal = given("withdrawal", now=long_ago)
    made.sanction = a_finding(decided, now=long_ago, sanctions=[withdrawal]).sanctions.get()


def of_complaints(attribute: str):
    return lambda story: {"public_id": getattr(story.complained, attribute).public_id}


COMPLAINTS_THINGS = {
    "complaint": of_complaints("told"),
    "complaint_measure": of_complaints("measure"),
    "complaint_act_measure": of_complaints("measure"),
    "complaint_sanction": of_complaints("sanction"),
    "complaint_act_sanction": of_complaints("sanction"),
    "concern_complaint": lambda story: {"public_id": story.concern.public_id},
    **{
        name: of_complaints("judged")
        for name in (
            "committee",
            "committee_accept",
            "committee_finding",
            "committee_minutes",
            "committee_step_back",
            "committee_vote",
            "committee_vote_again",
            "complaint_committee",
            "complaint_desk",
            "complaint_invite",
            "complaint_measure_new",
            "complaint_minutes",
        )
    },
}
