"""What everybody who studies signs before beginning, in this order."""

from datetime import datetime

from training_site.content.models import PolicyVersion
from training_site.content.signing import left_to_sign

ONBOARDING_POLICIES = ("jurisdiction-notice", "confidentiality-contract")


def policies_to_sign(person, now: datetime, policies=ONBOARDING_POLICIES) -> list[PolicyVersion]:
    """The versions in force of these policies under which no signature of this person counts."""
    return left_to_sign(person, now, policies)
