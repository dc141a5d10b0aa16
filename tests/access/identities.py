"""Who asks: a stranger, somebody of each role, and staff who have not set up a second factor."""

from training_site.accounts.roles import (
    ADMIN_AREA_ROLES,
    LEARNER_ROLES,
    SUPERVISOR_ROLES,
    Role,
)

ANONYMOUS = "anonymous"
BARE = "registrar without second factor"

LEARNERS = frozenset(str(role) for role in LEARNER_ROLES)
SUPERVISORS = frozenset(str(role) for role in SUPERVISOR_ROLES)
STAFF = frozenset(str(role) for role in ADMIN_AREA_ROLES)
SIGNED_IN = LEARNERS | SUPERVISORS | STAFF
IDENTITIES = [ANONYMOUS, *(str(role) for role in Role), BARE]
