"""Agreement between reviewers, exercises over time, letters in place of names: as rules."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from certification.decisions.rules.agreement import agreement_of, kappa_of
from certification.decisions.rules.calibration_plot import drawing_of, percent
from certification.decisions.rules.register import letter, may_calibrate, may_declare

G, D, R = "grant", "defer", "refuse"
TODAY = date(2026, 11, 23)


def test_kappa_as_in_the_textbook():
    """Fifty cases by two: both yes 20, both no 15, yes-no 5, no-yes 10. Kappa is 0.4."""
    pairs = [(G, G)] * 20 + [(R, R)] * 15 + [(G, R)] * 5 + [(R, G)] * 10

    assert kappa_of(pairs) == Fraction(2, 5)


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([(G, G)] * 5 + [(R, R)] * 5, Fraction(1)),  # always the same, of two kinds
        ([(G, R)] * 5 + [(R, G)] * 5, Fraction(-1)),  # never the same
        ([(G, G)] * 10, None),  # one answer only: chance brings all of it
        ([(G, G), (G, R), (R, G), (R, R)] * 3, Fraction(0)),  # what chance brings
    ],
)
def test_kappa_at_its_ends(pairs, kappa):
    assert kappa_of(pairs) == kappa


@pytest.mark.parametrize(("count", "too_few"), [(0, True), (9, True), (10, False)])
def test_under_ten_pairs_there_is_no_coefficient(count, too_few):
    found = agreement_of(([(G, G), (R, R), (G, D)] * 4)[:count])

    assert (found.too_few, found.kappa is None) == (too_few, too_few)


def test_the_share_is_told_whatever_the_count():
    found = agreement_of([(G, G), (G, D), (R, R)])

    assert (found.pairs, found.same, found.percent) == (3, 2, 67)
    assert agreement_of([]).percent is None


@pytest.mark.parametrize(
    ("agreed", "judged", "share"), [(9, 10, 90), (2, 3, 67), (1, 8, 13), (0, 4, 0), (4, 4, 100)]
)
def test_a_share_is_rounded_half_up(agreed, judged, share):
    assert percent(agreed, judged) == share


def test_exercises_are_drawn_in_their_order_within_the_box():
    drawing = drawing_of([(date(2026, 6, 1), 100), (date(2026, 1, 1), 0), (TODAY, 50)])

    xs = [x for x, _y, _share in drawing.points]
    assert xs == sorted(xs)
    assert [share for _x, _y, share in drawing.points] == [0, 100, 50]
    assert drawing.points[0][1] == drawing.floor
    assert drawing.points[1][1] == drawing.top
    assert all(0 <= x <= drawing.width for x in xs)


def test_one_exercise_is_no_line_and_two_on_one_day_are_no_fault():
    assert drawing_of([(TODAY, 90)]) is None
    assert drawing_of([(TODAY, 90), (TODAY, 80)]) is not None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"held_on": TODAY}, ""),
        ({"agreed": 10}, ""),  # all of them
        ({"own": True}, "not_own_entry"),
        ({"held_on": TODAY + timedelta(1)}, "calibration_lies_ahead"),
        ({"agreed": 11}, "calibration_agreed_within_judged"),
        ({"agreed": 0, "judged": 0}, "calibration_agreed_within_judged"),
    ],
)
def test_what_is_an_exercise(change, reason):
    said = {"own": False, "held_on": date(2026, 5, 1), "today": TODAY, "agreed": 9, "judged": 10}

    assert may_calibrate(**said | change).reason == reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"about_oneself": True}, "interest_in_oneself"),
        ({"limited": True}, "role_missing"),
        ({"said_already": True}, "interest_declared_already"),
    ],
)
def test_who_declares_what_in_advance(change, reason):
    said = {"about_oneself": False, "limited": False, "said_already": False}

    assert may_declare(**said | change).reason == reason


@pytest.mark.parametrize(
    ("number", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_letters_go_on_after_z(number, said):
    assert letter(number) == said
