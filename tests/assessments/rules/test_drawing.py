"""Drawing: by outcome, unseen first, then least seen, never twice; properties over many seeds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.drawing import draw, may_draw, layout

POOL = {"2.1": [1, 2, 3, 4, 5, 6], "2.2": [11, 12, 13]}
BLUEPRINT = {"2.1": 2, "2.2": 1}


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
        for item in draw({"2.1": 2}, POOL, seen, f"{seed}:{attempt}"):
            seen[item] = seen.get(item, 0) + 1

    assert seen == dict.fromkeys(POOL["2.1"], 1)


@given(st.integers())
def test_when_all_were_seen_the_least_seen_return(seed):
    drawn = draw({"2.1": 2}, POOL, {1: 2, 2: 1, 3: 2, 4: 1, 5: 2, 6: 2}, seed)

    assert sorted(drawn) == [2, 4]


def test_the_same_seed_draws_the_same_list():
    assert draw(BLUEPRINT, POOL, {}, "seed") == draw(BLUEPRINT, POOL, {}, "seed")


def test_seeds_differ():
    assert len({tuple(draw(BLUEPRINT, POOL, {}, seed)) for seed in range(20)}) > 5


@pytest.mark.parametrize(
    ("pool", "held"),
    [
        ({"2.1": [1, 2], "2.2": [11]}, None),  # just enough
        ({"2.1": [1], "2.2": [11]}, 1),
        ({"2.1": [1, 1], "2.2": [11]}, 1),  # the same item twice is one
        ({"2.2": [11]}, 0),
    ],
)
def test_too_few_items_is_a_refusal_that_says_how_many(pool, held):
    verdict = may_draw(BLUEPRINT, pool)

    assert verdict.details.get("held") == held


def test_options_keep_true_before_false_and_mix_the_others():
    assert layout("true_false", ["a", "b"], 3) == ["a", "b"]
    assert {tuple(layout("single", ["a", "b", "c"], seed)) for seed in range(40)} == {
        ("a", "b", "c"),
        ("a", "c", "b"),
        ("b", "a", "c"),
        ("b", "c", "a"),
        ("c", "a", "b"),
        ("c", "b", "a"),
    }
