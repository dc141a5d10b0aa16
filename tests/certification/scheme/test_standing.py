"""How an entry stands, in words: no database, the answer of the engine given."""

from types import SimpleNamespace

import pytest

from certification.scheme.limits_in_words import limits_of
from certification.scheme.rules import read_scheme
from certification.scheme.standing import standing_of
from tests.factories.certification import SCHEME


def an_entry(state: str, *, corrects=None):
    return SimpleNamespace(
        state=state, public_id="e1", minutes=90, supervisor="Ines", corrects_id=corrects
    )


def found(minutes=90, losses=(), flags=()) -> dict:
    rows = [{"entry": "e1", "minutes": m, "reason": r, "by": by} for m, r, by in losses]
    return {"entries": {"e1": {"minutes": minutes, "losses": rows, "flags": list(flags)}}}


NOT_SIGNED = (90, "not_signed", None)


@pytest.mark.parametrize(
    ("entry", "result", "word", "sentence"),
    [
        (an_entry("draft"), found(), "Draft", "Not sent yet."),
        (an_entry("returned"), found(), "Returned", "Open it to read the comment."),
        (
            an_entry("submitted"),
            found(0, [NOT_SIGNED]),
            "Waiting for signature",
            "Counts once Ines has signed.",
        ),
        (
            an_entry("submitted"),
            found(0, [(90, "supervisor_not_qualified", "qualified")]),
            "Will not count",
            "The supervisor was not qualified on this date.",
        ),
        (an_entry("signed"), found(), "Counts", None),
        (
            an_entry("signed"),
            found(30, [(60, "over_cap", "remote")]),
            "Counts in part",
            "30 min of 1 h 30 min count.",
        ),
        (
            an_entry("signed"),
            found(0, [(90, "over_cap", "remote")]),
            "Does not count",
            "Remote only so far.",
        ),
        (
            an_entry("signed"),
            found(0, [(90, "not_in_scope", None)]),
            "Signed",
            "No requirement asks for hours of this kind.",
        ),
        (
            an_entry("submitted", corrects=7),
            found(0, [NOT_SIGNED]),
            "Correction",
            "Takes the place of the signed entry once Ines has signed it.",
        ),
        # Before a scheme is loaded nobody can say what counts.
        (an_entry("signed"), None, "Signed", None),
    ],
)
def test_an_entry_says_how_it_stands(entry, result, word, sentence):
    standing = standing_of(entry, result, {"remote": "Remote only so far."})

    assert standing.word == word
    assert sentence is None or sentence in standing.sentences


def test_the_limits_of_the_scheme_have_sentences():
    limits = limits_of(read_scheme(SCHEME.read_text(encoding="utf-8")))

    assert limits == {
        "weekly": "Direct sessions: at most 15 h count in any 7 days.",
        "documentation": "Documentation and reflection: at most 20 h count.",
        "remote": "Direct sessions remote: at most 9 h count.",
        "one-case": "Direct sessions: at most 45 h count from one case.",
    }
