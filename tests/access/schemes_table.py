"""The rows of schemes, of what is recognised, and of all interns together (see table.py)."""

from tests.access.answers import NO_METHOD, PAGE, REDIRECT
from tests.access.identities import LEARNERS
from tests.access.rows import only, staff
from training_site.accounts.roles import Role

OFFICE = (Role.REGISTRAR, Role.ADMINISTRATOR)

SCHEMES = {
    "schemes": staff(OFFICE, PAGE, NO_METHOD),
    "scheme_upload": staff(OFFICE, PAGE, PAGE),
    "scheme_version": staff(OFFICE, PAGE, PAGE),
    "scheme_yaml": staff(OFFICE, PAGE, NO_METHOD),
    "scheme_parameters": staff(OFFICE, PAGE, PAGE),
    "scheme_approve": staff(OFFICE, NO_METHOD, REDIRECT, fresh=True),
    "scheme_begin": staff(OFFICE, NO_METHOD, REDIRECT, fresh=True),
    "scheme_prepare": staff(OFFICE, PAGE, PAGE),
    "scheme_transition": staff(OFFICE, PAGE, REDIRECT),
    "scheme_publish": staff(OFFICE, NO_METHOD, REDIRECT, fresh=True),
    "practice_cohorts": staff(OFFICE, PAGE, NO_METHOD),
    "practice_recompute": staff(OFFICE, NO_METHOD, REDIRECT),
    "practice_at_risk": staff(OFFICE, PAGE, NO_METHOD),
    "practice_recognition": staff(OFFICE, PAGE, PAGE),
    "answer_recognition": staff(OFFICE, NO_METHOD, REDIRECT, fresh=True),
    "path_changes": only(LEARNERS, PAGE, NO_METHOD),
}
