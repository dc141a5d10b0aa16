"""Drawing: by outcome, unseen first, then least seen, never twice; properties over many seeds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.drawing import ANY, EASY, HARD, MEDIUM, band_of, draw, may_draw, may_weigh

POOL = {
    "2.1": {1: "easy", 2: "easy", 3: "hard", 4: "medium", 5: "", 6: "medium"},
    "2.2": {11: "easy", 12: "hard", 13: ""},
}
BLUEPRINT = {("2.1", ""): 2, ("2.2", ""): 1}


def of_any(*items: int) -> dict[int, str]:
    return dict.fromkeys(items, "")


@given(st.integers(), st.dictionaries(st.sampled_from([1, 2, 3, 11, 12]), st.integers(0, 3)))
def test_every_draw_keeps_the_blueprint_and_asks_nothing_twice(seed, seen):
    drawn = draw(BLUEPRINT, POOL, seen, seed)

    assert len(drawn) == len(set(drawn)) == 3
    assert sum(item in POOL["2.1"] for item in drawn) == 2
    assert sum(item in POOL["2.2"] for item in drawn) == 1


@given(st.integers())
def test_three_attempts_show_six_different_items(seed):
    seen: dict[int, int] = {}
    for attempt in range(3):
        for item in draw({("2.1", ""): 2}, POOL, seen, f"{seed}:{attempt}"):
            seen[item] = seen.get(item, 0) + 1

    assert seen == dict.fromkeys(POOL["2.1"], 1)


@given(st.integers())
def test_when_all_were_seen_the_least_seen_return(seed):
    drawn = draw({("2.1", ""): 2}, POOL, {1: 2, 2: 1, 3: 2, 4: 1, 5: 2, 6: 2}, seed)

    assert sorted(drawn) == [2, 4]


def test_the_same_seed_draws_the_same_list():
    assert draw(BLUEPRINT, POOL, {}, "seed") == draw(BLUEPRINT, POOL, {}, "seed")


def test_seeds_differ():
    assert len({tuple(draw(BLUEPRINT, POOL, {}, seed)) for seed in range(20)}) > 5


@pytest.mark.parametrize(
    ("pool", "held"),
    [
        ({"2.1": of_any(1, 2), "2.2": of_any(11)}, None),  # just enough
        ({"2.1": of_any(1), "2.2": of_any(11)}, 1),
        ({"2.2": of_any(11)}, 0),
    ],
)
def test_too_few_items_is_a_refusal_that_says_how_many(pool, held):
    verdict = may_draw(BLUEPRINT, pool)

    assert verdict.details.get("held") == held


@given(st.integers())
def test_a_band_takes_its_own_and_any_takes_what_is_left(seed):
    drawn = draw({("2.1", "hard"): 1, ("2.1", ""): 5}, POOL, {}, seed)

    assert sorted(drawn) == [1, 2, 3, 4, 5, 6]


def test_a_band_that_is_too_small_is_named():
    verdict = may_draw({("2.1", "hard"): 2}, POOL)

    assert verdict.reason == "too_few_items_in_band"
    assert verdict.details == {"outcome": "2.1", "band": "hard", "wanted": 2, "held": 1}


def test_bands_and_any_together_need_enough_of_the_outcome():
    assert may_draw({("2.2", "easy"): 1, ("2.2", ""): 2}, POOL)
    assert may_draw({("2.2", "easy"): 1, ("2.2", ""): 3}, POOL).details["wanted"] == 4


@pytest.mark.parametrize(
    ("difficulty", "band"),
    [("0.95", EASY), ("0.8", EASY), ("0.79", MEDIUM), ("0.5", MEDIUM), ("0.49", HARD)],
)
def test_the_band_of_an_expected_share(difficulty, band):
    assert band_of(Decimal(difficulty)) == band


def test_without_an_expectation_there_is_no_band():
    assert band_of(None) == ANY


def test_items_of_an_outcome_weigh_the_same():
    assert may_weigh([("2.1", 1), ("2.1", 1), ("2.2", 3)])
    assert may_weigh([("2.1", 1), ("2.1", 2)]).details == {"outcome": "2.1"}
