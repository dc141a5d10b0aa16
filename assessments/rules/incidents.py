"""A disturbance of sittings, and one remedy for everybody whom it touched.

Nobody picks: whoever sat during the disturbance is affected, and gets exactly the same as the others.
Whoever a remedy can't reach is named with the reason, so that staff see whom they have yet to help.
Doing it again reaches only those whom it could not reach before.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from training_site.verdict import YES, Verdict, no

Key = Hashable


class Remedies:
    TIME_BACK = "time_back"
    EXTRA_ATTEMPT = "extra_attempt"
    DROP_ITEM = "drop_item"

    ALL = (TIME_BACK, EXTRA_ATTEMPT, DROP_ITEM)


@dataclass(frozen=True)
class Remedy:
    """What each of the affected gets. `minutes` belong to time back, `item` to a dropped item."""

    kind: str
    minutes: int | None = None
    item: Key = None


@dataclass(frozen=True)
class Sitting:
    """One attempt as an incident meets it. `ended_at` is None while it goes on.

    `result_seen`: its learner has been shown marks or answers, so it can't be gone on with.
    """

    attempt: Key
    started_at: datetime
    ends_at: datetime | None = None
    ended_at: datetime | None = None
    passed: bool = False
    result_seen: bool = False
    items: Collection[Key] = frozenset()


@dataclass(frozen=True)
class Relief:
    """Every affected attempt, in exactly one of three places."""

    due: Sequence[Key] = ()
    given: Sequence[Key] = ()
    out_of_reach: Mapping[Key, Verdict] = field(default_factory=dict)


def may_record(began: datetime, ended: datetime, now: datetime) -> Verdict:
    """An incident lasted for a while, and is over when it is recorded."""
    if ended <= began:
        return no("incident_ends_before_it_began")
    if ended > now:
        return no("incident_not_over", ended=ended)
    return YES


def may_describe(title: str) -> Verdict:
    """Something to call it by: learners' extra attempts and the record carry these words."""
    return YES if title.strip() else no("incident_needs_title")


def may_make_good(*, own: bool, granted: bool, passed: bool) -> Verdict:
    """An attempt more because one was spoilt: also for whoever has attempts left, as no fault was theirs."""
    if own:
        return no("extra_attempt_not_for_oneself")
    if not granted:
        return no("assessment_not_granted")
    return no("remedy_passed_already") if passed else YES


def affected(sittings: Iterable[Sitting], began: datetime, ended: datetime) -> Sequence[Sitting]:
    """Those that were going on at some instant of the incident; ends count to neither side.

    An attempt goes on until it was handed in or closed, else until its time is up.
    """
    return tuple(
        sitting
        for sitting in sittings
        if sitting.started_at < ended and not _over_by(sitting, began)
    )


def _over_by(sitting: Sitting, moment: datetime) -> bool:
    end = sitting.ended_at or sitting.ends_at
    return end is not None and end <= moment


def may_offer(remedy: Remedy) -> Verdict:
    """Whether the remedy says all that it needs, and nothing else."""
    if remedy.kind not in Remedies.ALL:
        return no("remedy_unknown", remedy=remedy.kind)
    if remedy.kind == Remedies.TIME_BACK:
        return YES if (remedy.minutes or 0) >= 1 else no("remedy_needs_minutes")
    if remedy.kind == Remedies.DROP_ITEM:
        return YES if remedy.item is not None else no("remedy_needs_item")
    return YES


def may_remedy(remedy: Remedy, sitting: Sitting) -> Verdict:
    """Whether the remedy can reach this attempt now.

    Time is added to an attempt that goes on; one that has ended is reopened for as long. A question is
    dropped from ended attempts, so one that goes on gets it when the remedy is applied again.
    """
    if remedy.kind == Remedies.DROP_ITEM:
        return _may_drop(remedy, sitting)
    if sitting.passed:
        return no("remedy_passed_already")
    if remedy.kind == Remedies.TIME_BACK:
        return _may_give_time(sitting)
    return YES


def _may_drop(remedy: Remedy, sitting: Sitting) -> Verdict:
    if remedy.item not in sitting.items:
        return no("remedy_item_not_met")
    return YES if sitting.ended_at else no("remedy_waits_for_the_end")


def _may_give_time(sitting: Sitting) -> Verdict:
    if sitting.ends_at is None:
        return no("remedy_no_time_limit")
    if sitting.result_seen:
        return no("remedy_result_seen")
    return YES


def relief(
    remedy: Remedy,
    sittings: Iterable[Sitting],
    began: datetime,
    ended: datetime,
    given: Collection[Key] = frozenset(),
) -> Relief:
    """What applying the remedy now would do. `given`: attempts that this incident's remedy reached."""
    touched = affected(sittings, began, ended)
    left = [sitting for sitting in touched if sitting.attempt not in given]
    verdicts = {sitting.attempt: may_remedy(remedy, sitting) for sitting in left}
    return Relief(
        due=tuple(key for key, verdict in verdicts.items() if verdict),
        given=tuple(sitting.attempt for sitting in touched if sitting.attempt in given),
        out_of_reach={key: verdict for key, verdict in verdicts.items() if not verdict},
    )


def may_apply(remedy: Remedy, planned: Relief) -> Verdict:
    """A whole remedy that reaches somebody who does not have it yet."""
    verdict = may_offer(remedy)
    if not verdict:
        return verdict
    if planned.due:
        return YES
    if planned.given:
        return no("remedy_given_already")
    return no("remedy_reaches_nobody", left=len(planned.out_of_reach))
