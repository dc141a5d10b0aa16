"""Interim measures: set by one person, looked at again by a day, ended with a reason.

They protect whoever might be harmed meanwhile, and are no finding. A suspension is proposed by an
officer and carried out by a decision-maker, who is another person.
"""

from datetime import date

from certification.complaints.rules.states import OPEN, State
from certification.decisions.rules.reviewing import enough_said
from training_site.verdict import YES, Verdict, no

SUSPENSION = "suspension"


def may_set(
    state: str,
    kind: str,
    *,
    holds: bool,
    has_certificate: bool,
    reason: str,
    review_on: date,
    today: date,
) -> Verdict:
    if State(state) not in OPEN:
        return no("complaint_closed")
    if holds:
        return no("measure_holds")
    if kind == SUSPENSION and not has_certificate:
        return no("no_certificate_to_act_on")
    if review_on <= today:
        return no("review_not_ahead")
    return enough_said(reason)


def may_carry_out(*, waits: bool, decides: bool, involved: bool, proposed_it: bool) -> Verdict:
    if not decides:
        return no("role_missing")
    if involved:
        return no("own_complaint")
    if proposed_it:
        return no("proposed_it_yourself")
    return YES if waits else no("measure_not_there")


def may_look_again(*, ended: bool, reason: str, review_on: date, today: date) -> Verdict:
    """It goes on, for a reason, until another day."""
    if ended:
        return no("measure_ended")
    return enough_said(reason) if review_on > today else no("review_not_ahead")


def may_end(*, ended: bool, suspended: bool, decides: bool, reason: str) -> Verdict:
    """While the certificate is suspended by it, a decision-maker ends it, who lets it stand again."""
    if ended:
        return no("measure_ended")
    if suspended and not decides:
        return no("decision_maker_ends_suspension")
    return enough_said(reason)
