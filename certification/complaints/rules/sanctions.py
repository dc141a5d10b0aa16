"""What may follow from a finding, who carries it out, and how it is closed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from certification.complaints.rules.policy import MOST_SANCTIONS
from certification.decisions.rules.reviewing import enough_said
from training_site.verdict import YES, Verdict, no

KINDS = (
    "advice",
    "reprimand",
    "training",
    "supervision",
    "narrower",
    "suspension",
    "withdrawal",
)
ON_THE_CERTIFICATE = frozenset({"narrower", "suspension", "withdrawal"})
DONE, EXTENDED = "done", "extended"


class Given(NamedTuple):
    """One sanction as the chair writes it."""

    kind: str
    text: str
    due_on: date


def may_give(
    finding: str,
    sanctions: Sequence[Given],
    *,
    has_certificate: bool,
    appeal_until: date,
    today: date,
) -> Verdict:
    """Nothing follows where nothing was found; one thing at most happens to the certificate."""
    if finding == "not" and sanctions:
        return no("nothing_follows")
    if len(sanctions) > MOST_SANCTIONS:
        return no("too_many_sanctions", most=MOST_SANCTIONS)
    touching = [one for one in sanctions if one.kind in ON_THE_CERTIFICATE]
    if touching and not has_certificate:
        return no("no_certificate_to_act_on")
    if len(touching) > 1:
        return no("one_thing_with_the_certificate")
    for one in sanctions:
        if not (verdict := _may_give_one(one, appeal_until, today)):
            return verdict
    return YES


def _may_give_one(one: Given, appeal_until: date, today: date) -> Verdict:
    """What touches the certificate waits for the time to appeal, so it can't be due within it."""
    if one.kind not in KINDS:
        return no("sanction_unknown")
    if one.due_on <= today:
        return no("sanction_due_too_soon")
    if one.kind in ON_THE_CERTIFICATE and one.due_on <= appeal_until:
        return no("sanction_due_before_appeal_ends", date=appeal_until)
    return enough_said(one.text)


def may_say(
    kind: str,
    what: str,
    *,
    closed: bool,
    text: str,
    due_on: date | None,
    last_day: date,
    today: date,
) -> Verdict:
    """What an officer writes down. That something was done to the certificate, the act itself says."""
    if closed:
        return no("sanction_closed")
    if what == DONE and kind in ON_THE_CERTIFICATE:
        return no("decision_maker_carries_out")
    if what == EXTENDED and (due_on is None or due_on <= max(last_day, today)):
        return no("extension_not_later")
    return enough_said(text)


def may_carry_out(
    kind: str,
    *,
    decides: bool,
    involved: bool,
    found_it: bool,
    closed: bool,
    has_certificate: bool,
    appeal_until: date,
    appealed: bool,
    today: date,
) -> Verdict:
    """By a decision-maker who did not sit on the committee, once nobody can appeal any more."""
    if not decides:
        return no("role_missing")
    if involved:
        return no("own_complaint")
    if found_it:
        return no("found_it_yourself")
    if closed or kind not in ON_THE_CERTIFICATE:
        return no("sanction_closed")
    if not has_certificate:
        return no("no_certificate_to_act_on")
    if appealed:
        return no("sanction_appealed")
    return YES if today > appeal_until else no("appeal_time_runs", date=appeal_until)


def is_overdue(last_day: date, *, closed: bool, today: date) -> bool:
    """The last day is inclusive: overdue from the day after it."""
    return not closed and today > last_day
