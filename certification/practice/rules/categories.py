"""The kinds of hours an intern logs, and who signs each (product.md, "Hours")."""

MENTOR = "mentor"
CLINICIAN = "clinician"

SIGNED_BY = {
    "direct_session": MENTOR,
    "documentation_reflection": MENTOR,
    "triadic_meeting": CLINICIAN,
    "clinician_consultation": CLINICIAN,
    "mentor_individual": MENTOR,
    "mentor_group": MENTOR,
    "observation": MENTOR,
}
# Contact with a client, or about one: these name the case they belong to.
NEED_A_CASE = frozenset({"direct_session", "triadic_meeting", "clinician_consultation"})
# Meetings of supervision have their format in their name.
FORMAT_OF = {"mentor_individual": "individual", "mentor_group": "group"}


def signer_role(category: str) -> str:
    return SIGNED_BY[category]


def format_of(category: str) -> str | None:
    return FORMAT_OF.get(category)
