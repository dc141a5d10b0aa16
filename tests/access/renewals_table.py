"""The rows of continuing education, peer reviews and renewals (see table.py)."""

from tests.access.answers import EXPLAINED, NO_METHOD, PAGE, REDIRECT
from tests.access.rows import Row, only, staff
from training_site.accounts.roles import Role

HOLDER = [Role.CERTIFICANT]
PEERS = [*HOLDER, Role.MENTOR]
REGISTRAR, DECIDER = [Role.REGISTRAR], [Role.DECISION_MAKER]
DESK = [*REGISTRAR, *DECIDER]

RENEWALS: dict[str, Row] = {
    "education": only(HOLDER, PAGE, EXPLAINED),
    "change_education": only(HOLDER, PAGE, EXPLAINED, own=HOLDER, foreign=[]),
    "take_back_education": only(HOLDER, NO_METHOD, REDIRECT, own=HOLDER, foreign=[]),
    "renewal": only(HOLDER, PAGE, EXPLAINED),
    "ask_peer": only(HOLDER, PAGE, EXPLAINED),
    "renewal_letter": only(HOLDER, PAGE, NO_METHOD, own=HOLDER, foreign=[]),
    "take_back_renewal": only(HOLDER, NO_METHOD, REDIRECT, own=HOLDER, foreign=[]),
    "certification_terms": only(HOLDER, PAGE, NO_METHOD),
    "peer_reviews": only(PEERS, PAGE, NO_METHOD),
    # The certificant of the first story was asked, by somebody who is in neither.
    "peer_review": only(PEERS, PAGE, EXPLAINED, own=HOLDER, foreign=[]),
    "education_desk": staff(REGISTRAR, PAGE, EXPLAINED),
    "decline_education": staff(REGISTRAR, PAGE, EXPLAINED),
    "certification_renewals": staff(DESK, PAGE, NO_METHOD),
    "certification_renewal": staff(DESK, PAGE, NO_METHOD),
    "check_renewal": staff(REGISTRAR, NO_METHOD, EXPLAINED),
    "decide_renewal": staff(DECIDER, NO_METHOD, EXPLAINED, fresh=True),
}
