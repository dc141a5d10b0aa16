"""The reasons a decision on a renewal names, in versions: an old decision keeps its list."""

from collections.abc import Collection

from training_site.verdict import YES, Verdict, no

VERSION = "1"
REASONS: dict[str, tuple[str, ...]] = {
    "renew": ("renewal_requirements_met", "concern_answered"),
    "refuse": (
        "renewal_requirement_not_met",
        "declaration_untrue",
        "code_breached",
        "concern_of_peer",
    ),
}


def may_give(outcome: str, codes: Collection[str]) -> Verdict:
    """At least one reason, each of them from the list of this outcome."""
    if not codes:
        return no("name_a_reason")
    return YES if set(codes) <= set(REASONS.get(outcome, ())) else no("reason_of_another_outcome")
