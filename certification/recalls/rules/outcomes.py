"""What can be decided about one person whom a recall touches, and by whom.

Nothing follows by itself: hours in time never lapse because of others, so a person says what becomes
of an application or a certificate that rested on them.
"""

from dataclasses import dataclass
from datetime import date

from certification.decisions.rules.reviewing import enough_said
from training_site.verdict import YES, Verdict, no

STANDS, REASONS, MADE_UP = "stands", "reasons", "made_up"
SUSPENDED, WITHDRAWN, REOPENED = "suspended", "withdrawn", "reopened"
ON_A_CERTIFICATE = frozenset({SUSPENDED, WITHDRAWN})


@dataclass(frozen=True)
class Touched:
    """`loses`: a requirement is met no longer, or is further away. `standing`: of the certificate,
    where there is one. `certified`: a certification was granted, so only deciders answer."""

    loses: bool
    standing: str = ""
    under_review: bool = False
    certified: bool = False


def outcomes_for(touched: Touched) -> list[str]:
    """In the order in which a form offers them, the mildest first."""
    possible = [REASONS, MADE_UP] if touched.loses else [STANDS]
    if touched.under_review:
        possible.append(REOPENED)
    if touched.loses and touched.standing == "active":
        possible.append(SUSPENDED)
    if touched.loses and touched.standing in ("active", "suspended"):
        possible.append(WITHDRAWN)
    return possible


def may_decide(
    outcome: str,
    touched: Touched,
    *,
    own: bool,
    is_supervisor: bool,
    in_conflict: bool,
    decided: bool,
    is_decider: bool,
    text: str,
    due_on: date | None,
    today: date,
) -> Verdict:
    """By somebody who is neither the person nor the supervisor, nor too near to either."""
    if decided:
        return no("recall_item_decided")
    if own or is_supervisor:
        return no("recall_of_oneself")
    if in_conflict:
        return no("in_conflict")
    if outcome not in outcomes_for(touched):
        return no("recall_outcome_not_open")
    if (touched.certified or outcome in ON_A_CERTIFICATE) and not is_decider:
        return no("recall_outcome_needs_decider")
    if outcome == MADE_UP and (due_on is None or due_on <= today):
        return no("recall_made_up_later")
    return enough_said(text) if outcome != STANDS else YES
