"""Words as searching compares them."""

import pytest

from training_site.content.folding import folded, to_index, words_of


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Consent", "consent"),
        ("MÜLLER", "muller"),
        ("naïve", "naive"),
        ("Straße", "strasse"),
        ("œuvre", "oeuvre"),
        ("ﬁdelity", "fidelity"),  # one sign for two letters, as copied from a PDF
        ("e\u0301tude", "etude"),  # the accent as a sign of its own
        ("İstanbul", "istanbul"),
    ],
)
def test_capitals_and_accents_make_no_difference(typed, compared):
    assert folded(typed) == compared


def test_words_end_at_every_sign_that_is_no_letter_or_figure():
    assert to_index("well-being, one's_own", "2024 (p. 3)") == "well being one s own 2024 p 3"


def test_a_word_says_where_it_stands():
    [(start, end, word)] = words_of("… Müller!")

    assert "… Müller!"[start:end] == "Müller"
    assert word == "muller"
