"""The registrar's look: all is there, which fixes the evidence, or something is missing."""

from datetime import datetime

from django.db import transaction

from certification.decisions.rules.reviewing import enough_said
from certification.renewals.actions.steps import UNCHECKED, Held, held, record, take, tell
from certification.renewals.evidence import evidence_of
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import RenewalState
from certification.renewals.people import able_to, require_role, taking_part
from certification.renewals.rules.renewing import may_renew
from certification.renewals.rules.states import Step, may_step
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.verdict import Refused


@transaction.atomic
def return_renewal(renewal: Renewal, *, answer: str, by: User, now: datetime) -> Renewal:
    """Back for completing: it stays as early as it was, and is handed in again."""
    renewal, _certificate = _for_registrar(renewal, by, Step.RETURN)
    enough_said(answer).require()
    take(renewal, Step.RETURN, answer=answer.strip())
    record("certification.renewal.returned", renewal, by, now, text=answer.strip())
    tell(renewal.certificant, "certification.renewal_returned", renewal, now)
    return renewal


@transaction.atomic
def pass_on(renewal: Renewal, *, by: User, now: datetime) -> Renewal:
    """All of it is there and counts: the engine's answer is kept, and somebody else decides on it."""
    renewal, certificate = _for_registrar(renewal, by, Step.CHECK)
    evidence = evidence_of(certificate, now)
    # Its window was asked when it was handed in.
    may_renew(certificate.standing, "open" if evidence else None).require()
    if not evidence.met:
        raise Refused("renewal_not_all_accepted" if evidence.complete else "renewal_incomplete")
    take(
        renewal,
        Step.CHECK,
        evidence=evidence.document,
        evidence_hash=evidence.hash,
        checked_by=by,
        checked_at=now,
        answer="",
    )
    record(
        "certification.renewal.checked",
        renewal,
        by,
        now,
        values={"evidence": evidence.hash},
        rule_version=certificate.scheme_version.number,
    )
    tell(renewal.certificant, "certification.renewal_checked", renewal, now)
    for decider in able_to(renewal, Role.DECISION_MAKER):
        tell(decider, "certification.renewal_to_decide", renewal, now)
    return renewal


@transaction.atomic
def note_changed_evidence(renewal: Renewal, *, by: User | None, now: datetime) -> bool:
    """Compare the evidence with what was checked; a change asks the registrar to look again."""
    renewal, certificate = held(renewal)
    if renewal.state != RenewalState.CHECKED:
        return False
    evidence = evidence_of(certificate, now)
    if evidence.hash == renewal.evidence_hash:
        return False
    take(renewal, Step.EVIDENCE_CHANGED, **UNCHECKED)
    values = {"hash": evidence.hash}
    record("certification.renewal.evidence_changed", renewal, by, now, values=values)
    for registrar in able_to(renewal, Role.REGISTRAR):
        tell(registrar, "certification.renewal_arrived", renewal, now)
    return True


def _for_registrar(renewal: Renewal, by: User, step: Step) -> Held:
    both = held(renewal)
    require_role(by, Role.REGISTRAR)
    taking_part(both.renewal, by).require()
    may_step(both.renewal.state, step).require()
    return both
