"""The way of one entry: the same rules as in the evaluation, seen from one entry."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certification.scheme.rules import evaluate, read_facts, read_scheme
from certification.scheme.rules.tracing import trace

from .any_scheme import FIRST, LAST_DAY, TOTALS, entries_of, facts_with, hours, leaves, sections
from .documents import DIRECT, a_scheme_text, an_entry, some_facts
from .test_properties import anyhow

AFTER_ALL = FIRST + timedelta(LAST_DAY + 1)
CAP = {"id": "one-case", "rule": "cap", "where": DIRECT, "each": "case", "minutes": 100}
WEEKLY = {
    "id": "weekly", "rule": "period_max", "where": DIRECT, "period": "rolling_7_days", "minutes": 900,
}  # fmt: skip
CONTACT = {
    "id": "contact", "rule": "interleave", "where": DIRECT, "require": ["clinician_consultation"],
}  # fmt: skip
QUALIFIED = {"id": "qualified", "rule": "supervisor_qualified_on"}


def traced(entries: list[dict], of: dict, **rules):
    return trace(read_scheme(a_scheme_text(**rules)), read_facts(some_facts(*entries)), of["id"])


@anyhow
@given(sections, st.lists(hours, min_size=1, max_size=15), leaves)
def test_the_way_of_a_signed_entry_ends_where_its_evaluation_does(rules, rows, away):
    entries = entries_of(rows)
    scheme = read_scheme(a_scheme_text(requirements=TOTALS, **rules))
    facts = read_facts(facts_with(entries, away, AFTER_ALL))
    evaluation = evaluate(scheme, facts)

    for row in (one for one in entries if one["status"] == "signed"):
        found, answer = trace(scheme, facts, row["id"]), evaluation.entries[row["id"]]
        assert found.minutes == answer.minutes
        assert tuple(found.counts_for) == answer.counted_for
        losses = [loss for step in found.steps for loss in step.losses]
        if found.asked_for:
            assert losses == list(answer.losses)


def test_what_one_rule_cut_and_another_refused_adds_up_once():
    first = an_entry("2026-05-01", 60, activity="x")
    again = an_entry("2026-05-02", 60, activity="x", modality="video")
    doubles = {"id": "doubles", "rule": "no_double_count", "except_minutes": 20}
    present = {"id": "present", "rule": "modality_allowed", "allowed": ["in_person"]}
    filters = {"requirements": TOTALS, "filters": [doubles, present]}

    found = traced([first, again], again, **filters)
    evaluation = evaluate(
        read_scheme(a_scheme_text(**filters)), read_facts(some_facts(first, again))
    )

    losses = [(loss.by, loss.minutes) for step in found.steps for loss in step.losses]
    assert losses == [("doubles", 40), ("present", 20)]
    assert [(one.by, one.minutes) for one in evaluation.entries[again["id"]].losses] == losses


@anyhow
@given(sections, st.lists(hours, min_size=1, max_size=15), leaves)
def test_who_had_the_room_and_what_was_left_fill_the_limit(rules, rows, away):
    entries = entries_of(rows)
    scheme = read_scheme(a_scheme_text(requirements=TOTALS, **(rules | {"conversions": []})))
    facts = read_facts(facts_with(entries, away, AFTER_ALL))

    for row in entries:
        for step in trace(scheme, facts, row["id"]).steps:
            if step.losses and step.losses[0].reason == "over_cap":
                had = sum(one.minutes for one in step.taken)
                assert had + step.after == step.rule.minutes


def test_a_full_cap_names_the_older_entries_of_the_same_case():
    old, other, new = (
        an_entry("2026-05-01", 70),
        an_entry("2026-05-02", 90, case="B"),
        an_entry("2026-05-03", 60),
    )

    found = traced([new, other, old], new, caps=[CAP])

    step = found.steps[-1]
    assert (step.before, step.after, step.outcome) == (60, 30, "cut")
    assert [(one.entry.id, one.minutes) for one in step.taken] == [(old["id"], 70)]
    assert step.free_on is None


def test_a_full_window_names_the_day_on_which_it_has_room_again():
    """Worked example 3: 300 on days 1, 3, 5 fill the window; the hour of day 7 finds none."""
    days = [an_entry(f"2026-05-0{day}", 300) for day in (1, 3, 5, 7)]

    found = traced(days, days[-1], periods=[WEEKLY])

    step = found.steps[-1]
    assert (step.outcome, step.after) == ("refused", 0)
    assert [one.entry.date.day for one in step.taken] == [1, 3, 5]
    assert step.free_on == date(2026, 5, 8)


def test_a_missing_contact_names_the_session_since_which_it_is_missing():
    sessions = [an_entry("2026-05-01"), an_entry("2026-05-03")]

    found = traced(sessions, sessions[1], filters=[CONTACT])

    assert found.steps[-1].outcome == "refused"
    assert found.steps[-1].since == date(2026, 5, 1)


def test_after_a_refusal_no_other_rule_is_asked():
    entry = an_entry("2026-05-01", supervisor="M9")

    found = traced([entry], entry, filters=[QUALIFIED, CONTACT], caps=[CAP])

    assert [step.rule.id for step in found.steps] == ["qualified"]
    assert found.minutes == 0


@pytest.mark.parametrize(
    ("status", "as_if"),
    [
        ("signed", False),
        ("submitted", True),
        ("draft", True),
        ("returned", True),
        ("contested", True),
    ],
)
def test_what_is_not_signed_is_followed_as_if_it_were(status, as_if):
    entry = an_entry("2026-05-01", 60, status=status)

    found = traced([entry], entry, filters=[QUALIFIED])

    assert (found.as_if_signed, found.minutes) == (as_if, 60)
    assert found.counts_for == ["direct"]


def test_a_rule_about_other_hours_is_no_step():
    entry = an_entry("2026-05-01", category="observation", case=None)

    assert traced([entry], entry, filters=[CONTACT], caps=[CAP]).steps == ()


def test_a_conversion_says_what_the_hour_is_worth():
    entry = an_entry("2026-05-01", 60)
    double = {"id": "twice", "rule": "weight", "where": DIRECT, "factor": "2/1"}

    found = traced([entry], entry, conversions=[double])

    assert (found.steps[-1].outcome, found.steps[-1].after) == ("worth", 120)
    assert found.steps[-1].rule.factor == Fraction(2)


def test_an_hour_of_a_later_day_waits_for_it():
    entry = an_entry("2026-12-01")

    found = traced([entry], entry, filters=[QUALIFIED])

    assert (found.steps, found.waits_for) == ((), date(2026, 12, 1))


def test_nobody_knows_an_entry_that_is_not_there():
    assert traced([], {"id": "none"}) is None
