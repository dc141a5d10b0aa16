"""What becomes of each person: decided one by one, with reasons, by somebody else."""

from datetime import date, datetime

from django.db import transaction

from certification.credentials.actions import suspend, withdraw
from certification.credentials.models import CertificateEvent
from certification.decisions.actions import note_changed_evidence
from certification.recalls.models import RecallItem
from certification.recalls.models.recalls import RecallOutcome
from certification.recalls.people import is_decider, is_staff, staff_for
from certification.recalls.rules.outcomes import may_decide
from certification.recalls.standing import case_now, in_conflict, still_missing
from training_site import audit
from training_site.accounts.models import User
from training_site.accounts.notices import notify
from training_site.content.civil import civil_date
from training_site.verdict import Refused

CHANGES = {RecallOutcome.SUSPENDED: suspend, RecallOutcome.WITHDRAWN: withdraw}


@transaction.atomic
def decide_item(
    item: RecallItem,
    *,
    outcome: str,
    text: str,
    by: User,
    now: datetime,
    due_on: date | None = None,
) -> RecallItem:
    """A certificate is suspended or withdrawn by its own action, an application goes back to its
    reviewers by theirs; the item keeps which."""
    item = _locked(item)
    if not is_staff(by):
        raise Refused("role_missing")
    may_decide(
        outcome,
        case_now(item).touched(loses=bool(item.missing)),
        own=item.person_id == by.pk,
        is_supervisor=item.recall.supervisor_id == by.pk,
        in_conflict=in_conflict(item, by, now),
        decided=bool(item.outcome),
        is_decider=is_decider(by),
        text=text,
        due_on=due_on,
        today=civil_date(now),
    ).require()
    if outcome in CHANGES:
        item.event = _changed(item, outcome, text, by, now)
    elif outcome == RecallOutcome.REOPENED:
        note_changed_evidence(item.application, by=by, now=now)
    item.outcome, item.text = outcome, text.strip()
    item.due_on = due_on if outcome == RecallOutcome.MADE_UP else None
    item.decided_by, item.decided_at = by, now
    item.save(update_fields=["outcome", "text", "due_on", "event", "decided_by", "decided_at"])
    _record(item, by, now)
    _tell(item.person, "certification.recall_decided", item, now)
    return item


def decide_untouched(recall, *, by: User, now: datetime) -> int:
    """“Stands” for everybody who loses nothing by it; whoever is not this person's to decide waits."""
    decided = 0
    for item in recall.items.waiting().filter(missing=[]).order_by("pk"):
        try:
            decide_item(item, outcome=RecallOutcome.STANDS, text="", by=by, now=now)
        except Refused:
            continue
        decided += 1
    return decided


def tell_overdue(now: datetime) -> int:
    """Staff are told once of hours that were to be made up by a day, and are not."""
    due = RecallItem.objects.to_make_up().filter(due_on__lt=civil_date(now)).with_case()
    late = [one for one in due if still_missing(one, now)]
    for item in late:
        for person in staff_for(item.recall, but=item):
            _tell(person, "certification.recall_overdue", item, now, key=item.due_on.isoformat())
    return len(late)


def _locked(item: RecallItem) -> RecallItem:
    rows = RecallItem.objects.select_for_update(of=("self",))
    return rows.with_case().get(pk=item.pk)


def _changed(item: RecallItem, outcome: str, text: str, by: User, now: datetime):
    row = CHANGES[outcome](item.certificate, reason=text, by=by, now=now)
    return CertificateEvent.objects.filter(certificate=row).order_by("pk").last()


def _tell(person: User, event: str, item: RecallItem, now: datetime, *, key: str = "") -> None:
    own = person.pk == item.person_id
    place = "certification/recalls" if own else "admin/certification/recalls/people"
    key, url = f"{item.public_id}:{key}", f"/{place}/{item.public_id}/"
    notify(person, event, key=key, url=url, at=now)


def _record(item: RecallItem, by: User, now: datetime) -> None:
    values = {"outcome": str(item.outcome)}
    if item.due_on:
        values["due"] = item.due_on.isoformat()
    audit.record(
        "certification.recall.decided",
        actor=by,
        target=item,
        subject=item.person,
        at=now,
        values=values,
        text=item.text,
    )
