"""Reports that something was not right with an attempt. A report decides nothing; a person does, later.

Neither the report nor its decision moves a mark, a pass or a certificate.
"""

from training_site.verdict import YES, Verdict, no

OPEN = "open"
DECISIONS = ("unfounded", "upheld")


def may_report(*, own: bool, seen: str) -> Verdict:
    """What was seen, by somebody else than the learner."""
    if own:
        return no("irregularity_own_attempt")
    return YES if seen.strip() else no("irregularity_needs_what_was_seen")


def may_decide(*, state: str, reporter: bool, own: bool, to: str, reason: str) -> Verdict:
    """Once, by somebody who neither reported it nor sat the attempt, with a reason."""
    if state != OPEN:
        return no("irregularity_decided")
    if reporter or own:
        return no("irregularity_decided_by_another")
    if to not in DECISIONS:
        return no("irregularity_decision_unknown")
    return YES if reason.strip() else no("irregularity_needs_reason")
