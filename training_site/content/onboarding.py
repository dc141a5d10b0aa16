"""What everybody who studies signs before beginning, in this order."""

from datetime import datetime

from training_site.content.civil import civil_date
from training_site.content.models import Attestation, PolicyVersion

ONBOARDING_POLICIES = ("jurisdiction-notice", "confidentiality-contract")


def policies_to_sign(person, now: datetime, policies=ONBOARDING_POLICIES) -> list[PolicyVersion]:
    """The versions in force of these policies that this person has not signed."""
    today = civil_date(now)
    in_force = [PolicyVersion.objects.in_force(policy, today) for policy in policies]
    signed = set(Attestation.objects.of(person).values_list("version_id", flat=True))
    return [version for version in in_force if version and version.pk not in signed]
