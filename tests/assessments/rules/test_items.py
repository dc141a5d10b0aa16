"""The life of versions: who reviews them, and where they may move."""

import pytest

from assessments.rules.items import TRANSITIONS, State, may_move, may_review
from training_site.wording import sentence

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
