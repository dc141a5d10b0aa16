"""A wrong question put right: every mode, on rows, with the record and what learners are told."""

from decimal import Decimal

import pytest

from assessments import actions
from assessments.actions.regrading import apply_regrade, discard_regrade, reverse_regrade
from assessments.models import Regrade, Result
from tests.factories.correcting import (
    a_running_attempt,
    an_instructor,
    applied,
    corrected,
    planned,
    question,
    sat,
    three_questions,
)
from training_site.accounts.models import Notice
from training_site.audit.models import AuditEvent
from training_site.verdict import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.both_stacks]


def figures(attempt):
    attempt.refresh_from_db()
    return attempt.marks, attempt.max_marks, attempt.pass_marks, attempt.passed


def rows(attempt):
    """Everything a result is made of, as it stands."""
    items = attempt.items.values_list("position", "marks", "scored")
    return figures(attempt), list(items)


@pytest.fixture
def attempts(now):
    """Nobody right, one right, two right, all right, on the same questions."""
    assessment = three_questions()
    return [sat(assessment, right, now=now) for right in range(4)]


def wrong_choice(attempt, position):
    """Which option was chosen, by its place in the version."""
    item = attempt.items.select_related("item_version", "response").get(position=position)
    ids = [option["id"] for option in item.item_version.options]
    return ids.index(item.response.answer[0])


@pytest.mark.lesson(29)
def test_a_dry_run_lists_every_change_and_touches_nothing(attempts, now):
    first = question(attempts[0], 1)
    before = [rows(attempt) for attempt in attempts]

    regrade = planned(first, "full_credit", now=now)

    assert [rows(attempt) for attempt in attempts] == before
    assert Result.objects.count() == 4
    listed = [
        (change.attempt, change.marks_before, change.marks_after, change.passed_after)
        for change in regrade.changes.select_related("attempt")
    ]
    shown_at = {attempt.pk: attempt.items.get(item_version=first).position for attempt in attempts}
    owed = [
        (attempt, right, right + 1, right + 1 >= 2)
        for right, attempt in enumerate(attempts)
        if shown_at[attempt.pk] > right
    ]
    assert listed == owed


@pytest.mark.lesson(29, 31)
def test_the_corrected_key_counts_the_final_answers_again(attempts, now):
    wrong, right = attempts[0], attempts[3]
    version = question(wrong, 1)
    key = corrected(version, right=wrong_choice(wrong, 1))

    applied(version, "corrected_key", corrected_version=key, now=now)

    assert figures(wrong)[0] == 1
    assert figures(right)[0] == 2
    assert [result.cause for result in wrong.results.all()] == ["marked", "regrade"]


@pytest.mark.lesson(29)
def test_accepting_both_and_never_lowering_take_nothing_away(attempts, now):
    wrong, right = attempts[0], attempts[3]
    version = question(wrong, 1)
    key = corrected(version, right=wrong_choice(wrong, 1))

    kept = planned(version, "corrected_key", corrected_version=key, never_lower=True, now=now)
    applied(version, "accept_both", corrected_version=key, now=now)

    assert {change.attempt_id for change in kept.changes.all()}.isdisjoint({right.pk})
    assert figures(right)[0] == 3
    assert figures(wrong)[0] == 1


@pytest.mark.lesson(29)
def test_dropping_takes_the_question_out_of_total_maximum_and_pass_alike(attempts, now):
    version = question(attempts[0], 1)

    applied(version, "drop", now=now)

    for right, attempt in enumerate(attempts):
        marks, most, needed, passed = figures(attempt)
        position = attempt.items.get(item_version=version).position
        assert (most, needed) == (2, Decimal("1.33334"))
        assert marks == right - (position <= right)
        assert passed == (marks >= needed)
        assert attempt.results.last().items[str(position)] == "dropped"


def test_whoever_had_passed_keeps_the_pass_where_nobody_is_lowered(attempts, now):
    two_right = attempts[2]
    version = question(two_right, 1)

    applied(version, "drop", never_lower=True, now=now)

    assert figures(two_right) == (1, 2, 1, True)


@pytest.mark.lesson(30)
@pytest.mark.parametrize("mode", ["corrected_key", "accept_both"])
def test_an_unchanged_version_changes_nothing(attempts, now, mode):
    version = question(attempts[1], 1)

    regrade = planned(version, mode, corrected_version=corrected(version), now=now)

    assert not regrade.changes.exists()
    with pytest.raises(Refused, match="regrade_changes_nothing"):
        apply_regrade(regrade, by=an_instructor(), now=now)
    assert Result.objects.count() == 4


@pytest.mark.lesson(34)
def test_other_marks_in_a_new_version_reach_nobody_but_by_a_regrade(attempts, now):
    version = question(attempts[3], 1)
    before = [rows(attempt) for attempt in attempts]

    key = corrected(version, right=3)

    assert [rows(attempt) for attempt in attempts] == before
    applied(version, "corrected_key", corrected_version=key, now=now)
    assert figures(attempts[3])[0] == 2


@pytest.mark.lesson(29)
def test_taking_it_back_restores_every_row(attempts, now):
    version = question(attempts[0], 1)
    before = [rows(attempt) for attempt in attempts]
    regrade = applied(version, "drop", now=now)

    reverse_regrade(regrade, reason="The key was right after all.", by=an_instructor(), now=now)

    assert [rows(attempt) for attempt in attempts] == before
    causes = [result.cause for result in attempts[0].results.all()]
    assert causes == ["marked", "regrade", "reversal"]
    regrade.refresh_from_db()
    assert regrade.state == Regrade.State.REVERSED
    with pytest.raises(Refused, match="regrade_in_another_state"):
        reverse_regrade(regrade, reason="Again.", by=an_instructor(), now=now)


def test_one_that_was_followed_by_another_is_not_taken_back_first(attempts, now):
    first = applied(question(attempts[0], 1), "drop", now=now)
    second = applied(question(attempts[0], 2), "full_credit", now=now)

    with pytest.raises(Refused, match="regrade_followed_by_another"):
        reverse_regrade(first, reason="Why", by=an_instructor(), now=now)

    reverse_regrade(second, reason="Why", by=an_instructor(), now=now)
    reverse_regrade(first, reason="Why", by=an_instructor(), now=now)
    assert figures(attempts[3]) == (3, 3, 2, True)


def test_a_plan_made_before_another_correction_is_out_of_date(attempts, now):
    version = question(attempts[0], 1)
    stale = planned(version, "full_credit", now=now)
    applied(version, "drop", now=now)
    before = [rows(attempt) for attempt in attempts]

    with pytest.raises(Refused, match="regrade"):
        apply_regrade(stale, by=an_instructor(), now=now)

    assert [rows(attempt) for attempt in attempts] == before


def test_an_attempt_that_ended_since_makes_a_plan_out_of_date(now):
    assessment = three_questions()
    sat(assessment, 0, now=now)
    going_on = a_running_attempt(assessment, began=now)
    version = question(going_on, 1)
    stale = planned(version, "full_credit", now=now)
    actions.submit(going_on, by=going_on.learner, now=now)

    with pytest.raises(Refused, match="regrade_plan_out_of_date"):
        apply_regrade(stale, by=an_instructor(), now=now)


@pytest.mark.lesson(27)
def test_an_attempt_that_goes_on_is_left_alone_and_found_later(now):
    assessment = three_questions()
    sat(assessment, 0, now=now)
    going_on = a_running_attempt(assessment, began=now)
    version = question(going_on, 1)

    applied(version, "full_credit", now=now)

    assert figures(going_on)[0] is None
    actions.submit(going_on, by=going_on.learner, now=now)
    later = planned(version, "full_credit", now=now)
    assert [change.attempt for change in later.changes.all()] == [going_on]


def test_learners_are_told_once_and_neutrally_and_the_record_has_the_figures(attempts, now):
    version = question(attempts[0], 1)

    regrade = applied(version, "full_credit", now=now)

    changed = [change.attempt.learner for change in regrade.changes.select_related("attempt")]
    told = Notice.objects.filter(event="assessments.result_changed")
    assert sorted(told.values_list("person", flat=True)) == sorted(one.pk for one in changed)
    assert "assessment" not in str(told.first().kind.subject).lower()
    event = AuditEvent.objects.get(verb="assessments.regrade.applied")
    assert event.words.values["affected"] == len(changed)
    assert AuditEvent.objects.filter(verb="assessments.attempt.regraded").count() == len(changed)


def test_a_plan_set_aside_is_not_applied(attempts, now):
    regrade = planned(question(attempts[0], 1), "full_credit", now=now)

    discard_regrade(regrade, by=an_instructor(), now=now)

    with pytest.raises(Refused, match="regrade_in_another_state"):
        apply_regrade(regrade, by=an_instructor(), now=now)


@pytest.mark.parametrize(
    ("mode", "options", "refusal"),
    [
        ("by_feeling", {}, "regrade_mode_unknown"),
        ("corrected_key", {}, "regrade_needs_corrected_wording"),
        ("full_credit", {"reason": "  "}, "regrade_needs_reason"),
    ],
)
def test_what_cannot_be_planned_leaves_no_row(attempts, now, mode, options, refusal):
    with pytest.raises(Refused, match=refusal):
        planned(question(attempts[0], 1), mode, now=now, **options)

    assert not Regrade.objects.exists()


def test_the_corrected_version_is_a_published_one_of_the_same_question(attempts, now):
    version, other = question(attempts[0], 1), question(attempts[0], 2)

    with pytest.raises(Refused, match="regrade_of_another_item"):
        planned(version, "corrected_key", corrected_version=other, now=now)
    draft = corrected(version)
    draft.published_at = None
    with pytest.raises(Refused, match="regrade_corrected_not_published"):
        planned(version, "corrected_key", corrected_version=draft, now=now)
    with pytest.raises(Refused, match="regrade_needs_no_wording"):
        planned(version, "drop", corrected_version=corrected(version), now=now)
