"""The only writers of supervised practice."""

from certification.practice.actions.agreements import (
    agree,
    approve_agreement,
    decline_agreement,
    draft_agreement,
    end_agreement,
    give_notice,
)
from certification.practice.actions.case_steps import attest_step
from certification.practice.actions.cases import begin_closing, close_case, open_case
from certification.practice.actions.conflicts import declare_conflict, end_conflict
from certification.practice.actions.contests import (
    answer_contest,
    contest_lateness,
    contest_signature,
    withdraw_contest,
)
from certification.practice.actions.corrections import correct_entry
from certification.practice.actions.deciding import decide_contest
from certification.practice.actions.evaluations import (
    begin_evaluation,
    confirm_reading,
    keep_evaluation,
    sign_evaluation,
)
from certification.practice.actions.handing_over import hand_over_case
from certification.practice.actions.hours import change_entry, discard_entry, log_hours, submit
from certification.practice.actions.importing import import_hours
from certification.practice.actions.incidents import (
    close_incident,
    read_incident,
    report_incident,
    take_incident,
)
from certification.practice.actions.intensives import answer_intensive, propose_intensive
from certification.practice.actions.leaves import (
    answer_leave,
    ask_for_leave,
    end_leave,
    withdraw_leave,
)
from certification.practice.actions.memberships import record_membership, remove_membership
from certification.practice.actions.nominations import (
    decline_nomination,
    invite_nominated,
    nominate_supervisor,
)
from certification.practice.actions.papers import confirm_paper, record_paper, reject_paper
from certification.practice.actions.pauses import pause_case, resume_case
from certification.practice.actions.places import admit_to_internship, decide_place
from certification.practice.actions.signing import (
    SheetToSign,
    return_entry,
    sign_month,
    sign_months,
)
from certification.practice.actions.supervisors import (
    verify_supervisor,
    withdraw_authority,
    withhold_authority,
)

__all__ = [
    "SheetToSign",
    "admit_to_internship",
    "agree",
    "answer_contest",
    "answer_intensive",
    "answer_leave",
    "approve_agreement",
    "ask_for_leave",
    "attest_step",
    "begin_closing",
    "begin_evaluation",
    "change_entry",
    "close_case",
    "close_incident",
    "confirm_paper",
    "confirm_reading",
    "contest_lateness",
    "contest_signature",
    "correct_entry",
    "decide_contest",
    "decide_place",
    "declare_conflict",
    "decline_agreement",
    "decline_nomination",
    "discard_entry",
    "draft_agreement",
    "end_agreement",
    "end_conflict",
    "end_leave",
    "give_notice",
    "hand_over_case",
    "import_hours",
    "invite_nominated",
    "keep_evaluation",
    "log_hours",
    "nominate_supervisor",
    "open_case",
    "pause_case",
    "propose_intensive",
    "read_incident",
    "record_membership",
    "record_paper",
    "reject_paper",
    "remove_membership",
    "report_incident",
    "resume_case",
    "return_entry",
    "sign_evaluation",
    "sign_month",
    "sign_months",
    "submit",
    "take_incident",
    "verify_supervisor",
    "withdraw_authority",
    "withdraw_contest",
    "withdraw_leave",
    "withhold_authority",
]
