"""The dry run: what each way of correcting a question makes of attempts that met it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessments.rules.regrading.attempts import ItemMarked
from assessments.rules.regrading.correction import Correction, Mode
from assessments.rules.regrading.planning import Figures, may_regrade, plan, summary
from tests.assessments.rules.regrading.examinations import Room, single, wording

OLD, NEW = single("a"), single("b")
BY_KEY = Correction(Mode.CORRECTED_KEY, NEW)
BOTH = Correction(Mode.ACCEPT_BOTH, NEW)
FULL = Correction(Mode.FULL_CREDIT)
DROP = Correction(Mode.DROP)


def room(**changes):
    """Three attempts with one mark elsewhere: they answered the old key, the new one, neither."""
    settings = {"others": [1], "pass_marks": 2} | changes
    return Room(OLD, *((answer, dict(settings)) for answer in (["a"], ["b"], ["c"])))


def planned(correction, held):
    return plan(correction, held.attempts, held.answers)


def item_marks(correction):
    """The marks of the question after the correction, attempt by attempt."""
    held = room()
    after = {change.attempt: change.after.marks for change in planned(correction, held).changes}
    return [after.get(attempt.key, attempt.items[0].marks) for attempt in held.attempts]


@pytest.mark.lesson(29)
@pytest.mark.parametrize(
    ("correction", "marks"),
    [
        (BY_KEY, [0, 1, 0]),
        (replace(BY_KEY, never_lower=True), [1, 1, 0]),
        (BOTH, [1, 1, 0]),
        (FULL, [1, 1, 1]),
    ],
)
def test_each_way_gives_its_marks(correction, marks):
    assert item_marks(correction) == marks


@pytest.mark.lesson(29)
def test_the_dry_run_lists_every_change_with_both_sides():
    change = planned(BY_KEY, room()).changes[0]

    assert (change.attempt, change.before.total, change.after.total) == (0, 2, 1)
    assert (change.before.passed, change.after.passed) == (True, False)


def test_the_summary_counts_what_happens_to_whom():
    figures = summary(planned(BY_KEY, room()))

    assert figures == {
        **{"affected": 2, "raised": 1, "lowered": 1, "newly_passed": 1, "newly_failed": 1},
        **{"unchanged": 1, "by_hand": 0, "unreadable": 0, "in_progress": 0},
    }


def test_partial_credit_takes_the_better_of_both_keys():
    old, new = wording("a", "b"), wording("a", "c")
    held = Room(old, (["a", "b"], {"others": [0]}), (["a", "c"], {"others": [0]}), (["a"], {}))

    changes = planned(Correction(Mode.ACCEPT_BOTH, new), held).changes

    assert [(change.attempt, change.after.marks) for change in changes] == [(1, 1)]


@pytest.mark.lesson(29)
def test_a_dropped_question_leaves_total_and_maximum_of_every_attempt_alike():
    changes = planned(DROP, room()).changes

    assert [(change.before.max_marks, change.after.max_marks) for change in changes] == [(2, 1)] * 3
    assert [change.after.total for change in changes] == [1, 1, 1]
    assert [change.after.pass_marks for change in changes] == [1, 1, 1]
    assert all(change.after.passed for change in changes)


def test_the_pass_mark_keeps_its_share_of_the_maximum_exactly():
    held = Room(OLD, (["a"], {"others": [1, 1], "pass_marks": "2.5"}))

    (change,) = planned(DROP, held).changes

    assert change.after.pass_marks == Decimal("1.66667")  # 5/6 of two, rounded up once


@pytest.mark.parametrize(
    ("never_lower", "pass_marks", "passed"), [(False, "0.7", False), (True, "0.4", True)]
)
def test_whoever_had_passed_keeps_the_pass_where_nobody_may_be_lowered(
    never_lower, pass_marks, passed
):
    held = Room(OLD, (["a"], {"others": ["0.4"], "pass_marks": "1.4"}))

    (change,) = planned(replace(DROP, never_lower=never_lower), held).changes

    assert change.after.total == Decimal("0.4")
    assert change.after.pass_marks == Decimal(pass_marks)
    assert change.after.passed is passed


@pytest.mark.lesson(34)
def test_changed_points_reach_earlier_attempts_by_a_regrade_alone():
    held = Room(OLD, (["a"], {"others": [1], "pass_marks": 1}))

    (change,) = planned(Correction(Mode.CORRECTED_KEY, single("a", marks=3)), held).changes

    assert held.attempts[0].max_marks == 2
    assert (change.after.total, change.after.max_marks, change.after.pass_marks) == (4, 4, 2)


@pytest.mark.lesson(31)
def test_marks_come_from_the_final_answer_whatever_they_were():
    held = room()
    wrongly_right = replace(held.attempts[2].items[0], marks=Decimal(1))
    held.attempts[2] = replace(held.attempts[2], items=(wrongly_right, held.attempts[2].items[1]))

    changes = planned(BY_KEY, held).changes

    assert [(change.attempt, change.after.marks) for change in changes] == [(0, 0), (1, 1), (2, 0)]


@pytest.mark.lesson(30)
@pytest.mark.parametrize("mode", sorted(Mode.BY_KEY))
@pytest.mark.parametrize("same", [OLD, single("a", stem="Which one?")])
def test_a_key_that_did_not_change_moves_nothing_even_after_full_credit(mode, same):
    held = room()
    full = replace(held.attempts[2].items[0], marks=Decimal(1))
    held.attempts[2] = replace(held.attempts[2], items=(full, held.attempts[2].items[1]))

    outcome = planned(Correction(mode, same), held)

    assert (outcome.changes, outcome.unchanged) == ((), (0, 1, 2))


@pytest.mark.parametrize("mode", sorted(Mode.BY_KEY))
def test_marks_that_a_person_gave_are_left_alone_and_named(mode):
    held = Room(OLD, (["a"], {"by_hand": True}), (["b"], {}))

    outcome = planned(Correction(mode, NEW), held)

    assert outcome.by_hand == (0,)
    assert [change.attempt for change in outcome.changes] == [1]


def test_full_credit_is_for_everybody_whoever_gave_the_marks():
    held = Room(OLD, (["c"], {"by_hand": True}))

    assert planned(FULL, held).changes[0].after.marks == 1


def test_attempts_in_progress_are_named_and_not_touched():
    held = Room(OLD, (["a"], {"in_progress": True}), (["a"], {}))

    outcome = planned(BY_KEY, held)

    assert outcome.in_progress == (0,)
    assert [change.attempt for change in outcome.changes] == [1]


def test_an_attempt_that_waits_for_a_marker_is_corrected_and_goes_on_waiting():
    held = Room(OLD, (["b"], {"others": [None], "pass_marks": 1}))

    (change,) = planned(BY_KEY, held).changes

    assert (change.after.marks, change.after.total, change.after.passed) == (1, None, None)


def test_full_credit_for_what_awaited_a_marker_ends_the_wait():
    held = Room(OLD, (["c"], {"others": [0], "pass_marks": 1}))
    waiting = replace(held.attempts[0].items[0], marks=None)
    held.attempts[0] = replace(held.attempts[0], items=(waiting, held.attempts[0].items[1]))

    outcome = planned(FULL, held)

    assert outcome.changes[0].before.passed is None
    assert outcome.changes[0].after.passed is True
    assert summary(outcome)["newly_passed"] == 1


def test_an_answer_that_the_corrected_wording_does_not_have_is_named_never_guessed():
    held = Room(OLD, (["c"], {}), (["b"], {}))
    without_c = single("b", of="abd")

    outcome = planned(Correction(Mode.CORRECTED_KEY, without_c), held)

    assert outcome.unreadable == (0,)
    assert [change.attempt for change in outcome.changes] == [1]


def test_where_both_keys_count_an_answer_that_only_the_old_one_knows_keeps_its_marks():
    held = Room(single("c"), (["c"], {}))

    outcome = planned(Correction(Mode.ACCEPT_BOTH, single("b", of="abd")), held)

    assert (outcome.unchanged, outcome.unreadable) == ((0,), ())


@pytest.mark.parametrize("correction", [BY_KEY, BOTH, FULL, DROP])
def test_a_question_that_does_not_count_is_left_as_it_is(correction):
    held = Room(OLD, (["b"], {"others": [1]}))
    trial = replace(held.attempts[0].items[0], counts=False)
    held.attempts[0] = replace(held.attempts[0], items=(trial, held.attempts[0].items[1]))

    assert planned(correction, held).unchanged == (0,)


def test_attempts_that_did_not_show_the_question_are_no_part_of_it():
    held = room()

    assert plan(FULL, held.attempts, held.answers[:1]).unchanged == (0,)


REASON = "Two reviewers found the key wrong"


@pytest.mark.parametrize(
    ("correction", "others", "why", "reason"),
    [
        (BY_KEY, [1], REASON, ""),
        (BOTH, [1], REASON, ""),
        (FULL, [1], REASON, ""),
        (DROP, [1], REASON, ""),
        (BY_KEY, [1], "  ", "regrade_needs_reason"),
        (Correction("curve"), [1], REASON, "regrade_mode_unknown"),
        (Correction(Mode.CORRECTED_KEY), [1], REASON, "regrade_needs_corrected_wording"),
        (Correction(Mode.ACCEPT_BOTH), [1], REASON, "regrade_needs_corrected_wording"),
        (Correction(Mode.CORRECTED_KEY, wording("b")), [1], REASON, "regrade_kind_differs"),
        (DROP, [], REASON, "regrade_leaves_nothing"),
        (FULL, [], REASON, ""),
    ],
)
def test_a_regrade_needs_a_reason_and_a_correction_that_fits(correction, others, why, reason):
    held = room(others=others)

    assert may_regrade(correction, held.attempts, held.answers, why).reason == reason


def moved(part):
    """Options b and c have changed places: the same letters now stand for other texts."""
    names = {"b": "c", "c": "b"}
    return [
        {**option, "text": f"Option {names.get(option['id'], option['id'])}"} for option in part
    ]


def reworded(part):
    return [{**option, "text": option["text"] + ", in plain words"} for option in part]


@pytest.mark.lesson(30)
@pytest.mark.parametrize(("change", "reason"), [(moved, "regrade_options_moved"), (reworded, "")])
def test_an_answer_is_never_read_as_another_option(change, reason):
    held = room()
    new = replace(NEW, options=change(NEW.options))
    verdict = may_regrade(Correction(Mode.CORRECTED_KEY, new), held.attempts, held.answers, REASON)

    assert verdict.reason == reason


@pytest.mark.lesson(30)
@pytest.mark.parametrize(("change", "reason"), [(moved, "regrade_options_moved"), (reworded, "")])
def test_nor_within_the_parts_of_a_case(change, reason):
    part = {"name": "first", "kind": "single", "options": NEW.options}
    held = room()
    case = replace(OLD, kind="scenario", options=[], body={"parts": [part]})
    new = replace(case, body={"parts": [{**part, "options": change(NEW.options)}]})
    answers = [replace(answer, wording=case) for answer in held.answers]
    correction = Correction(Mode.CORRECTED_KEY, new)

    assert may_regrade(correction, held.attempts, answers, REASON).reason == reason


def test_figures_survive_json_to_the_last_place():
    held = Room(OLD, (["a"], {"others": ["0.33334", None], "pass_marks": "1.66667"}))
    figures = Figures.of(held.attempts[0], 1)

    assert Figures.from_document(figures.document()) == figures
    assert figures.document()["pass_marks"] == "1.66667"
    assert figures.document()["total"] is None


def test_a_total_is_the_sum_of_the_marks_that_count():
    held = Room(OLD, (["a"], {"others": ["0.33334", "0.33334", "0.33334"]}))
    trial = ItemMarked(9, Decimal(5), Decimal(5), counts=False)
    attempt = replace(held.attempts[0], items=(*held.attempts[0].items, trial))

    assert (attempt.total, attempt.max_marks) == (Decimal("2.00002"), 4)
