"""The decision on a renewal, by somebody who neither holds it, checked it nor spoke as its peer."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from certification.credentials.actions import replace_for_renewal
from certification.credentials.models import Certificate
from certification.decisions.rules.reviewing import enough_said
from certification.renewals.actions.steps import held, record, take, tell
from certification.renewals.evidence import evidence_of
from certification.renewals.models import Renewal
from certification.renewals.models.renewals import RenewalOutcome
from certification.renewals.people import require_role, taking_part
from certification.renewals.rules import reasons as reason_list
from certification.renewals.rules.renewing import may_decide
from certification.renewals.rules.states import Step, may_step
from certification.renewals.rules.terms import NextTerm, next_term
from certification.scheme.rules import read_scheme
from training_site.accounts.models import User
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

GRANTED = "Renewed. The decision on the renewal gives the reasons."


@transaction.atomic
def decide(
    renewal: Renewal, *, outcome: str, reasons: Collection[str], text: str, by: User, now: datetime
) -> Renewal:
    """Renew, which promises the next certificate in this transaction, or refuse, which can be appealed."""
    renewal, certificate = held(renewal)
    require_role(by, Role.DECISION_MAKER)
    may_step(renewal.state, Step.DECIDE).require()
    taking_part(renewal, by).require()
    evidence = evidence_of(certificate, now)
    may_decide(
        is_checker=renewal.checked_by_id == by.pk,
        standing=certificate.standing,
        outcome=outcome,
        met=evidence.met,
    ).require()
    reason_list.may_give(outcome, reasons).require()
    enough_said(text).require()
    if evidence.hash != renewal.evidence_hash:
        raise Refused("renewal_evidence_changed")
    _write(renewal, certificate, outcome, reasons, text, by, now)
    if outcome == RenewalOutcome.RENEW:
        _promise(renewal, certificate, by, now)
    tell(renewal.certificant, "certification.renewal_decided", renewal, now)
    return renewal


def term_after(renewal: Renewal, certificate: Certificate, now: datetime) -> NextTerm:
    """What renewing it now would make of it, by the scheme version of its certificate."""
    scheme = read_scheme(certificate.scheme_version.text)
    return next_term(
        scheme.renewal.term(renewal.term_first, renewal.term_last),
        handed_in=civil_date(renewal.submitted_at),
        decided=civil_date(now),
        years=scheme.decision.valid_years,
    )


def _write(renewal, certificate, outcome, reasons, text, by: User, now: datetime) -> None:
    days = read_scheme(certificate.scheme_version.text).decision.appeal_days
    refused = outcome == RenewalOutcome.REFUSE
    take(
        renewal,
        Step.DECIDE,
        outcome=outcome,
        reason_codes=sorted(reasons),
        reason_list=reason_list.VERSION,
        text=text.strip(),
        decided_by=by,
        decided_at=now,
        appeal_until=civil_date(now) + timedelta(days=days) if refused else None,
    )
    values = {"outcome": outcome, "reasons": sorted(reasons), "evidence": renewal.evidence_hash}
    record(
        "certification.renewal.decided",
        renewal,
        by,
        now,
        values=values,
        text=text.strip(),
        rule_version=certificate.scheme_version.number,
    )


def _promise(renewal: Renewal, certificate: Certificate, by: User, now: datetime) -> None:
    """The job issues it; if the old one is withdrawn before that, there is nothing to issue."""
    term = term_after(renewal, certificate, now)
    replace_for_renewal(
        certificate, valid_from=term.first, valid_until=term.last, reason=GRANTED, by=by, now=now
    )
