"""The access matrix: for each of our own addresses, who is let in, and what they get.

Columns: the answer to GET, the answer to an empty POST. `own` says who of those let in reaches the
thing of the first story, `foreign` who reaches somebody else's as well; for the rest it does not
exist. Everybody else is kept out: strangers to the sign-in, staff to their second factor.
"""

from tests.access.answers import EXPLAINED, NO_METHOD, NOT_FOUND, PAGE, REDIRECT
from tests.access.identities import LEARNERS, SIGNED_IN
from tests.access.rows import Row, account, anybody, only, staff
from training_site.accounts.roles import Role

TRAINEE, INTERN, CERTIFICANT = Role.TRAINEE, Role.INTERN, Role.CERTIFICANT
MENTOR, CLINICIAN = Role.MENTOR, Role.CLINICIAN
INSTRUCTOR, REVIEWER, DECIDER = Role.INSTRUCTOR, Role.REVIEWER, Role.DECISION_MAKER
REGISTRAR, OFFICER, ADMIN = Role.REGISTRAR, Role.COMPLAINTS_OFFICER, Role.ADMINISTRATOR
SUPERVISORS = (MENTOR, CLINICIAN)
OFFICE = (REGISTRAR, ADMIN)
CASE_WORK = (REGISTRAR, REVIEWER, DECIDER)

ACCOUNTS = {
    "accept_invitation": anybody(PAGE, PAGE),
    "help": anybody(PAGE, NO_METHOD),
    "help_page": anybody(PAGE, NO_METHOD),
    "healthz": anybody(PAGE, NO_METHOD),
    "readyz": anybody(PAGE, NO_METHOD),
    "left": anybody(PAGE, NO_METHOD),
    "quick_leave": anybody(NO_METHOD, REDIRECT),
    "stylesheet": anybody(PAGE, NO_METHOD),
    "script": anybody(PAGE, NO_METHOD),
    "appearance": anybody(PAGE, REDIRECT),
    "favicon": anybody(PAGE, NO_METHOD),
    "picture": anybody(PAGE, NO_METHOD),
    "styleguide": anybody(PAGE, NO_METHOD),
    "demo_mail": anybody(NOT_FOUND, NO_METHOD),
    "learn": account(PAGE, NO_METHOD),
    "notices": account(PAGE, NO_METHOD),
    "open_notice": account(REDIRECT, NO_METHOD, own=[TRAINEE], foreign=[]),
    "you": account(PAGE, PAGE),
    "policy": only(SIGNED_IN, PAGE, PAGE, fresh=True),
    "people": staff(OFFICE, PAGE, NO_METHOD),
    "people_invite": staff(OFFICE, PAGE, PAGE),
    "people_invitation": staff(OFFICE, PAGE, REDIRECT),
    "people_person": staff(OFFICE, PAGE, PAGE, fresh=True),
    "jobs": staff(OFFICE, PAGE, NO_METHOD),
    "jobs_again": staff(OFFICE, NO_METHOD, REDIRECT),
}
COURSES = {
    "curriculum": anybody(PAGE, NO_METHOD),
    "course_outline": only(SIGNED_IN, PAGE, NO_METHOD, own=[TRAINEE], foreign=[]),
    "lesson": only(SIGNED_IN, PAGE, NO_METHOD, own=[TRAINEE], foreign=[]),
    "lesson_done": only(SIGNED_IN, NO_METHOD, REDIRECT, own=[TRAINEE], foreign=[]),
    "my_questions": only(SIGNED_IN, PAGE, NO_METHOD),
    "ask_tutor": only(SIGNED_IN, PAGE, EXPLAINED, own=[TRAINEE], foreign=[]),
    "settle_question": only(SIGNED_IN, NO_METHOD, REDIRECT, own=[TRAINEE], foreign=[]),
    "export_questions": only(SIGNED_IN, PAGE, NO_METHOD, own=[TRAINEE], foreign=[]),
    "tutor_desk": staff([INSTRUCTOR], PAGE, NO_METHOD),
    "tutor_thread": staff([INSTRUCTOR], PAGE, EXPLAINED),
    "settle_thread": staff([INSTRUCTOR], NO_METHOD, REDIRECT),
    # An author reaches the files of the programmes that instructors edit: here, of both.
    "lesson_file": only(
        SIGNED_IN, PAGE, NO_METHOD, own=[TRAINEE, INSTRUCTOR], foreign=[INSTRUCTOR]
    ),
    "lesson_captions": only(
        SIGNED_IN, PAGE, NO_METHOD, own=[TRAINEE, INSTRUCTOR], foreign=[INSTRUCTOR]
    ),
    "lesson_files": staff([INSTRUCTOR], PAGE, NO_METHOD),
    "add_lesson_file": staff([INSTRUCTOR], PAGE, PAGE),
    "lesson_file_page": staff([INSTRUCTOR], PAGE, NO_METHOD),
    "lesson_place": only(SIGNED_IN, NO_METHOD, PAGE, own=[TRAINEE], foreign=[]),
    "answer_check": only(SIGNED_IN, REDIRECT, PAGE, own=[TRAINEE], foreign=[]),
    "save_reflection": only(SIGNED_IN, NO_METHOD, EXPLAINED, own=[TRAINEE], foreign=[]),
    "reflections": only(SIGNED_IN, PAGE, NO_METHOD),
    "change_reflection": only(SIGNED_IN, PAGE, EXPLAINED, own=[TRAINEE], foreign=[]),
    "erase_reflection": only(SIGNED_IN, PAGE, REDIRECT, own=[TRAINEE], foreign=[]),
    "share_reflection": only(SIGNED_IN, PAGE, EXPLAINED, own=[TRAINEE], foreign=[]),
    "note": only(SIGNED_IN, PAGE, EXPLAINED, own=[TRAINEE], foreign=[]),
    "notes": only(SIGNED_IN, PAGE, NO_METHOD),
    "export_journal": only(SIGNED_IN, PAGE, NO_METHOD),
    "change_note": only(SIGNED_IN, PAGE, EXPLAINED, own=[INTERN], foreign=[]),
    "erase_note": only(SIGNED_IN, PAGE, REDIRECT, own=[INTERN], foreign=[]),
    "share_note": only(SIGNED_IN, PAGE, EXPLAINED, own=[INTERN], foreign=[]),
    "take_back": only(SIGNED_IN, NO_METHOD, REDIRECT, own=[INTERN], foreign=[]),
    "shared": only([MENTOR], PAGE, NO_METHOD),
    "shared_by": only([MENTOR], PAGE, NO_METHOD, foreign=[]),
    "public_glossary": anybody(PAGE, NO_METHOD),
    "bookmarks": only(SIGNED_IN, PAGE, NO_METHOD),
    "bookmark": only(SIGNED_IN, NO_METHOD, REDIRECT, own=[TRAINEE], foreign=[]),
    "remove_bookmark": only(SIGNED_IN, NO_METHOD, REDIRECT, own=[TRAINEE], foreign=[]),
    "lesson_changes": only(SIGNED_IN, PAGE, NO_METHOD, own=[TRAINEE], foreign=[]),
    "glossary": only(SIGNED_IN, PAGE, NO_METHOD),
    "pause": only(SIGNED_IN, PAGE, NO_METHOD),
    "search": only(SIGNED_IN, PAGE, EXPLAINED),
    "enrolments": staff(OFFICE, PAGE, NO_METHOD),
    "enrol": staff(OFFICE, PAGE, PAGE),
    "programme_teams": staff([ADMIN], PAGE, REDIRECT),
    "end_enrolment": staff(OFFICE, PAGE, REDIRECT),
    "extend_enrolment": staff(OFFICE, PAGE, PAGE),
    "export_learning": only(SIGNED_IN, PAGE, NO_METHOD),
    "announcements": only(SIGNED_IN, PAGE, NO_METHOD),
    "read_announcement": only(SIGNED_IN, NO_METHOD, REDIRECT, own=[TRAINEE], foreign=[]),
    "announcement_desk": staff([INSTRUCTOR], PAGE, NO_METHOD),
    "write_announcement": staff([INSTRUCTOR], PAGE, PAGE),
    "withdraw_announcement": staff([INSTRUCTOR], PAGE, REDIRECT),
    "live_days": only(SIGNED_IN, PAGE, NO_METHOD),
    "live_day": only(SIGNED_IN, PAGE, NO_METHOD, own=[TRAINEE], foreign=[]),
    "live_day_calendar": only(SIGNED_IN, PAGE, NO_METHOD, own=[TRAINEE], foreign=[]),
    "answer_live_day": only(SIGNED_IN, NO_METHOD, REDIRECT, own=[TRAINEE], foreign=[]),
    "live_day_alternative": only(SIGNED_IN, NO_METHOD, EXPLAINED, own=[TRAINEE], foreign=[]),
    "live_day_desk": staff([INSTRUCTOR], PAGE, NO_METHOD),
    "plan_live_day": staff([INSTRUCTOR], PAGE, PAGE),
    "change_live_day": staff([INSTRUCTOR], PAGE, PAGE),
    "cancel_live_day": staff([INSTRUCTOR], PAGE, REDIRECT),
    "attendance": staff([INSTRUCTOR], PAGE, PAGE),
    "correct_attendance": staff([INSTRUCTOR], PAGE, PAGE),
    "answer_alternative": staff([INSTRUCTOR], NO_METHOD, REDIRECT),
    "cohorts": staff([INSTRUCTOR, *OFFICE], PAGE, NO_METHOD),
    "cohort_schedule": staff([INSTRUCTOR, *OFFICE], PAGE, PAGE),
    "clinical_review_report": staff([INSTRUCTOR, ADMIN], PAGE, NO_METHOD),
    "citations_report": staff([INSTRUCTOR, ADMIN], PAGE, NO_METHOD),
    "missed_checks_report": staff([INSTRUCTOR, ADMIN], PAGE, NO_METHOD),
    "progress_report": staff([INSTRUCTOR, ADMIN], PAGE, NO_METHOD),
}
ASSESSMENTS = {
    "assessment": only(LEARNERS, PAGE, NO_METHOD, own=[TRAINEE], foreign=[]),
    "assessment_start": only(LEARNERS, NO_METHOD, REDIRECT, own=[TRAINEE], foreign=[]),
    "attempt": only(LEARNERS, PAGE, REDIRECT, own=[TRAINEE], foreign=[]),
    "attempt_answer": only(LEARNERS, NO_METHOD, EXPLAINED, own=[TRAINEE], foreign=[]),
    "attempt_submit": only(LEARNERS, PAGE, EXPLAINED, own=[TRAINEE], foreign=[]),
    "attempt_result": only(LEARNERS, PAGE, NO_METHOD, own=[TRAINEE], foreign=[]),
    "item_bank": staff([INSTRUCTOR], PAGE, NO_METHOD),
    "item": staff([INSTRUCTOR], PAGE, REDIRECT),
    "item_draft": staff([INSTRUCTOR], PAGE, PAGE),
    "attempts_used_up": staff([INSTRUCTOR, ADMIN], PAGE, NO_METHOD),
    "extra_attempt": staff([INSTRUCTOR, ADMIN], PAGE, PAGE),
}
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
CERTIFICATION = {
    "concern": anybody(PAGE, PAGE),
    "certification": only(SIGNED_IN, REDIRECT, NO_METHOD),
    "apply": only(LEARNERS, PAGE, PAGE),
    "decision_letter": only(LEARNERS, PAGE, NO_METHOD, own=[CERTIFICANT], foreign=[]),
    "certificate": anybody(PAGE, NO_METHOD, own=[CERTIFICANT], foreign=[]),
    "certificate_file": anybody(PAGE, NO_METHOD, own=[CERTIFICANT], foreign=[]),
    "share_certificate": only(SIGNED_IN, NO_METHOD, PAGE, own=[CERTIFICANT], foreign=[]),
    "revoke_share": only(SIGNED_IN, NO_METHOD, REDIRECT, own=[CERTIFICANT], foreign=[]),
    "choose_listing": only(SIGNED_IN, PAGE, PAGE, own=[CERTIFICANT], foreign=[]),
    "certification_certificates": staff([REGISTRAR, DECIDER], PAGE, NO_METHOD),
    "certification_certificate": staff([REGISTRAR, DECIDER], PAGE, PAGE, fresh=True),
    "certification_records": staff([REGISTRAR, DECIDER], PAGE, PAGE, fresh=True),
    "approve_record": staff([DECIDER], NO_METHOD, REDIRECT, fresh=True),
    "concerns": staff([OFFICER], PAGE, NO_METHOD),
    "concern_detail": staff([OFFICER], PAGE, PAGE),
    "certification_queue": staff(CASE_WORK, PAGE, NO_METHOD),
    "certification_decided": staff(CASE_WORK, PAGE, NO_METHOD),
    "certification_reviewers": staff(OFFICE, PAGE, PAGE),
    "retire_reviewer": staff(OFFICE, NO_METHOD, REDIRECT),
    "dossier": staff(CASE_WORK, PAGE, NO_METHOD, foreign=[REGISTRAR, DECIDER]),
    "dossier_check": staff([REGISTRAR], NO_METHOD, EXPLAINED),
    "dossier_assign": staff([REGISTRAR], NO_METHOD, REDIRECT),
    "dossier_reopen": staff([REGISTRAR], NO_METHOD, REDIRECT),
    "dossier_review": staff([REVIEWER], NO_METHOD, EXPLAINED, foreign=[]),
    "dossier_conflict": staff(CASE_WORK, NO_METHOD, EXPLAINED, foreign=[REGISTRAR, DECIDER]),
    "dossier_decide": staff([DECIDER], NO_METHOD, EXPLAINED, fresh=True),
    "dossier_statement": staff(
        CASE_WORK, REDIRECT, REDIRECT, foreign=[REGISTRAR, DECIDER], fresh=True
    ),
    "dossier_invite": staff([REGISTRAR], PAGE, PAGE),
    "did": anybody(PAGE, NO_METHOD),
    "issuer_key": anybody(PAGE, NO_METHOD),
    "status_list": anybody(PAGE, NO_METHOD),
    "registry": anybody(PAGE, NO_METHOD),
    "verify": anybody(PAGE, NO_METHOD),
    "verify_number": anybody(PAGE, PAGE, unknown=PAGE),
    "verify_json": anybody(PAGE, NO_METHOD),
}
ROWS: dict[str, Row] = ACCOUNTS | COURSES | ASSESSMENTS | PRACTICE | CERTIFICATION
