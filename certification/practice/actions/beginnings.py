"""Opening balances: what an intern brings along, on the word of two people."""

from datetime import date, datetime

from django.db import transaction

from certification.practice.models import FactsVersion, OpeningBalance
from certification.practice.rules.beginnings import may_attest, may_confirm, may_withdraw
from training_site import audit
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date


@transaction.atomic
def attest_balance(
    intern,
    *,
    category: str,
    minutes: int,
    first_day: date,
    last_day: date,
    modality: str,
    evidence: str,
    by,
    now: datetime,
    case_label: str = "",
    closure: str = "",
) -> OpeningBalance:
    """From evidence that this person has seen. It counts once another one has seen it too."""
    FactsVersion.objects.bump(intern)
    may_attest(
        own=by.pk == intern.pk,
        first=first_day,
        last=last_day,
        today=civil_date(now),
        minutes=minutes,
    ).require()
    balance = OpeningBalance.objects.create(
        intern=intern,
        category=category,
        minutes=minutes,
        first_day=first_day,
        last_day=last_day,
        modality=modality,
        case_label=case_label,
        closure=closure,
        evidence=evidence,
        attested_by=by,
        attested_at=now,
    )
    _record("certification.balance.attested", balance, by, now)
    return balance


@transaction.atomic
def confirm_balance(balance: OpeningBalance, *, by, now: datetime) -> OpeningBalance:
    """The second person; from now on the minutes count, and the intern is told."""
    balance = _locked(balance)
    may_confirm(
        own=balance.intern_id == by.pk,
        attested_it=balance.attested_by_id == by.pk,
        confirmed=balance.confirmed_at is not None,
        withdrawn=balance.withdrawn_at is not None,
    ).require()
    balance.confirmed_by, balance.confirmed_at = by, now
    balance.save(update_fields=["confirmed_by", "confirmed_at"])
    _record("certification.balance.confirmed", balance, by, now)
    _tell(balance, "confirmed", now)
    return balance


@transaction.atomic
def withdraw_balance(balance: OpeningBalance, *, by, now: datetime) -> OpeningBalance:
    """It stays on the record and counts no more. The intern is told where it had counted."""
    balance = _locked(balance)
    may_withdraw(
        own=balance.intern_id == by.pk, withdrawn=balance.withdrawn_at is not None
    ).require()
    balance.withdrawn_by, balance.withdrawn_at = by, now
    balance.save(update_fields=["withdrawn_by", "withdrawn_at"])
    _record("certification.balance.withdrawn", balance, by, now)
    if balance.confirmed_at:
        _tell(balance, "withdrawn", now)
    return balance


def _locked(balance: OpeningBalance) -> OpeningBalance:
    FactsVersion.objects.bump(balance.intern)
    return OpeningBalance.objects.select_related("intern").get(pk=balance.pk)


def _record(verb: str, balance: OpeningBalance, by, now: datetime) -> None:
    values = {"category": balance.category, "minutes": str(balance.minutes)}
    audit.record(verb, actor=by, target=balance, subject=balance.intern, at=now, values=values)


def _tell(balance: OpeningBalance, what: str, now: datetime) -> None:
    key = f"{balance.public_id}:{what}"
    notify(balance.intern, "certification.recognised", key=key, url="/certification/path/", at=now)
