"""When somebody may apply, and when an application may be handed in."""

from collections.abc import Collection

from training_site.verdict import YES, Verdict, no

# The applicant's declarations, by key; their sentences stand in the wording.
DECLARATIONS = ("record_is_true", "abides_by_code", "no_open_proceedings", "agrees_to_review")
LONGEST_NAME = 200


def may_start(
    *, met: bool, has_open: bool, holds_certificate: bool, conditions_open: bool = False
) -> Verdict:
    """Not while a deferral waits for its conditions: that application goes on by itself."""
    if has_open:
        return no("application_already_open")
    if conditions_open:
        return no("conditions_open")
    if holds_certificate:
        return no("certificate_already_held")
    return YES if met else no("requirements_not_met")


def may_submit(*, declared: Collection[str], met: bool) -> Verdict:
    """All declarations, and the requirements met on this very day."""
    if not met:
        return no("requirements_not_met")
    if set(declared) != set(DECLARATIONS):
        return no("declarations_missing")
    return YES
