"""The rows of supervised practice, its schemes and the path (see table.py)."""

from tests.access.answers import NO_METHOD, PAGE, REDIRECT
from tests.access.identities import LEARNERS
from tests.access.rows import only, staff
from training_site.accounts.roles import Role

INTERN, MENTOR, CLINICIAN = Role.INTERN, Role.MENTOR, Role.CLINICIAN
SUPERVISORS = (MENTOR, CLINICIAN)
OFFICE = (Role.REGISTRAR, Role.ADMINISTRATOR)

PRACTICE = {
    "practice": only([INTERN], PAGE, NO_METHOD),
    "practice_month": only([INTERN], PAGE, NO_METHOD),
    "log_hours": only([INTERN], PAGE, PAGE),
    "practice_entry": only([INTERN], PAGE, PAGE, foreign=[]),
    "correct_entry": only([INTERN], PAGE, PAGE, foreign=[]),
    "hand_in_month": only([INTERN], NO_METHOD, REDIRECT),
    "discard_entry": only([INTERN], NO_METHOD, REDIRECT, foreign=[]),
    "open_case": only([INTERN], PAGE, PAGE),
    "practice_case": only([INTERN], PAGE, PAGE, foreign=[]),
    "begin_closing": only([INTERN], NO_METHOD, REDIRECT, foreign=[]),
    "practice_agreement": only([INTERN], PAGE, PAGE),
    "practice_desk": staff(OFFICE, PAGE, NO_METHOD),
    "practice_places": staff(OFFICE, PAGE, PAGE),
    "practice_supervisor": staff(OFFICE, PAGE, PAGE),
    "practice_agreement_desk": staff(OFFICE, PAGE, PAGE, fresh=True),
    "practice_internship": staff(OFFICE, PAGE, PAGE),
    "practice_log": only([INTERN], PAGE, NO_METHOD),
    "practice_intern_log": staff(OFFICE, PAGE, NO_METHOD),
    "path": only(LEARNERS, PAGE, NO_METHOD),
    "supervision": only(SUPERVISORS, PAGE, NO_METHOD),
    "month_sheet": only(SUPERVISORS, PAGE, PAGE, foreign=[], fresh=True),
    "return_hours": only(SUPERVISORS, NO_METHOD, REDIRECT, own=[MENTOR], foreign=[]),
    "answer_agreement": only(SUPERVISORS, PAGE, PAGE, foreign=[]),
    "decline_agreement": only(SUPERVISORS, NO_METHOD, REDIRECT, foreign=[]),
    "signature_receipt": only(
        [INTERN, *SUPERVISORS], PAGE, NO_METHOD, own=[INTERN, MENTOR], foreign=[]
    ),
}
