"""The rows of complaints (see table.py)."""

from tests.access.answers import EXPLAINED, NO_METHOD, PAGE, REDIRECT
from tests.access.identities import SIGNED_IN
from tests.access.rows import only, staff
from training_site.accounts.roles import Role

TRAINEE, REVIEWER, DECIDER = Role.TRAINEE, Role.REVIEWER, Role.DECISION_MAKER
JUDGES, OFFICERS = (REVIEWER, DECIDER), (Role.COMPLAINTS_OFFICER,)


def seated(get: str, post: str, **more):
    """Only the reviewer sits; a decision-maker could be called to any."""
    return only(JUDGES, get, post, own=[REVIEWER], foreign=[], **more)


COMPLAINTS = {
    "complaint": only(SIGNED_IN, PAGE, PAGE, own=[TRAINEE], foreign=[]),
    "committees": only(JUDGES, PAGE, NO_METHOD),
    "committee": seated(PAGE, NO_METHOD),
    "committee_accept": seated(REDIRECT, REDIRECT),
    "committee_step_back": seated(PAGE, PAGE),
    "committee_vote": seated(NO_METHOD, EXPLAINED),
    "committee_vote_again": seated(NO_METHOD, REDIRECT),
    "committee_minutes": seated(REDIRECT, NO_METHOD),
    "committee_finding": seated(REDIRECT, REDIRECT, fresh=True),
    "complaints": staff(OFFICERS, PAGE, NO_METHOD),
    "complaint_new": staff(OFFICERS, PAGE, PAGE),
    "concern_complaint": staff(OFFICERS, PAGE, PAGE),
    "complaint_desk": staff(OFFICERS, PAGE, PAGE),
    "complaint_measure_new": staff(OFFICERS, PAGE, PAGE),
    "complaint_measure": staff(OFFICERS, PAGE, PAGE),
    "complaint_committee": staff(OFFICERS, PAGE, PAGE),
    "complaint_minutes": staff(OFFICERS, REDIRECT, NO_METHOD),
    "complaint_invite": staff(OFFICERS, PAGE, PAGE),
    "complaint_sanction": staff(OFFICERS, PAGE, PAGE),
    "complaint_acts": staff([DECIDER], PAGE, NO_METHOD),
    "complaint_act_measure": staff([DECIDER], PAGE, REDIRECT, fresh=True),
    "complaint_act_sanction": staff([DECIDER], PAGE, PAGE, fresh=True),
}
