"""Who may verify, approve, admit; and what has to be seen before."""

from collections.abc import Collection
from datetime import date

from training_site.verdict import YES, Verdict, no

ADMISSION_POLICIES = ("jurisdiction-notice", "confidentiality-contract")


def may_verify(
    *, same_person: bool, seen_on: date, today: date, first: date, last: date
) -> Verdict:
    """A licence is seen by somebody else, on a day that has been, and ends after it begins."""
    if same_person:
        return no("not_own_licence")
    if seen_on > today:
        return no("date_in_future")
    if last < first:
        return no("ends_before_it_begins")
    return YES


def may_withdraw(*, same_person: bool, already: date | None, withdrawn_from: date) -> Verdict:
    """By somebody else; and once said, only an earlier day can be said: it never held longer."""
    if same_person:
        return no("not_own_licence")
    if already is not None and withdrawn_from >= already:
        return no("authority_withdrawn_already", date=already)
    return YES


def may_admit(
    *, own: bool, identity_seen: bool, unsigned: Collection[str], place_status: str
) -> Verdict:
    """Age and identity seen, both policies signed, and a place that allows practice."""
    if own:
        return no("not_own_admission")
    if not identity_seen:
        return no("identity_not_seen")
    if unsigned:
        return no("policies_not_signed", policies=", ".join(sorted(unsigned)))
    if place_status != "allowed":
        return no("place_not_allowed_to_admit")
    return YES


def may_draft(*, three_people: bool, mentor_is: bool, clinician_is: bool, dates: bool) -> Verdict:
    if not three_people:
        return no("three_people_needed")
    if not mentor_is:
        return no("not_a_mentor")
    if not clinician_is:
        return no("not_a_clinician")
    if not dates:
        return no("ends_before_it_begins")
    return YES


def may_approve(*, is_party: bool, verified: Collection[str]) -> Verdict:
    """Staff who are no party to it, once both supervisors' licences have been seen."""
    if is_party:
        return no("not_own_agreement")
    if missing := {"mentor", "clinician"} - set(verified):
        return no("supervisors_not_verified", roles=", ".join(sorted(missing)))
    return YES
