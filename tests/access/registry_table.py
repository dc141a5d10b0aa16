"""The rows of what others see of a certificate: listings, letters, staying out of sight."""

from tests.access.answers import NO_METHOD, PAGE, REDIRECT
from tests.access.identities import SIGNED_IN
from tests.access.rows import Row, anybody, only, staff
from training_site.accounts.roles import Role

HOLDER = [Role.CERTIFICANT]
LOOK_AFTER = (Role.REGISTRAR, Role.DECISION_MAKER)

REGISTRY: dict[str, Row] = {
    "verify_schema": anybody(PAGE, NO_METHOD),
    # Who takes letters is told by the list alone, so this page is there for everything.
    "write_letter": anybody(PAGE, PAGE, unknown=PAGE),
    "letters": only(SIGNED_IN, PAGE, PAGE),
    "letter": only(SIGNED_IN, PAGE, PAGE, own=HOLDER, foreign=[]),
    "suppression": only(SIGNED_IN, PAGE, PAGE),
    "revoke_all_shares": only(SIGNED_IN, NO_METHOD, REDIRECT, own=HOLDER, foreign=[]),
    "registry_desk": staff([*LOOK_AFTER, Role.COMPLAINTS_OFFICER], PAGE, NO_METHOD),
    "suppression_request": staff(LOOK_AFTER, PAGE, PAGE, fresh=True),
    "reported_letter": staff([Role.COMPLAINTS_OFFICER], PAGE, PAGE),
}
