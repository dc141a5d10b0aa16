"""A new version of a rubric, and what becomes of the markings made by those before: all or none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from assessments.actions.marking import fresh, moved_to, settle, take_back
from assessments.models import Attempt, AttemptItem, Item, Marking, RubricVersion
from assessments.models.scripts import Given, rules_of, script_of, scripts
from assessments.rules.kinds import kind_of
from assessments.rules.kinds.base import Kind
from assessments.rules.marking.rescoring import Affected, affected_by
from assessments.rules.marking.rubric import Rubric, may_publish_rubric, rubric_of
from training_site import audit
from training_site.audit.canonical import content_hash
from training_site.verdict import Refused

Criteria = list[dict[str, Any]]


@dataclass(frozen=True)
class Written:
    """The new version, and the markings that it concerns. `afresh` wait for a marker again if `moved`."""

    version: RubricVersion
    affected: Affected
    moved: bool

    @property
    def afresh(self) -> list[Marking]:
        return [given.row for given in self.affected.afresh] if self.moved else []


@transaction.atomic
def write_rubric(
    item: Item,
    criteria: Iterable[Mapping[str, Any]],
    *,
    rescore: bool | None = None,
    by,
    now: datetime,
) -> Written:
    """The next version of an item's rubric.

    `rescore` answers "rescore N marked?": True moves every marking that stands to this version, and
    withdraws those that must be made afresh; False leaves every one with the version it was made by.
    None is no answer, and is refused where there is something to ask.
    """
    item = Item.objects.select_for_update().get(pk=item.pk)
    criteria = tidied(criteria)
    newest = item.rubrics.order_by("number").last()
    rubric = rubric_of(criteria, next_number(newest))
    require_writable(item, criteria, newest)
    attempts = _lock_attempts(item)
    affected = effect_of(item, rubric)
    if affected.number and rescore is None:
        raise Refused("rescore_or_leave", number=affected.number)
    version = _add(item, criteria, rubric, by=by, now=now)
    moved = bool(rescore and affected.number)
    if moved:
        _move(version, affected, attempts, by=by, now=now)
    _record(version, affected, moved, by=by, now=now)
    return Written(version, affected, moved)


def require_writable(item: Item, criteria: Criteria, newest: RubricVersion | None) -> None:
    """Raises Refused where two markers could not use it alike, or where it changes nothing."""
    rubric = rubric_of(criteria)
    worth = sorted({version.marks for version in item.versions.order_by("-number")})
    fits = rubric.marks in worth
    may_publish_rubric(rubric, rubric.marks if fits else item.newest.marks).require()
    if newest and newest.content_hash == hash_of(criteria):
        raise Refused("rubric_unchanged")


def effect_of(item: Item, rubric: Rubric) -> Affected:
    """What this version would do to the markings that stand: the dry run. Nothing is written.

    Only answers to a wording that is worth as much are concerned.
    """
    answers = scripts().filter(item_version__item=item, item_version__marks=rubric.marks)
    given = [one for answer in answers.order_by("pk") for one in script_of(answer).markings]
    effects = [
        affected_by(rules_of(old), rubric, given)
        for old in item.rubrics.order_by("number")
        if old.number != rubric.version
    ]
    return Affected(
        tuple(one for effect in effects for one in effect.rescored),
        tuple(one for effect in effects for one in effect.afresh),
    )


def tidied(criteria: Iterable[Mapping[str, Any]]) -> Criteria:
    """As an essay's body holds them: texts without spaces around them, marks whole or as text."""
    entry = {"kind": Kind.ESSAY, "body": {"rubric": list(criteria)}}
    return kind_of(Kind.ESSAY).stored(entry)["body"]["rubric"]


def next_number(newest: RubricVersion | None) -> int:
    return newest.number + 1 if newest else 1


def hash_of(criteria: Criteria) -> str:
    return content_hash({"criteria": criteria})


def _lock_attempts(item: Item) -> dict[int, Attempt]:
    """Those with a marking of this item that stands, in one order for everybody."""
    marked = Marking.objects.standing().filter(attempt_item__item_version__item=item)
    attempts = Attempt.objects.filter(pk__in=marked.values("attempt_item__attempt"))
    locked = attempts.select_related("assessment", "learner").select_for_update(of=("self",))
    return {attempt.pk: attempt for attempt in locked.order_by("pk")}


def _add(item: Item, criteria: Criteria, rubric: Rubric, *, by, now: datetime) -> RubricVersion:
    return RubricVersion.objects.create(
        item=item,
        number=rubric.version,
        criteria=criteria,
        content_hash=hash_of(criteria),
        written_by=by,
        written_at=now,
    )


def _move(version: RubricVersion, affected: Affected, attempts: dict, *, by, now: datetime) -> None:
    """Every marking first, then what each answer comes to: its markings belong together."""
    answers = {
        given.row.attempt_item_id: given.row.attempt_item
        for given in (*(one.before for one in affected.rescored), *affected.afresh)
    }
    before: dict[int, AttemptItem] = {
        pk: fresh(attempts[answer.attempt_id], pk) for pk, answer in answers.items()
    }
    reason = moved_to(version)
    for given in affected.afresh:
        take_back(given.row, reason, by=by, now=now)
    for one in affected.rescored:
        take_back(one.before.row, reason, by=by, now=now)
        _rescored(one.before, one.after.marks, version)
    for answer in before.values():
        settle(attempts[answer.attempt_id], answer, by=by, now=now)


def _rescored(before: Given, marks, version: RubricVersion) -> Marking:
    """The same judgement of the same person at the same time, in the marks of the new version."""
    return Marking.objects.create(
        attempt_item=before.row.attempt_item,
        part=before.part,
        marker_id=before.row.marker_id,
        rubric=version,
        levels=before.scoring,
        marks=marks,
        comment=before.row.comment,
        at=before.row.at,
    )


def _record(version: RubricVersion, affected: Affected, moved: bool, *, by, now: datetime) -> None:
    values = {
        "version": version.number,
        "content": version.content_hash,
        "markings": affected.number,
        "moved": moved,
    }
    if moved:
        values |= {"changed": len(affected.changed), "afresh": len(affected.afresh)}
    audit.record("assessments.rubric.written", actor=by, target=version.item, at=now, values=values)
