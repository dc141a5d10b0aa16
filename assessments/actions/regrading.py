"""Marking again after a published question turned out to be wrong: planned, looked at, applied, undone.

The plan is made again in the transaction that applies it. Attempts that go on are never touched: they
end by the version they show, and a later plan finds them.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from assessments.actions.results import record_result
from assessments.models import (
    Attempt,
    Incident,
    IncidentRelief,
    ItemVersion,
    Regrade,
    RegradeChange,
)
from assessments.models.marked import Met, changes_of, last_regrades, who_met
from assessments.rules.regrading.applying import may_apply, may_reverse, reversal
from assessments.rules.regrading.correction import Correction, may_name
from assessments.rules.regrading.planning import Change, Plan, may_regrade, plan, summary
from training_site import audit
from training_site.accounts.notices import notify
from training_site.verdict import Refused


@transaction.atomic
def plan_regrade(
    item_version: ItemVersion,
    *,
    mode: str,
    corrected_version: ItemVersion | None = None,
    never_lower: bool = True,
    reason: str,
    by,
    now: datetime,
    incident: Incident | None = None,
    among: Collection[int] | None = None,
) -> Regrade:
    """Keep a dry run: every change it would make. No attempt is touched. `among`: only these."""
    may_name(
        mode,
        named=corrected_version is not None,
        same_item=corrected_version is not None
        and corrected_version.item_id == item_version.item_id,
        published=corrected_version is not None and corrected_version.published_at is not None,
    ).require()
    regrade = Regrade(
        item_version=item_version,
        corrected_version=corrected_version,
        mode=mode,
        never_lower=never_lower,
        reason=reason.strip(),
        incident=incident,
        planned_by=by,
        planned_at=now,
    )
    met = who_met(item_version, among)
    may_regrade(correction_of(regrade), met.attempts, met.answers, reason).require()
    planned = plan(correction_of(regrade), met.attempts, met.answers)
    regrade.save()
    RegradeChange.objects.bulk_create(_row(regrade, change) for change in planned.changes)
    _record("assessments.regrade.planned", regrade, by=by, now=now, values=summary(planned))
    return regrade


@transaction.atomic
def apply_regrade(
    regrade: Regrade, *, by, now: datetime, among: Collection[int] | None = None
) -> Regrade:
    """Make the changes that were shown, all of them; where one would differ now, none."""
    regrade = _locked(regrade, Regrade.State.PLANNED)
    _hold_attempts(regrade.item_version)
    met = who_met(regrade.item_version, among)
    fresh = plan(correction_of(regrade), met.attempts, met.answers)
    may_apply(Plan(changes=tuple(changes_of(regrade))), fresh).require()
    regrade.state, regrade.applied_by, regrade.applied_at = Regrade.State.APPLIED, by, now
    regrade.save(update_fields=["state", "applied_by", "applied_at"])
    _carry_out(regrade, fresh.changes, met, cause="regrade", by=by, now=now)
    _record("assessments.regrade.applied", regrade, by=by, now=now, values=summary(fresh))
    return regrade


@transaction.atomic
def reverse_regrade(regrade: Regrade, *, reason: str, by, now: datetime) -> Regrade:
    """Put every changed attempt back to what it was, if nothing has moved what the regrade set."""
    if not reason.strip():
        raise Refused("regrade_reversal_needs_reason")
    regrade = _locked(regrade, Regrade.State.APPLIED)
    _hold_attempts(regrade.item_version)
    changes = changes_of(regrade)
    met = who_met(regrade.item_version, [change.attempt for change in changes])
    last = last_regrades(list(met.shown))
    may_reverse(regrade.pk, changes, met.attempts, last).require()
    back = reversal(changes, met.attempts)
    regrade.state, regrade.reversed_by, regrade.reversed_at = Regrade.State.REVERSED, by, now
    regrade.reversed_reason = reason.strip()
    regrade.save(update_fields=["state", "reversed_by", "reversed_at", "reversed_reason"])
    _carry_out(regrade, back, met, cause="reversal", by=by, now=now)
    _take_relief_back(regrade, list(met.shown))
    figures = summary(Plan(changes=tuple(back)))
    _record(
        "assessments.regrade.reversed",
        regrade,
        by=by,
        now=now,
        values=figures,
        text=regrade.reversed_reason,
    )
    return regrade


@transaction.atomic
def discard_regrade(regrade: Regrade, *, by, now: datetime) -> Regrade:
    """Set a plan aside; it stays on record as one that was not applied."""
    regrade = _locked(regrade, Regrade.State.PLANNED)
    regrade.state = Regrade.State.DISCARDED
    regrade.save(update_fields=["state"])
    _record("assessments.regrade.discarded", regrade, by=by, now=now, values={})
    return regrade


def correction_of(regrade: Regrade) -> Correction:
    corrected = regrade.corrected_version
    return Correction(regrade.mode, corrected and corrected.wording, regrade.never_lower)


def plan_of(regrade: Regrade, among: Collection[int] | None = None) -> Plan:
    """What the regrade would do now, for a page: its figures, and whom it leaves alone."""
    met = who_met(regrade.item_version, among)
    return plan(correction_of(regrade), met.attempts, met.answers)


def _row(regrade: Regrade, change: Change) -> RegradeChange:
    before, after = change.before, change.after
    return RegradeChange(
        regrade=regrade,
        attempt_id=change.attempt,
        before=before.document(),
        after=after.document(),
        marks_before=before.total,
        marks_after=after.total,
        passed_before=before.passed,
        passed_after=after.passed,
    )


def _locked(regrade: Regrade, state: str) -> Regrade:
    rows = Regrade.objects.select_for_update(of=("self",))
    regrade = rows.select_related("item_version__item", "corrected_version").get(pk=regrade.pk)
    if regrade.state != state:
        raise Refused("regrade_in_another_state", state=regrade.get_state_display())
    return regrade


def _hold_attempts(version: ItemVersion) -> None:
    """In one order, so that two corrections wait for each other; a submission waits as well."""
    met = Attempt.objects.filter(pk__in=version.shown_in.values("attempt"))
    list(met.order_by("pk").select_for_update().values_list("pk"))


def _carry_out(
    regrade: Regrade, changes: Iterable[Change], met: Met, *, cause: str, by, now: datetime
) -> None:
    attempts = Attempt.objects.select_related("assessment", "learner").in_bulk(list(met.shown))
    for change in changes:
        _change(regrade, attempts[change.attempt], change, cause=cause, by=by, now=now)


def _take_relief_back(regrade: Regrade, attempts: list[int]) -> None:
    """Whom the remedy of an incident reached by this regrade, it can reach again."""
    if regrade.incident_id:
        IncidentRelief.objects.filter(incident=regrade.incident_id, attempt__in=attempts).delete()


def _change(
    regrade: Regrade, attempt: Attempt, change: Change, *, cause: str, by, now: datetime
) -> None:
    was_marked = attempt.marks is not None
    items = list(attempt.items.all())
    item = next(item for item in items if item.position == change.position)
    item.marks, item.scored = change.after.marks, change.after.counts
    record_result(
        attempt,
        items,
        cause=cause,
        by=by,
        now=now,
        max_marks=change.after.max_marks,
        pass_marks=change.after.pass_marks,
        regrade=regrade,
    )
    before, after = change.before, change.after
    values = {"before": str(before.total), "after": str(after.total), "passed": after.passed}
    audit.record(
        "assessments.attempt.regraded",
        actor=by,
        target=attempt,
        subject=attempt.learner,
        at=now,
        values=values,
    )
    if was_marked:
        _tell(regrade, attempt, cause, now)


def _tell(regrade: Regrade, attempt: Attempt, cause: str, now: datetime) -> None:
    """Once for the correction and once for taking it back; a result not told yet is no news."""
    url = reverse("attempt_result", args=[attempt.assessment.public_id, attempt.public_id])
    key = f"{regrade.public_id}:{cause}:{attempt.public_id}"
    notify(attempt.learner, "assessments.result_changed", key=key, url=url, at=now)


def _record(
    verb: str, regrade: Regrade, *, by, now: datetime, values: dict, text: str = ""
) -> None:
    what = {
        "version": regrade.item_version.number,
        "item": str(regrade.item_version.item.public_id),
        "mode": regrade.mode,
        "never_lower": regrade.never_lower,
    }
    audit.record(
        verb, actor=by, target=regrade, at=now, values=what | values, text=text or regrade.reason
    )
