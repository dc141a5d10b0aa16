"""Hours brought along from elsewhere: attested by one person, confirmed by another."""

from datetime import date

from training_site.verdict import YES, Verdict, no

MINUTES_A_DAY = 24 * 60


def may_attest(*, own: bool, first: date, last: date, today: date, minutes: int) -> Verdict:
    """Days that have been, in their order, and no more minutes than they had."""
    if own:
        return no("balance_not_own")
    if last > today:
        return no("balance_in_future")
    if last < first:
        return no("ends_before_it_begins")
    if minutes > ((last - first).days + 1) * MINUTES_A_DAY:
        return no("balance_more_than_its_days")
    return YES


def may_confirm(*, own: bool, attested_it: bool, confirmed: bool, withdrawn: bool) -> Verdict:
    if own:
        return no("balance_not_own")
    if confirmed or withdrawn:
        return no("balance_answered")
    return no("balance_needs_another") if attested_it else YES


def may_withdraw(*, own: bool, withdrawn: bool) -> Verdict:
    if own:
        return no("balance_not_own")
    return no("balance_answered") if withdrawn else YES


def may_record_milestone(*, own: bool, on: date, today: date, lies_ahead: bool) -> Verdict:
    """A date that has been; an extension names the day that is to come."""
    if own:
        return no("milestone_not_own")
    return no("milestone_in_future") if on > today and not lies_ahead else YES
