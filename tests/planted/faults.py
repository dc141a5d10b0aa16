"""The gravest faults of examinations elsewhere, each planted as a few characters, and what finds it.

A fault is sought by its text: where the code was rewritten, the run says so instead of passing.
"""

from dataclasses import dataclass

RULES = "assessments/rules"
ACTIONS = "assessments/actions"
VIEWS = "assessments/views"
IN_RULES = "tests/assessments/rules"
IN_ACTIONS = "tests/assessments/actions"
IN_VIEWS = "tests/assessments/views"
RACES = "tests/assessments/test_races.py"
CORRECTING = "tests/assessments/correcting"


@dataclass(frozen=True)
class Fault:
    """`lesson` is its number among the lessons, where it has one; `new` takes the place of `old`,
    which stands once."""

    lesson: int | None
    what: str
    file: str
    old: str
    new: str
    test: str
    on_postgresql: bool = False


EXAMINATION_FAULTS = [
    Fault(
        1,
        "a stale tab overwrites with blanks",
        f"{RULES}/answers.py",
        "if sequence != stored:",
        "if sequence > stored:",
        f"{IN_ACTIONS}/test_answering.py::test_a_stale_tab_changes_nothing_and_is_told_both_texts",
    ),
    Fault(
        1,
        "a save holds no lock",
        f"{ACTIONS}/answering.py",
        '.select_for_update(of=("self", "attempt_item__attempt"))',
        "",
        f"{RACES}::test_an_answer_that_was_acknowledged_is_an_answer_that_was_marked",
        on_postgresql=True,
    ),
    Fault(
        1,
        "a save is no transaction",
        f"{ACTIONS}/answering.py",
        "@transaction.atomic\ndef save_answer(",
        "def save_answer(",
        f"{RACES}::test_two_tabs_saving_at_once_leave_one_answer_and_one_told_of_it",
    ),
    Fault(
        1,
        "the seat is ignored",
        f"{RULES}/answers.py",
        "if seat is not None and held and seat != held:",
        "if seat is not None and held and not seat:",
        f"{IN_ACTIONS}/test_answering.py::test_whoever_sits_elsewhere_by_now_answers_nothing_here",
    ),
    Fault(
        4,
        "a blank attempt alarms nobody",
        f"{ACTIONS}/ending.py",
        "    alert_if_blank(attempt, now=now)\n",
        "",
        "tests/assessments/test_kept.py::test_an_attempt_that_ends_blank_after_saves_failed_is_told",
    ),
    Fault(
        5,
        "the key is in what is shown",
        f"{RULES}/kinds/choice.py",
        '{"id": name, "text": texts[name], "chosen": name in answer} for name in layout',
        '{"id": name, "text": texts[name], "chosen": name in answer, "key": name in _key(wording)}'
        " for name in layout",
        f"{IN_RULES}/kinds/test_every_kind.py::test_the_key_is_in_nothing_that_is_shown",
    ),
    Fault(
        5,
        "the result page asks no review options",
        f"{RULES}/review.py",
        "fields = options.at(at) - _withheld(options, facts)",
        "fields = EVERYTHING",
        f"{IN_RULES}/test_review.py::test_no_setting_opens_the_key_while_attempts_remain",
    ),
    Fault(
        6,
        "an answer earns more than there is",
        f"{RULES}/kinds/choice.py",
        "return max(Fraction(len(chosen & key) - len(chosen & wrong), len(key)), Fraction(0))",
        "return Fraction(len(chosen & key) + len(chosen & wrong), len(key))",
        f"{IN_RULES}/kinds/test_choice.py::"
        "test_full_means_the_key_exactly_and_shares_stay_within_bounds",
    ),
    Fault(
        6,
        "ticking everything earns everything",
        f"{RULES}/kinds/choice.py",
        "return Fraction(chosen == key)",
        "return Fraction(chosen >= key)",
        f"{IN_RULES}/kinds/test_choice.py::test_all_ticked_is_never_full_under_any_rule",
    ),
    Fault(
        10,
        "going in sequence is a matter of buttons only",
        f"{RULES}/navigation.py",
        "return may_see(page_of(position, terms.page_size), furthest, terms.navigation)",
        "return YES",
        f"{IN_VIEWS}/test_pages.py::test_in_sequence_only_the_furthest_page_is_answered",
    ),
    Fault(
        11,
        "answers count an hour after the end",
        f"{RULES}/deadlines.py",
        "_utc(now) > _utc(ends_at) + GRACE",
        "_utc(now) > _utc(ends_at) + 60 * GRACE",
        "tests/assessments/test_nights.py::test_ninety_minutes_across_the_night_are_ninety_minutes",
    ),
    Fault(
        14,
        "two submissions are two results",
        f"{ACTIONS}/ending.py",
        "    if at == Stage.ENDED:\n        return attempt\n    may(Action.SUBMIT, at).require()\n",
        "",
        f"{IN_ACTIONS}/test_ending.py::test_submitting_is_recorded_and_news_goes_up_once",
    ),
    Fault(
        14,
        "a submission holds no lock",
        f"{ACTIONS}/ending.py",
        "    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)\n"
        "    if attempt.learner_id",
        "    attempt = Attempt.objects.get(pk=attempt.pk)\n    if attempt.learner_id",
        f"{RACES}::test_ten_submissions_are_one_with_one_mail_and_one_answer_to_all",
        on_postgresql=True,
    ),
    Fault(
        14,
        "the token of the confirmation is ignored",
        f"{RULES}/answers.py",
        "if confirmed is not None and confirmed != current:",
        "if confirmed is not None and not current:",
        f"{IN_ACTIONS}/test_ending.py::"
        "test_answers_that_changed_since_the_confirmation_are_not_handed_in",
    ),
    Fault(
        16,
        "the last start is not asked",
        f"{RULES}/standing.py",
        "if standing.last_start is not None and now > standing.last_start:",
        "if standing.last_start is not None and standing.closes is None:",
        f"{IN_RULES}/test_standing.py::test_the_last_start_and_the_close_are_two_things",
    ),
    Fault(
        18,
        "one path forgets the accommodation",
        f"{ACTIONS}/starting.py",
        "ends_at(now, terms, standing.closes, Accommodation.objects.of(learner))",
        "ends_at(now, terms, standing.closes)",
        f"{CORRECTING}/test_accommodating.py::"
        "test_it_holds_for_every_assessment_those_to_come_included_and_moves_the_close",
    ),
    Fault(
        20,
        "the clock of the device is believed",
        f"{VIEWS}/autosaving.py",
        "    now = timezone.now()\n    attempt = my_attempt(request.user, assessment, attempt, now=now)\n"
        "    sent = _read(request.body)",
        "    from email.utils import parsedate_to_datetime\n"
        '    told = request.headers.get("Date")\n'
        "    now = parsedate_to_datetime(told) if told else timezone.now()\n"
        "    attempt = my_attempt(request.user, assessment, attempt, now=now)\n"
        "    sent = _read(request.body)",
        "tests/assessments/test_kept.py::test_the_clock_of_the_device_decides_nothing",
    ),
    Fault(
        22,
        "nobody closes what expired",
        f"{ACTIONS}/ending.py",
        "        if at in OVER:\n            key =",
        "        if at == Stage.TO_ABANDON:\n            key =",
        f"{IN_ACTIONS}/test_ending.py::test_the_clock_closes_what_nobody_submits",
    ),
    Fault(
        24,
        "an unreadable answer at the end is an error",
        f"{RULES}/deadlines.py",
        "return stage != Stage.RUNNING",
        "return False",
        f"{IN_RULES}/test_deadlines.py::test_after_the_end_no_answer_is_refused_for_its_form",
    ),
    Fault(
        25,
        "ending in bulk ends more than was looked at",
        f"{ACTIONS}/closing.py",
        "if {attempt.public_id for attempt in found} != set(confirmed):",
        "if not confirmed:",
        f"{CORRECTING}/test_closing.py::test_a_list_that_is_no_longer_true_ends_nothing",
    ),
    Fault(
        27,
        "an ended attempt takes answers",
        f"{RULES}/deadlines.py",
        "Stage.ENDED: frozenset({Action.REVIEW}),",
        "Stage.ENDED: frozenset({Action.REVIEW, Action.ANSWER}),",
        f"{IN_ACTIONS}/test_answering.py::test_a_submitted_attempt_takes_no_more_answers",
    ),
    Fault(
        27,
        "a draw shows a question twice",
        f"{RULES}/drawing.py",
        "left = sorted(set(_in_band(pool[outcome], band)) - set(drawn))",
        "left = sorted(set(_in_band(pool[outcome], band)))",
        f"{IN_RULES}/test_drawing.py::test_a_band_takes_its_own_and_any_takes_what_is_left",
    ),
    Fault(
        29,
        "marks are rounded before the pass",
        f"{RULES}/scoring.py",
        "return marks >= pass_marks",
        "return round(marks) >= pass_marks",
        f"{IN_RULES}/test_scoring.py::test_the_pass_is_asked_of_the_total_itself",
    ),
    Fault(
        29,
        "a regrade lowers although it may not",
        f"{RULES}/regrading/correction.py",
        "share = max(share, Fraction(item.marks) / Fraction(item.worth))",
        "share = min(share, Fraction(item.marks) / Fraction(item.worth))",
        f"{IN_RULES}/regrading/test_properties.py::"
        "test_never_lower_takes_no_marks_of_the_question_and_no_pass",
    ),
    Fault(
        30,
        "a regrade without a change changes",
        f"{RULES}/regrading/correction.py",
        "if not item.counts or (correction.by_key and _same_key(given.wording, correction.corrected)):",
        "if not item.counts:",
        f"{IN_RULES}/regrading/test_planning.py::"
        "test_a_key_that_did_not_change_moves_nothing_even_after_full_credit",
    ),
    Fault(
        63,
        "an import drops what it cannot read",
        "assessments/interchange/gift/reader.py",
        "            yield Problem(block.line, found.name, fault.reason, SKIPPED, fault.details)",
        "            continue",
        "tests/assessments/interchange/test_text_formats.py::"
        "test_what_gift_brings_and_is_not_kept_is_named",
    ),
    Fault(
        65,
        "a sign in a title gives another id each time",
        "assessments/interchange/refs.py",
        'return f"{slug(name)[:31]}-{digest(name)}".lstrip("-")',
        'return f"{slug(name)[:31]}-{digest(object())}".lstrip("-")',
        "tests/assessments/interchange/test_text_formats.py::"
        "test_a_title_with_a_percent_sign_gives_an_id_that_stays",
    ),
]
