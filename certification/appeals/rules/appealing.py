"""When an appeal can be made, who answers it, and with what. A superuser is nobody special here."""

from collections.abc import Collection
from datetime import date, timedelta

from certification.decisions.rules.reviewing import enough_said
from training_site.verdict import YES, Verdict, no

VERSION = "1"
REASONS = (
    "evidence_overlooked",
    "scheme_misread",
    "procedure_not_followed",
    "decision_follows_the_scheme",
    "procedure_followed",
    "nothing_overlooked",
)
# What can follow from each outcome, for what is appealed.
ANEW = {
    "upheld": ("reopen",),
    "partly": ("reopen", "nothing"),
    "dismissed": ("nothing",),
}
FOLLOWS: dict[str, dict[str, tuple[str, ...]]] = {
    "decision": ANEW,
    "renewal": ANEW,
    "finding": ANEW,
    "certificate": {
        "upheld": ("reinstate",),
        "partly": ("reinstate", "nothing"),
        "dismissed": ("nothing",),
    },
}


def last_day_to_appeal(decided_on: date, appeal_days: int) -> date:
    """That day is included."""
    return decided_on + timedelta(days=appeal_days)


def may_appeal(
    *,
    is_own: bool,
    appealable: bool,
    appealed: bool,
    applied_again: bool,
    today: date,
    last_day: date,
    reasons: str,
) -> Verdict:
    if not is_own:
        return no("own_appeal_only")
    if appealed:
        return no("already_appealed")
    if not appealable:
        return no("nothing_to_appeal")
    if today > last_day:
        return no("appeal_too_late")
    return no("applied_again") if applied_again else enough_said(reasons)


def may_answer(
    *, is_appellant: bool, took_part: bool, in_conflict: bool, answered: bool
) -> Verdict:
    """Other people than the appellant and than those who reviewed, decided or acted."""
    if is_appellant:
        return no("own_appeal")
    if took_part:
        return no("took_part_in_it")
    if in_conflict:
        return no("in_conflict")
    return no("appeal_answered") if answered else YES


def may_give(against: str, outcome: str, follows: str, codes: Collection[str]) -> Verdict:
    """What follows fits the outcome and what was appealed; reasons come from the list."""
    if follows not in FOLLOWS[against].get(outcome, ()):
        return no("does_not_follow")
    return YES if codes and set(codes) <= set(REASONS) else no("name_a_reason")
