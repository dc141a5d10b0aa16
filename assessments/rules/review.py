"""What a learner is shown of an attempt, and when: pages, exports and mail all ask `shown`.

The author's options say which fields open at which moment. Above them stands one rule that no
option outranks: while attempts remain and none has passed, an ended attempt tells nothing about the
key, because what was asked may be asked again.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from assessments.rules.terms import Feedback


class Field:
    ATTEMPT = "attempt"
    """The questions, and the answers given to them."""
    CORRECTNESS = "correctness"
    """Which answers were right; with it, `marks` opens the marks of each question as well."""
    MAX_MARKS = "max_marks"
    MARKS = "marks"
    """The marks of the attempt and of its outcomes."""
    SPECIFIC_FEEDBACK = "specific_feedback"
    GENERAL_FEEDBACK = "general_feedback"
    RIGHT_ANSWER = "right_answer"
    OVERALL_FEEDBACK = "overall_feedback"
    """What is said to the result as a whole."""


class Moment:
    DURING = "during"
    JUST_AFTER = "just_after"
    LATER = "later"
    AFTER_CLOSE = "after_close"


FIELDS = (
    Field.ATTEMPT,
    Field.CORRECTNESS,
    Field.MAX_MARKS,
    Field.MARKS,
    Field.SPECIFIC_FEEDBACK,
    Field.GENERAL_FEEDBACK,
    Field.RIGHT_ANSWER,
    Field.OVERALL_FEEDBACK,
)
MOMENTS = (Moment.DURING, Moment.JUST_AFTER, Moment.LATER, Moment.AFTER_CLOSE)
SWITCHES = ("answers_after_failure", "key_after_last_failure")
JUST_AFTER = timedelta(minutes=2)

EVERYTHING = frozenset(FIELDS)
WHILE_SITTING = frozenset({Field.ATTEMPT, Field.MAX_MARKS})
TELLING = frozenset(
    {
        Field.CORRECTNESS,
        Field.SPECIFIC_FEEDBACK,
        Field.GENERAL_FEEDBACK,
        Field.RIGHT_ANSWER,
    }
)
"""What would help whoever meets the question again. A general explanation tells the key too."""
OF_THE_RESULT = frozenset({Field.MARKS, Field.OVERALL_FEEDBACK})


@dataclass(frozen=True)
class ReviewOptions:
    """Which fields open at which moment. Raises ValueError for a field that does not exist.

    The default shows marks after a failure, and everything once an attempt has passed.
    `answers_after_failure`: the questions with one's own answers, without the key, before a pass.
    `key_after_last_failure`: whatever the moment opens, once no attempt is left.
    """

    during: frozenset[str] = WHILE_SITTING
    just_after: frozenset[str] = EVERYTHING
    later: frozenset[str] = EVERYTHING
    after_close: frozenset[str] = EVERYTHING
    answers_after_failure: bool = False
    key_after_last_failure: bool = False

    def __post_init__(self):
        if strangers := frozenset().union(*(self.at(moment) for moment in MOMENTS)) - EVERYTHING:
            raise ValueError(f"no fields of a review: {sorted(strangers)}")
        if Field.OVERALL_FEEDBACK in self.during:
            raise ValueError("There is no overall feedback before there is a result.")

    def at(self, moment: str) -> frozenset[str]:
        return getattr(self, moment)

    @classmethod
    def from_document(
        cls, document: Mapping[str, Any], *, key_after_last_failure: bool | None = None
    ) -> "ReviewOptions":
        """{moment: [field, …]} and the switches by name; what is missing has its default."""
        given = {moment: frozenset(document[moment]) for moment in MOMENTS if moment in document}
        given |= {name: document[name] for name in SWITCHES if name in document}
        options = cls(**given)
        if key_after_last_failure is None:
            return options
        return replace(options, key_after_last_failure=key_after_last_failure)

    def to_document(self) -> dict[str, Any]:
        listed = {
            moment: [field for field in FIELDS if field in self.at(moment)] for moment in MOMENTS
        }
        return listed | {name: getattr(self, name) for name in SWITCHES}


def _after_the_end(fields: Collection[str], **more: Any) -> ReviewOptions:
    opened = frozenset(fields)
    return ReviewOptions(just_after=opened, later=opened, after_close=opened, **more)


PRESETS = {
    "default": ReviewOptions(),
    "own_answers": ReviewOptions(answers_after_failure=True),
    "marks_only": _after_the_end({Field.MAX_MARKS, Field.MARKS, Field.OVERALL_FEEDBACK}),
    "at_the_close": replace(_after_the_end(()), after_close=EVERYTHING),
    "nothing": _after_the_end(()),
    "practice": ReviewOptions(
        during=EVERYTHING - {Field.OVERALL_FEEDBACK},
        answers_after_failure=True,
        key_after_last_failure=True,
    ),
}
"""Ready-made options by name, for an author to begin with."""


@dataclass(frozen=True)
class Facts:
    """What is known of an attempt, and of its learner in this assessment, at a time.

    `ended_at` None: it goes on. `closes` is the close as it holds for this person. `passed_any` and
    `used_up` are the standing's; `marked` is False while marks are missing, and for good where an
    attempt was abandoned. `immediate` and `checked` ask about one question: in that mode a question
    whose feedback was asked for can't be changed any more, and what opened with it stays open.
    """

    now: datetime
    ended_at: datetime | None
    closes: datetime | None
    passed_any: bool
    used_up: bool
    marked: bool = True
    immediate: bool = False
    checked: bool = False


def shown(options: ReviewOptions, facts: Facts) -> frozenset[str]:
    """The fields that are open. Whatever is not among them is not to be read either."""
    at = moment(facts.ended_at, facts.closes, facts.now)
    fields = options.at(at) - _withheld(options, facts)
    if facts.immediate and facts.checked:
        fields |= options.during
    return fields if facts.marked else fields - OF_THE_RESULT


def moment(ended_at: datetime | None, closes: datetime | None, now: datetime) -> str:
    """The close wins over the minutes after the end; without a close that moment never comes."""
    if ended_at is None:
        return Moment.DURING
    now = now.astimezone(UTC)
    if closes is not None and now >= closes.astimezone(UTC):
        return Moment.AFTER_CLOSE
    in_time = now <= ended_at.astimezone(UTC) + JUST_AFTER
    return Moment.JUST_AFTER if in_time else Moment.LATER


def _withheld(options: ReviewOptions, facts: Facts) -> frozenset[str]:
    """What no moment opens. An attempt that goes on shows itself only."""
    if facts.ended_at is None:
        return EVERYTHING - WHILE_SITTING
    if facts.passed_any or (facts.used_up and options.key_after_last_failure):
        return frozenset()
    return TELLING if options.answers_after_failure else TELLING | {Field.ATTEMPT}


def shows_marks_of_questions(fields: Collection[str]) -> bool:
    """The marks of one question say whether its answer was right."""
    return {Field.MARKS, Field.CORRECTNESS} <= set(fields)


def warnings(
    options: ReviewOptions,
    *,
    has_close: bool,
    feedback: str = Feedback.DEFERRED,
    attempts_allowed: int = 1,
) -> list[str]:
    """Reasons for an author to look again; each has its sentence in the wording."""
    tells_during = options.during - WHILE_SITTING
    immediate = feedback == Feedback.IMMEDIATE
    found = {
        "review_close_never_comes": not has_close and options.after_close - options.later,
        "review_during_needs_immediate": tells_during and not immediate,
        "review_immediate_shows_nothing": immediate and not tells_during,
        "review_immediate_before_retake": immediate and tells_during and attempts_allowed > 1,
    }
    return [reason for reason, holds in found.items() if holds]
