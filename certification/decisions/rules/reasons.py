"""The reasons a decision names, a list in versions: an old decision keeps the list it was taken by."""

from collections.abc import Collection

from training_site.verdict import YES, Verdict, no

VERSION = "1"
REASONS: dict[str, tuple[str, ...]] = {
    "grant": ("requirements_met", "reviewers_agree", "reviewers_differ_answered"),
    "defer": ("evidence_unclear", "evidence_to_complete", "question_open"),
    "refuse": ("requirement_not_met", "declaration_untrue", "code_breached"),
}


def may_give(outcome: str, codes: Collection[str]) -> Verdict:
    """At least one reason, each of them from the list of this outcome."""
    if not codes:
        return no("name_a_reason")
    return YES if set(codes) <= set(REASONS.get(outcome, ())) else no("reason_of_another_outcome")
