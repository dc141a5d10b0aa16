"""What can be asked for, what is quoted, and how an address keeps the words to itself."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from courses.search.passages import passages_of
from courses.search.rules.asking import MOST, may_search, searched_words
from courses.search.snippets import finds, snippet
from training_site.crypto.sealed_words import opened, sealed

ANNA, BEN = SimpleNamespace(public_id=uuid4()), SimpleNamespace(public_id=uuid4())


def test_single_letters_and_repeated_words_are_passed_over():
    assert searched_words(["a", "touch", "touch", "is"]) == ["touch", "is"]
    assert len(searched_words([f"word{n}" for n in range(20)])) == MOST


def test_one_letter_is_too_short():
    assert may_search(["ab"])
    assert may_search([]).reason == "search_too_short"


def test_found_words_are_marked_whole():
    assert snippet("Naïve consent.", ["nai", "consent"]) == (
        "<mark>Naïve</mark> <mark>consent</mark>."
    )


def test_what_is_quoted_is_text():
    assert snippet("<script>a & b touch</script>", ["touch"]) == (
        "&lt;script&gt;a &amp; b <mark>touch</mark>&lt;/script&gt;"
    )


def test_a_long_text_is_cut_between_words_around_the_first_found():
    text = "before " * 60 + "touch " + "after " * 60

    quoted = snippet(text, ["touch"])

    assert quoted.startswith("… before")
    assert quoted.endswith("after …")
    assert "<mark>touch</mark>" in quoted
    assert len(quoted) < 300


def test_the_window_shows_most_of_the_words_where_it_can():
    text = "touch " + "between " * 60 + "touch and consent"

    assert "<mark>consent</mark>" in snippet(text, ["touch", "consent"])


def test_a_heading_ends_like_a_sentence():
    given = source(("prose", "<h2>Why ask</h2><p>Because.</p><h3>Who?</h3><p>You.</p>"))

    assert list(passages_of(given))[1].text == "Why ask. Because. Who? You."


def test_a_text_without_the_words_is_quoted_from_its_beginning():
    assert snippet("Only this.", ["touch"]) == "Only this."
    assert finds("Only this.", ["touch"]) == 0


def test_a_text_of_one_endless_word_is_cut_all_the_same():
    assert len(snippet("x" * 5000, ["xx"])) < 400


def source(*blocks, **more):
    body = [{"id": f"id-{kind}", "type": kind, "value": value} for kind, value in blocks]
    return {"summary": "In short.", "content_note": "", "terms": {}, "body": body} | more


def test_each_block_is_a_passage_in_plain_words():
    given = source(
        ("prose", "<p>One [@KEY] <b>bold</b>.</p><p>Then [[maybe|a maybe]] &amp; more</p>"),
        (
            "vignette",
            {
                "title": "At the door",
                "situation": "<p>She waits.</p>",
                "question": "And now?",
                "choices": [
                    {"type": "item", "value": {"text": "Ask", "discussion": "<p>Why.</p>"}}
                ],
            },
        ),
        ("definition", {"term": "maybe"}),
        ("reflection", {"prompt": "<p>What?</p>"}),
        ("figure", {"caption": None}),
        terms={"maybe": {"term": "Maybe", "definition": "Not a yes."}},
    )

    assert [(one.place, one.text) for one in passages_of(given)] == [
        ("", "In short."),
        ("b-id-prose", "One bold. Then a maybe & more"),
        ("b-id-vignette", "At the door She waits. And now? Ask Why."),
        ("b-id-definition", "Maybe Not a yes."),
        ("b-id-reflection", "What?"),
    ]


def test_what_a_content_note_holds_back_is_found_and_not_quoted():
    given = source(
        (
            "content_note",
            {"note": "An account of harm.", "alternative": "-", "text": "<p>Told.</p>"},
        )
    )

    [_summary, passage] = passages_of(given)

    assert passage.text == "An account of harm. Told."
    assert passage.shown == "An account of harm."


def test_the_answers_of_a_check_stay_in_the_lesson():
    options = [{"type": "item", "value": {"text": "Canary", "correct": True, "feedback": "x"}}]
    given = source(("check", {"stem": "Which?", "options": options}))

    assert [one.text for one in passages_of(given)] == ["In short.", "Which?"]


def test_a_sealed_search_opens_for_its_own_person_only():
    seal = sealed("touch and consent", "a search", ANNA)

    assert "touch" not in seal
    assert opened(seal, "a search", ANNA) == "touch and consent"
    assert opened(seal, "a search", BEN) is None
    assert opened(seal, "another search", ANNA) is None
    assert sealed("touch and consent", "a search", ANNA) != seal


@pytest.mark.parametrize(
    "seal", ["", "x", "../../secret.AAAA", "1." + "A" * 60, "9." + "A" * 60, "1." + "A" * 5000]
)
def test_what_is_no_seal_opens_nothing(seal):
    assert opened(seal, "a search", ANNA) is None


def test_a_seal_that_was_cut_short_opens_nothing():
    assert opened(sealed("touch", "a search", ANNA)[:-3], "a search", ANNA) is None
