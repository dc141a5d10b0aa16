"""Who sits on a committee, and how its finding comes about.

Nobody sits who is concerned by the complaint or has had a part in it. Each votes alone; what most
of them found is signed by the chair. Without a majority nothing is found, in either direction:
everybody reads what the others wrote, and votes once more.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from certification.complaints.rules.policy import COMMITTEE
from certification.complaints.rules.states import State
from certification.decisions.rules.reviewing import enough_said
from training_site.verdict import YES, Verdict, no

FINDINGS = ("substantiated", "partly", "not")


def may_sit(
    *,
    concerned: bool,
    handles: bool,
    took_part: bool,
    in_conflict: bool,
    sat_before: bool,
) -> Verdict:
    """`concerned`: the respondent or whoever complained; `handles`: a complaints officer;
    `took_part`: opened it, or carried out a measure; `sat_before`: in this or an earlier round."""
    if concerned:
        return no("own_complaint")
    if handles:
        return no("officers_do_not_judge")
    if took_part:
        return no("took_part_in_complaint")
    if sat_before:
        return no("sat_before")
    return no("in_conflict") if in_conflict else YES


def may_call(state: str, *, able: bool) -> Verdict:
    if state != State.COMMITTEE:
        return no("no_committee_now")
    return YES if able else no("cannot_sit")


def people_missing(seated: int, *, wanted: int = COMMITTEE) -> int:
    return max(0, wanted - seated)


def may_accept(*, accepted: bool, confidential: bool, free: bool) -> Verdict:
    """Both are said before anything is read."""
    if accepted:
        return no("accepted_already")
    return YES if confidential and free else no("say_both_first")


def may_vote(*, accepted: bool, voted: bool, finding: str, reasons: str) -> Verdict:
    if not accepted:
        return no("accept_first")
    if voted:
        return no("vote_stays")
    return enough_said(reasons) if finding in FINDINGS else no("finding_unknown")


def all_in(*, seated: Collection[int], accepted: Collection[int], voted: Collection[int]) -> bool:
    """Enough people sit, each has accepted, and each has voted in this ballot."""
    everybody = set(seated)
    return len(everybody) >= COMMITTEE and everybody == set(accepted) == set(voted)


def majority(votes: Sequence[str]) -> str | None:
    """The finding with more votes than all others together; None: there is none."""
    if not votes:
        return None
    finding, count = Counter(votes).most_common(1)[0]
    return finding if count > len(votes) - count else None


def may_sign(*, chairs: bool, complete: bool, found: str | None, reasons: str) -> Verdict:
    if (verdict := _for_the_chair(chairs, complete)).reason:
        return verdict
    return enough_said(reasons) if found else no("no_majority")


def may_vote_again(*, chairs: bool, complete: bool, found: str | None) -> Verdict:
    if (verdict := _for_the_chair(chairs, complete)).reason:
        return verdict
    return no("majority_found") if found else YES


def _for_the_chair(chairs: bool, complete: bool) -> Verdict:
    if not chairs:
        return no("chair_only")
    return YES if complete else no("votes_missing")
