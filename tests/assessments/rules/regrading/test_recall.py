"""Recall: who met a version that was wrong, and for whom it may have decided."""

from dataclasses import replace

import pytest

from assessments.rules.regrading.recall import Recall, recalled
from tests.assessments.rules.regrading.examinations import Room, single


def test_a_recall_names_who_met_the_version_and_who_still_sits():
    held = Room(single("a"), (["a"], {}), (["b"], {"in_progress": True}), (["c"], {}))
    other = replace(held.attempts[2].items[0], version="v2")
    held.attempts[2] = replace(held.attempts[2], items=(other,))

    assert recalled("v1", held.attempts) == Recall(ended=(0,), in_progress=(1,), hinging=(0,))


@pytest.mark.parametrize(
    ("answer", "others", "pass_marks", "hinges"),
    [
        (["a"], [1], 2, True),  # passed by this question
        (["b"], [1], 2, True),  # failed by it
        (["a"], [1], 1, False),  # passes without it
        (["b"], [0], 2, False),  # fails even with it
        (["b"], [None], 2, False),  # no result yet
    ],
)
def test_a_result_hinges_on_a_question_that_alone_could_turn_it(answer, others, pass_marks, hinges):
    held = Room(single("a"), (answer, {"others": others, "pass_marks": pass_marks}))

    assert recalled("v1", held.attempts).hinging == ((0,) if hinges else ())
