"""Which thing of a story each address of supervised practice is asked for (see things.py).

`story.practice` is where chapters of practice put what they made (practice_world.py).
"""


def named(attribute: str):
    return lambda story: {"public_id": getattr(story, attribute).public_id}


def made(attribute: str):
    """Something of the chapters of practice."""
    return lambda story: {"public_id": getattr(story.practice, attribute).public_id}


PRACTICE_THINGS = {
    "answer_agreement": named("asked"),
    "begin_closing": named("case"),
    "correct_entry": named("signed"),
    "decline_agreement": named("asked"),
    "discard_entry": named("draft"),
    "month_sheet": lambda story: {
        "public_id": story.agreement.intern.public_id,
        "month": story.handed_in.month,
    },
    "practice_agreement_desk": named("agreement"),
    "practice_case": named("case"),
    "practice_entry": named("draft"),
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
}
