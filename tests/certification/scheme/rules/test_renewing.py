"""What a scheme asks of people who are certified: a block of its own, with the engine's own rules."""

from datetime import date

import pytest

from certification.scheme.rules import SchemeError, evaluate, read_facts, read_scheme
from certification.scheme.rules.reachability import Known, unreachable

from .documents import a_scheme_text, an_entry, direct_minutes, some_facts

CE = {"category": ["ce_general", "ce_ethics"]}
EDUCATION = {"id": "education", "rule": "renewal", "where": CE, "minutes": 600}
BLOCK = {"opens_months": 12, "reassess_after_months": 12, "requirements": [EDUCATION]}
TERM = {"certified": "2026-03-01", "certified_until": "2029-02-28"}
KNOWN = Known(
    categories={"direct_session", "ce_general", "ce_ethics"},
    milestones={"certified", "certified_until"},
    policies={"code"},
)


def a_scheme(*, grace_days: int = 90, **changes):
    block = BLOCK | changes
    return read_scheme(a_scheme_text(renewal=block, decision={"grace_days": grace_days}))


def test_a_scheme_without_the_block_says_nothing_of_renewal():
    assert read_scheme(a_scheme_text()).renewal is None


def test_what_is_asked_of_the_certified_is_asked_of_nobody_else():
    scheme = a_scheme()
    facts = read_facts(some_facts(as_of="2028-11-22", milestones=TERM))

    assert [one.id for one in evaluate(scheme, facts).requirements] == ["direct"]
    assert [one.id for one in evaluate(scheme.renewing(), facts).requirements] == ["education"]


def test_caps_and_filters_of_practice_bear_on_no_renewal():
    cap = {"id": "c", "rule": "cap", "where": CE, "minutes": 60}
    late = {"id": "d", "rule": "entry_deadline", "days": 14, "effect": "forfeit"}
    text = a_scheme_text(renewal=BLOCK, caps=[cap], filters=[late])
    entry = an_entry("2027-05-01", 600, category="ce_general", case=None, submitted="2028-05-01")

    scheme = read_scheme(text).renewing()
    evaluation = evaluate(
        scheme, read_facts(some_facts(entry, as_of="2028-11-22", milestones=TERM))
    )

    assert evaluation.requirement("education").have == 600
    assert evaluation.pathway == "renewal"
    assert evaluation.met


@pytest.mark.parametrize(
    ("day", "window"),
    [
        ("2028-02-27", "before"),
        ("2028-02-28", "open"),  # twelve months before the last day, that day included
        ("2029-02-28", "open"),  # the last day
        ("2029-03-01", "grace"),
        ("2029-05-29", "grace"),  # the ninetieth day after it
        ("2029-05-30", "late"),
        ("2030-02-28", "late"),  # twelve months after it
        ("2030-03-01", "over"),
    ],
)
def test_the_days_are_said_once_for_the_term_and_for_its_hours(day, window):
    terms = a_scheme().renewal

    assert terms.term(date(2026, 3, 1), date(2029, 2, 28)).window(date.fromisoformat(day)) == window
    facts = read_facts(some_facts(as_of=day, milestones=TERM))
    answer = evaluate(a_scheme().renewing(), facts).requirement("education")
    assert answer.figures["window"] == window


@pytest.mark.parametrize(
    ("last", "opens", "late"),
    [
        ("2028-02-29", "2027-02-28", "2029-02-28"),  # neither year has the day
        ("2027-02-28", "2026-02-28", "2028-02-28"),  # twelve months, not the end of the month
    ],
)
def test_leap_days(last, opens, late):
    term = a_scheme().renewal.term(date(2020, 1, 1), date.fromisoformat(last))

    assert (term.opens.isoformat(), term.late.isoformat()) == (opens, late)


def test_a_short_term_opens_when_it_begins():
    term = a_scheme().renewal.term(date(2026, 6, 1), date(2026, 12, 31))

    assert term.opens == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"requirements": []}, "no_requirements"),
        ({"requirements": [EDUCATION | {"grace_days": 30}]}, "said_for_the_term"),
        ({"requirements": [EDUCATION | {"opens_months": 6}]}, "said_for_the_term"),
        ({"requirements": [EDUCATION | {"late_months": 6}]}, "said_for_the_term"),
        ({"requirements": [EDUCATION, EDUCATION]}, "id_twice"),
        ({"requirements": [{"id": "r", "rule": "renewed"}]}, "unknown_rule"),
        ({"opens_months": 0}, "out_of_bounds"),
        ({"opens_months": None}, "missing"),
        ({"peer_reviews": -1}, "out_of_bounds"),
        ({"fee": 1}, "unknown_key"),
    ],
)
def test_a_block_that_cannot_be_read_is_refused(changes, reason):
    with pytest.raises(SchemeError) as refused:
        a_scheme(**changes)

    assert refused.value.reason == reason
    assert refused.value.line > 1


@pytest.mark.lesson(38)
@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (EDUCATION, None),
        (EDUCATION | {"until": "the_end"}, ("unknown_milestone", "the_end")),
        (
            EDUCATION | {"where": {"category": ["peer_consultation"]}},
            ("no_hours_of_category", "peer_consultation"),
        ),
        (
            EDUCATION | {"parts": [{"where": {"category": ["direct_session"]}, "minutes": 5}]},
            ("part_outside_the_whole", "direct_session"),
        ),
        ({"id": "education", "rule": "attestation_current", "policy": "code"}, None),
        (
            {"id": "education", "rule": "attestation_current", "policy": "none"},
            ("unknown_policy", "none"),
        ),
    ],
)
def test_what_renewal_asks_is_within_reach(rule, fault):
    found = unreachable(a_scheme(requirements=[rule]), KNOWN)

    assert [(one.reason, one.value) for one in found] == ([fault] if fault else [])
    assert all(one.id == "education" for one in found)


def test_its_requirements_may_carry_the_ids_of_others():
    scheme = read_scheme(
        a_scheme_text(
            requirements=[direct_minutes(1, id="education")],
            renewal=BLOCK,
        )
    )

    assert scheme.rule_names["education"] == "total_min"
    assert scheme.renewing().rule_names["education"] == "renewal"
