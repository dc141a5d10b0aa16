"""Claiming continuing education, and the registrar's answer. An answered claim never changes."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from certification.renewals.claims import Activity, fingerprint
from certification.renewals.models import CEActivity
from certification.renewals.models.education import CEState
from certification.renewals.people import require_role
from certification.renewals.rules.education import (
    may_answer,
    may_change,
    may_claim,
    may_decline,
)
from certification.renewals.rules.renewing import may_log
from certification.renewals.standing import certificates_of, renewing
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.accounts.roles import Role
from training_site.content.civil import civil_date
from training_site.verdict import Refused

LOG = "/certification/education/"


@transaction.atomic
def claim(certificant: User, activity: Activity, *, by: User, now: datetime) -> CEActivity:
    """Something was done. It counts once a registrar has seen its document; sent twice it is one."""
    _own(certificant, by)
    User.objects.select_for_update(no_key=True).get(pk=certificant.pk)
    _require_claimable(certificant, activity, now)
    row = CEActivity.objects.create(certificant=certificant, claimed_at=now, **activity._asdict())
    _record("certification.education.claimed", row, by, now)
    return row


@transaction.atomic
def change_claim(row: CEActivity, activity: Activity, *, by: User, now: datetime) -> CEActivity:
    """While it waits; whoever looked at it before sees that it is another now."""
    row = _locked(row)
    may_change(is_own=row.certificant_id == by.pk, answered=row.state != CEState.CLAIMED).require()
    _require_claimable(row.certificant, activity, now, besides=row)
    for name, value in activity._asdict().items():
        setattr(row, name, value)
    row.save(update_fields=[*activity._fields])
    _record("certification.education.changed", row, by, now)
    return row


@transaction.atomic
def take_back_claim(row: CEActivity, *, by: User, now: datetime) -> CEActivity:
    row = _locked(row)
    may_change(is_own=row.certificant_id == by.pk, answered=row.state != CEState.CLAIMED).require()
    row.state = CEState.TAKEN_BACK
    row.save(update_fields=["state"])
    _record("certification.education.taken_back", row, by, now)
    return row


class Accepted(NamedTuple):
    """Those that count now, and how many were left because they were not as they had been seen."""

    rows: list[CEActivity]
    left: int


@transaction.atomic
def accept(seen: Mapping[UUID, str], *, how_seen: str, by: User, now: datetime) -> Accepted:
    """Their documents were seen. `seen`: by id, the fingerprint of what stood on the page.

    What was changed, answered or taken back meanwhile is left as it is, the others count.
    """
    require_role(by, Role.REGISTRAR)
    if not how_seen:
        raise Refused("say_how_seen")
    rows = CEActivity.objects.select_for_update().filter(public_id__in=seen)
    accepted = []
    for row in rows.order_by("pk"):
        able = may_answer(is_own=row.certificant_id == by.pk, waiting=row.state == CEState.CLAIMED)
        if able and fingerprint(row) == seen[row.public_id]:
            accepted.append(_answer(row, CEState.ACCEPTED, by, now, how_seen=how_seen))
    for person in {row.certificant for row in accepted}:
        _tell(person, f"{by.pk}", now)
    return Accepted(accepted, len(seen) - len(accepted))


@transaction.atomic
def decline(row: CEActivity, *, reason: str, by: User, now: datetime) -> CEActivity:
    """It does not count; its claimant reads why and can claim anew."""
    require_role(by, Role.REGISTRAR)
    row = _locked(row)
    waiting = row.state == CEState.CLAIMED
    may_answer(is_own=row.certificant_id == by.pk, waiting=waiting).require()
    may_decline(reason).require()
    row = _answer(row, CEState.DECLINED, by, now, answer=reason.strip())
    _tell(row.certificant, str(row.public_id), now)
    return row


def _require_claimable(
    certificant: User, activity: Activity, now: datetime, *, besides: CEActivity | None = None
) -> None:
    certificates = certificates_of(certificant)
    if not certificates:
        raise Refused("no_certificate_to_renew")
    one = renewing(certificates[0], now)
    may_log(one.certificate.standing, one.window).require()
    same = CEActivity.objects.of(certificant).filter(**activity._asdict())
    same = same.filter(state__in=[CEState.CLAIMED, CEState.ACCEPTED])
    may_claim(
        day=activity.date,
        today=civil_date(now),
        first=one.certificate.valid_from,
        minutes=activity.minutes,
        claimed_already=same.exclude(pk=besides and besides.pk).exists(),
    ).require()


def _answer(row: CEActivity, state: CEState, by: User, now: datetime, **said) -> CEActivity:
    row.state, row.answered_by, row.answered_at = state, by, now
    for name, value in said.items():
        setattr(row, name, value)
    row.save(update_fields=["state", "answered_by", "answered_at", *said])
    verbs = {
        CEState.ACCEPTED: "certification.education.accepted",
        CEState.DECLINED: "certification.education.declined",
    }
    _record(verbs[state], row, by, now, text=said.get("answer", ""))
    return row


def _locked(row: CEActivity) -> CEActivity:
    locked = CEActivity.objects.select_for_update(of=("self",)).select_related("certificant")
    return locked.get(pk=row.pk)


def _own(certificant: User, by: User) -> None:
    if certificant.pk != by.pk:
        raise Refused("own_education_only")


def _record(verb: str, row: CEActivity, by: User, now: datetime, *, text: str = "") -> None:
    values = {"category": row.category, "minutes": row.minutes}
    audit.record(
        verb, actor=by, target=row, subject=row.certificant, at=now, values=values, text=text
    )


def _tell(person: User, key: str, now: datetime) -> None:
    key = f"{key}:{now.isoformat()}"
    notify(person, "certification.education_answered", key=key, url=LOG, at=now)
