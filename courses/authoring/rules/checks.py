"""What is looked at before publishing: errors refuse it, advice only says what a reader would notice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from training_site.verdict import YES, Verdict, no

WORDS_A_MINUTE = 200  # an unhurried reader of a professional text
SLACK = 3  # a lesson may take three times as long as its words, or a third: exercises, lists


@dataclass(frozen=True)
class Finding:
    """One thing found, by the reason that names its sentence."""

    reason: str
    details: Mapping[str, Any] = field(default_factory=dict)
    is_error: bool = False


def error(reason: str, **details: Any) -> Finding:
    return Finding(reason, details, is_error=True)


def advice(reason: str, **details: Any) -> Finding:
    return Finding(reason, details)


@dataclass(frozen=True)
class LessonFacts:
    """A lesson in plain values. `notes` is (what is there, alternative) for the page and each block."""

    has_outcome: bool
    minutes: int
    words: int
    notes: list[tuple[str, str]] = field(default_factory=list)
    images_without_text: int = 0
    files_missing: int = 0
    unresolved: list[str] = field(default_factory=list)
    checks_without_right_answer: int = 0
    reflections: int = 0
    cited: int = 0
    module_is_live: bool = True


@dataclass(frozen=True)
class CourseFacts:
    """A course in plain values. `asked` is questions an outcome, `bank` the items there are for it."""

    live_lessons: int
    hidden_lessons: list[str] = field(default_factory=list)
    empty_modules: list[str] = field(default_factory=list)
    has_assessment: bool = True
    draws: int = 0
    asked: Mapping[str, int] = field(default_factory=dict)
    bank: Mapping[str, int] = field(default_factory=dict)
    taught: frozenset[str] = frozenset()
    twice: list[str] = field(default_factory=list)


def check_lesson(facts: LessonFacts) -> list[Finding]:
    return [*_lesson_errors(facts), *_lesson_advice(facts)]


def check_course(facts: CourseFacts) -> list[Finding]:
    return [*_assessment_errors(facts), *_course_errors(facts), *_course_advice(facts)]


def without_errors(findings: Iterable[Finding]) -> Verdict:
    """Whether nothing stands against publishing."""
    errors = sum(finding.is_error for finding in findings)
    return no("checks_found_errors", errors=errors) if errors else YES


def _lesson_errors(facts: LessonFacts) -> Iterator[Finding]:
    if not facts.has_outcome:
        yield error("check_no_outcome")
    if facts.words == 0:
        yield error("check_no_text")
    if not facts.minutes:
        yield error("check_no_minutes")
    if any(bool(note) != bool(alternative) for note, alternative in facts.notes):
        yield error("check_note_without_alternative")
    if facts.checks_without_right_answer:
        yield error("check_no_right_answer", questions=facts.checks_without_right_answer)
    yield from _errors_in_what_is_named(facts)


def _errors_in_what_is_named(facts: LessonFacts) -> Iterator[Finding]:
    if facts.images_without_text:
        yield error("check_image_without_text", images=facts.images_without_text)
    if facts.files_missing:
        yield error("check_file_missing", files=facts.files_missing)
    if facts.unresolved:
        yield error("check_unresolved", names=", ".join(facts.unresolved))


def _lesson_advice(facts: LessonFacts) -> Iterator[Finding]:
    reading = -(-facts.words // WORDS_A_MINUTE)
    if facts.minutes and reading and not reading / SLACK <= facts.minutes <= reading * SLACK:
        yield advice("check_minutes_are_off", minutes=facts.minutes, reading=reading)
    if not facts.reflections:
        yield advice("check_no_reflection")
    if not facts.cited:
        yield advice("check_no_source")
    if not facts.module_is_live:
        yield advice("check_module_is_hidden")


def _assessment_errors(facts: CourseFacts) -> Iterator[Finding]:
    if not facts.has_assessment:
        return
    asked = sum(facts.asked.values())
    if asked != facts.draws:
        yield error("check_blueprint_does_not_add_up", asked=asked, draws=facts.draws)
    for outcome, questions in sorted(facts.asked.items()):
        there = facts.bank.get(outcome, 0)
        if there < questions:
            yield error("check_too_few_items", outcome=outcome, there=there, asked=questions)
        if facts.live_lessons and outcome not in facts.taught:
            yield error("check_outcome_not_taught", outcome=outcome)


def _course_errors(facts: CourseFacts) -> Iterator[Finding]:
    if facts.twice:
        yield error("check_number_twice", numbers=", ".join(facts.twice))


def _course_advice(facts: CourseFacts) -> Iterator[Finding]:
    if not facts.live_lessons:
        yield advice("check_no_live_lesson")
    if facts.hidden_lessons:
        yield advice("check_lessons_hidden", numbers=", ".join(facts.hidden_lessons))
    if facts.empty_modules:
        yield advice("check_module_is_empty", modules=", ".join(facts.empty_modules))
    if not facts.has_assessment:
        yield advice("check_no_assessment")
        return
    untested = sorted(facts.taught - facts.asked.keys())
    if untested:
        yield advice("check_not_tested", outcomes=", ".join(untested))
