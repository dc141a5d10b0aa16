"""Who counts as an author, and who may approve and publish: plain values, no database."""

import pytest

from courses.authoring.rules.peers import (
    Saved,
    authors,
    may_approve,
    may_go_live,
    may_move,
    may_publish,
)


def states(*pairs):
    return [Saved(content, by) for content, by in pairs]


@pytest.mark.parametrize(
    ("saved", "content", "expected"),
    [
        ([], "x", set()),
        ([("x", "ann")], "x", {"ann"}),
        ([("x", "ann"), ("y", "ben")], "y", {"ann", "ben"}),
        # The same words saved again (a comment, a date, the publisher) make nobody an author.
        ([("x", "ann"), ("x", "ben")], "x", {"ann"}),
        # Going back to what stood there before takes away what was written in between.
        ([("x", "ann"), ("y", "ben"), ("x", "ben")], "x", {"ann"}),
        # Nor does a comment on what is published.
        ([("live", "ben"), ("y", "ann")], "y", {"ann"}),
        # The site's own files have no author; who changed them afterwards is one.
        ([("x", None)], "x", set()),
        ([("x", None), ("y", "ann")], "y", {"ann"}),
    ],
)
def test_the_authors_of_a_state(saved, content, expected):
    assert authors(states(*saved), content, before="live") == expected


@pytest.mark.parametrize(
    ("person", "wrote", "approved", "reason"),
    [
        ("ben", {"ann"}, {"ben"}, ""),  # two people are enough
        ("cleo", {"ann"}, {"ben"}, ""),
        ("ann", {"ann"}, {"ben"}, "own_work"),  # approved, and still not hers to publish
        ("ben", {"ann"}, set(), "not_approved"),
        ("ben", {"ann"}, {"ann"}, "not_approved"),  # her own approval is none
        ("ben", {"ann", "ben"}, {"cleo"}, "own_work"),
        ("ben", set(), set(), "not_approved"),  # nobody known to have written it: still to be read
    ],
)
def test_who_publishes(person, wrote, approved, reason):
    assert may_publish(person, authors=wrote, approvers=approved).reason == reason


def test_nobody_approves_their_own():
    assert may_approve("ben", authors={"ann"})
    assert may_approve("ann", authors={"ann"}).reason == "own_work"


@pytest.mark.parametrize(
    ("wrote", "approved", "reason"),
    [
        (set(), set(), ""),  # a file of the curriculum
        ({"ann"}, {"ben"}, ""),
        ({"ann"}, set(), "not_approved"),
        ({"ann"}, {"ann"}, "not_approved"),
    ],
)
def test_what_the_wall_lets_through(wrote, approved, reason):
    assert may_go_live(authors=wrote, approvers=approved).reason == reason


@pytest.mark.parametrize(
    ("live", "studied", "other", "reason"),
    [
        (True, True, False, ""),
        (False, False, True, ""),
        (True, False, True, "published_stays_in_programme"),
        (False, True, True, "published_stays_in_programme"),
    ],
)
def test_what_moves_to_another_programme(live, studied, other, reason):
    assert may_move(live=live, studied=studied, other_programme=other).reason == reason
