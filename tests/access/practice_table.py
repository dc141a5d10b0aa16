"""The rows of supervised practice, its schemes and the path (see table.py)."""

from tests.access.answers import NO_METHOD, NOT_FOUND, PAGE, REDIRECT
from tests.access.identities import LEARNERS
from tests.access.rows import only, staff
from training_site.accounts.roles import Role

INTERN, MENTOR, CLINICIAN = Role.INTERN, Role.MENTOR, Role.CLINICIAN
SUPERVISORS = (MENTOR, CLINICIAN)
REPORTING = (INTERN, Role.CERTIFICANT, *SUPERVISORS)
INCIDENT_DESK = (Role.REGISTRAR, Role.COMPLAINTS_OFFICER)
OFFICE = (Role.REGISTRAR, Role.ADMINISTRATOR)

PRACTICE = {
    "practice": only([INTERN], PAGE, NO_METHOD),
    "practice_month": only([INTERN], PAGE, NO_METHOD),
    "practice_week": only([INTERN], PAGE, NO_METHOD),
    "log_hours": only([INTERN], PAGE, PAGE),
    "check_hours": only([INTERN], NO_METHOD, PAGE),
    "quick_hours": only([INTERN], PAGE, NO_METHOD),
    "quick_entry": only([INTERN], PAGE, PAGE, foreign=[]),
    "copy_entry": only([INTERN], PAGE, PAGE, foreign=[]),
    "import_hours": only([INTERN], PAGE, PAGE),
    "import_template": only([INTERN], PAGE, NO_METHOD),
    "import_left_over": only([INTERN], NO_METHOD, PAGE),
    "practice_entry": only([INTERN], PAGE, PAGE, foreign=[]),
    "correct_entry": only([INTERN], PAGE, PAGE, foreign=[]),
    "hand_in_month": only([INTERN], NO_METHOD, REDIRECT),
    "discard_entry": only([INTERN], NO_METHOD, REDIRECT, foreign=[]),
    "open_case": only([INTERN], PAGE, PAGE),
    "attest_step": only([INTERN], PAGE, PAGE, foreign=[]),
    "pause_case": only([INTERN], PAGE, PAGE, foreign=[]),
    "propose_intensive": only([INTERN], PAGE, PAGE, foreign=[]),
    "hand_over_case": only([INTERN], PAGE, PAGE, foreign=[]),
    "practice_incidents": only(REPORTING, PAGE, NO_METHOD),
    "report_incident": only(REPORTING, PAGE, PAGE),
    "incident_report": only(REPORTING, PAGE, NO_METHOD, own=[INTERN, *SUPERVISORS], foreign=[]),
    "incident_desk": staff(INCIDENT_DESK, PAGE, NO_METHOD),
    "incident_desk_report": staff(INCIDENT_DESK, PAGE, PAGE),
    "supervised_case": only(SUPERVISORS, PAGE, NO_METHOD, foreign=[]),
    "supervised_pause": only(SUPERVISORS, PAGE, PAGE, foreign=[]),
    "answer_intensive": only(SUPERVISORS, PAGE, PAGE, foreign=[]),
    "practice_case": only([INTERN], PAGE, PAGE, foreign=[]),
    "begin_closing": only([INTERN], NO_METHOD, REDIRECT, foreign=[]),
    "practice_agreement": only([INTERN], PAGE, PAGE),
    "practice_desk": staff(OFFICE, PAGE, NO_METHOD),
    "practice_places": staff(OFFICE, PAGE, PAGE),
    "practice_supervisor": staff(OFFICE, PAGE, PAGE),
    "practice_agreement_desk": staff(OFFICE, PAGE, PAGE, fresh=True),
    "practice_internship": staff(OFFICE, PAGE, PAGE),
    "practice_why": only(
        [*LEARNERS, *SUPERVISORS, *OFFICE],
        PAGE,
        NO_METHOD,
        own=[INTERN, MENTOR, *OFFICE],
        foreign=OFFICE,
    ),
    "practice_log": only([INTERN], PAGE, NO_METHOD),
    "practice_intern_log": staff(OFFICE, PAGE, NO_METHOD),
    "practice_evaluations": only([INTERN], PAGE, NO_METHOD),
    "to_evaluate": only(SUPERVISORS, PAGE, NO_METHOD),
    "begin_evaluation": only([INTERN, *SUPERVISORS], NO_METHOD, NOT_FOUND),
    "evaluation": only([INTERN, *SUPERVISORS], PAGE, REDIRECT, own=[INTERN, MENTOR], foreign=[]),
    "sign_evaluation": only(
        [INTERN, *SUPERVISORS], PAGE, PAGE, own=[INTERN], foreign=[], fresh=True
    ),
    "read_evaluation": only([INTERN], NO_METHOD, REDIRECT, foreign=[]),
    "practice_leave": only([INTERN], PAGE, PAGE),
    "end_leave": only([INTERN], NO_METHOD, PAGE, foreign=[]),
    "withdraw_leave": only([INTERN], NO_METHOD, REDIRECT, foreign=[]),
    "practice_leaves": staff(OFFICE, PAGE, NO_METHOD),
    "answer_leave": staff(OFFICE, NO_METHOD, REDIRECT),
    "practice_memberships": staff(OFFICE, PAGE, NO_METHOD),
    "export_memberships": staff(OFFICE, PAGE, NO_METHOD),
    "practice_membership": staff(OFFICE, PAGE, PAGE),
    "contests": only([INTERN], PAGE, NO_METHOD),
    "contest_signature": only([INTERN], PAGE, PAGE),
    "contest_lateness": only([INTERN], PAGE, PAGE),
    "contest": only([INTERN], PAGE, NO_METHOD, foreign=[]),
    "withdraw_contest": only([INTERN], NO_METHOD, REDIRECT, foreign=[]),
    "nominate_supervisor": only([INTERN], PAGE, PAGE),
    "give_own_notice": only([INTERN], NO_METHOD, REDIRECT, foreign=[]),
    "sign_many": only(SUPERVISORS, PAGE, PAGE, fresh=True),
    "answer_contest": only(SUPERVISORS, PAGE, PAGE, own=[MENTOR], foreign=[]),
    "give_notice": only(SUPERVISORS, NO_METHOD, REDIRECT, foreign=[]),
    "declare_conflict": only(SUPERVISORS, PAGE, PAGE, foreign=[]),
    "practice_signatures": staff(OFFICE, PAGE, NO_METHOD),
    "practice_missing": staff(OFFICE, PAGE, PAGE, fresh=True),
    "practice_contest": staff(OFFICE, PAGE, PAGE, fresh=True),
    "practice_paper": staff(OFFICE, PAGE, REDIRECT, fresh=True),
    "practice_nomination": staff(OFFICE, PAGE, REDIRECT),
    "practice_conflicts": staff(OFFICE, PAGE, PAGE),
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
