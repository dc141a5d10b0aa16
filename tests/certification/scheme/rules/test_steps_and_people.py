"""Steps in their order, evaluations, cases as the work of three, membership."""

from datetime import date

import pytest

from .documents import DIRECT, an_entry, evaluated, some_facts


def judged(facts: dict, **rule):
    return evaluated(facts, requirements=[{"id": "r", **rule}]).requirement("r")


def holds_until(facts: dict, **rule) -> str | None:
    until = evaluated(facts, requirements=[{"id": "r", **rule}]).holds_until
    return until and until.isoformat()


ORDER = {
    "rule": "prerequisite",
    "milestone": "foundation_complete",
    "before": "internship_approved",
}


@pytest.mark.parametrize(
    ("foundation", "approved", "state", "reason"),
    [
        (None, None, "not_started", "milestone_not_reached"),
        ("2026-03-01", None, "met", "milestone_reached"),
        ("2026-03-01", "2026-03-01", "met", "milestone_reached"),  # on the same day
        ("2026-03-02", "2026-03-01", "not_met", "milestone_out_of_order"),  # a day after
        ("2026-11-22", None, "met", "milestone_reached"),  # on the day of the evaluation
        ("2026-11-23", None, "not_started", "milestone_not_reached"),  # a day later
        ("2026-03-02", "2026-11-23", "met", "milestone_reached"),  # approved later than today
    ],
)
def test_one_step_before_another(foundation, approved, state, reason):
    steps = {"foundation_complete": foundation, "internship_approved": approved}

    answer = judged(some_facts(milestones=steps), **ORDER)

    assert (answer.state, answer.reason) == (state, reason)


MONTHS = {
    "rule": "prerequisite",
    "milestone": "internship_began",
    "since": "internship_approved",
    "within_months": 12,
}


@pytest.mark.parametrize(
    ("approved", "began", "leaves", "as_of", "reason"),
    [
        ("2025-03-01", "2026-03-01", [], "2026-11-22", "milestone_reached"),  # twelve months to the day
        ("2025-03-01", "2026-03-02", [], "2026-11-22", "milestone_too_late"),  # a day over
        ("2024-02-29", "2025-02-28", [], "2026-11-22", "milestone_reached"),  # the last of that February
        ("2024-02-29", "2025-03-01", [], "2026-11-22", "milestone_too_late"),
        ("2025-03-01", "2026-03-02", [("2025-06-01", "2025-06-01")], "2026-11-22", "milestone_reached"),
        ("2025-03-01", "2026-03-03", [("2025-06-01", "2025-06-01")], "2026-11-22", "milestone_too_late"),
        ("2025-03-01", "2025-03-01", [], "2026-11-22", "milestone_reached"),  # at once
        ("2025-03-01", "2025-02-28", [], "2026-11-22", "milestone_out_of_order"),  # before it
        (None, "2025-02-28", [], "2026-11-22", "milestone_out_of_order"),
        ("2025-03-01", None, [], "2026-03-01", "milestone_not_reached"),  # the last day in time
        ("2025-03-01", None, [], "2026-03-02", "milestone_overdue"),
        (None, None, [], "2026-03-02", "milestone_not_reached"),
    ],
)  # fmt: skip
def test_a_step_within_months_of_another(approved, began, leaves, as_of, reason):
    steps = {"internship_approved": approved, "internship_began": began}
    spans = [{"start": start, "end": end} for start, end in leaves]

    answer = judged(some_facts(as_of=as_of, milestones=steps, leaves=spans), **MONTHS)

    assert answer.reason == reason


def test_a_step_that_becomes_overdue_says_when():
    facts = some_facts(as_of="2026-02-01", milestones={"internship_approved": "2025-03-01"})

    assert holds_until(facts, **MONTHS) == "2026-03-02"


def a_form(result: int | None = 2, day: str = "2026-08-01", **more) -> dict:
    return {"form": "mentor-mid", "role": "mentor", "result": result, "date": day, **more}


@pytest.mark.parametrize(
    ("rows", "rule", "state", "reason"),
    [
        ([], {}, "not_started", "evaluation_missing"),
        ([a_form(1)], {}, "met", "evaluated"),  # level 1 unless said otherwise
        ([a_form(0)], {}, "not_met", "evaluation_too_low"),
        ([a_form(None)], {}, "not_met", "evaluation_too_low"),
        ([a_form(None)], {"result": 0}, "met", "evaluated"),  # the form alone
        ([a_form(1)], {"result": 2}, "not_met", "evaluation_too_low"),
        ([a_form(2)], {"result": 2}, "met", "evaluated"),  # exactly the level
        ([a_form(1), a_form(2)], {"result": 2}, "met", "evaluated"),  # a low one does no harm
        ([a_form()], {"at_least": 2}, "not_met", "evaluation_missing"),
        ([a_form(), a_form()], {"at_least": 2}, "met", "evaluated"),
        ([a_form(day="2026-11-22")], {}, "met", "evaluated"),  # on the day of the evaluation
        ([a_form(day="2026-11-23")], {}, "not_started", "evaluation_missing"),
        ([a_form(form="mentor-final")], {}, "not_started", "evaluation_missing"),
    ],
)
def test_an_evaluation_by_its_form(rows, rule, state, reason):
    rule = {"rule": "evaluation_required", "form": "mentor-mid"} | rule

    answer = judged(some_facts(evaluations=rows), **rule)

    assert (answer.state, answer.reason) == (state, reason)


@pytest.mark.parametrize(
    ("entries", "evaluated_cases", "state", "have", "need", "lacking"),
    [
        ([], ["A"], "not_started", 0, 1, []),  # nothing to evaluate yet
        ([("A", "signed")], [], "not_met", 0, 1, ["A"]),
        ([("A", "signed")], ["A"], "met", 1, 1, []),
        ([("A", "signed"), ("B", "signed")], ["A"], "not_met", 1, 2, ["B"]),
        ([("A", "signed"), ("B", "signed")], ["A", "B"], "met", 2, 2, []),
        ([("A", "signed"), ("B", "submitted")], ["A"], "met", 1, 1, []),  # B counts no hours yet
        ([("A", "submitted")], ["A"], "pending", 0, 1, []),
        ([("A", "submitted")], [], "not_met", 0, 1, []),
        ([(None, "signed")], [None], "not_met", 0, 1, []),  # hours without a case are no case
    ],
)
def test_an_evaluation_of_each_case(entries, evaluated_cases, state, have, need, lacking):
    rule = {"rule": "evaluation_required", "form": "mentor-mid", "each": "case", "of": DIRECT}
    rows = [an_entry("2026-05-01", case=case, status=status) for case, status in entries]

    answer = judged(
        some_facts(*rows, evaluations=[a_form(case=case) for case in evaluated_cases]), **rule
    )

    assert (answer.state, answer.have, answer.need) == (state, have, need)
    assert answer.figures["cases"] == lacking


def test_a_case_brought_from_elsewhere_is_asked_for_no_evaluation_here():
    rule = {"rule": "evaluation_required", "form": "mentor-mid", "each": "case", "of": DIRECT}
    rows = [an_entry("2026-05-01", case=case) for case in ("A", "X")]
    cases = [{"id": "X", "opened": "2025-04-01", "attested": True}]

    without = judged(some_facts(*rows, cases=cases), **rule)
    evaluated = judged(some_facts(*rows, cases=cases, evaluations=[a_form(case="A")]), **rule)

    assert (without.state, without.figures["cases"]) == ("not_met", ["A"])
    assert (evaluated.state, evaluated.have, evaluated.need) == ("met", 2, 2)


def test_who_must_sign_for_a_case_to_be_one_is_named():
    rule = {"rule": "evaluation_required", "form": "mentor-mid", "each": "case", "of": DIRECT}
    waiting = an_entry("2026-05-01", status="submitted")

    answer = judged(some_facts(waiting, evaluations=[a_form(case="A")]), **rule)

    assert [(one.who, one.entries) for one in answer.pending] == [("M1", (waiting["id"],))]


WHOLE = {
    "id": "A",
    "opened": "2026-04-01",
    "opening_meeting": "2026-04-01",
    "consents": "2026-04-02",
}
CLOSED = WHOLE | {"closed": "2026-10-01", "closure": "planned", "closure_meeting": "2026-10-01"}
TRIAD = {"rule": "triad_complete", "where": {"category": ["triadic_meeting"]}, "meetings": 2}


def met(case: str = "A", day: str = "2026-05-01", **more) -> dict:
    return an_entry(day, category="triadic_meeting", case=case, **more)


@pytest.mark.parametrize(
    ("case", "meetings", "state", "lacks"),
    [
        (WHOLE, 2, "met", []),
        (WHOLE, 1, "not_met", ["meetings"]),
        (WHOLE | {"opening_meeting": None}, 2, "not_met", ["opening_meeting"]),
        (WHOLE | {"opening_meeting": "2026-11-22"}, 2, "met", []),  # on the day of the evaluation
        (WHOLE | {"opening_meeting": "2026-11-23"}, 2, "not_met", ["opening_meeting"]),
        (WHOLE | {"consents": None}, 0, "not_met", ["consents", "meetings"]),
        (WHOLE | {"opened": "2026-11-23"}, 2, "not_started", []),  # opened tomorrow
        (CLOSED, 2, "met", []),
        (CLOSED | {"closure_meeting": None}, 2, "not_met", ["closure_meeting"]),
        (CLOSED | {"closure_meeting": None, "closed": "2026-11-23"}, 2, "met", []),  # closes tomorrow
        # What ended otherwise than planned cannot be made up for.
        (CLOSED | {"closure_meeting": None, "closure": "unplanned"}, 1, "met", []),
        (CLOSED | {"consents": None, "closure": "unplanned"}, 1, "not_met", ["consents"]),
        # Brought from elsewhere: people have seen that it had what it needed.
        ({"id": "A", "opened": "2025-04-01", "attested": True}, 0, "met", []),
    ],
)  # fmt: skip
def test_what_a_case_of_three_has(case, meetings, state, lacks):
    entries = [met() for _ in range(meetings)]

    answer = judged(some_facts(*entries, cases=[case]), **TRIAD)

    assert (answer.state, answer.figures["lacks"]) == (state, lacks)


@pytest.mark.parametrize(
    ("complete", "lacking", "at_least", "state", "have", "need"),
    [
        (0, 0, None, "not_started", 0, 1),
        (2, 0, None, "met", 2, 2),
        (2, 1, None, "not_met", 2, 3),  # every case
        (2, 1, 2, "met", 2, 2),  # so many cases
        (2, 0, 3, "not_met", 2, 3),
    ],
)
def test_every_case_or_so_many(complete, lacking, at_least, state, have, need):
    names = [chr(ord("A") + n) for n in range(complete + lacking)]
    entries = [met(case) for case in names[:complete] for _ in range(2)]
    cases = [WHOLE | {"id": name} for name in names]
    rule = TRIAD | ({"at_least": at_least} if at_least else {})

    answer = judged(some_facts(*entries, cases=cases), **rule)

    assert (answer.state, answer.have, answer.need) == (state, have, need)


def test_the_first_case_that_lacks_something_is_named_and_who_must_sign():
    waiting = met("C", status="submitted")
    cases = [WHOLE | {"id": name} for name in "CBA"]
    entries = [met("A"), met("A"), met("B"), met("B"), met("C"), waiting]

    answer = judged(some_facts(*entries, cases=cases), **TRIAD)

    assert (answer.state, answer.reason, answer.figures["case"]) == (
        "pending",
        "triad_waiting",
        "C",
    )
    assert [one.entries for one in answer.pending] == [(waiting["id"],)]


YEARS = [("2025-01-01", "2025-12-31"), ("2026-01-01", "2026-12-31")]


@pytest.mark.parametrize(
    ("rows", "as_of", "state", "reason", "until"),
    [
        ([], "2026-11-22", "not_started", "membership_none", None),
        (YEARS, "2026-12-31", "met", "membership_current", "2027-01-01"),  # the last day
        (YEARS, "2027-01-01", "not_met", "membership_lapsed", None),  # the day after
        (YEARS, "2025-01-01", "met", "membership_current", "2027-01-01"),  # the first day
        (YEARS, "2024-12-31", "not_started", "membership_none", "2025-01-01"),  # the day before
        ([("2026-01-01", None)], "2026-11-22", "met", "membership_current", None),
    ],
)
def test_a_member_on_the_day(rows, as_of, state, reason, until):
    facts = some_facts(as_of=as_of, memberships=[{"start": a, "end": b} for a, b in rows])

    answer = judged(facts, rule="active_membership")

    assert (answer.state, answer.reason) == (state, reason)
    assert holds_until(facts, rule="active_membership") == until


@pytest.mark.parametrize(
    ("rows", "since", "state", "gap"),
    [
        (YEARS, "2025-01-01", "met", None),  # from the first day; the years touch
        (YEARS, "2024-12-31", "not_met", "2024-12-31"),  # a day before the first
        ([YEARS[0], ("2026-01-02", None)], "2025-03-01", "not_met", "2026-01-01"),  # a day's gap
        ([YEARS[0], ("2026-01-02", None)], "2026-01-02", "met", None),  # the gap lies before
        ([("2025-06-01", None), YEARS[0]], "2025-01-01", "met", None),  # overlapping
        (YEARS, None, "met", None),  # the milestone is still ahead
    ],
)
def test_a_member_without_a_gap_since_a_milestone(rows, since, state, gap):
    facts = some_facts(
        memberships=[{"start": start, "end": end} for start, end in rows],
        milestones={"certified": since},
    )

    answer = judged(facts, rule="active_membership", continuous_since="certified")

    assert (answer.state, answer.figures["gap"]) == (state, gap)


def test_a_membership_paid_ahead_does_not_hide_todays_lapse():
    """Somebody whose next year begins in a week is no member until then."""
    facts = some_facts(memberships=[{"start": "2026-11-29", "end": "2027-11-28"}])

    evaluation = evaluated(facts, requirements=[{"id": "r", "rule": "active_membership"}])

    assert evaluation.requirement("r").state == "not_started"
    assert evaluation.holds_until == date(2026, 11, 29)
