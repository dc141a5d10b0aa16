"""A rubric in versions: whether the markings by the one before move, and that all do or none."""

from decimal import Decimal

import pytest

from assessments.actions.rubrics import effect_of, tidied, write_rubric
from assessments.models import Attempt, Item, Marking
from assessments.models.scripts import rules_of
from assessments.rules.marking.rubric import marks_of_scoring, rubric_of
from tests.assessments.marking.test_marking import refused
from tests.factories.assessments import an_assessment, an_entry
from tests.factories.marking import (
    BEST,
    MIDDLE,
    WORST,
    a_marker,
    a_marking,
    a_moderation,
    a_written_answer,
    a_written_assessment,
    criteria_of,
    rubric_of_answer,
)
from training_site.audit.models import AuditEvent

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


@pytest.fixture
def assessment():
    return a_written_assessment()


def middle_at(item, marks):
    """The newest rubric, its middle levels worth something else."""
    criteria = criteria_of(item)
    for criterion in criteria:
        criterion["levels"][1]["marks"] = marks
    return criteria


def essay():
    return Item.objects.get(ref="essay-0")


@pytest.mark.lesson(32)
def test_every_marking_moves_and_every_total_follows(assessment, now):
    answers = [a_written_answer(assessment, now=now) for _ in range(3)]
    markings = [
        a_marking(answer, levels, now=now)
        for answer, levels in zip(answers, (BEST, MIDDLE, WORST), strict=True)
    ]

    written = write_rubric(essay(), middle_at(essay(), 1), rescore=True, by=a_marker(), now=now)

    assert (written.version.number, written.affected.number) == (2, 3)
    assert [one.difference for one in written.affected.changed] == [Decimal(-2)]
    attempts = [Attempt.objects.get(pk=answer.attempt_id) for answer in answers]
    assert [attempt.marks for attempt in attempts] == [7, 3, 1]
    assert [attempt.passed for attempt in attempts] == [True, True, False]
    standing = Marking.objects.standing().order_by("attempt_item")
    assert {one.rubric for one in standing} == {written.version}
    for old, new in zip(markings, standing, strict=True):
        assert (new.marker, new.at, new.part) == (old.marker, old.at, old.part)
        assert new.marks == marks_of_scoring(rules_of(new.rubric), new.levels)
    assert Marking.objects.exclude(withdrawn_at=None).count() == 3


@pytest.mark.lesson(32)
def test_or_none_moves_and_a_second_marker_uses_what_the_first_used(now):
    assessment = a_written_assessment(second=True)
    answer, fresh = (a_written_answer(assessment, now=now) for _ in range(2))
    first = a_marking(answer, MIDDLE, now=now)
    old = first.rubric

    written = write_rubric(essay(), middle_at(essay(), 1), rescore=False, by=a_marker(), now=now)

    assert not written.moved
    assert list(Marking.objects.all()) == [first]
    assert rubric_of_answer(answer) == old
    assert rubric_of_answer(fresh) == written.version
    refused("marking_by_another_rubric", a_marking, answer, rubric=written.version, now=now)
    refused("marking_by_another_rubric", a_marking, fresh, rubric=old, now=now)
    assert a_marking(answer, MIDDLE, now=now).marks == 4


@pytest.mark.lesson(32)
def test_what_the_new_version_cannot_score_is_withdrawn_and_listed(assessment, now):
    answer = a_written_answer(assessment, now=now)
    marking = a_marking(answer, now=now)
    criteria = criteria_of(essay())
    criteria[0]["levels"].insert(1, {"marks": 1, "text": "Feels that it means something."})

    written = write_rubric(essay(), criteria, rescore=True, by=a_marker(), now=now)

    assert written.afresh == [marking]
    marking.refresh_from_db()
    assert "version 2" in marking.withdrawn_reason
    assert Attempt.objects.get(pk=answer.attempt_id).awaits_marking
    again = a_marking(answer, {"Boundaries": 1, "The triad": 2}, by=marking.marker, now=now)
    assert again.marks == 4


@pytest.mark.lesson(32)
def test_the_question_must_be_answered_where_there_is_one(assessment, now):
    a_marking(a_written_answer(assessment, now=now), now=now)

    refused(
        "rescore_or_leave", write_rubric, essay(), middle_at(essay(), 1), by=a_marker(), now=now
    )

    assert essay().rubrics.count() == 1


def test_markers_brought_apart_by_the_new_version_wait_for_a_moderator(now):
    assessment = a_written_assessment(second=True, tolerance="2")
    answer = a_written_answer(assessment, now=now)
    for levels in (BEST, MIDDLE):
        a_marking(answer, levels, now=now)

    write_rubric(essay(), middle_at(essay(), 1), rescore=True, by=a_marker(), now=now)

    attempt = Attempt.objects.get(pk=answer.attempt_id)
    assert attempt.awaits_marking
    a_moderation(answer, BEST, now=now)
    attempt.refresh_from_db()
    assert attempt.marks == 7


def test_a_moderation_moves_with_the_two_that_it_judged(now):
    answer = a_written_answer(a_written_assessment(second=True), now=now)
    for levels in (BEST, WORST):
        a_marking(answer, levels, now=now)
    a_moderation(answer, MIDDLE, now=now)

    write_rubric(essay(), middle_at(essay(), 1), rescore=True, by=a_marker(), now=now)

    answer.refresh_from_db()
    assert answer.marks == 2


def test_moved_marks_equal_those_of_somebody_who_scores_alike_by_the_new_version(assessment, now):
    moved, kept = (a_written_answer(assessment, now=now) for _ in range(2))
    a_marking(moved, MIDDLE, now=now)
    write_rubric(essay(), middle_at(essay(), 1), rescore=True, by=a_marker(), now=now)

    a_marking(kept, MIDDLE, now=now)

    moved.refresh_from_db()
    kept.refresh_from_db()
    assert moved.marks == kept.marks == 2


def test_the_dry_run_tells_the_effect_and_writes_nothing(assessment, now):
    a_marking(a_written_answer(assessment, now=now), MIDDLE, now=now)

    effect = effect_of(essay(), rubric_of(tidied(middle_at(essay(), 1)), 2))

    assert (effect.number, [one.difference for one in effect.changed]) == (1, [-2])
    assert essay().rubrics.count() == Marking.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda criteria: criteria, "rubric_unchanged"),
        (lambda criteria: criteria[:1], "rubric_total_differs"),
        (lambda criteria: [], "rubric_needs_criteria"),
        (lambda criteria: [criteria[0], criteria[0]], "rubric_criteria_alike"),
    ],
)
def test_a_version_that_markers_cannot_use_is_refused(assessment, now, change, reason):
    criteria = change(criteria_of(essay()))

    refused(reason, write_rubric, essay(), criteria, rescore=True, by=a_marker(), now=now)

    assert essay().rubrics.count() == 1
    assert not AuditEvent.objects.filter(verb="assessments.rubric.written").exists()


def test_a_new_version_is_recorded_with_what_it_moved(assessment, now):
    a_marking(a_written_answer(assessment, now=now), now=now)
    by = a_marker()

    write_rubric(essay(), middle_at(essay(), 1), rescore=True, by=by, now=now)

    event = AuditEvent.objects.get(verb="assessments.rubric.written")
    assert event.target_id == essay().public_id


@pytest.mark.lesson(34)
def test_other_marks_of_a_question_do_not_reach_what_was_answered_before(assessment, now):
    """A rubric for a wording worth more concerns no answer to the one worth less."""
    answer = a_written_answer(assessment, now=now)
    a_marking(answer, MIDDLE, now=now)
    item = essay()
    worth_more(item)
    criteria = criteria_of(item)
    criteria[0]["levels"][2]["marks"] = 5

    written = write_rubric(item, criteria, by=a_marker(), now=now)

    assert written.affected.number == 0
    answer.refresh_from_db()
    assert answer.marks == 4
    assert rubric_of_answer(answer).number == 1


def worth_more(item):
    from assessments.actions.versions import add_version, content_of
    from tests.assessments.rules.kinds.examples import ESSAY
    from tests.factories.assessments import LONG_AGO

    add_version(item, content_of(ESSAY | {"marks": 8}), "draft", now=LONG_AGO)


def test_a_question_by_rule_takes_a_rubric_only_where_it_fits(now):
    an_assessment(
        [an_entry("a"), an_entry("b", outcome="9.2")],
        draws=1,
        pass_marks=1,
        blueprint=[{"outcome": "9.1", "draw": 1}],
    )
    a_written_assessment()

    refused(
        "rubric_total_differs",
        write_rubric,
        Item.objects.get(ref="a"),
        criteria_of(essay()),
        by=a_marker(),
        now=now,
    )
