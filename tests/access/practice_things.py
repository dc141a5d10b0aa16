"""Which thing of a story each address of supervised practice is asked for (see things.py).

`story.practice` is where chapters of practice put what they made (practice_world.py).
"""


def named(attribute: str):
    return lambda story: {"public_id": getattr(story, attribute).public_id}


def made(attribute: str):
    """Something of the chapters of practice."""
    return lambda story: {"public_id": getattr(story.practice, attribute).public_id}


def of_dispute(attribute: str):
    """Something around a signature."""
    return lambda story: {"public_id": getattr(story.practice.disputed, attribute).public_id}


PRACTICE_THINGS = {
    "answer_agreement": named("asked"),
    **{
        name: named("case")
        for name in (
            "attest_step",
            "begin_closing",
            "hand_over_case",
            "pause_case",
            "propose_intensive",
            "supervised_case",
            "supervised_pause",
        )
    },
    "answer_intensive": made("intensive"),
    **{name: made("incident") for name in ("incident_report", "incident_desk_report")},
    **{name: made("evaluation") for name in ("evaluation", "read_evaluation")},
    "sign_evaluation": made("own_evaluation"),
    **{name: made("leave") for name in ("answer_leave", "end_leave", "withdraw_leave")},
    "practice_membership": lambda story: {"public_id": story.cast["trainee"].public_id},
    **{
        name: of_dispute("contest")
        for name in ("answer_contest", "contest", "practice_contest", "withdraw_contest")
    },
    **{
        name: named("agreement")
        for name in ("declare_conflict", "give_notice", "give_own_notice", "practice_conflicts")
    },
    "practice_missing": lambda story: {
        "public_id": story.agreement.intern.public_id,
        "supervisor_id": story.agreement.mentor.public_id,
        "month": story.handed_in.month,
    },
    "practice_nomination": of_dispute("nomination"),
    "practice_paper": of_dispute("paper"),
    "correct_entry": named("signed"),
    "decline_agreement": named("asked"),
    "discard_entry": named("draft"),
    "month_sheet": lambda story: {
        "public_id": story.agreement.intern.public_id,
        "month": story.handed_in.month,
    },
    "practice_agreement_desk": named("agreement"),
    "practice_case": named("case"),
    "quick_entry": named("draft"),
    "copy_entry": named("draft"),
    "practice_entry": named("draft"),
    "practice_why": named("handed_in"),
    "practice_intern_log": lambda story: {"public_id": story.agreement.intern.public_id},
    "practice_internship": lambda story: {"public_id": story.cast["trainee"].public_id},
    "practice_supervisor": lambda story: {"public_id": story.cast["mentor"].public_id},
    "return_hours": named("handed_in"),
    "signature_receipt": named("signoff"),
}
# Addresses with a parameter that names nobody's thing.
PRACTICE_FIXED = {
    "hand_in_month": {"month": "2026-11"},
    "practice_month": {"month": "2026-11"},
    "practice_week": {"week": "2026-W45"},
}
