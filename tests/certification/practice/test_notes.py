"""A hint, never a judgement: what might tell who a client is, and what names nobody."""

import pytest

from certification.practice.note_hints import hint_about
from certification.practice.rules.notes import identifiers_in, marked, words_in


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("We went slower when Anna asked for it.", ("Anna",)),
        ("Then Anna-Lena stopped.", ("Anna-Lena",)),  # after a word that itself names nobody
        ("Met with O'Neill again.", ("O'Neill",)),
        ("Anna said no, and I heard it.", ("Anna",)),  # at the start, by what follows
        ("Dr Weber was told.", ("Dr Weber",)),  # a title
        ("Mrs. Ann Weber came late.", ("Mrs. Ann Weber",)),
        ("A man called Tom.", ("Tom",)),
        ("His name is Émile.", ("Émile",)),
        ("The client K was calm.", ("K",)),  # an initial
        ("J. S. was calm.", ("J. S.",)),
        ("We met in London.", ("London",)),  # a place can tell who it is, as a name can
        ("Works at Siemens, she says.", ("Siemens",)),
        ("A client of 34 years old.", ("34 years old",)),
        ("She is a 34-year-old teacher.", ("34-year-old",)),
        ("He turned 40.", ("turned 40",)),
        ("Born in 1984, she says.", ("Born in 1984",)),
        ("DOB 3/5/84", ("DOB", "3/5/84")),
        ("On 3 May Anna wrote to a@b.org", ("3 May", "Anna", "a@b.org")),
    ],
)
def test_what_might_tell_who_a_client_is_is_found_word_for_word(note, words):
    assert words_in(note) == words


@pytest.mark.parametrize(
    "note",
    [
        "Nothing to hide: we breathed together.",
        "I asked before each step. She said yes. He said no.",
        "On Monday we began late; in November we pause.",
        "Case B is open, and so is case C.",
        "As Masters and Johnson describe it.",
        "Discussed with my Mentor how I felt, and what I need.",
        "SPT and CBT differ; PTSD was not the subject.",
        "Sensate Focus, Step 2, with a British reserve.",
        "Two things: First the breath. Second the pause.",
        "I learned this:\nWait longer.\n- Then wait again.",
        "“Stop” is a whole sentence. “No” is another.",
        "Plan for next time, about 45 minutes, 3 of 12.",
        "Everybody said what they needed. Nobody asked twice.",
        "It took years of practice. Aged ideas about touch.",
        "",
    ],
)
def test_what_names_nobody_is_left_alone(note):
    assert words_in(note) == ()


def test_each_kind_is_named_once_in_the_hint():
    assert identifiers_in("Anna and Tom, born 1984, on 3 May") == ("name", "date")
    assert "“Tom”" in hint_about("With Tom.")
    assert hint_about("We practised.") == ""


@pytest.mark.parametrize("note", ["", "No one.", "With Tom and Anna, aged 30.\nAnd a@b.org."])
def test_the_marked_pieces_are_the_note(note):
    assert "".join(piece for piece, _found in marked(note)) == note
