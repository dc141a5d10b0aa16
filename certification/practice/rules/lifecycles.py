"""What each state allows: one table for each thing that has a life. A verb leads to a state."""

from collections.abc import Mapping

from training_site.verdict import YES, Verdict, no

ENTRY = {
    "draft": {"change": "draft", "submit": "submitted", "discard": ""},
    "submitted": {
        "change": "submitted",
        "return": "returned",
        "sign": "signed",
        "contest": "contested",
    },
    "returned": {"change": "returned", "submit": "submitted", "contest": "contested"},
    "contested": {"uphold": "signed", "dismiss": "returned", "withdraw": "submitted"},
    "signed": {"correct": "signed"},
}
AGREEMENT = {
    "drafted": {"agree": "agreed", "decline": "declined"},
    "agreed": {"approve": "approved", "decline": "declined"},
    "approved": {"end": "ended"},
    "declined": {},
    "ended": {},
}
CASE = {
    "open": {"begin_closing": "closing", "close": "closed", "interrupt": "interrupted"},
    "closing": {"close": "closed", "interrupt": "interrupted"},
    "closed": {},
    "interrupted": {},
}
INCIDENT = {
    "reported": {"take": "in_hand", "close": "closed"},
    "in_hand": {"close": "closed"},
    "closed": {},
}
Lifecycle = Mapping[str, Mapping[str, str]]


def may_entry(verb: str, state: str) -> Verdict:
    if verb in ENTRY[state]:
        return YES
    if state == "signed":
        return no("entry_signed")
    if state == "contested":
        return no("entry_contested")
    if verb == "submit":
        return no("entry_already_submitted")
    if verb == "correct":
        return no("entry_not_signed")
    return no("entry_was_submitted" if verb == "discard" else "entry_not_waiting")


def may_agreement(verb: str, state: str) -> Verdict:
    return YES if verb in AGREEMENT[state] else no("agreement_past_that", state=state)


def may_case(verb: str, state: str) -> Verdict:
    return YES if verb in CASE[state] else no("case_already_closed")


def may_incident(verb: str, state: str, *, own: bool) -> Verdict:
    """Nobody handles what they reported themselves."""
    if own:
        return no("not_own_report")
    return YES if verb in INCIDENT[state] else no("incident_past_that")
