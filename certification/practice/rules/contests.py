"""Who may contest what, answer it, decide it."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from certification.practice.rules.deadlines import is_overdue
from training_site.verdict import YES, Verdict, no

SIGNATURE, LATENESS = "signature", "lateness"
SILENT, REGISTRAR = "silent", "registrar"
# Reasons that say themselves what happened, and hold once the signer's time is over.
OF_TIME = frozenset({SILENT, REGISTRAR})
SIGNATURE_REASONS = frozenset({SILENT, REGISTRAR, "refused", "unreachable"})
ABOUT_SIGNATURES = frozenset({"submitted", "returned"})
ABOUT_LATENESS = frozenset({"submitted", "signed"})


class Line(NamedTuple):
    """An entry as a contest sees it. `submitted_after` are days after the hour."""

    signer: int
    state: str
    sign_by: date
    submitted_after: int
    disputed: bool = False


def may_contest_signature(
    lines: Sequence[Line], *, reason: str, statement: str, by_intern: bool, today: date
) -> Verdict:
    """Hours of one signer that wait or were returned.

    Before the signer's time is over a reason is needed; afterwards their silence is one, and the
    registrar may contest in the intern's stead.
    """
    if (not by_intern and reason != REGISTRAR) or (by_intern and reason == REGISTRAR):
        return no("not_own_record")
    if reason not in SIGNATURE_REASONS:
        return no("contest_reason_unknown")
    if (verdict := _of_one_signer(lines)).reason:
        return verdict
    if any(line.state not in ABOUT_SIGNATURES for line in lines):
        return no("entry_not_contestable")
    if reason in OF_TIME and (verdict := _time_is_over(lines, today)).reason:
        return verdict
    if reason not in OF_TIME and not statement.strip():
        return no("contest_statement_needed")
    return YES


def _time_is_over(lines: Sequence[Line], today: date) -> Verdict:
    """For every line; one that was returned has been answered and waits for its intern."""
    if any(line.state == "returned" for line in lines):
        return no("returned_is_an_answer")
    left = [line.sign_by for line in lines if not is_overdue(line.sign_by, today)]
    return no("signer_has_time_left", date=max(left)) if left else YES


def may_contest_lateness(
    lines: Sequence[Line], *, statement: str, forfeit_days: int | None
) -> Verdict:
    """Hours that the scheme leaves out because they were handed in so many days after."""
    if (verdict := _of_one_signer(lines)).reason:
        return verdict
    if forfeit_days is None:
        return no("nothing_forfeits")
    if any(line.state not in ABOUT_LATENESS for line in lines):
        return no("entry_not_contestable")
    if any(line.submitted_after <= forfeit_days for line in lines):
        return no("entry_not_forfeited", days=forfeit_days)
    if any(line.disputed for line in lines):
        return no("lateness_contested_already")
    return YES if statement.strip() else no("contest_statement_needed")


def _of_one_signer(lines: Sequence[Line]) -> Verdict:
    if not lines:
        return no("nothing_to_contest")
    return YES if len({line.signer for line in lines}) == 1 else no("contest_of_one_signer")


def may_answer(*, is_signer: bool, state: str, answered: bool) -> Verdict:
    """The one whose signature it is about, once, while it is open."""
    if not is_signer:
        return no("another_signs_this")
    if state != "open":
        return no("contest_past_that")
    return no("contest_answered_already") if answered else YES


def may_withdraw(*, own: bool, state: str) -> Verdict:
    if not own:
        return no("not_own_record")
    return YES if state == "open" else no("contest_past_that")


def may_decide(
    *, decider: int, parties: Collection[int], state: str, reasons: str, statement_there: bool
) -> Verdict:
    """Nobody decides about their own hours or their own signature, superusers included."""
    if decider in parties:
        return no("not_own_contest")
    if state != "open":
        return no("contest_past_that")
    if not reasons.strip():
        return no("reasons_needed")
    return YES if statement_there else no("no_statement_to_sign")
