"""The rubric that the tests of marking share, worth six marks, and markings by it."""

from decimal import Decimal

from assessments.rules.marking.rubric import marks_of_scoring, rubric_of
from assessments.rules.marking.script import Marking, Part

MARKS = 6
ENTRIES = [
    {
        "name": "Consent",
        "text": "Names how consent is sought and kept under review",
        "levels": [
            {"marks": 0, "text": "Not addressed"},
            {"marks": "1.5", "text": "Sought once"},
            {"marks": 3, "text": "Sought, and reviewed at each step"},
        ],
    },
    {
        "name": "Boundaries",
        "text": "Keeps the roles of therapist and surrogate partner apart",
        "levels": [{"marks": 0, "text": "Blurred"}, {"marks": 3, "text": "Kept"}],
    },
]
RUBRIC = rubric_of(ENTRIES)


def scored(consent, boundaries):
    return {"Consent": consent, "Boundaries": boundaries}


def marking(marker, part=Part.FIRST, consent=2, boundaries=1, **changes):
    scoring = scored(consent, boundaries)
    given = {"marks": marks_of_scoring(RUBRIC, scoring), "scoring": scoring} | changes
    return Marking(marker, part, **given)


def marked(marks, marker="first marker", part=Part.FIRST, **changes):
    """A marking of which only the mark matters."""
    return Marking(marker, part, Decimal(marks), **changes)
