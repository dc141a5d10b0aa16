"""What an item must be before anybody meets it, and the life of its versions."""

import pytest

from assessments.rules.items import TRANSITIONS, Kind, State, may_move, may_publish, may_review
from training_site.wording import sentence


def options(*right, texts=("One", "Two", "Three")):
    return [
        {"id": "abc"[n], "text": text, "correct": "abc"[n] in right} for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("kind", "scoring", "given", "reason"),
    [
        (Kind.SINGLE, "", options("a"), ""),
        (Kind.SINGLE, "", options("a", "b"), "item_needs_one_key"),
        (Kind.SINGLE, "", options(), "item_needs_right_and_wrong"),
        (Kind.SINGLE, "", options("a", texts=["One", "One "]), "item_options_alike"),
        (Kind.MULTIPLE, "all_or_nothing", options("a", "b"), ""),
        (Kind.MULTIPLE, "all_or_nothing", options("a", "b", "c"), "item_needs_right_and_wrong"),
        (Kind.MULTIPLE, "", options("a", "b"), "item_scoring_unknown"),
        (Kind.MULTIPLE, "by_feeling", options("a", "b"), "item_scoring_unknown"),
        (Kind.TRUE_FALSE, "", options("a", texts=["True", "False"]), ""),
        (Kind.TRUE_FALSE, "", options("a"), "item_needs_two_options"),
    ],
)
def test_only_a_fair_item_is_published(kind, scoring, given, reason):
    assert may_publish(kind, scoring, given).reason == reason


LEGAL = {
    ("draft", "reviewed"),
    ("reviewed", "draft"),
    ("reviewed", "piloted"),
    ("reviewed", "live"),
    ("piloted", "live"),
    ("piloted", "retired"),
    ("live", "retired"),
}


@pytest.mark.parametrize("old", TRANSITIONS)
@pytest.mark.parametrize("new", TRANSITIONS)
def test_versions_move_along_the_table_only(old, new):
    assert bool(may_move(old, new)) is ((old, new) in LEGAL)


def test_what_learners_may_have_seen_never_becomes_a_draft_again():
    shown = set(TRANSITIONS) - set(State.UNPUBLISHED)

    assert not any(TRANSITIONS[state] & set(State.UNPUBLISHED) for state in shown)


def test_a_refused_move_says_from_where_to_where():
    assert "live" in sentence(may_move("live", "draft"))


def test_nobody_reviews_their_own_wording():
    assert may_review(own=False)
    assert may_review(own=True).reason == "item_version_not_by_its_author"
