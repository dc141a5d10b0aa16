"""More time for a person: how much it comes to, and who may give it."""

from decimal import Decimal

import pytest

from assessments.rules.accommodations import Accommodation, may_accommodate

QUARTER_MORE = Accommodation(factor=Decimal("1.25"))


@pytest.mark.lesson(18)
@pytest.mark.parametrize(
    ("accommodation", "limit", "extra"),
    [
        (Accommodation(factor=Decimal(2)), 30, 30),
        (QUARTER_MORE, 60, 15),
        (QUARTER_MORE, 30, 8),  # seven and a half, rounded up: never less than was promised
        (Accommodation(factor=Decimal("1.1")), 10, 1),  # exactly one, as no float would have it
        (Accommodation(factor=Decimal(1)), 30, 0),
        (QUARTER_MORE, None, 0),  # a factor needs a limit
        (Accommodation(minutes=15), 30, 15),
        (Accommodation(minutes=15), None, 15),  # moves the close of an untimed assessment
    ],
)
def test_extra_minutes_are_whole_and_rounded_up(accommodation, limit, extra):
    assert accommodation.extra_minutes(limit) == extra


@pytest.mark.parametrize(
    ("accommodation", "pieces"),
    [
        (QUARTER_MORE, {"percent": 25}),
        (Accommodation(factor=Decimal("1.125")), {"percent": Decimal("12.5")}),
        (Accommodation(factor=Decimal(3)), {"percent": 200}),
        (Accommodation(minutes=15), {"minutes": 15}),
    ],
)
def test_pieces_for_a_sentence(accommodation, pieces):
    assert accommodation.pieces() == pieces


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"factor": Decimal(2), "minutes": 10},
        {"factor": Decimal("0.5")},
        {"factor": Decimal("NaN")},
        {"minutes": -1},
    ],
)
def test_an_accommodation_is_one_of_both_and_never_takes_time_away(wrong):
    with pytest.raises(ValueError):
        Accommodation(**wrong)


@pytest.mark.parametrize(
    ("own", "factor", "minutes", "reason", "answer"),
    [
        (False, "1.25", None, "Letter seen on 3 March", ""),
        (False, "4", None, "Letter seen", ""),
        (False, None, 1, "Letter seen", ""),
        (False, None, 600, "Letter seen", ""),
        (True, "1.25", None, "Letter seen", "accommodation_not_for_oneself"),
        (False, None, None, "Letter seen", "accommodation_is_one_of_both"),
        (False, "1.25", 10, "Letter seen", "accommodation_is_one_of_both"),
        (False, "1", None, "Letter seen", "accommodation_factor_out_of_bounds"),  # nothing more
        (False, "0.5", None, "Letter seen", "accommodation_factor_out_of_bounds"),
        (False, "4.01", None, "Letter seen", "accommodation_factor_out_of_bounds"),
        (False, "NaN", None, "Letter seen", "accommodation_factor_out_of_bounds"),
        (False, None, 0, "Letter seen", "accommodation_minutes_out_of_bounds"),
        (False, None, 601, "Letter seen", "accommodation_minutes_out_of_bounds"),
        (False, "1.25", None, "  ", "accommodation_needs_reason"),
    ],
)
def test_who_may_accommodate_and_by_how_much(own, factor, minutes, reason, answer):
    factor = factor and Decimal(factor)

    verdict = may_accommodate(own=own, factor=factor, minutes=minutes, reason=reason)

    assert verdict.reason == answer
