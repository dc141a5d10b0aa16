"""The terms of an attempt travel as a document that outlives the code that wrote it."""

import pytest

from assessments.rules.terms import Feedback, Navigation, Overdue, Terms

STRICT = Terms(
    minutes=30,
    overdue=Overdue.GRACE,
    grace_hours=2,
    navigation=Navigation.SEQUENTIAL,
    page_size=5,
    feedback=Feedback.IMMEDIATE,
)


@pytest.mark.parametrize("terms", [Terms(), STRICT])
def test_terms_come_back_from_their_document_as_they_were(terms):
    assert Terms.from_document(terms.to_document()) == terms


def test_a_key_that_did_not_exist_yet_means_the_default():
    assert Terms.from_document({}) == Terms()
    assert Terms.from_document({"minutes": 30}) == Terms(minutes=30)


def test_a_key_from_elsewhere_is_left_alone():
    assert Terms.from_document({"minutes": 30, "room": "B"}) == Terms(minutes=30)


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 0},
        {"minutes": "30"},
        {"minutes": True},
        {"overdue": "later"},
        {"overdue": None},
        {"grace_hours": 0},
        {"navigation": "backwards"},
        {"page_size": -1},
        {"page_size": None},
        {"feedback": ""},
    ],
)
def test_terms_that_mean_nothing_are_an_error(wrong):
    with pytest.raises(ValueError):
        Terms.from_document(wrong)
