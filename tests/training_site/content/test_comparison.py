"""Two texts set against each other: what stays, what is new, what is gone, word by word."""

import time

import pytest

from training_site.content.rules.comparison import changes, compare, paragraphs_of


def told(before, after):
    """Each paragraph as (kind, its words with marks for what was added and removed)."""
    marks = {"same": "{}", "added": "+{}+", "removed": "-{}-"}
    return [
        (one.kind, " ".join(marks[piece.kind].format(piece.text.strip()) for piece in one.pieces))
        for one in compare(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (["One."], ["One."], [("same", "One.")]),
        ([], ["One."], [("added", "+One.+")]),
        (["One."], [], [("removed", "-One.-")]),
        # Nothing in common: one is gone, another is new.
        (
            ["Wholly other words."],
            ["New."],
            [("removed", "-Wholly other words.-"), ("added", "+New.+")],
        ),
        # Most words stay: the same paragraph, changed.
        (
            ["Keep records for five years."],
            ["Keep records for seven years."],
            [("changed", "Keep records for -five- +seven+ years.")],
        ),
        # A paragraph put in between moves nothing else.
        (
            ["A b.", "C d."],
            ["A b.", "New.", "C d."],
            [("same", "A b."), ("added", "+New.+"), ("same", "C d.")],
        ),
        # What was dropped before a changed one stands before it.
        (
            ["Drop this here.", "Keep it for five years."],
            ["Keep it for six years."],
            [("removed", "-Drop this here.-"), ("changed", "Keep it for -five- +six+ years.")],
        ),
    ],
)
def test_paragraphs_are_paired_and_compared_by_words(before, after, shown):
    assert told(before, after) == shown


def test_markup_counts_for_nothing_and_headings_and_lists_are_paragraphs():
    html = (
        "<h2>First</h2><p>Some <b>words</b>&nbsp;&amp; more<br/>here.</p>"
        "<ul><li>One</li><li>Two</li></ul><p> </p>"
    )

    assert paragraphs_of(html) == ["First", "Some words & more here.", "One", "Two"]
    assert [one.is_same for one in changes("<p>A <i>b</i></p>", "<p><b>A b</b></p>")] == [True]


def test_neighbours_that_stayed_are_one_passage():
    before = "<p>A.</p><p>B.</p><p>C.</p>"
    after = "<p>A.</p><p>B.</p><p>Wholly different.</p>"

    same, new = changes(before, after)

    assert (same.is_same, len(same.paragraphs)) == (True, 2)
    assert not new.is_same


@pytest.mark.parametrize("said", ["these", "something quite different from before, with"])
def test_a_long_text_is_compared_in_a_moment(said):
    words = [f"Paragraph {number} says this and that about {number * 7}." for number in range(400)]
    other = [f"{at} {said} {at * 3}." if at % 3 else text for at, text in enumerate(words)]
    began = time.perf_counter()

    compare(words, other)

    assert time.perf_counter() - began < 2
