"""The examples are what they say: of every kind, publishable, and right when answered rightly."""

import pytest

from assessments.rules.kinds import KINDS_OF_ITEM, kind_of
from tests.assessments.rules.kinds.examples import EXAMPLES
from tests.assessments.rules.kinds.strategies import wording_of


def test_there_is_an_example_of_every_kind():
    assert set(EXAMPLES) == set(KINDS_OF_ITEM)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_may_be_published_and_comes_back_as_written(name):
    entry, kind = EXAMPLES[name], kind_of(name)
    wording = wording_of(entry)

    assert kind.may_publish(wording)
    assert kind.entry(wording).items() <= entry.items()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("true_false", "False"),
        ("numeric", "9 h"),
        ("short_text", "…informed…"),
        (
            "matching",
            "Therapist → The treatment plan; Surrogate partner → The exercises in the session; "
            "Client → The pace, and every yes and no",
        ),
        (
            "gaps",
            "The surrogate partner asks [before] each new exercise, and the client may answer no "
            "[without a reason].",
        ),
        ("essay", ""),
    ],
)
def test_the_key_reads_well(name, key):
    assert kind_of(name).key_in_words(wording_of(EXAMPLES[name])) == key


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_shown_holds_no_feedback(name):
    wording, kind = wording_of(EXAMPLES[name]), kind_of(name)
    shown = str(kind.shown(wording, kind.lay_out(wording, 1), kind.blank()))

    assert "feedback" not in shown
    assert "correct" not in shown
