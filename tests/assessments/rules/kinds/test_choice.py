"""One option, several, true or false: the rules by name, and what no rule may give away."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.rules.kinds import Wording, kind_of
from assessments.rules.kinds.choice import SCORINGS
from training_site.verdict import Refused

RULES = st.sampled_from(sorted(SCORINGS))


def item(*right, of="abcd", kind="multiple", scoring="", pinned=""):
    options = [
        {"id": one, "text": one, "correct": one in right, "feedback": f"why {one}"} for one in of
    ]
    for option in options:
        if option["id"] in pinned:
            option["pinned"] = True
    return Wording(kind, options=options, scoring=scoring)


@pytest.mark.parametrize(
    ("scoring", "key", "chosen", "share"),
    [
        ("", "ac", "ac", "1"),
        ("", "ac", "a", "0"),
        ("", "ac", "abc", "0"),
        ("", "ac", "", "0"),
        ("right_minus_wrong", "ac", "ac", "1"),
        ("right_minus_wrong", "ac", "a", "1/2"),
        ("right_minus_wrong", "ac", "ab", "0"),
        ("right_minus_wrong", "ac", "abc", "1/2"),
        ("right_minus_wrong", "ac", "bd", "0"),  # never below nothing
        ("right_minus_wrong", "ac", "abcd", "0"),
        ("each_option_judged", "ac", "ac", "1"),
        ("each_option_judged", "ac", "a", "3/4"),
        ("each_option_judged", "ac", "abc", "3/4"),
        ("each_option_judged", "ac", "abcd", "1/2"),
        ("each_option_judged", "ac", "", "0"),  # leaving all alone judges nothing
        ("each_option_judged", "ac", "bd", "0"),
    ],
)
def test_shares_of_several_answers_by_the_rule_that_is_named(scoring, key, chosen, share):
    wording = item(*key, scoring=scoring)

    assert kind_of("multiple").share(wording, sorted(chosen)) == Fraction(share)


@pytest.mark.parametrize("scoring", SCORINGS)
def test_all_ticked_is_never_full_under_any_rule(scoring):
    for size in (1, 2, 3):
        for key in combinations("abcd", size):
            assert kind_of("multiple").share(item(*key, scoring=scoring), list("abcd")) < 1


@given(
    RULES,
    st.sets(st.sampled_from("abcdef"), min_size=1, max_size=5),
    st.sets(st.sampled_from("abcdef")),
)
def test_full_means_the_key_exactly_and_shares_stay_within_bounds(scoring, key, chosen):
    share = kind_of("multiple").share(item(*key, of="abcdef", scoring=scoring), sorted(chosen))

    assert 0 <= share <= 1
    assert (share == 1) is (key == chosen)
    assert chosen or share == 0


@pytest.mark.parametrize(("chosen", "share"), [(["b"], 1), (["a"], 0), ([], 0)])
def test_one_answer_is_right_or_not(chosen, share):
    assert kind_of("single").share(item("b", kind="single"), chosen) == share


@pytest.mark.parametrize(
    ("kind", "values", "answer"),
    [
        ("single", ["a"], ["a"]),
        ("single", [], []),  # an empty answer is an answer
        ("single", [""], []),
        ("single", ["a", "a"], ["a"]),  # the same one twice is one
        ("multiple", ["c", "a", "c"], ["a", "c"]),
        ("multiple", ["a", "b", "c"], ["a", "b", "c"]),  # allowed; it never earns all
    ],
)
def test_what_is_chosen_is_read_in_one_form(kind, values, answer):
    wording = item("a", of="abc", kind=kind)

    assert kind_of(kind).read(wording, ["c", "a", "b"], {"": values}) == answer


@pytest.mark.parametrize(
    ("kind", "fields", "reason"),
    [
        ("single", {"": ["a", "b"]}, "one_option_only"),
        ("single", {"": ["z"]}, "option_not_offered"),
        ("true_false", {"": ["a", "b"]}, "one_option_only"),
        ("multiple", {"": ["a", "z"]}, "option_not_offered"),
        ("multiple", {"": ["a"], "unit": ["a"]}, "field_unknown"),
    ],
)
def test_only_options_of_the_question_are_answers(kind, fields, reason):
    with pytest.raises(Refused) as refused:
        kind_of(kind).read(item("a", of="abc", kind=kind), ["c", "a", "b"], fields)

    assert refused.value.reason == reason


def test_true_stays_before_false_and_the_others_mix():
    true_false = item("a", of="ab", kind="true_false")
    single = item("a", of="abc", kind="single")

    assert {tuple(kind_of("true_false").lay_out(true_false, seed)) for seed in range(20)} == {
        ("a", "b")
    }
    assert {"".join(kind_of("single").lay_out(single, seed)) for seed in range(40)} == {
        "abc",
        "acb",
        "bac",
        "bca",
        "cab",
        "cba",
    }


@given(st.integers(), st.sets(st.sampled_from("abcdef")))
def test_pinned_options_keep_their_place(seed, pinned):
    laid_out = kind_of("multiple").lay_out(item("a", of="abcdef", pinned=pinned), seed)

    assert sorted(laid_out) == list("abcdef")
    assert all(laid_out["abcdef".index(one)] == one for one in pinned)


def test_a_seed_lays_out_as_it_always_did():
    """Attempts keep their layout, and so does whoever draws one again from the same seed."""
    assert kind_of("single").lay_out(item("a", of="abcd"), "seed:1") == list("dcba")


def test_what_is_judged_says_each_option_as_it_stood():
    judged = kind_of("multiple").judged(item("a", "b", of="abc"), ["c", "b", "a"], ["b", "c"])

    assert [(one.label, one.answer, one.key, one.right, one.feedback) for one in judged] == [
        ("c", "c", "", False, "why c"),
        ("b", "b", "b", True, "why b"),
        ("a", "", "a", False, "why a"),
    ]


def test_more_options_than_letters_lose_none():
    entry = {"options": [{"text": str(number), "feedback": ""} for number in range(60)]}
    options = kind_of("multiple").stored(entry)["options"]

    assert len({option["id"] for option in options}) == 60
    assert kind_of("multiple").entry(Wording("multiple", options=options)) == entry


def test_a_kind_that_nobody_knows_is_refused():
    with pytest.raises(Refused) as refused:
        kind_of("crossword")

    assert refused.value.reason == "item_kind_unknown"


@pytest.mark.parametrize(
    ("kind", "scoring", "key", "texts", "reason"),
    [
        ("single", "", "a", ["One", "Two", "Three"], ""),
        ("single", "", "ab", ["One", "Two", "Three"], "item_needs_one_key"),
        ("single", "", "", ["One", "Two", "Three"], "item_needs_right_and_wrong"),
        ("single", "", "a", ["One", "One "], "item_options_alike"),
        ("single", "", "a", ["One", " "], "item_text_missing"),
        ("multiple", "all_or_nothing", "ab", ["One", "Two", "Three"], ""),
        (
            "multiple",
            "all_or_nothing",
            "abc",
            ["One", "Two", "Three"],
            "item_needs_right_and_wrong",
        ),
        ("multiple", "", "ab", ["One", "Two", "Three"], "item_scoring_unknown"),
        ("multiple", "by_feeling", "ab", ["One", "Two", "Three"], "item_scoring_unknown"),
        ("true_false", "", "a", ["True", "False"], ""),
        ("true_false", "", "a", ["One", "Two", "Three"], "item_needs_two_options"),
        ("true_false", "", "a", ["True"], "item_needs_two_options"),
        ("true_false", "", "", [], "item_needs_right_and_wrong"),
    ],
)
def test_only_a_fair_item_is_published(kind, scoring, key, texts, reason):
    listed = [{"text": text, "correct": "abc"[n] in key} for n, text in enumerate(texts)]
    options = kind_of(kind).stored({"options": listed})["options"]

    assert kind_of(kind).may_publish(Wording(kind, "?", options, scoring=scoring)).reason == reason


@pytest.mark.parametrize("marks", [0, -1])
def test_an_item_is_worth_a_mark_at_least(marks):
    wording = Wording("single", options=item("a").options, marks=marks)

    assert kind_of("single").may_publish(wording).reason == "item_needs_marks"
