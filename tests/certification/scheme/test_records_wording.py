"""What the requirements about counts and dated records say of themselves."""

import pytest

from certification.scheme import wording

from .rules.documents import DIRECT, an_entry, evaluated, some_facts
from .rules.test_renewal import RULE, TERM, learnt
from .rules.test_steps_and_people import CLOSED, MONTHS, ORDER, TRIAD, WHOLE, a_form, met


def the_message(facts: dict, **rule) -> str:
    evaluation = evaluated(facts, requirements=[{"id": "r"} | rule])
    return wording.message(evaluation.requirement("r"))


AREAS = {"rule": "content_area_min", "areas": ["ethics_law", "trauma_safety"], "minutes": 180}


def studied(minutes: int, *areas: str, **more) -> dict:
    return an_entry(
        "2026-02-01", minutes, category="didactic_async", content_areas=list(areas), **more
    )


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([], "3 h in ethics and law and 3 h in trauma and safety missing"),
        ([studied(360, "ethics_law", "trauma_safety")], "At least 3 h in each of 2 areas"),
        (
            [studied(180, "ethics_law"), studied(180, "trauma_safety", status="submitted")],
            "3 h in 1 area still to be signed",
        ),
    ],
)
def test_areas(entries, message):
    assert the_message(some_facts(*entries), **AREAS) == message


@pytest.mark.parametrize(
    ("status", "rule", "message"),
    [
        ("signed", {"at_least": 1}, "1 of 1: direct sessions"),
        ("signed", {"at_least": 3}, "2 more sessions needed: direct sessions"),
        (
            "signed",
            {"at_least": 2, "min_minutes": 90},
            "2 more sessions needed: direct sessions, each of 1 h 30 min or more",
        ),
        (
            "submitted",
            {"at_least": 1},
            "1 more session needed: direct sessions, waiting for a signature",
        ),
    ],
)
def test_sessions(status, rule, message):
    facts = some_facts(an_entry("2026-05-01", status=status))

    assert the_message(facts, rule="session_count", where=DIRECT, **rule) == message


@pytest.mark.parametrize(
    ("side", "milestones", "status", "message"),
    [
        ("after", {}, "signed", "1 h 40 min of direct sessions after the application missing"),
        (
            "before",
            {"applied": "2026-05-01"},
            "signed",
            "1 h 40 min of direct sessions before the application on 1 May 2026 missing",
        ),
        (
            "after",
            {"applied": "2026-05-01"},
            "submitted",
            "1 h 40 min of direct sessions after the application on 1 May 2026 still to be signed",
        ),
        ("after", {"applied": "2026-05-01"}, "signed", "2 h of direct sessions"),
    ],
)
def test_minutes_on_one_side(side, milestones, status, message):
    rule = {"rule": "milestone_split", "milestone": "applied", "side": side, "where": DIRECT}
    facts = some_facts(an_entry("2026-05-01", 120, status=status), milestones=milestones)

    assert the_message(facts, **rule, minutes=100) == message


@pytest.mark.parametrize(
    ("rule", "milestones", "message"),
    [
        (ORDER, {}, "The end of the foundation training is still to come"),
        (
            ORDER,
            {"foundation_complete": "2026-03-01"},
            "The end of the foundation training on 1 March 2026",
        ),
        (
            ORDER,
            {"foundation_complete": "2026-03-02", "internship_approved": "2026-03-01"},
            "The end of the foundation training, on 2 March 2026, had to come before "
            "the approval of the internship on 1 March 2026",
        ),
        (
            MONTHS,
            {"internship_began": "2026-03-01"},
            "The beginning of the internship, on 1 March 2026, had to come after "
            "the approval of the internship",
        ),
        (
            MONTHS,
            {"internship_approved": "2025-03-01", "internship_began": "2026-03-02"},
            "The beginning of the internship, on 2 March 2026, came more than 12 months after "
            "the approval of the internship",
        ),
        (
            MONTHS,
            {"internship_approved": "2025-03-01"},
            "The beginning of the internship had to follow within 12 months of "
            "the approval of the internship on 1 March 2025",
        ),
        (
            {"rule": "prerequisite", "milestone": "registered_100%_here"},
            {"registered_100%_here": "2025-03-01"},
            "Registered 100% here on 1 March 2025",
        ),
    ],
)
def test_steps(rule, milestones, message):
    assert the_message(some_facts(milestones=milestones), **rule) == message


MID = {"rule": "evaluation_required", "form": "mentor-mid"}
EACH = MID | {"each": "case", "of": DIRECT}


@pytest.mark.parametrize(
    ("rule", "rows", "message"),
    [
        (MID, [], "1 evaluation missing"),
        (MID | {"at_least": 3}, [a_form()], "2 evaluations missing"),
        (
            MID | {"result": 3},
            [a_form(2)],
            "1 evaluation missing; 1 evaluation is below the level asked for",
        ),
        (MID, [a_form()], "1 of 1 evaluated"),
        (EACH, [], "Missing for cases A and B"),
        (EACH, [a_form(case="A")], "Missing for case B"),
        (EACH | {"of": {"category": ["observation"]}}, [], "There is no case to evaluate yet"),
    ],
)
def test_evaluations(rule, rows, message):
    entries = [an_entry("2026-05-01", case=case) for case in "AB"]

    assert the_message(some_facts(*entries, evaluations=rows), **rule) == message


@pytest.mark.parametrize(
    ("cases", "rule", "message"),
    [
        ([], TRIAD, "No case opened yet"),
        ([WHOLE], TRIAD | {"at_least": 2}, "1 more case"),
        ([WHOLE], TRIAD, "1 case complete"),
        ([WHOLE], TRIAD | {"meetings": 3}, "Case A lacks its 3 triadic meetings"),
        (
            [CLOSED | {"opening_meeting": None, "consents": None, "closure_meeting": None}],
            TRIAD,
            "Case A lacks the opening meeting of the three, the consents and "
            "the closure meeting of the three",
        ),
        (
            [WHOLE | {"id": name, "consents": None} for name in "AB"],
            TRIAD | {"meetings": 0},
            "Case A lacks the consents; 1 other case is incomplete",
        ),
    ],
)
def test_cases_of_three(cases, rule, message):
    assert the_message(some_facts(met(), met(), cases=cases), **rule) == message


def test_a_meeting_that_waits_is_all_that_is_missing():
    facts = some_facts(met(), met(status="submitted"), cases=[WHOLE])

    assert the_message(facts, **TRIAD) == "Complete once what is submitted is signed"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "No membership on record"),
        ([("2027-01-01", None)], "No membership on record"),
        ([("2025-01-01", "2025-12-31")], "Membership ended on 31 December 2025"),
        ([("2025-01-01", "2026-12-31")], "Member until 31 December 2026"),
        ([("2025-01-01", None)], "Member, without an end"),
        ([("2026-03-02", None)], "Membership was interrupted on 1 March 2026"),
    ],
)
def test_membership(rows, message):
    facts = some_facts(
        memberships=[{"start": start, "end": end} for start, end in rows],
        milestones={"certified": "2026-03-01"},
    )

    rule = {"rule": "active_membership", "continuous_since": "certified"}
    assert the_message(facts, **rule) == message


GENERAL = learnt("2027-05-01", 540)


@pytest.mark.parametrize(
    ("entries", "as_of", "milestones", "message"),
    [
        ([], "2027-11-22", {}, "Asked for once the certification has begun"),
        (
            [GENERAL],
            "2027-11-22",
            TERM,
            "1 h of continuing education and 2 h of continuing education in ethics missing "
            "by 1 March 2029",
        ),
        (
            [GENERAL, learnt("2027-05-02", 60, "ce_ethics")],
            "2029-03-02",
            TERM,
            "1 h of continuing education in ethics missing; the days of grace end on 30 May 2029",
        ),
        (
            [GENERAL, learnt("2027-05-02", 120, "ce_ethics", status="submitted")],
            "2027-11-22",
            TERM,
            "1 h of continuing education and 2 h of continuing education in ethics "
            "still to be confirmed",
        ),
        (
            [GENERAL, learnt("2027-05-02", 120, "ce_ethics")],
            "2027-11-22",
            TERM,
            "11 h of continuing education; renewal opens on 1 March 2028",
        ),
        (
            [GENERAL, learnt("2027-05-02", 120, "ce_ethics")],
            "2028-11-22",
            TERM,
            "11 h of continuing education in the term that ends on 1 March 2029",
        ),
        (
            [],
            "2029-05-31",
            TERM,
            "The term ended on 1 March 2029 and its days of grace on 30 May 2029",
        ),
    ],
)
def test_renewal(entries, as_of, milestones, message):
    facts = some_facts(*entries, as_of=as_of, milestones=milestones)

    assert the_message(facts, **RULE) == message
