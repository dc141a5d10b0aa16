"""Who may check, review and decide. Roles are asked elsewhere; a superuser is nobody special."""

from collections.abc import Collection
from enum import StrEnum

from training_site.verdict import YES, Verdict, no

SHORTEST_REASONS = 20
LONGEST_REASONS = 10_000


class Recommendation(StrEnum):
    GRANT = "grant"
    DEFER = "defer"
    REFUSE = "refuse"


def may_check(*, is_applicant: bool, complete: bool, note: str) -> Verdict:
    if is_applicant:
        return no("own_application")
    if not complete and not note.strip():
        return no("say_what_is_missing")
    return YES


def may_review(*, assigned: bool, in_conflict: bool, reviewed: bool, reasons: str) -> Verdict:
    if not assigned:
        return no("not_assigned")
    if in_conflict:
        return no("in_conflict")
    if reviewed:
        return no("review_given")
    return enough_said(reasons)


def may_take_part(*, is_applicant: bool, in_conflict: bool) -> Verdict:
    if is_applicant:
        return no("own_application")
    return no("in_conflict") if in_conflict else YES


def may_decide(
    *,
    decider: int,
    applicant: int,
    reviewers: Collection[int],
    needed: int,
    in_conflict: bool,
) -> Verdict:
    """Applicant, reviewers and decision-maker are different people, always."""
    if decider == applicant:
        return no("own_application")
    if decider in reviewers:
        return no("reviewed_it_yourself")
    if in_conflict:
        return no("in_conflict")
    if len(set(reviewers)) < needed:
        return no("reviews_missing", missing=needed - len(set(reviewers)))
    return YES


def enough_said(text: str) -> Verdict:
    """Reasons that somebody else can follow: a sentence at least."""
    length = len(text.strip())
    if length < SHORTEST_REASONS:
        return no("reasons_too_short", least=SHORTEST_REASONS)
    return no("reasons_too_long", most=LONGEST_REASONS) if length > LONGEST_REASONS else YES


def may_see_other_reviews(*, all_in: bool) -> bool:
    """Reviews are independent: nobody reads another's before all have been given."""
    return all_in
