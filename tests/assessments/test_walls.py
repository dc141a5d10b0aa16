"""The last walls: what no action does, the database refuses on both engines."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import ProtectedError

from assessments.models import (
    Accommodation,
    Attempt,
    AttemptItem,
    FormItem,
    Grant,
    ItemVersion,
    Response,
    Result,
    TimeChange,
)
from tests.factories.accounts import a_trainee
from tests.factories.assessments import a_learner, an_assessment, an_attempt, an_ended_attempt

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def refused(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()


@pytest.mark.parametrize(
    "change",
    [
        {"stem": "Other words"},
        {"options": []},
        {"kind": "multiple"},
        {"scoring": "by_feeling"},
        {"number": 7},
        {"content_hash": "0"},
        {"published_at": None},
    ],
)
def test_a_published_version_is_never_edited(change):
    an_assessment()

    refused(lambda: ItemVersion.objects.update(**change))


def test_a_published_version_is_never_deleted_but_may_retire():
    an_assessment()

    refused(lambda: ItemVersion.objects.all()._raw_delete("default"))
    assert ItemVersion.objects.update(state="retired") == 12


def test_a_draft_may_be_edited_and_deleted(now):
    an_assessment()
    item = ItemVersion.objects.first().item
    draft = ItemVersion.objects.create(
        item=item, number=2, kind="single", stem="A draft", options=[], written_at=now
    )

    draft.stem = "A better draft"
    draft.save()
    draft.delete()

    assert item.versions.count() == 1


def test_an_item_has_one_live_version(now):
    an_assessment()
    version = ItemVersion.objects.first()
    version.pk, version.number = None, 2

    refused(version.save)


def test_a_form_is_frozen(now):
    an_attempt(now=now)

    refused(lambda: FormItem.objects.update(position=9))
    refused(lambda: FormItem.objects.all()._raw_delete("default"))


def test_marks_stay_within_reach(now):
    assessment = an_assessment()
    an_ended_attempt(assessment, a_learner(assessment), right=3, now=now)

    refused(lambda: Attempt.objects.update(marks=4))


@pytest.mark.parametrize(
    "change", [{"passed": False}, {"marks": 1}, {"marks": None}, {"state": "in_progress"}]
)
def test_a_pass_and_its_marks_agree(now, change):
    assessment = an_assessment()
    an_ended_attempt(assessment, a_learner(assessment), right=3, now=now)

    refused(lambda: Attempt.objects.update(**change))


@pytest.mark.parametrize(
    "change", [{"marks": 2}, {"max_marks": 5}, {"number": 7}, {"state": "closed"}]
)
def test_an_ended_attempt_never_changes(now, change):
    assessment = an_assessment()
    an_ended_attempt(assessment, a_learner(assessment), right=3, now=now)

    with pytest.raises(DatabaseError, match="an ended attempt is never changed"):
        Attempt.objects.update(**change)


def test_ended_attempts_are_kept(now):
    assessment = an_assessment()
    attempt = an_ended_attempt(assessment, a_learner(assessment), right=0, now=now)

    refused(lambda: Attempt.objects.filter(pk=attempt.pk)._raw_delete("default"))
    with pytest.raises(ProtectedError):
        attempt.learner.delete()


def test_one_attempt_is_open_and_each_number_is_given_once(now):
    attempt = an_attempt(now=now)

    refused(lambda: _copy(attempt, number=2))
    refused(lambda: _copy(attempt, state="submitted", submitted_at=now, marks=0, passed=False))


def _copy(attempt, **changes):
    fields = ("learner", "assessment", "form", "number", "started_at", "pass_marks", "max_marks")
    kept = {name: getattr(attempt, name) for name in fields}
    return Attempt.objects.create(**kept | changes)


@pytest.mark.parametrize("giver", ["nobody", "herself"])
def test_an_extra_attempt_is_given_by_somebody_else(now, giver):
    learner = a_trainee()
    given_by = learner if giver == "herself" else None

    refused(
        lambda: Grant.objects.create(
            assessment=an_assessment(),
            learner=learner,
            opens=now,
            extra_attempts=1,
            reason="Please",
            given_by=given_by,
            given_at=now,
        )
    )


def test_an_extra_attempt_has_a_reason(now):
    refused(
        lambda: Grant.objects.create(
            assessment=an_assessment(),
            learner=a_trainee(),
            opens=now,
            extra_attempts=1,
            given_by=a_trainee(),
            given_at=now,
        )
    )


def test_an_ended_attempt_says_what_its_newest_result_says(now):
    """Raw SQL can't lift a mark; a further result row can, as a regrade writes one."""
    assessment = an_assessment()
    attempt = an_ended_attempt(assessment, a_learner(assessment), right=1, now=now)
    figures = {"max_marks": 3, "pass_marks": 2, "marks": 3, "passed": True}

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Attempt.objects.filter(pk=attempt.pk).update(marks=3, passed=True)
    Result.objects.create(attempt=attempt, number=2, cause="regrade", at=now, **figures)

    assert Attempt.objects.filter(pk=attempt.pk).update(**figures) == 1


def test_an_attempt_is_reopened_only_beside_a_reason(now):
    assessment = an_assessment()
    attempt = an_ended_attempt(assessment, a_learner(assessment), right=1, now=now)
    again = {"state": "in_progress", "submitted_at": None, "marks": None, "passed": None}

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Attempt.objects.filter(pk=attempt.pk).update(reopened=1, **again)
    TimeChange.objects.create(
        attempt=attempt, kind="reopened", minutes=10, reason="Power cut", by=a_trainee(), at=now
    )

    assert Attempt.objects.filter(pk=attempt.pk).update(reopened=1, **again) == 1


@pytest.mark.lesson(27)
@pytest.mark.parametrize(
    "rows",
    [
        lambda: Response.objects.update(answer=["a"]),
        lambda: Response.objects.all()._raw_delete("default"),
        lambda: AttemptItem.objects.update(layout=["a"]),
        lambda: Result.objects.update(marks=3),
        lambda: Result.objects.all()._raw_delete("default"),
    ],
)
def test_what_was_answered_and_marked_stays(now, rows):
    assessment = an_assessment()
    an_ended_attempt(assessment, a_learner(assessment), right=1, now=now)

    refused(rows)


def test_a_running_attempt_may_be_answered(now):
    an_attempt(now=now)

    assert Response.objects.update(answer=["a"]) == 3


@pytest.mark.parametrize(
    "amount",
    [{"factor": 1}, {"factor": 5}, {"minutes": 0}, {"minutes": 601}, {"factor": 2, "minutes": 5}],
)
def test_an_accommodation_is_a_factor_or_minutes_within_bounds(now, amount):
    learner, giver = a_trainee(), a_trainee()

    refused(
        lambda: Accommodation.objects.create(
            learner=learner, reason="Private", given_by=giver, given_at=now, **amount
        )
    )
