"""The gravest faults of supervised practice and of the requirement engine, each with its test."""

from tests.planted.faults import Fault

PRACTICE = "certification/practice"
ENGINE = "certification/scheme/rules"
ACTIONS = f"{PRACTICE}/actions"
IN_PRACTICE = "tests/certification/practice"
IN_SCHEME = "tests/certification/scheme"
IN_ENGINE = f"{IN_SCHEME}/rules"
RACES = f"{IN_PRACTICE}/test_races.py"

PRACTICE_FAULTS = [
    Fault(
        39,
        "a change that no stored answer hears of",
        f"{ACTIONS}/hours.py",
        "    own_record(entry.intern, by)\n    FactsVersion.objects.bump(entry.intern)\n",
        "    own_record(entry.intern, by)\n",
        f"{IN_PRACTICE}/test_hours_actions.py::test_each_practice_action_counts_a_change_of_facts",
    ),
    Fault(
        39,
        "a move to another version is worse unseen",
        f"{ENGINE}/transitions.py",
        "return not now.worse and not lost",
        "return not lost",
        f"{IN_ENGINE}/test_transitions.py::test_nobody_is_moved_to_worse_unseen",
    ),
    Fault(
        59,
        "a month goes by the date in UTC",
        "certification/scheme/views/months.py",
        "standing = [entry for entry in counting if entry.month == month]",
        "from certification.practice.rules.times import Span\n\n"
        "    begins = lambda one: Span(one.date, one.start, one.zone, one.minutes).begins\n"
        "    standing = [one for one in counting if begins(one).strftime('%Y%m') == f'{month:%Y%m}']",
        f"{IN_SCHEME}/test_civil_months.py::test_an_hour_stands_in_the_month_of_its_own_calendar",
    ),
    Fault(
        59,
        "a form sent twice is two entries",
        f"{ACTIONS}/hours.py",
        "    if sent := _sent_before(intern, claim, draft_key):\n        return sent\n",
        "",
        f"{IN_PRACTICE}/test_sent_twice.py::test_ten_posts_at_once_with_one_key_are_one_entry",
    ),
    Fault(
        60,
        "a cap takes the newest hours first",
        f"{ENGINE}/caps.py",
        "for entry in ledger.standing(self.where):",
        "for entry in reversed(ledger.standing(self.where)):",
        f"{IN_ENGINE}/test_worked_examples.py::"
        "test_example_2_the_entry_that_crosses_a_cap_counts_in_part",
    ),
    Fault(
        60,
        "a rolling week is a day too long",
        f"{ENGINE}/windows.py",
        "day - self.taken[0][0] >= self.length:",
        "day - self.taken[0][0] > self.length:",
        f"{IN_ENGINE}/test_worked_examples.py::"
        "test_example_3_a_rolling_week_makes_room_as_its_first_day_leaves",
    ),
    Fault(
        60,
        "a correction adds up with what it corrects",
        "certification/scheme/facts/hours.py",
        "HoursEntry.objects.of(intern).standing().in_order()",
        "HoursEntry.objects.of(intern).in_order()",
        f"{IN_SCHEME}/test_facts.py::test_a_correction_counts_once_signed_and_is_never_added_up",
    ),
    Fault(
        60,
        "the log adds a correction up before its signature",
        f"{PRACTICE}/adding.py",
        "return sum(entry.minutes for entry in entries if not is_waiting_correction(entry))",
        "return sum(entry.minutes for entry in entries)",
        f"{IN_SCHEME}/test_log.py::test_a_correction_that_waits_is_listed_and_not_added_up",
    ),
    Fault(
        60,
        "equivalent minutes count beyond their limit",
        f"{ENGINE}/requirements/hours.py",
        "counts = credit if most is None else min(credit, most)",
        "counts = credit",
        f"{IN_ENGINE}/test_counts.py::test_equivalent_minutes_count_up_to_their_limit",
    ),
    Fault(
        60,
        "leave stops no clock",
        f"{ENGINE}/clocks.py",
        "    return _merged(tuple(leaves))",
        "    return ()",
        f"{IN_ENGINE}/test_filters.py::test_late_entry_is_flagged_or_forfeited",
    ),
    Fault(
        61,
        "a silent signer costs the intern hours",
        f"{ENGINE}/filters/deadlines.py",
        'if self.effect == "forfeit" and _reached(too_late, entry.submitted):',
        'if self.effect == "forfeit" and _reached(too_late, entry.signed or ledger.book.day):',
        f"{IN_ENGINE}/test_deadlines.py::test_signed_by_the_end_of_the_next_month",
    ),
    Fault(
        61,
        "hours count before anybody signs",
        f"{ENGINE}/world.py",
        'CONFIRMED = frozenset({"signed"})',
        'CONFIRMED = frozenset({"signed", "submitted"})',
        f"{IN_ENGINE}/test_worked_examples.py::"
        "test_example_1_submitted_minutes_are_projected_and_pending_names_the_signer",
    ),
    Fault(
        61,
        "contested hours count",
        f"{ENGINE}/world.py",
        'CONFIRMED = frozenset({"signed"})',
        'CONFIRMED = frozenset({"signed", "contested"})',
        f"{IN_ENGINE}/test_filters.py::test_only_signed_entries_count",
    ),
    Fault(
        61,
        "what is signed is not what was shown",
        f"{PRACTICE}/rules/signing.py",
        "if shown != actual or strangers:",
        "if strangers:",
        f"{IN_PRACTICE}/test_signing.py::test_an_edit_voids_what_was_shown_and_nothing_is_signed",
    ),
    Fault(
        61,
        "an edit there and back leaves a sheet as it was",
        f"{PRACTICE}/sheets.py",
        '"version": entry.version,',
        '"version": 1,',
        f"{IN_PRACTICE}/test_signing.py::test_an_edit_there_and_back_voids_it_too",
    ),
    Fault(
        61,
        "a signature holds no lock",
        f"{ACTIONS}/signing.py",
        "    FactsVersion.objects.bump(intern)\n    sheet = sheet_of(",
        "    sheet = sheet_of(",
        f"{RACES}::test_a_signature_and_an_edit_never_cross",
        on_postgresql=True,
    ),
    Fault(
        61,
        "a supervisor whose licence has lapsed counts",
        f"{ENGINE}/filters/signers.py",
        "return supervisor is not None and _on(entry.date, supervisor.qualified)",
        "return supervisor is not None",
        f"{IN_ENGINE}/test_worked_examples.py::"
        "test_example_7_the_last_day_of_a_qualification_counts",
    ),
    Fault(
        62,
        "who recorded a paper confirms it",
        f"{PRACTICE}/rules/papers.py",
        '    if by == recorder:\n        return no("paper_needs_another")\n',
        "",
        f"{IN_PRACTICE}/test_papers.py::test_who_recorded_it_does_not_confirm_it",
    ),
    Fault(
        62,
        "who proposed a credit approves it",
        f"{ENGINE}/credits.py",
        'return no("credit_needs_another") if approves and proposed_it else YES',
        "return YES",
        f"{IN_SCHEME}/test_credits.py::test_who_proposed_does_not_approve",
    ),
    Fault(
        62,
        "who attested an opening balance confirms it",
        f"{PRACTICE}/rules/beginnings.py",
        'return no("balance_needs_another") if attested_it else YES',
        "return YES",
        f"{IN_PRACTICE}/test_beginnings.py::test_who_attested_does_not_confirm",
    ),
    Fault(
        None,
        "a cell of the log is a formula",
        "training_site/content/rules/inert.py",
        'FORMULA = ("=", ',
        "FORMULA = (",
        f"{IN_SCHEME}/test_log.py::test_a_name_that_looks_like_a_formula_stays_a_name",
    ),
    Fault(
        None,
        "nobody is asked about a name in a note",
        f"{PRACTICE}/note_hints.py",
        "    if not kinds:\n",
        "    if kinds or not kinds:\n",
        f"{IN_PRACTICE}/test_hours_views.py::test_a_note_that_might_identify_somebody_asks_first",
    ),
]
