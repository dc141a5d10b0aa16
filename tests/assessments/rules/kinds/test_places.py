"""Matching, ordering and gaps: places to answer, each judged, none guessed."""

from fractions import Fraction
from itertools import permutations

import pytest

from assessments.rules.kinds import Wording, kind_of
from assessments.rules.kinds.elements import id_of
from training_site.verdict import Refused

MATCHING, ORDERING, GAPS = kind_of("matching"), kind_of("ordering"), kind_of("gaps")


def item(kind, body, scoring="all_or_nothing"):
    return Wording(kind, "?", body=kind_of(kind).stored({"body": body})["body"], scoring=scoring)


def matched(*pairs, distractors=(), scoring="all_or_nothing"):
    listed = [{"left": left, "right": right} for left, right in pairs]
    return item("matching", {"pairs": listed, "distractors": list(distractors)}, scoring)


def ordered(scoring="all_or_nothing", texts="abcd"):
    return item("ordering", {"sequence": list(texts)}, scoring)


def placed(places: dict[str, int]) -> dict[str, str]:
    return {id_of(text): str(place) for text, place in places.items()}


def in_order(texts: str) -> dict[str, str]:
    return placed({text: place for place, text in enumerate(texts, start=1)})


@pytest.mark.parametrize(
    ("answer", "whole", "per_pair"),
    [
        ({"1": "x", "2": "y", "3": "x"}, 1, "1"),
        ({"1": "x", "2": "y"}, 0, "2/3"),
        ({"1": "x", "2": "x", "3": "x"}, 0, "2/3"),
        ({"1": "z", "2": "z", "3": "z"}, 0, "0"),
        ({}, 0, "0"),
    ],
)
def test_pairs_earn_together_or_each_for_itself(answer, whole, per_pair):
    answer = {id_of(left): id_of(right) for left, right in answer.items()}
    pairs = [("1", "x"), ("2", "y"), ("3", "x")]

    for scoring, share in (("all_or_nothing", whole), ("per_pair", per_pair)):
        wording = matched(*pairs, distractors=["z"], scoring=scoring)
        assert MATCHING.share(wording, answer) == Fraction(share)


def test_what_two_share_on_the_right_is_offered_once():
    wording = matched(("1", "x"), ("2", "y"), ("3", "x"), distractors=["z"])

    assert sorted(MATCHING.lay_out(wording, 1)) == sorted(map(id_of, "xyz"))


@pytest.mark.parametrize(
    ("pairs", "distractors", "reason"),
    [
        ([("1", "x"), ("2", "y")], [], ""),
        ([("1", "x"), ("2", "x")], ["y"], ""),
        ([("1", "x"), ("2", "x")], [], "item_needs_right_and_wrong"),
        ([("1", "x")], ["y"], "item_needs_elements"),
        ([("1", "x"), ("1 ", "y")], [], "item_options_alike"),
        ([("1", "x"), ("2", "y")], ["x"], "item_options_alike"),
        ([("1", "x"), ("2", "")], [], "item_text_missing"),
    ],
)
def test_only_fair_pairs_are_published(pairs, distractors, reason):
    assert MATCHING.may_publish(matched(*pairs, distractors=distractors)).reason == reason


@pytest.mark.parametrize(
    ("answer", "whole", "per_place", "neighbours"),
    [
        (in_order("abcd"), 1, "1", "1"),
        (in_order("bcda"), 0, "0", "2/3"),  # one step too late, the rest follows rightly
        (in_order("dcba"), 0, "0", "0"),
        (in_order("abdc"), 0, "1/2", "1/3"),
        (placed({"a": 1, "b": 2, "c": 2, "d": 4}), 0, "1/2", "0"),  # both at 2 are wrong
        (placed({"a": 1, "b": 2}), 0, "1/2", "1/3"),  # the others have no place
        (placed({"a": 1, "b": 1, "c": 1, "d": 1}), 0, "0", "0"),
        ({}, 0, "0", "0"),
    ],
)
def test_order_earns_by_the_rule_that_is_named(answer, whole, per_place, neighbours):
    shares = {"all_or_nothing": whole, "per_place": per_place, "neighbours": neighbours}

    for scoring, share in shares.items():
        assert ORDERING.share(ordered(scoring), answer) == Fraction(share)


@pytest.mark.parametrize("scoring", ORDERING.scorings)
def test_only_the_right_order_earns_everything(scoring):
    full = [
        order
        for order in permutations("abcd")
        if ORDERING.share(ordered(scoring), in_order(order)) == 1
    ]

    assert full == [("a", "b", "c", "d")]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (in_order("dcba"), ""),
        ({}, ""),
        (placed({"a": 1, "b": 1}), "place_taken_twice"),
        (placed({"a": 1, "b": 3}), "answer_incomplete"),
    ],
)
def test_places_taken_twice_or_left_open_are_kept_and_remarked_upon(answer, reason):
    wording = ordered()
    layout = ORDERING.lay_out(wording, 1)

    assert ORDERING.read(wording, layout, ORDERING.fields(answer)) == answer
    assert ORDERING.remark(wording, answer).reason == reason


@pytest.mark.parametrize("place", ["0", "5", "1.0", "first", "²"])
def test_a_place_that_is_not_there_is_refused(place):
    wording = ordered()

    with pytest.raises(Refused) as refused:
        ORDERING.read(wording, ORDERING.lay_out(wording, 1), {id_of("a"): [place]})
    assert refused.value.reason == "option_not_offered"


def test_places_are_said_in_figures_and_in_order():
    wording = item("ordering", {"sequence": [f"step {number}" for number in range(1, 12)]})

    assert ORDERING.key_in_words(wording).startswith("1. step 1; 2. step 2; ")
    assert ORDERING.key_in_words(wording).endswith("; 11. step 11")


TEXT = {
    "text": "Ask [[when]] and [[how]].",
    "gaps": [
        {"name": "when", "options": ["first", "last"], "correct": "first"},
        {"name": "how", "options": ["aloud", "silently", "never"], "correct": "aloud"},
    ],
}


@pytest.mark.parametrize(
    ("answer", "whole", "per_gap", "words"),
    [
        ({"when": "first", "how": "aloud"}, 1, "1", "Ask [first] and [aloud]."),
        ({"when": "first"}, 0, "1/2", "Ask [first] and […]."),
        ({"when": "last", "how": "never"}, 0, "0", "Ask [last] and [never]."),
        ({}, 0, "0", ""),
    ],
)
def test_gaps_earn_together_or_each_for_itself(answer, whole, per_gap, words):
    answer = {name: id_of(text) for name, text in answer.items()}

    for scoring, share in (("all_or_nothing", whole), ("per_gap", per_gap)):
        assert GAPS.share(item("gaps", TEXT, scoring), answer) == Fraction(share)
    assert GAPS.in_words(item("gaps", TEXT), answer) == words


def test_a_text_is_shown_in_pieces_with_its_gaps():
    wording = item("gaps", TEXT)
    shown = GAPS.shown(wording, GAPS.lay_out(wording, 1), {"how": id_of("aloud")})

    assert [piece.get("field") or piece["text"] for piece in shown["pieces"]] == [
        "Ask ",
        "when",
        " and ",
        "how",
        ".",
    ]
    assert [one["text"] for one in shown["pieces"][3]["choices"] if one["chosen"]] == ["aloud"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"text": "Ask."}, "item_needs_elements"),
        ({"text": "Ask [[when]]."}, "item_gaps_differ"),
        ({"text": "Ask [[when]], [[when]] and [[how]]."}, "item_gaps_differ"),
        ({"text": "Ask [[when]], [[how]] and [[who]]."}, "item_gaps_differ"),
        ({"gaps": [*TEXT["gaps"], TEXT["gaps"][0]]}, "item_gaps_differ"),
        (
            {"text": "[[a.b]]", "gaps": [TEXT["gaps"][0] | {"name": "a.b"}]},
            "item_name_unusable",
        ),
        (
            {"text": "[[when]]", "gaps": [TEXT["gaps"][0] | {"correct": "never"}]},
            "item_needs_right_and_wrong",
        ),
        (
            {"text": "[[when]]", "gaps": [TEXT["gaps"][0] | {"options": ["first"]}]},
            "item_needs_right_and_wrong",
        ),
        (
            {"text": "[[when]]", "gaps": [TEXT["gaps"][0] | {"options": ["first", "first "]}]},
            "item_options_alike",
        ),
        (
            {"text": "[[when]]", "gaps": [TEXT["gaps"][0] | {"options": ["first", ""]}]},
            "item_text_missing",
        ),
    ],
)
def test_only_a_text_whose_gaps_can_be_filled_is_published(change, reason):
    assert GAPS.may_publish(item("gaps", TEXT | change)).reason == reason
