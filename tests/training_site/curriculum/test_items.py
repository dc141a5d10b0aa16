"""The ethics item bank keeps the rules of item writing; read as a file, without a database."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

CURRICULUM = Path(__file__).parents[3] / "training_site" / "curriculum"
BANK = yaml.safe_load((CURRICULUM / "ethics" / "items.yaml").read_text(encoding="utf-8"))
ITEMS = BANK["items"]
OUTCOMES = [f"2.{n}" for n in range(1, 9)]
FORBIDDEN = ["all of the above", "none of the above", "sex surrogate"]
NUMBER_WORDS = {2: "two", 3: "three", 4: "four"}
CITATION = re.compile(r"\[@(\w+)\]")


def of_kind(kind):
    return [item for item in ITEMS if item["kind"] == kind]


def keys(item):
    return [option for option in item["options"] if option.get("correct")]


def distractors(item):
    return [option for option in item["options"] if not option.get("correct")]


def mean_length(options):
    return sum(len(option["text"]) for option in options) / len(options)


def words_of(item):
    texts = [item["stem"]]
    texts += [o["text"] + " " + o["feedback"] for o in item["options"]]
    return "\n".join(texts).lower()


def cited_in(item):
    return {key for option in item["options"] for key in CITATION.findall(option["feedback"])}


each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
each_single = pytest.mark.parametrize("item", of_kind("single"), ids=lambda item: item["id"])
each_multiple = pytest.mark.parametrize("item", of_kind("multiple"), ids=lambda item: item["id"])
each_true_false = pytest.mark.parametrize(
    "item", of_kind("true_false"), ids=lambda item: item["id"]
)


def test_the_bank_is_large_enough():
    assert len(ITEMS) >= 36


def test_ids_are_unique():
    assert len({item["id"] for item in ITEMS}) == len(ITEMS)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_has_five_items(outcome):
    assert sum(item["outcome"] == outcome for item in ITEMS) >= 5


def test_no_item_belongs_to_another_course():
    assert {item["outcome"] for item in ITEMS} == set(OUTCOMES)


def test_the_blueprint_draws_what_the_assessment_asks():
    draws = {row["outcome"]: row["draw"] for row in BANK["assessment"]["blueprint"]}

    assert sorted(draws) == OUTCOMES
    assert min(draws.values()) >= 1
    assert sum(draws.values()) == BANK["assessment"]["draws"]


def test_every_allowed_attempt_can_be_drawn_from_unseen_items():
    attempts = BANK["assessment"]["attempts"]

    for row in BANK["assessment"]["blueprint"]:
        held = sum(item["outcome"] == row["outcome"] for item in ITEMS)
        assert held >= attempts * row["draw"], row


@each_item
def test_an_item_is_one_of_three_kinds_and_tagged(item):
    assert item["kind"] in {"single", "multiple", "true_false"}
    assert item["level"] in {"apply", "recall"}
    assert 0 < item["difficulty"] < 1


@each_single
def test_a_single_choice_has_one_key_among_three_or_four(item):
    assert len(keys(item)) == 1
    assert len(item["options"]) in {3, 4}


@each_multiple
def test_a_multiple_choice_says_how_many_and_how_it_is_scored(item):
    stem = item["stem"].lower()
    number = NUMBER_WORDS[len(keys(item))]

    assert f"choose the {number} " in stem
    assert "the mark needs " in stem
    assert item["scoring"] == "all_or_nothing"
    assert distractors(item)


@each_true_false
def test_a_true_false_offers_true_and_false(item):
    assert [option["text"] for option in item["options"]] == ["True", "False"]
    assert len(keys(item)) == 1


@each_item
def test_every_option_differs_and_explains_itself(item):
    texts = [option["text"] for option in item["options"]]

    assert len(set(texts)) == len(texts)
    assert all(len(option["feedback"].strip()) > 40 for option in item["options"])


@each_item
def test_the_sources_of_an_item_are_those_its_feedback_cites(item):
    assert item["sources"]
    assert cited_in(item) == set(item["sources"])


def test_every_source_is_in_the_bibliography():
    text = (CURRICULUM / "bibliography.yaml").read_text(encoding="utf-8")
    known = {source["key"] for source in yaml.safe_load(text)}

    assert {key for item in ITEMS for key in item["sources"]} <= known


@each_item
@pytest.mark.parametrize("phrase", FORBIDDEN)
def test_forbidden_phrases_are_absent(item, phrase):
    assert phrase not in words_of(item)


@each_item
def test_no_stem_asks_for_the_exception(item):
    assert not re.search(r"\b(except|not true|least)\b", item["stem"].lower())


def test_keys_and_distractors_are_alike_in_length():
    chosen = of_kind("single") + of_kind("multiple")
    key = mean_length([option for item in chosen for option in keys(item)])
    wrong = mean_length([option for item in chosen for option in distractors(item)])

    assert abs(key - wrong) / wrong <= 0.15


@pytest.mark.parametrize("extreme", [max, min])
def test_the_key_is_seldom_the_longest_or_the_shortest(extreme):
    """Somebody who always ticks the longest, or the shortest, gains little by it."""
    singles = of_kind("single")
    hits = [
        item
        for item in singles
        if len(keys(item)[0]["text"]) == extreme(len(o["text"]) for o in item["options"])
    ]

    assert len(hits) / len(singles) <= 0.4


def test_the_position_of_the_key_is_balanced():
    singles = of_kind("single")
    positions = Counter(item["options"].index(keys(item)[0]) for item in singles)

    assert max(positions.values()) / len(singles) <= 0.4


def test_six_in_ten_items_ask_to_apply():
    assert sum(item["level"] == "apply" for item in ITEMS) / len(ITEMS) >= 0.6
