"""Examinations for the tests of regrading: one wrong question, and attempts that met it."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from assessments.rules.kinds import Wording, kind_of
from assessments.rules.regrading.attempts import AnswerGiven, AttemptMarked, ItemMarked
from assessments.rules.regrading.correction import Correction, Mode
from assessments.rules.scoring import marks_of

WRONG = 1
"""The position of the question that turned out to be wrong."""


def wording(
    *right, of="abcd", kind="multiple", scoring="each_option_judged", marks=1, stem="Which?"
):
    options = [
        {"id": name, "text": f"Option {name}", "correct": name in right, "feedback": ""}
        for name in of
    ]
    return Wording(kind, stem, options, {}, scoring, marks)


def single(right, **changes):
    return wording(right, kind="single", scoring="", **changes)


def attempt_of(key, answer, worded, others=(), pass_marks=1, **changes):
    """An attempt that answered the question as worded; `others` are marks, each out of one."""
    share = kind_of(worded.kind).share(worded, answer)
    items = [ItemMarked(WRONG, Decimal(worded.marks), marks_of(share, worded.marks), version="v1")]
    items += [
        ItemMarked(position, Decimal(1), None if marks is None else Decimal(marks))
        for position, marks in enumerate(others, start=WRONG + 1)
    ]
    return AttemptMarked(key, tuple(items), Decimal(pass_marks), **changes)


def given_in(attempt, answer, worded, **changes):
    return AnswerGiven(attempt.key, WRONG, answer, worded, **changes)


class Room:
    """Attempts at one wording of the question, each with its final answer."""

    def __init__(self, worded, *sittings):
        self.worded = worded
        self.attempts, self.answers = [], []
        for answer, settings in sittings:
            by_hand = settings.pop("by_hand", False)
            attempt = attempt_of(len(self.attempts), answer, worded, **settings)
            self.attempts.append(attempt)
            self.answers.append(given_in(attempt, answer, worded, by_hand=by_hand))


LETTERS = "abcd"
answers = st.sets(st.sampled_from(LETTERS)).map(sorted)
scorings = st.sampled_from(["all_or_nothing", "right_minus_wrong", "each_option_judged"])
hundredths = st.integers(0, 100).map(lambda number: Decimal(number) / 100)


@st.composite
def wordings(draw):
    right = draw(st.sets(st.sampled_from(LETTERS), min_size=1, max_size=3))
    return wording(*right, scoring=draw(scorings), marks=draw(st.integers(1, 3)))


@st.composite
def rooms(draw):
    """Some pass, some fail, some wait for a marker, some still sit; one question may be all there is."""
    worded = draw(wordings())
    room = Room(worded)
    for key in range(draw(st.integers(1, 6))):
        answer = draw(answers)
        marks = draw(st.lists(st.none() | hundredths, min_size=1, max_size=4))
        best = worded.marks + len(marks)
        pass_marks = draw(st.integers(1, best * 100)) / Fraction(100)
        attempt = attempt_of(
            key,
            answer,
            worded,
            marks,
            pass_marks=marks_of(pass_marks, 1),
            in_progress=draw(st.booleans()),
        )
        room.attempts.append(attempt)
        room.answers.append(given_in(attempt, answer, worded, by_hand=draw(st.booleans())))
    return room


corrections = st.builds(
    Correction, st.sampled_from(Mode.ALL), corrected=wordings(), never_lower=st.booleans()
)
